// Package calc adds with C, doubles with C++ and counts on with assembly for the C compiler.
package calc

/*
#cgo CFLAGS: -DSCALE=3 -I${SRCDIR}/inc
#cgo CXXFLAGS: -std=c++17
#cgo LDFLAGS: -lm
#include "add.h"
int twice(int x);
int next(int x);
*/
import "C"

// Add adds and scales, and then some.
func Add(a, b int) int { return int(C.add(C.int(a), C.int(b))) + int(C.twice(1)) + int(C.next(2)) }
