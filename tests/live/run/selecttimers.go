package main

import (
	"fmt"
	"time"
)

func main() {
	a := make(chan string)
	b := make(chan string)
	go func() {
		time.Sleep(30 * time.Millisecond)
		a <- "a"
	}()
	go func() {
		time.Sleep(10 * time.Millisecond)
		b <- "b"
	}()
	for range 2 {
		select {
		case v := <-a:
			fmt.Println(v)
		case v := <-b:
			fmt.Println(v)
		}
	}
}
