// tier: 1
// Rounding, roots, and numbers from text.
print(7.0 / 2, 1.0 / 3, 2.0.squareRoot(), 10.0.rounded(.up))
// expect: 3.5 0.3333333333333333 1.4142135623730951 10.0
print(2.5.rounded(), -2.5.rounded(.towardZero), 3.7.rounded(.down), Double(7) / 2)  // expect: 3.0 -2.0 3.0 3.5
print(Int(3.99), Int(-3.99), Double("1e3")!, Double(1) as Any)  // expect: 3 -3 1000.0 1.0
