// tier: 1
// A constant without a value on one way.
let x: Int
if Bool.random() { x = 1 }
print(x)  // error: `x` is used before it
