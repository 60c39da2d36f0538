package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("Hello, world!")

	go func() {
		fmt.Println("Hello, goroutine world!")
		time.Sleep(5 * time.Second)
		fmt.Println("Goodbye, goroutine world!")
	}()

	time.Sleep(4 * time.Second)
}
