// Package below lies in a directory of its user.
package below

// N is a number.
const N = 1
