// tier: 1
// Int literals and arithmetic: truncating division, remainder with the sign of the dividend, precedence.
print(7 + 3, 7 - 3, 7 * 3)  // expect: 10 4 21
print(7 / 2, -7 / 2, 7 / -2)  // expect: 3 -3 -3
print(7 % 3, -7 % 3, 7 % -3)  // expect: 1 -1 1
print(2 + 3 * 4)  // expect: 14
print((2 + 3) * 4)  // expect: 20
print(10 - 4 - 3)  // expect: 3
print(-3)  // expect: -3
let three = 3
print(-three, -(-three))  // expect: -3 3
print(1_000_000)  // expect: 1000000
print(0xFF, 0b1011, 0o17)  // expect: 255 11 15
print(Int.max)  // expect: 9223372036854775807
print(Int.min)  // expect: -9223372036854775808
var n = 10
n -= 3
n *= 2
n /= 4
n %= 2
print(n)  // expect: 1
print(abs(-5), min(3, 2), max(3, 2))  // expect: 5 2 3
print(7.isMultiple(of: 7), 7.isMultiple(of: 2))  // expect: true false
print((-5).magnitude, (-5).signum(), 12.description)  // expect: 5 -1 12
print(17.quotientAndRemainder(dividingBy: 5))  // expect: (quotient: 3, remainder: 2)
print(+4)  // expect: 4
