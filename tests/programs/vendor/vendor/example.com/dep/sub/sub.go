// Package sub is a package of the module dep.
package sub

// Half is half of the answer.
func Half() int { return 21 }
