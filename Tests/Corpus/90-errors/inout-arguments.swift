// tier: 1
// inout wants a variable of exactly its type.
func f(_ x: inout Int) {}
f(&5)  // error: this value is kept nowhere
let k = 1
f(&k)  // error: `k` cannot be changed: it
var d = 1.5
f(&d)  // error: this is a Double, and
