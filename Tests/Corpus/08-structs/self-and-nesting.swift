// tier: 2
// Types inside types, self as a whole, Self, methods that return a changed copy.
struct Graph {
    struct Edge { var from: Int, to: Int }
    enum Kind { case directed, plain }
    var edges: [Edge] = []
    var kind = Kind.plain
    mutating func add(_ a: Int, _ b: Int) -> Self {
        edges.append(Edge(from: a, to: b))
        return self
    }
    func adding(_ a: Int, _ b: Int) -> Self {
        var copy = self
        _ = copy.add(a, b)
        return copy
    }
    mutating func reset() { self = Graph() }
}
var g = Graph()
_ = g.add(1, 2)
print(g.adding(2, 3).adding(3, 1).edges.count, g.edges.count)  // expect: 3 1
let e = Graph.Edge(from: 7, to: 8)
print(e.from, e)  // expect: 7 Edge(from: 7, to: 8)
g.kind = .directed
print(g.kind)  // expect: directed
g.reset()
print(g.edges.isEmpty, g.kind)  // expect: true plain
struct Vec: Equatable, Hashable {
    var x, y: Int
    static let zero = Vec(x: 0, y: 0)
    static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y) }
}
print(Vec(x: 1, y: 2) + .zero == Vec(x: 1, y: 2))  // expect: true
let v: Vec = .zero
print(v, Set([v, .zero]).count)  // expect: Vec(x: 0, y: 0) 1
struct Lazy {
    lazy var slow: Int = {
        print("once")
        return 42
    }()
}
var lazy = Lazy()
print(lazy.slow)
// expect: once
// expect: 42
print(lazy.slow)  // expect: 42
