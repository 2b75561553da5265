// tier: 2
// Other sequence methods that people use.
let a = [5, 2, 8]
print(a.enumerated().max { $0.element < $1.element }!.offset)  // expect: 2
print(Array(zip(a, a.dropFirst())).map { $1 - $0 })  // expect: [-3, 6]
print(a.indices.map { a[$0] }, a.isEmpty)  // expect: [5, 2, 8] false
print(sequence(first: 1) { $0 < 50 ? $0 * 3 : nil }.map { $0 })  // expect: [1, 3, 9, 27, 81]
print(a.lazy.map { $0 * 2 }.filter { $0 > 5 }.first!)  // expect: 10
print([1, 2, 3, 4].partitioned { $0 % 2 == 0 })  // expect: ([1, 3], [2, 4])
extension Array {
    func partitioned(by test: (Element) -> Bool) -> ([Element], [Element]) {
        (filter { !test($0) }, filter(test))
    }
}
print(["b", "a"].sorted().first ?? "none")  // expect: a
print([3, 1, 2].sorted { a, b in a > b })  // expect: [3, 2, 1]
print([[2, 1], [1, 9]].sorted { $0[0] < $1[0] })  // expect: [[1, 9], [2, 1]]
print(a.first.map { $0 + 1 } ?? 0)  // expect: 6
print(repeatElement(7, count: 3).map { $0 })  // expect: [7, 7, 7]
print([1, 2, 3].last(where: { $0 < 3 })!)  // expect: 2
print((1...4).reduce(into: 1) { $0 *= $1 })  // expect: 24
print(["x", "y"].randomElement() != nil, [Int]().randomElement() == nil)  // expect: true true
print(a.min { abs($0 - 6) < abs($1 - 6) }!)  // expect: 5
print(a.shuffled().sorted())  // expect: [2, 5, 8]
