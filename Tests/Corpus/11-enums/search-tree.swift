// tier: 2
// A binary search tree as an indirect generic enum.
indirect enum Tree<T: Comparable> {
    case empty
    case node(Tree<T>, T, Tree<T>)
    func inserting(_ x: T) -> Tree<T> {
        switch self {
        case .empty: return .node(.empty, x, .empty)
        case .node(let l, let v, let r):
            if x < v { return .node(l.inserting(x), v, r) }
            if x > v { return .node(l, v, r.inserting(x)) }
            return self
        }
    }
    var depth: Int {
        switch self {
        case .empty: 0
        case .node(let l, _, let r): 1 + max(l.depth, r.depth)
        }
    }
    func inOrder(_ visit: (T) -> Void) {
        if case .node(let l, let v, let r) = self {
            l.inOrder(visit)
            visit(v)
            r.inOrder(visit)
        }
    }
    var count: Int {
        guard case .node(let l, _, let r) = self else { return 0 }
        return l.count + 1 + r.count
    }
}
var t = Tree<Int>.empty
for x in [5, 3, 8, 1, 4, 7, 9, 3] { t = t.inserting(x) }
t.inOrder { print($0, terminator: " ") }
print()
print(t.depth, t.count)
print(Tree.node(.empty, "a", .empty))
// expect: 1 3 4 5 7 8 9 
// expect: 3 7
// expect: node(main.Tree<Swift.String>.empty, "a", main.Tree<Swift.String>.empty)
