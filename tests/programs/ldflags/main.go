package main

import "fmt"

var version, built string

func main() { fmt.Println(version, built) }
