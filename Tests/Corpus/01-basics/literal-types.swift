// tier: 1
// A literal takes the type that its surroundings ask for; Int and Double are only what is left when nobody asks.
let a: Double = 3
print(a)  // expect: 3.0
let b: Double = 3 / 2
print(b)  // expect: 1.5
print(3 / 2)  // expect: 1
print(1 / 2, 1.0 / 2, 1 / 2.0)  // expect: 0 0.5 0.5
print(Double(1 / 2))  // expect: 0.0
print(Double(1) / 2)  // expect: 0.5
let half = 1 / 2.0 + 1
print(half)  // expect: 1.5
let n = 7
print(Double(n) / 2)  // expect: 3.5
print(n / 2)  // expect: 3
print(2 * Double(n) + 1)  // expect: 15.0
let mixed = [1, 2.5, 3]
print(mixed)  // expect: [1.0, 2.5, 3.0]
let whole: [Double] = [1, 2, 3]
print(whole)  // expect: [1.0, 2.0, 3.0]
let x = 0.5
print(2 * x, 1 - x, -x * 3 + 1)  // expect: 1.0 0.5 -0.5
print(x * (1 - x))  // expect: 0.25
func square(_ v: Double) -> Double { v * v }
print(square(3), square(3 / 2))  // expect: 9.0 2.25
let pair: (Double, Int) = (1, 1)
print(pair)  // expect: (1.0, 1)
let maybe: Double? = 4
print(maybe! / 8)  // expect: 0.5
let grid: [[Double]] = [[1, 0], [0, 1]]
print(grid[0])  // expect: [1.0, 0.0]
print([1, 2] + [3.5])  // expect: [1.0, 2.0, 3.5]
let choice = true ? 1 : 2.5
print(choice)  // expect: 1.0
var total: Double = 0
total += 1
print(total / 3 * 3)  // expect: 1.0
print(5 + 2.0 * 3 - 1)  // expect: 10.0
print(1 + 2 == 3.0)  // expect: true
let big: Double = 1_000_000
print(big)  // expect: 1000000.0
