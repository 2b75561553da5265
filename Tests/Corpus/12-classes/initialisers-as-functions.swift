// tier: 2
// An initialiser is a function, a class's too: it creates an instance.
class A {
    var x: Int
    init(_ x: Int) { self.x = x }
    init?(text: String) {
        guard let v = Int(text) else { return nil }
        x = v
    }
    convenience init() { self.init(7) }
}
class B: A {
    let y: Int
    init(x: Int, y: Int) {
        self.y = y
        super.init(x)
    }
}
class G<T> {
    let v: T
    init(v: T) { self.v = v }
}
let f = A.init(_:)
print(f(3).x)  // expect: 3
var list: [A] = (1...3).map(A.init)
print(list.map { $0.x })  // expect: [1, 2, 3]
list.removeAll { $0.x == 2 }
list = []
let pairs = zip([1, 2], [3, 4]).map(B.init(x:y:))
print(pairs.map { $0.x * $0.y })  // expect: [3, 8]
let opt = ["4", "x"].map(A.init(text:))
print(opt.map { $0?.x ?? -1 }, ["5", "q"].compactMap(A.init(text:)).count)  // expect: [4, -1] 1
let g: (String) -> G<String> = G.init
print(g("s").v, [1.5].map(G.init(v:)).map(\.v))  // expect: s [1.5]
