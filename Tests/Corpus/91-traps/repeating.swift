// tier: 1
// An array cannot have a negative number of elements.
let n = -1
print(n)  // expect: -1
let a = [Int](repeating: 0, count: n)  // trap: count
print(a)
