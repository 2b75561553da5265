// tier: 2
// Literals have members at once; an extension of Collection or Sequence reaches sets and dictionaries.
func precedence(_ op: Character) -> Int? { ["+": 1, "-": 1, "*": 2][op] }
print(precedence("*") ?? 0, precedence("?") ?? 0)  // expect: 2 0
print(["x": 1].first!, ["b", "a"].sorted()[0], [3, 1, 2].max()!)  // expect: (key: "x", value: 1) a 3
extension Collection where Element: BinaryInteger {
    var average: Double { isEmpty ? 0 : Double(reduce(0, +)) / Double(count) }
}
extension Sequence where Element: Numeric {
    func total() -> Element { reduce(0, +) }
}
print(Set([3, 5]).average, [1, 2].average, (1...4).average)  // expect: 4.0 1.5 2.5
print(["a": 1, "b": 2].values.total(), stride(from: 1, to: 10, by: 4).total())  // expect: 3 15
print(UInt16(0xABCD).byteSwapped, 2.0.isLess(than: 3))  // expect: 52651 true
