// tier: 2
// A constant property gets its value once.
struct S { let a: Int; init(a: Int) { self.a = a; self.a = 2 } }  // error: `a` cannot be changed: it
