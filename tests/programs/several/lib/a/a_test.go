package a

import "testing"

func TestA(t *testing.T) {
	if A() != 2 {
		t.Fatal()
	}
}

func BenchmarkA(b *testing.B) {
	for i := 0; i < b.N; i++ {
		A()
	}
}
