// Package deep lies in a directory of its module.
package deep

import "errors"

// N is an error, to have an import.
var N = errors.New("deep")
