package main

func name() string { return "from another file" }
