package main

import "example.com/files/part"

func main() { println(part.Name, name()) }
