package main

import (
	"fmt"
	"time"
)

var sink int

func main() {
	go func() {
		for {
			sink++
		}
	}()

	time.Sleep(100 * time.Millisecond)
	fmt.Println("main woke")
}
