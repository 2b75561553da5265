// tier: 1
// An array of a negative number of elements.
let n = -1
print(Array(repeating: 0, count: n))  // trap: a count cannot be
