package main

import (
	"embed"
	"fmt"

	"example.com/embed/inner"
)

//go:embed hello.txt
var hello string

//go:embed static *.txt all:hidden
var files embed.FS

//go:embed "a&b.dat" `with space.dat` pages/*.html pages/deep static/[a-c]*.css
var more embed.FS

func main() { fmt.Println(hello, files, more, inner.Data) }
