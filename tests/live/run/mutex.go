package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	for i := 0; i < 3; i++ {
		go func() {
			mu.Lock()
			fmt.Println("got", i)
			mu.Unlock()
		}()
	}
	time.Sleep(10 * time.Millisecond)
	mu.Unlock()
	time.Sleep(10 * time.Millisecond)
}
