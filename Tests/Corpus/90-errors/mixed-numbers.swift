// tier: 1
// Int and Double do not mix; the programmer converts by name.
let n = 3
let x = 2.5
let a = n + x  // error: Double
let b = n * 2 + x  // error: Double
let c = x < n  // error: Int
let d = Double(n) + x
let e: Double = n  // error: Double
let f: Int = x  // error: Int
