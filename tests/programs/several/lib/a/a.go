// Package a has both kinds of tests.
package a

import "example.org/several/internal/low"

func A() int { return low.Twice(1) }
