#include "textflag.h"
#include "go_asm.h"

// func Add(a, b int64) int64
TEXT ·Add(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), AX
	ADDQ b+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET

// func Sum(p *Pair) int64
TEXT ·Sum(SB), NOSPLIT, $0-16
	MOVQ p+0(FP), BX
	MOVQ Pair_A(BX), AX
	ADDQ Pair_B(BX), AX
	ADDQ $const_Bias, AX
	MOVQ AX, ret+8(FP)
	RET
