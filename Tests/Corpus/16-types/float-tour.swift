// tier: 2
// Floats are printed with as many digits as tell them apart.
print(Float(0.1), Float(16_777_217), Float(1) / 3, Double(Float(0.1)))
// expect: 0.1 16777216.0 0.33333334 0.10000000149011612
print(Float(3.0) * 2, 1.5 as Float, Float("2.5")!, Float.infinity)  // expect: 6.0 1.5 2.5 inf
