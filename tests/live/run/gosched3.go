package main

import (
	"fmt"
	"runtime"
)

func main() {
	for i := range 3 {
		go func() {
			for j := range 2 {
				fmt.Println(i, j)
				runtime.Gosched()
			}
		}()
	}
	for range 6 {
		runtime.Gosched()
	}
}
