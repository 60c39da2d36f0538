// Package p adds in assembly.
package p

// Pair is two numbers.
type Pair struct{ A, B int64 }

// Bias is added to every sum.
const Bias = 7

// Add adds two numbers; see add_amd64.s.
func Add(a, b int64) int64

// Sum adds the numbers of a pair and the bias; see add_amd64.s.
func Sum(p *Pair) int64
