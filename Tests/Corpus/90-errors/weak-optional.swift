// tier: 2
// A weak variable is an optional.
class A {}
struct S { weak var a: A }  // error: a `weak` variable becomes nil
