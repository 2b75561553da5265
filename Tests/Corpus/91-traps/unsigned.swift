// tier: 2
// A UInt below zero.
let u: UInt = 3
func sub(_ a: UInt, _ b: UInt) -> UInt { a - b }  // trap: 3 - 4 is
print(sub(u, 4))
