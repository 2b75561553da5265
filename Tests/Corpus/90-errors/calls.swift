// tier: 1
// Calls that do not fit: labels, number and type of arguments.
func area(width: Double, height: Double) -> Double { width * height }
_ = area(2, 3)  // error: width
_ = area(width: 2)  // error: height
_ = area(height: 2, width: 3)  // error: width
_ = area(width: 2, height: "3")  // error: Double
_ = area(width: 2, height: 3, depth: 4)  // error: argument
func add(_ a: Int, _ b: Int) -> Int { a + b }
_ = add(a: 1, b: 2)  // error: label
_ = add(1)  // error: argument
_ = add(1, 2.5)  // error: Int
let n = 5
_ = n(3)  // error: call
