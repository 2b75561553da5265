// tier: 1
// A function of one's own with the name of a library function.
func exp(_ x: Double) -> Double { x * 100 }
print(exp(2))  // expect: 200.0
