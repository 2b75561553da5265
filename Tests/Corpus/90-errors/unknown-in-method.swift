// tier: 1
// A name that nobody declared, inside a method.
struct S { func f() { print(y) } }  // error: there is no `y` here
