// tier: 1
// A slice that reaches beyond the array.
let a = [1, 2, 3]
let end = a.count + 1
print(a[1..<3])  // expect: [2, 3]
print(a[1..<end])  // trap: range
