// tier: 2
// A closure that lives on cannot change an inout parameter.
func inc(_ x: inout Int) -> () -> Void { return { x += 1 } }  // error: this closure may be called
struct C { var n = 0; mutating func m() -> () -> Void { return { n += 1 } } }  // error: this closure may be called
