//go:build full && !trial

package main

import "strings"

func edition() string { return strings.Repeat("full", 2) }
