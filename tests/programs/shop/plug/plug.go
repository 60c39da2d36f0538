// Package plug is imported for what it does, not for what it declares.
package plug

import (
	_ "embed"

	"example.com/shop/text"
)

//go:embed words.txt
var words string

func init() { text.Register(words) }
