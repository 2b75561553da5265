// tier: 1
// Rounding a Double: to nearest with halves away from zero, by a named rule, up, down, towards zero.
print((2.5).rounded(), (-2.5).rounded(), (3.4999).rounded())  // expect: 3.0 -3.0 3.0
print((2.5).rounded(.toNearestOrEven), (3.5).rounded(.toNearestOrEven))  // expect: 2.0 4.0
print((2.1).rounded(.up), (-2.1).rounded(.up))  // expect: 3.0 -2.0
print((2.9).rounded(.down), (-2.1).rounded(.down))  // expect: 2.0 -3.0
print((2.9).rounded(.towardZero), (-2.9).rounded(.towardZero))  // expect: 2.0 -2.0
print((2.1).rounded(.awayFromZero))  // expect: 3.0
var x = 7.6
x.round()
print(x)  // expect: 8.0
print((3.14159 * 100).rounded() / 100)  // expect: 3.14
print((-0.4).rounded())  // expect: -0.0
print(Int((2.5).rounded()))  // expect: 3
