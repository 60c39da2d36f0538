package main

import (
	"fmt"

	"example.com/chain/internal/name"
	"example.com/chain/mid"
)

func main() {
	fmt.Println(name.Upper("chain"), mid.Twice(3))
}
