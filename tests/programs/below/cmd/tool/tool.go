package main

import "example.com/below/words"

func main() { println(words.Greeting) }
