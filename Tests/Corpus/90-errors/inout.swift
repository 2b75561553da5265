// tier: 1
// inout wants a variable and the sign &.
func double(_ n: inout Int) { n *= 2 }
var n = 1
double(n)  // error: &
let c = 2
double(&c)  // error: c
double(&3)  // error: this value is kept nowhere
var x = 1.5
double(&x)  // error: Int
