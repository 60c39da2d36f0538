package main

import (
	"fmt"

	"example.com/pair/p"
)

func main() {
	fmt.Println(p.Add(2, 3), p.Sum(&p.Pair{A: 10, B: 20}))
}
