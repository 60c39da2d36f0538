package main

import "example.org/several/internal/low"

func main() { println(low.Twice(3)) }
