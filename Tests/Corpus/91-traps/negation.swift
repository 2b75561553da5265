// tier: 1
// The smallest Int has no opposite.
let smallest = [Int.min]
print(smallest[0])  // expect: -9223372036854775808
print(-smallest[0])  // trap: too large
