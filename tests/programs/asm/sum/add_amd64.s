#include "go_asm.h"
#include "textflag.h"
#include "bias.h"
#ifdef const_Step
#include "kind_GOARCH.h"
#include "both_GOOS_GOARCH.h"
#endif

TEXT ·Add(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), AX
	ADDQ b+8(FP), AX
	ADDQ $(const_Step+BIAS+KIND+BOTH), AX
	MOVQ AX, ret+16(FP)
	RET
