// tier: 1
// An array type is [Int].
let a: Int[] = [1]  // error: a new line, an operator
