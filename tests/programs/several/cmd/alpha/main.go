package main

import "example.org/several/lib/a"

func main() { println(a.A()) }
