// tier: 2
// private(set) is read only outside.
struct S { private(set) var x = 1; static private(set) var y = 2 }
var s = S()
s.x = 5  // error: `x` is private to S
S.y = 3  // error: `y` is private to S
