// tier: 2
// Optionals in chains, patterns, collections and assignments.
let a: Int? = 5
let b: Int? = nil
print(
    a.map { $0 * 2 } as Any, b.map { $0 * 2 } as Any, a.flatMap { $0 > 3 ? $0 : nil } as Any, a ?? 0, b ?? a ?? -1,
    a == 5, b == nil, a != b)  // expect: Optional(10) nil Optional(5) 5 5 true true true
if let a, let x = Optional(3), a > x { print(a - x) }  // expect: 2
struct Addr {
    var street: String?
    var num: Int = 3
}
class Pers {
    var addr: Addr?
    var friend: Pers?
    var tags: [String: [Int]] = [:]
    func name() -> String { "P" }
}
let p = Pers()
print(p.addr?.street?.count as Any, p.friend?.friend?.name() as Any)  // expect: nil nil
p.addr = Addr(street: "Main")
p.addr?.num += 4
p.friend = Pers()
p.friend?.addr = Addr()
p.friend!.tags["a"] = [1]
p.friend?.tags["a"]?.append(2)
p.friend?.tags["b", default: []].append(7)
print(
    p.addr!.street!.uppercased(), p.addr?.num ?? 0, p.friend?.tags["a"]?.last as Any, p.friend?.tags["z"]?.first as Any)
// expect: MAIN 7 Optional(2) nil
print((p.friend?.addr?.street = "X") as Any, p.friend?.addr?.street as Any)  // expect: Optional(()) Optional("X")
let arr: [Int?] = [1, nil, 3]
print(arr, arr.compactMap { $0 }.reduce(0, +), arr.first as Any, arr[1] as Any)
// expect: [Optional(1), nil, Optional(3)] 4 Optional(Optional(1)) nil
let dd: [String: Int?] = ["a": 1, "b": nil]
print(dd["a"] as Any, dd["b"] as Any, dd["c"] as Any)  // expect: Optional(Optional(1)) Optional(nil) nil
func find(_ n: Int) -> Int? { n > 2 ? n : nil }
guard let f = find(3) else { fatalError() }
print(f)  // expect: 3
let nested: Int?? = .some(nil)
print(nested as Any, nested == nil, nested ?? 7 as Any)  // expect: Optional(nil) false nil
switch a {
case let x? where x > 3: print("big", x)
case .some(let x): print(x)
case nil: print("none")
}  // expect: big 5
var o: String? = "hi"
o?.append("!")
print(o!, o?.isEmpty == false)  // expect: hi! true
o = nil
print(o?.count ?? -1)  // expect: -1
let u: String! = "imp"
print(u.count, u as Any)  // expect: 3 Optional("imp")
var iv: Int! = nil
iv = 4
print(iv + 1)  // expect: 5
print(Int("12").map { $0 + 1 } ?? 0, [1, 2].first.map(String.init) ?? "-", Optional<String>.none ?? "def")
while let x = [1, 2].randomElement(), x > 5 { print("never") }  // expect: 13 1 def
print(type(of: a), type(of: o))  // expect: Optional<Int> Optional<String>
