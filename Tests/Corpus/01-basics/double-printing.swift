// tier: 1
// The shortest digits that read back as the same Double: plain from 1e-4 up to 2^53, in exponent form beyond.
print(1.0)  // expect: 1.0
print(100.0)  // expect: 100.0
print(0.1)  // expect: 0.1
print(0.5)  // expect: 0.5
print(1.0 / 3)  // expect: 0.3333333333333333
print(2.0 / 3)  // expect: 0.6666666666666666
print(123456.789)  // expect: 123456.789
print(0.001)  // expect: 0.001
print(0.0001)  // expect: 0.0001
print(0.00012)  // expect: 0.00012
print(0.00001)  // expect: 1e-05
print(0.000012345)  // expect: 1.2345e-05
print(123456789.0)  // expect: 123456789.0
print(1e10)  // expect: 10000000000.0
print(1e15)  // expect: 1000000000000000.0
print(1e16)  // expect: 1e+16
print(123456789012345.6)  // expect: 123456789012345.6
print(9007199254740992.0)  // expect: 9007199254740992.0
print(9007199254740991.0)  // expect: 9007199254740991.0
print(9007199254740994.0)  // expect: 9.007199254740994e+15
print(18014398509481984.0)  // expect: 1.8014398509481984e+16
print(1e17, 1e21, 1e22, 1e23)  // expect: 1e+17 1e+21 1e+22 1e+23
print(1.7976931348623157e308)  // expect: 1.7976931348623157e+308
print(2.2250738585072014e-308)  // expect: 2.2250738585072014e-308
print(5e-324)  // expect: 5e-324
print(4.35, 0.3, 2.675, 1.005)  // expect: 4.35 0.3 2.675 1.005
print(1e-7, 1.5e-10, 6.02214076e23)  // expect: 1e-07 1.5e-10 6.02214076e+23
print(-1.25e-5, -123.0)  // expect: -1.25e-05 -123.0
print(0x1p-2, 0x1.8p1)  // expect: 0.25 3.0
print(1_000.5)  // expect: 1000.5
print(Double(3), Double(-7))  // expect: 3.0 -7.0
