package main

import (
	"fmt"
)

func main() {
	defer fmt.Println("end")
	func() {
		defer func() {
			fmt.Println("r", recover())
		}()
		panic("x")
	}()
	fmt.Println("go on")
}
