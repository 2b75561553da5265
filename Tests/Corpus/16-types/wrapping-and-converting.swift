// tier: 2
// Small integers: wrapping, truncating, clamping, exact conversions.
print(Int8(127) &+ 1, UInt8(3) &- 5, Int16.max, UInt32.max)  // expect: -128 254 32767 4294967295
print(Int64.min, Int(Int8(-5)), UInt8(truncatingIfNeeded: 300), Int8(truncatingIfNeeded: 200))
// expect: -9223372036854775808 -5 44 -56
print(UInt8(exactly: 300) as Any, Int(exactly: 3.0) as Any, Int(exactly: 3.5) as Any, UInt8(clamping: 999))
// expect: nil Optional(3) nil 255
print(Int8(clamping: -999))  // expect: -128
