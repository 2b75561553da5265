// tier: 2
// A requirement with set needs a variable of the same type.
protocol Q { var v: Int { get set } }
struct W: Q { let v: Int }  // error: W says it is Q
struct X: Q { var v: String }  // error: X says it is Q
