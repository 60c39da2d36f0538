// Package words is beside the command, not above it.
package words

const Greeting = "hello from below"
