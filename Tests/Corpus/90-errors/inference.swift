// tier: 1
// Types that nothing tells.
let a = []  // error: type
let b = .relu  // error: relu
let c = { $0 + $1 }  // error: type
let d = { x in x }  // error: type
var e  // error: type
