#include "textflag.h"

TEXT ·Sub(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), AX
	SUBQ b+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET
