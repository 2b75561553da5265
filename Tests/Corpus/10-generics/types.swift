// tier: 2
// Types over any type, with extensions that hold for some of them only.
struct Stack<Element> {
    private var items: [Element] = []
    var count: Int { items.count }
    mutating func push(_ item: Element) { items.append(item) }
    mutating func pop() -> Element? { items.popLast() }
    func map<T>(_ f: (Element) -> T) -> Stack<T> {
        var out = Stack<T>()
        for item in items { out.push(f(item)) }
        return out
    }
}
extension Stack where Element: Numeric {
    func sum() -> Element {
        var copy = self
        var total: Element = 0
        while let x = copy.pop() { total += x }
        return total
    }
}
extension Stack: CustomStringConvertible where Element: CustomStringConvertible {
    var description: String {
        var copy = self
        var words: [String] = []
        while let x = copy.pop() { words.append(x.description) }
        return words.reversed().joined(separator: "<")
    }
}
var s = Stack<Int>()
s.push(1)
s.push(2)
s.push(3)
print(s.count, s.sum(), s)  // expect: 3 6 1<2<3
print(s.pop()!, s.map { Double($0) / 2 }.sum())  // expect: 3 1.5
struct Pair<A, B> { var a: A; var b: B }
print(Pair(a: 1, b: "x"))  // expect: Pair<Int, String>(a: 1, b: "x")
let p = Pair<Double, [Int]>(a: 1, b: [2])
print(p.a, p.b)  // expect: 1.0 [2]
extension Pair: Equatable where A: Equatable, B: Equatable {}
print(Pair(a: 1, b: 2) == Pair(a: 1, b: 2))  // expect: true
enum Tree<T: Comparable> {
    case leaf
    indirect case node(Tree, T, Tree)
    func inserting(_ x: T) -> Tree {
        switch self {
        case .leaf: return .node(.leaf, x, .leaf)
        case .node(let l, let v, let r):
            return x < v ? .node(l.inserting(x), v, r) : .node(l, v, r.inserting(x))
        }
    }
    var sorted: [T] {
        switch self {
        case .leaf: return []
        case let .node(l, v, r): return l.sorted + [v] + r.sorted
        }
    }
}
var tree = Tree<Int>.leaf
for x in [5, 2, 8, 1] { tree = tree.inserting(x) }
print(tree.sorted)  // expect: [1, 2, 5, 8]
