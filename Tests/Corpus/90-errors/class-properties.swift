// tier: 2
// Computed, constant and static properties of classes.
class A { var p: Int { get { 1 } } ; lazy var q = 2; static let s = 3 }
let a = A()
a.p = 3  // error: `p` cannot be changed: it
A.s = 4  // error: `s` cannot be changed: it
a.s  // error: `s` belongs to the type
A.q  // error: A has no member `q`
