// tier: 1
// Ranges as values.
let r = 2..<6
print(r, r.count, r.lowerBound, r.upperBound)  // expect: 2..<6 4 2 6
let c = 1...4
print(c, c.count, c.lowerBound, c.upperBound)  // expect: 1...4 4 1 4
print(r.contains(5), r.contains(6), r ~= 2)  // expect: true false true
print((0..<0).isEmpty, (1...1).isEmpty)  // expect: true false
print(Array(r), Array(c.reversed()))  // expect: [2, 3, 4, 5] [4, 3, 2, 1]
print((1...10).reduce(0, +))  // expect: 55
print((0.0...1.0).contains(0.5), (0.0..<1.0).contains(1))  // expect: true false
print(r.map { $0 * $0 })  // expect: [4, 9, 16, 25]
print(Array(stride(from: 0, to: 10, by: 4)))  // expect: [0, 4, 8]
print(Array(stride(from: 0, through: 8, by: 4)))  // expect: [0, 4, 8]
print(Array(stride(from: 1.0, to: 0, by: -0.5)))  // expect: [1.0, 0.5]
print(c.first!, c.last!, r.first!, r.last!)  // expect: 1 4 2 5
print(r == 2..<6, c.clamped(to: 3...9))  // expect: true 3...4
print((1...3).map { Double($0) / 2 })  // expect: [0.5, 1.0, 1.5]
print(zip(1..., ["a", "b"]).map { "\($0)\($1)" })  // expect: ["1a", "2b"]
print((1...6).min()!, (1...6).max()!, (1...6).filter { $0 > 4 })  // expect: 1 6 [5, 6]
