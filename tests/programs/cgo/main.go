package main

import "example.com/cgo/calc"

func main() { println(calc.Add(1, 2), int(calc.Root(16)), calc.Scale) }
