// Package report prints.
package report

import (
	"fmt"
	"io"

	"example.com/shop/order"
)

// Print writes an order down.
func Print(out io.Writer, o order.Order) {
	for _, item := range o.Items {
		fmt.Fprintln(out, item.Name, item.Price)
	}
	fmt.Fprintln(out, o.Count, o.Total())
}
