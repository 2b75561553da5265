// tier: 1
// Private members stay inside their type.
struct S { private var secret = 1; func f() {} }
let s = S()
print(s.secret)  // error: `secret` is private to S
