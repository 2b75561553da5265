// tier: 1
// An initialiser gives every property a value.
struct S { var a: Int; var b: Int; init(a: Int) { self.a = a } }  // error: S's initialiser does not give
