// Package money counts in cents.
package money

// Cents is an amount.
type Cents int64

// Rate is the tax in percent.
const Rate = 7

// Tax is small enough to be inlined.
func (c Cents) Tax() Cents { return c * Rate / 100 }

// Sum adds up in a loop, which is not inlined into a caller of callers.
func Sum(amounts ...Cents) Cents {
	var sum Cents
	for _, amount := range amounts {
		defer func() { _ = recover() }()
		sum += amount
	}
	return sum
}
