// tier: 1
// Doubles and Floats print their shortest digits.
print(3.14.description, (2.0).description, 1.0e10, 5e-5)  // expect: 3.14 2.0 10000000000.0 5e-05
print(0.00001234, 1234567.0, 12345678901234567890.0, 1.0e16)
// expect: 1.234e-05 1234567.0 1.2345678901234567e+19 1e+16
print(9999999999999998.0, Float(1e10), Float(123456.789), Float(1e-10))
// expect: 9.999999999999998e+15 1e+10 123456.79 1e-10
