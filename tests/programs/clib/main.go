// Package main is a library for C.
package main

// #include "add.h"
import "C"

import "example.com/clib/twice"

//export Twice
func Twice(n C.int) C.int { return C.add(n, C.int(twice.Of(int(n)))-n) }

func main() {}
