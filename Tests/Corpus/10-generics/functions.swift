// tier: 1
// Functions over any type, with and without demands on it.
func first<T>(_ items: [T], or fallback: T) -> T { items.isEmpty ? fallback : items[0] }
print(first([1, 2], or: 0), first([], or: "none"))  // expect: 1 none
func largest<T: Comparable>(_ items: [T]) -> T? {
    guard var best = items.first else { return nil }
    for item in items where item > best { best = item }
    return best
}
print(largest([3, 9, 4])!, largest(["b", "a"])!, largest([Double]()) == nil)  // expect: 9 b true
func exchange<T>(_ a: inout T, _ b: inout T) { (a, b) = (b, a) }
var x = "left", y = "right"
exchange(&x, &y)
print(x, y)  // expect: right left
func count<T: Equatable>(_ value: T, in items: [T]) -> Int { items.filter { $0 == value }.count }
print(count(1, in: [1, 2, 1]), count("a", in: ["b"]))  // expect: 2 0
func total<N: Numeric>(_ xs: [N]) -> N { xs.reduce(0, +) }
print(total([1, 2, 3]), total([0.5, 0.25]))  // expect: 6 0.75
func map<A, B>(_ xs: [A], _ f: (A) -> B) -> [B] {
    var out: [B] = []
    for x in xs { out.append(f(x)) }
    return out
}
print(map([1, 2]) { "n\($0)" }, map(["a", "bb"]) { $0.count })  // expect: ["n1", "n2"] [1, 2]
func pair<A, B>(_ a: A, _ b: B) -> (A, B) { (a, b) }
print(pair(1, "x"))  // expect: (1, "x")
func dot<F: FloatingPoint>(_ a: [F], _ b: [F]) -> F {
    var sum: F = 0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
}
print(dot([1.0, 2], [3, 4]), dot([1, 2] as [Float], [3, 4]))  // expect: 11.0 11.0
