module example.com/app

go 1.21

require (
	example.com/beside v1.4.0
	example.com/below v0.0.0
)

replace (
	example.com/beside => ../beside
	example.com/below => ./below
)
