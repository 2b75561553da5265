// tier: 1
// Closures with the wrong number of values, or the wrong result.
let c: (Int) -> Int = { a, b in a }  // error: this closure takes 2 values,
let d: (Int, Int) -> Int = { $0 }  // error: this closure takes 1 value,
let e: () -> Int = { "x" }  // error: this is a String, and
