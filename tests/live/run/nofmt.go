package main

import (
	"time"
)

func main() {
	go func() {
		panic("no fmt")
	}()
	time.Sleep(time.Millisecond)
}
