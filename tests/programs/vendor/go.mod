module example.com/vendored

go 1.21

require (
	example.com/dep v1.2.3
	example.com/near v1.0.0
)

replace example.com/near => ./near
