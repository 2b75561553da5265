// tier: 1
// The three that replace most loops.
let xs = [1.0, 2, 3]
print(xs.map { $0 * $0 })  // expect: [1.0, 4.0, 9.0]
print(xs.map { "x=\($0)" })  // expect: ["x=1.0", "x=2.0", "x=3.0"]
print(xs.filter { $0 > 1.5 })  // expect: [2.0, 3.0]
print(xs.reduce(0) { $0 + $1 })  // expect: 6.0
print(xs.reduce(0, +) / Double(xs.count))  // expect: 2.0
print((1...5).map { $0 * 10 })  // expect: [10, 20, 30, 40, 50]
print((1...10).filter { $0 % 3 == 0 })  // expect: [3, 6, 9]
print([1, 2, 3].map(Double.init))  // expect: [1.0, 2.0, 3.0]
print([1, 2, 3].map(String.init).joined(separator: "+"))  // expect: 1+2+3
print(["1", "x", "3"].compactMap { Int($0) })  // expect: [1, 3]
print(["1", "x", "3"].map { Int($0) })  // expect: [Optional(1), nil, Optional(3)]
print([[1, 2], [3]].flatMap { $0 })  // expect: [1, 2, 3]
print((1...3).flatMap { n in Array(repeating: n, count: n) })  // expect: [1, 2, 2, 3, 3, 3]
print(zip([1, 2, 3], [4, 5, 6]).map { $0 * $1 })  // expect: [4, 10, 18]
print(zip([1.0, 2], [3.0, 4]).map(*).reduce(0, +))  // expect: 11.0
print([3, 1, 2].reduce(into: [Int]()) { $0.insert($1, at: 0) })  // expect: [2, 1, 3]
let weights = [[1.0, 2], [3, 4]]
let input = [10.0, 1]
print(weights.map { row in zip(row, input).reduce(0) { $0 + $1.0 * $1.1 } })  // expect: [12.0, 34.0]
print([5, 3].enumerated().map { $0.offset * 100 + $0.element })  // expect: [5, 103]
print(xs.map { x -> Double in
    let y = x + 1
    return y / 2
})
// expect: [1.0, 1.5, 2.0]
