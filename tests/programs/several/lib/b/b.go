// Package b is no part of cmd/alpha.
package b

import "example.org/several/lib/a"

func B() int { return a.A() + 1 }
