// tier: 1
// Closures that do not fit where they are given.
let xs = [1, 2, 3]
_ = xs.map { a, b in a }  // error: argument
_ = xs.filter { $0 * 2 }  // error: Bool
_ = xs.sorted { $0 }  // error: argument
_ = xs.reduce(0) { $0 + "x" }  // error: String
let f: (Int, Int) -> Int = { $0 }  // error: argument
