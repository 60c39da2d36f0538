package main

import (
	"fmt"

	"example.com/dep"
	"example.com/near"
)

func main() { fmt.Println(dep.Answer(), near.Word()) }
