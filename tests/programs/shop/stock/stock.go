// Package stock knows what is on the shelf.
package stock

import (
	"example.com/shop/money"
	"example.com/shop/text"
)

// Item has a price.
type Item struct {
	Name  string
	Price money.Cents
}

// Shelf holds items by name.
type Shelf struct{ items map[string]Item }

// New fills a shelf.
func New(names ...string) *Shelf {
	shelf := &Shelf{items: map[string]Item{}}
	for at, name := range names {
		shelf.items[text.Key(name)] = Item{Name: name, Price: money.Cents(100 * (at + 1))}
	}
	return shelf
}

// Find looks an item up.
func (s *Shelf) Find(name string) (Item, bool) {
	item, found := s.items[text.Key(name)]
	return item, found
}
