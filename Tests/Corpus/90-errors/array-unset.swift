// tier: 1
// An array without a value cannot grow.
var a: [Int]
a.append(1)  // error: `a` is used before it
