// tier: 1
// Shifts and bitwise operators on Int, and arithmetic that wraps around.
print(1 << 4, 256 >> 3, -8 >> 1)  // expect: 16 32 -4
print(6 & 3, 6 | 3, 6 ^ 3, ~6)  // expect: 2 7 5 -7
print(1 << 64, 1 >> 64, -1 >> 64)  // expect: 0 0 -1
print(1 << -1, 4 >> -1)  // expect: 0 8
print(Int.max &+ 1 == Int.min)  // expect: true
print(Int.min &- 1 == Int.max)  // expect: true
print(Int.max &* 2)  // expect: -2
var mask = 0b1100
mask |= 0b0001
mask &= 0b0101
mask ^= 0b1111
mask <<= 2
print(mask)  // expect: 40
print(1 << 2 + 3)  // expect: 7
print(1 | 2 + 4 & 4)  // expect: 7
let (sum, overflow) = Int.max.addingReportingOverflow(1)
print(sum, overflow)  // expect: -9223372036854775808 true
