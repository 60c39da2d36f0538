package main

import (
	"fmt"
	"os"
	"strings"

	"example.com/profile/lib"
)

func main() {
	text := strings.Repeat("alpha beta gamma ", 2000)
	n := 0
	for i := 0; i < 300; i++ {
		n += lib.Count(text, 'b')
	}
	fmt.Fprintln(os.Stdout, n)
}
