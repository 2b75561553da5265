// tier: 1
// The condition is a Bool, and both sides have one type.
let a = 5
let b = a ? 1 : 2  // error: this is an Int, and
let c = true ? 1 : "a"  // error: the type of this cannot
let d: Int = true ? 1 : "a"  // error: this is an Int, and
