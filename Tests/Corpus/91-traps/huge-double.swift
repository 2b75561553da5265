// tier: 1
// A Double too large for an Int.
let x: Double = 1e20
print(Int(x))  // trap: 1e+20 cannot become an
