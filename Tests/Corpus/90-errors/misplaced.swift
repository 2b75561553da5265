// tier: 2
// Declarations and modifiers where they mean nothing.
static let shared = 1  // error: static
mutating func grow() {}  // error: mutating
struct Point {
    lazy let far = 3  // error: lazy
    deinit {}  // error: deinit
    class func origin() -> Int { 0 }  // error: class
}
class Shape {
    mutating func turn() {}  // error: mutating
}
indirect struct Chain {}  // error: indirect
