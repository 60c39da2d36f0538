// Package util names the tool.
package util

// Name is its name.
const Name = "tool"
