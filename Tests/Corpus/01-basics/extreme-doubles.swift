// tier: 1
// The largest, the smallest and the strangest Doubles.
print(Double.pi, Float.pi, Double.ulpOfOne, Double.leastNonzeroMagnitude)
// expect: 3.141592653589793 3.1415925 2.220446049250313e-16 5e-324
print(Double.greatestFiniteMagnitude, Float.greatestFiniteMagnitude, Float.leastNormalMagnitude, Double.infinity > 1)
// expect: 1.7976931348623157e+308 3.4028235e+38 1.1754944e-38 true
print((0.0 / 0).isNaN, -0.0 == 0.0, 1.0.nextUp, 1e100)  // expect: true true 1.0000000000000002 1e+100
print(123456789.123456789, 0.1 + 0.2, 1e21, 1e-7)  // expect: 123456789.12345679 0.30000000000000004 1e+21 1e-07
print(100000000000000000.0, 9007199254740993.0)  // expect: 1e+17 9007199254740992.0
