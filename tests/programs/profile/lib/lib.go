// Package lib counts.
package lib

import "strings"

// Count counts words that begin with a letter.
func Count(text string, letter byte) int {
	n := 0
	for _, w := range strings.Fields(text) {
		if begins(w, letter) {
			n++
		}
	}
	return n
}

func begins(w string, letter byte) bool { return len(w) > 0 && w[0] == letter }
