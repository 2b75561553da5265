// tier: 1
// Division by a zero that stands there.
let x = 10 / 0  // error: division by zero
