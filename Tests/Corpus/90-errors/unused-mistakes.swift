// tier: 2
// What nobody uses has to be right as well.
typealias Vector = Undefined  // error: Undefined
func scale(_ x: Double, by factor: Double = "two") -> Double { x * factor }  // error: String
func ** (a: Int, b: Int) -> Int { a * b }  // error: operator
infix operator +++: NoSuchPrecedence  // error: NoSuchPrecedence
