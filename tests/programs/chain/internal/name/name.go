// Package name cannot be imported from elsewhere.
package name

import "strings"

// Upper shouts.
func Upper(s string) string { return strings.ToUpper(s) }
