package calc

// Scale is what the C code is told, too.
const Scale = 3
