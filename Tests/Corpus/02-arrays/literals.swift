// tier: 1
// Array literals, their types, counting and reading.
let a = [10, 20, 30]
print(a)  // expect: [10, 20, 30]
print(a[0], a[2], a.count)  // expect: 10 30 3
let empty: [Int] = []
print(empty, empty.isEmpty, empty.count)  // expect: [] true 0
let other = [Double]()
print(other.count)  // expect: 0
print([1.0, 2.5], ["a", "b"], [true])  // expect: [1.0, 2.5] ["a", "b"] [true]
let zeros = [Double](repeating: 0, count: 4)
print(zeros)  // expect: [0.0, 0.0, 0.0, 0.0]
print(Array(repeating: "x", count: 2))  // expect: ["x", "x"]
print(a.first!, a.last!, empty.first == nil)  // expect: 10 30 true
print(Array(1...5), Array(0..<3))  // expect: [1, 2, 3, 4, 5] [0, 1, 2]
print(a.indices)  // expect: 0..<3
print(a == [10, 20, 30], a != [1])  // expect: true true
let ints: Array<Int> = [1]
print(ints)  // expect: [1]
print([[1, 2], [3]], [[]] as [[Int]])  // expect: [[1, 2], [3]] [[]]
