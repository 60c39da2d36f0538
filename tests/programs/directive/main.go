//go:debug execerrdot=0
//go:debug panicnil=1

// The settings stand in the source.
package main

import "fmt"

func main() { fmt.Println("built with settings of its own") }
