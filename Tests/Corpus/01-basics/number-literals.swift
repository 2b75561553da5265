// tier: 1
// Literals in all bases, and division.
print(0xFF, 0b1010, 0o17, 1_000_000)  // expect: 255 10 15 1000000
print(0x1F.nonzeroBitCount, 1e3, 0x1p4, 12.5e-2)  // expect: 5 1000.0 16.0 0.125
print(5 / 2, -5 / 2, -5 % 3, 5.5.truncatingRemainder(dividingBy: 2))  // expect: 2 -2 -2 1.5
