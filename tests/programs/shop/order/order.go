// Package order adds up what is bought.
package order

import (
	"example.com/shop/fast"
	"example.com/shop/money"
	"example.com/shop/stock"
)

// Order is what somebody buys.
type Order struct {
	Items []stock.Item
	Count int64
}

// Of makes an order of what is there.
func Of(shelf *stock.Shelf, names ...string) Order {
	var order Order
	for _, name := range names {
		if item, found := shelf.Find(name); found {
			order.Items = append(order.Items, item)
			order.Count = fast.Add(order.Count, 1)
		}
	}
	return order
}

// Total is the price of all, with tax.
func (o Order) Total() money.Cents {
	total := Fold(o.Items, money.Zero, func(sum money.Cents, item stock.Item) money.Cents { return sum + item.Price })
	return total + total.Tax()
}

// Fold is generic.
func Fold[T, R any](list []T, start R, step func(R, T) R) R {
	for _, value := range list {
		start = step(start, value)
	}
	return start
}
