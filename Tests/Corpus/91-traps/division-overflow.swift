// tier: 1
// The one quotient of Ints that does not fit.
let pair = [Int.min, -1]
print(pair[1])  // expect: -1
print(pair[0] / pair[1])  // trap: too large
