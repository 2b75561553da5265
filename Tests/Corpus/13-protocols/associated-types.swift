// tier: 2
// A protocol that leaves a type open, and code over every type that fills it in.
protocol Container {
    associatedtype Item
    var items: [Item] { get }
    mutating func add(_ item: Item)
}
extension Container {
    var count: Int { items.count }
    mutating func addAll(_ more: [Item]) { for item in more { add(item) } }
}
extension Container where Item == Int {
    var sum: Int { items.reduce(0, +) }
}
struct Bag<T>: Container {
    var items: [T] = []
    mutating func add(_ item: T) { items.append(item) }
}
struct Evens: Container {
    var items: [Int] = []
    mutating func add(_ item: Int) { if item % 2 == 0 { items.append(item) } }
}
var bag = Bag<String>()
bag.addAll(["a", "b"])
print(bag.count, bag.items)  // expect: 2 ["a", "b"]
var evens = Evens()
evens.addAll([1, 2, 3, 4])
print(evens.count, evens.sum)  // expect: 2 6
func joined<C: Container>(_ c: C) -> String where C.Item: CustomStringConvertible {
    c.items.map { $0.description }.joined(separator: "/")
}
print(joined(evens), joined(bag))  // expect: 2/4 a/b
protocol Model {
    associatedtype Input
    func predict(_ x: Input) -> Double
}
struct Linear: Model {
    let w: Double
    func predict(_ x: Double) -> Double { w * x }
}
func evaluate<M: Model>(_ m: M, _ xs: [M.Input]) -> [Double] { xs.map(m.predict) }
print(evaluate(Linear(w: 2), [1, 2, 3]))  // expect: [2.0, 4.0, 6.0]
