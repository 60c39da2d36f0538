// Package near lies beside its user.
package near

// Word says something.
func Word() string { return "near" }
