//go:build !full

package main

func edition() string { return "plain" }
