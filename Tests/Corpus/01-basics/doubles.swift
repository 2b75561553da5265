// tier: 1
// Double arithmetic, special values and comparisons with them.
print(1.5 + 2.25, 1.5 - 2.25, 1.5 * 2.25)  // expect: 3.75 -0.75 3.375
print(7.0 / 2, 1.0 / 3)  // expect: 3.5 0.3333333333333333
print(1.0 / 0, -1.0 / 0)  // expect: inf -inf
print((0.0 / 0).isNaN)  // expect: true
print(Double.nan == Double.nan, Double.nan != Double.nan)  // expect: false true
print(Double.nan < 1, Double.nan > 1)  // expect: false false
print(Double.infinity > 1e308)  // expect: true
print(0.1 + 0.2 == 0.3)  // expect: false
print(0.1 + 0.2)  // expect: 0.30000000000000004
print(-0.0, 0.0 == -0.0)  // expect: -0.0 true
print(5.5.truncatingRemainder(dividingBy: 2))  // expect: 1.5
print((-5.5).truncatingRemainder(dividingBy: 2))  // expect: -1.5
print(Double.pi)  // expect: 3.141592653589793
print(2.0.squareRoot())  // expect: 1.4142135623730951
print(abs(-2.5), min(1.5, -1), max(1, 2.5))  // expect: 2.5 -1.0 2.5
print(Double.infinity, -Double.infinity, Double.nan)  // expect: inf -inf nan
print((1.0).isFinite, Double.infinity.isInfinite, (-0.0).sign == .minus)  // expect: true true true
var x = 10.0
x += 1
x -= 2.5
x *= 2
x /= 4
print(x)  // expect: 4.25
