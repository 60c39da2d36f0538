// Package mid stands between main and leaf.
package mid

import "example.com/chain/leaf"

// Twice doubles by way of leaf.
func Twice(n int) int { return leaf.Add(n, n) }
