// Package text makes keys.
package text

import "strings"

var known []string

// Register remembers words.
func Register(words string) { known = append(known, strings.Fields(words)...) }

// Key is a name in small letters.
func Key(name string) string { return strings.ToLower(strings.TrimSpace(name)) }
