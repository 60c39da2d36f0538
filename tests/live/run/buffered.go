package main

import (
	"fmt"
)

func main() {
	ch := make(chan int, 2)
	go func() {
		for v := range 5 {
			ch <- v
			fmt.Println("sent", v)
		}
		close(ch)
	}()
	for v := range ch {
		fmt.Println("got", v)
	}
}
