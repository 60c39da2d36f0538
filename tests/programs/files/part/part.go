// Package part belongs to the module of files given on the command line.
package part

// Name is its name.
const Name = "part"
