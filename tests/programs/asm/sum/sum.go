// Package sum does arithmetic in assembly.
package sum

// Step is seen by the assembly through go_asm.h.
const Step = 0

// Add adds.
func Add(a, b int64) int64

// Sub subtracts.
func Sub(a, b int64) int64
