package main

import "example.com/tool/v2/util"

func main() { println(util.Name) }
