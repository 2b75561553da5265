// tier: 2
// One class is not the other.
class A {}
class B {}
let a: A = B()  // error: this is a B, and
let b = A() as B  // error: this is an A, and
let c = a as! String
