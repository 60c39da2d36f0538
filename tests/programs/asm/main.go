package main

import "example.com/asm/sum"

func main() { println(sum.Add(1, 2), sum.Sub(5, 3)) }
