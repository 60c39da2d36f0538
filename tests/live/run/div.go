package main

import (
	"fmt"
)

func main() {
	x := 0
	fmt.Println(1 / x)
}
