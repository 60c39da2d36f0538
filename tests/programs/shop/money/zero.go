package money

// Zero is no money.
var Zero Cents
