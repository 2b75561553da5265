// tier: 1
// A literal that does not fit the type that is asked for.
let a: Int = 1.5  // error: Int
let b: Int = "1"  // error: Int
let c: String = 3  // error: String
let d: Bool = 1  // error: Bool
let e: [Int] = [1, 2.5]  // error: this is a Double, and an Int is needed
let f: [Double] = ["a"]  // error: this is a String, and a Double is needed
let g: Double = true  // error: Double
