// tier: 2
// where clauses, extensions of arrays, some and opaque parameters.
extension Array where Element == Double {
    var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
    func scaled(by k: Double) -> [Double] { map { $0 * k } }
}
print([1.0, 2, 6].mean, [1.0, 2].scaled(by: 3))  // expect: 3.0 [3.0, 6.0]
extension Array where Element: Equatable {
    func indices(of value: Element) -> [Int] { indices.filter { self[$0] == value } }
}
print([1, 2, 1].indices(of: 1))  // expect: [0, 2]
extension Sequence where Element: Numeric {
    func total() -> Element { reduce(0, +) }
}
print([1, 2].total(), (1...4).total(), Set([2.5]).total())  // expect: 3 10 2.5
func same<S: Sequence, T: Sequence>(_ a: S, _ b: T) -> Bool where S.Element == T.Element, S.Element: Equatable {
    Array(a) == Array(b)
}
print(same([1, 2], 1...2))  // expect: true
func longest(_ items: some Collection<String>) -> String { items.max { $0.count < $1.count } ?? "" }
print(longest(["a", "ccc", "bb"]))  // expect: ccc
extension Int {
    var squared: Int { self * self }
    func times(_ body: () -> Void) { for _ in 0..<self { body() } }
}
print(3.squared, 2.squared.squared)  // expect: 9 16
2.times { print("hi") }
// expect: hi
// expect: hi
extension Double {
    static let half = 0.5
    init(percent: Int) { self = Double(percent) / 100 }
}
print(Double.half, Double(percent: 25))  // expect: 0.5 0.25
