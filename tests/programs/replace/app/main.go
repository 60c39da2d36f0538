package main

import (
	"fmt"

	"example.com/below"
	"example.com/beside/deep"
)

func main() { fmt.Println(below.N, deep.N) }
