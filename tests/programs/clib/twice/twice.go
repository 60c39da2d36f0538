// Package twice doubles.
package twice

// Of doubles a number.
func Of(n int) int { return 2 * n }
