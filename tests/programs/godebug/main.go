package main

import "fmt"

func main() { fmt.Println("built with the settings of go1.20") }
