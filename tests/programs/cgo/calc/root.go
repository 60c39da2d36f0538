package calc

// #include <math.h>
import "C"

//export goCallback
func goCallback(x C.int) C.int { return x + 1 }

// Root is the square root of C's library.
func Root(x float64) float64 { return float64(C.sqrt(C.double(x))) }
