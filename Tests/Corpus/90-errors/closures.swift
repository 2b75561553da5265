// tier: 1
// Closures that do not fit where they are given.
let xs = [1, 2, 3]
_ = xs.map { a, b in a }  // error: values
_ = xs.filter { $0 * 2 }  // error: does not work
_ = xs.sorted { $0 }  // error: sorted
_ = xs.reduce(0) { $0 + "x" }  // error: reduce
let f: (Int, Int) -> Int = { $0 }  // error: value
