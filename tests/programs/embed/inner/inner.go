// Package inner embeds bytes.
package inner

import _ "embed"

// Data is the file.
//
//go:embed data.bin
var Data []byte
