// Package leaf imports nothing.
package leaf

// Add adds.
func Add(a, b int) int { return a + b }
