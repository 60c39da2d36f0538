package main

import (
	"os"

	"example.com/shop/order"
	_ "example.com/shop/plug"
	"example.com/shop/report"
	"example.com/shop/stock"
)

func main() {
	shelf := stock.New("tea", "milk")
	all := order.Of(shelf, "tea", "milk", "tea")
	report.Print(os.Stdout, all)
}
