// tier: 2
// Raw values, payloads, patterns, indirect and generic enums.
enum Planet: Int, CaseIterable {
    case mercury = 1
    case venus, earth
    var isHome: Bool { self == .earth }
    static var count: Int { allCases.count }
    init?(name: String) {
        guard let p = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
        self = p
    }
    static func < (a: Planet, b: Planet) -> Bool { a.rawValue < b.rawValue }
}
print(
    Planet(name: "earth")!.isHome, Planet(name: "x") == nil, Planet.count, Planet.venus.rawValue,
    Planet.mercury < .earth)
enum Barcode {
    case upc(Int, Int, Int, Int)
    case qr(String)
    var text: String {
        switch self {
        case .upc(let a, let b, let c, let d): "\(a)-\(b)-\(c)-\(d)"
        case .qr(let s): s
        }
    }
}
var bc = Barcode.upc(8, 85909, 51226, 3)
print(bc.text)
bc = .qr("ABC")
print(bc, bc.text)
enum Beverage: String {
    case coffee
    case tea = "Tea!"
    mutating func next() { self = self == .coffee ? .tea : .coffee }
}
var bev = Beverage.coffee
bev.next()
print(bev, bev.rawValue, Beverage(rawValue: "coffee") as Any)
enum Tree {
    case leaf
    indirect case node(Tree, Int, Tree)
    var sum: Int { if case .node(let l, let v, let r) = self { l.sum + v + r.sum } else { 0 } }
}
print(Tree.node(.node(.leaf, 1, .leaf), 2, .leaf).sum)
enum Light {
    case red, yellow, green
    static let start = Light.red
    func next() -> Light {
        switch self {
        case .red: .green
        case .yellow: .red
        case .green: .yellow
        }
    }
}
var l = Light.start
for _ in 1...4 {
    print(l, terminator: " ")
    l = l.next()
}
print()
enum HTTP: Error, Equatable {
    case status(Int)
    case offline
}
let errs: [HTTP] = [.status(404), .offline, .status(500)]
print(
    errs.filter { if case .status = $0 { true } else { false } }.count, errs.contains(.offline),
    errs.firstIndex(of: .status(500))!)
for case .status(let c) in errs where c >= 500 { print("server", c) }
switch errs[0] {
case .status(400..<500): print("client")
case .status: print("other")
case .offline: print("off")
}
enum Either<L, R> {
    case left(L)
    case right(R)
    func fold<T>(_ f: (L) -> T, _ g: (R) -> T) -> T {
        switch self {
        case .left(let l): f(l)
        case .right(let r): g(r)
        }
    }
}
let es: [Either<Int, String>] = [.left(1), .right("b")]
print(es.map { $0.fold({ "\($0)" }, { $0 }) }, es)
enum Op: String, CaseIterable {
    case add = "+"
    case sub = "-"
    var f: (Int, Int) -> Int {
        switch self {
        case .add: (+)
        case .sub: (-)
        }
    }
}
for o in Op.allCases { print(o.rawValue, o.f(5, 3)) }
struct Opts: OptionSet {
    let rawValue: Int
    static let a = Opts(rawValue: 1 << 0), b = Opts(rawValue: 1 << 1)
    static let all: Opts = [.a, .b]
}
var op: Opts = [.a]
op.insert(.b)
print(op.contains(.b), op == .all, op.rawValue, Opts([]).isEmpty, op.subtracting(.a).rawValue)
enum Nested {
    enum Inner { case x }
    case y(Inner)
    struct S { var v = Inner.x }
}
print(Nested.y(.x), Nested.S(), Nested.Inner.x)
// expect: true true 3 2 true
// expect: 8-85909-51226-3
// expect: qr("ABC") ABC
// expect: tea Tea! Optional(main.Beverage.coffee)
// expect: 3
// expect: red green yellow red 
// expect: 2 true 2
// expect: server 500
// expect: client
// expect: ["1", "b"] [main.Either<Swift.Int, Swift.String>.left(1), main.Either<Swift.Int, Swift.String>.right("b")]
// expect: + 8
// expect: - 2
// expect: true true 3 true 2
// expect: y(main.Nested.Inner.x) S(v: main.Nested.Inner.x) x
