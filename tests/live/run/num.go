package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	go func() { time.Sleep(20 * time.Millisecond) }()
	fmt.Println(runtime.NumGoroutine())
	time.Sleep(40 * time.Millisecond)
	fmt.Println(runtime.NumGoroutine(), 1500*time.Millisecond)
}
