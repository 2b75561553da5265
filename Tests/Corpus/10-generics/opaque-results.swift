// tier: 2
// A function that returns `some P` says what its result can do, not what it is.
func squares(_ count: Int) -> some Collection<Int> { (0..<count).map { $0 * $0 } }
print(squares(4).count, squares(4).reversed())  // expect: 4 [9, 4, 1, 0]
print(squares(3).map { $0 + 1 })  // expect: [1, 2, 5]
var sum = 0
for square in squares(4) { sum += square }
print(sum)  // expect: 14

func evens(below limit: Int) -> some Sequence<Int> { stride(from: 0, to: limit, by: 2) }
print(evens(below: 9).reduce(0, +), evens(below: 5).sorted(by: >), Array(evens(below: 4)))  // expect: 20 [4, 2, 0] [0, 2]

// A result that depends on a literal's type decides before the literal beside it.
func last<C: Collection>(of items: C) -> C.Element? {
    var found: C.Element?
    for item in items { found = item }
    return found
}
print(last(of: "abc") ?? "-", last(of: [1.5]) ?? 2, last(of: "") ?? "?")  // expect: c 1.5 ?
