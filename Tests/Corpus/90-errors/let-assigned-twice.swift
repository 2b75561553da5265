// tier: 1
// A constant gets its value once.
let x: Int
x = 1
x = 2  // error: `x` cannot be changed: it
