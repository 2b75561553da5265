// tier: 1
// Operators between things that do not go together.
let text = "n = " + 3  // error: +
let both = true && 1  // error: Bool
let less = "a" < 1  // error: <
let sum = [1] + 2  // error: +
let minus = -"a"  // error: -
let not = !3  // error: does not work
var n = 1
n += 0.5  // error: Double
n++  // error: ++
