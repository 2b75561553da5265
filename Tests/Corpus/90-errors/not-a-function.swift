// tier: 1
// A number is no function, no array, and cannot grow.
let n = 5
n.append(3)  // error: Int has no member `append`
n()  // error: `n` cannot be called with
n[0]  // error: Int has no member `subscript`
