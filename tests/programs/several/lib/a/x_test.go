package a_test

import (
	"fmt"
	"testing"

	"example.org/several/lib/a"
	"example.org/several/lib/b"
)

func TestX(t *testing.T) {
	if a.A()+b.B() == 0 {
		t.Fatal()
	}
}

func ExampleA() {
	fmt.Println(a.A())
	// Output: 2
}
