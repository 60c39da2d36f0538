// Package library is no program.
package library

import "errors"

// ErrNone says that there is none.
var ErrNone = errors.New("none")
