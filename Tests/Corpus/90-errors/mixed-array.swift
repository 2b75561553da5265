// tier: 1
// An array's elements have one type.
let a: [Int] = [1, "b", 2]  // error: the type of this cannot
