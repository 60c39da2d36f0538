// Package dep comes from far away.
package dep

import "example.com/dep/sub"

// Answer answers.
func Answer() int { return sub.Half() * 2 }
