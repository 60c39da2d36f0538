#include "go_asm.h"
#include "textflag.h"

TEXT ·Add(SB), NOSPLIT, $0-24
	MOVD a+0(FP), R0
	MOVD b+8(FP), R1
	ADD R0, R1, R1
	ADD $const_Bias, R1
	MOVD R1, ret+16(FP)
	RET
