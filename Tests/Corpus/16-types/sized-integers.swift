// tier: 2
// Integers of a stated width.
let a: UInt8 = 250
print(a &+ 10, a / 3, UInt8.max)  // expect: 4 83 255
print(Int8.min, Int16.max, Int32.max, UInt16.max)  // expect: -128 32767 2147483647 65535
print(UInt8(truncatingIfNeeded: 257), Int8(bitPattern: 255))  // expect: 1 -1
print(Int(a) + 10, UInt8(exactly: 300) == nil)  // expect: 260 true
let big: UInt64 = 0xFFFF_FFFF_FFFF_FFFF
print(big, big >> 60, big.nonzeroBitCount)  // expect: 18446744073709551615 15 64
print(UInt32(7) * 6, ~UInt8(1), UInt8(1) << 7)  // expect: 42 254 128
print(UInt8(clamping: -5), UInt8(clamping: 999))  // expect: 0 255
print(64.leadingZeroBitCount, 64.trailingZeroBitCount)  // expect: 57 6
print(UInt64(5) &* 0x9E37_79B9_7F4A_7C15)  // expect: 1663341875487337577
