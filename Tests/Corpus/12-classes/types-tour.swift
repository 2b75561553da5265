// tier: 2
// Static and class members, initialisers, subscripts, observers.
class Logger {
    static var level = 1
    static let shared = Logger()
    class var kind: String { "base" }
    func log(_ m: @autoclosure () -> String) { if Logger.level > 0 { print(m()) } }
}
Logger.shared.log("hi \(1 + 1)")  // expect: hi 2
Logger.level = 0
Logger.shared.log("no")
print(Logger.kind)  // expect: base
struct Config {
    static let `default` = Config(name: "d", retries: 3)
    var name: String
    var retries = 1
    static func == (l: Config, r: Config) -> Bool { l.name == r.name }
}
print(Config.default.retries, Config(name: "d") == .default)  // expect: 3 true
extension Config {
    init(_ n: String) { self.init(name: n, retries: 9) }
    var desc: String { "\(name)/\(retries)" }
}
print(Config("q").desc)  // expect: q/9
struct Celsius {
    var t: Double
    init(fromF f: Double) { t = (f - 32) / 1.8 }
    init(fromK k: Double) { t = k - 273.15 }
    init(_ c: Double) { t = c }
}
print(Celsius(fromF: 212).t, Celsius(fromK: 273.15).t, Celsius(37).t)  // expect: 100.0 0.0 37.0
struct Range2 {
    var lo = 0, hi = 10
    subscript(i: Int) -> Bool { i >= lo && i < hi }
    subscript(name: String) -> Int {
        get { name == "lo" ? lo : hi }
        set { if name == "lo" { lo = newValue } else { hi = newValue } }
    }
    static subscript(x: Int) -> Int { x * 2 }
}
var r = Range2()
r["hi"] = 5
print(r[7], r["hi"], Range2[4], r)  // expect: false 5 8 Range2(lo: 0, hi: 5)
class Temp {
    var c: Double {
        didSet {
            if c > 100 {
                print("hot")
                c = 100
            }
        }
    }
    init(_ c: Double) { self.c = c }
}
let tt = Temp(20)
tt.c = 150  // expect: hot
print(tt.c)  // expect: 100.0
tt.c += 1  // expect: hot
print(tt.c)  // expect: 100.0
struct Stat {
    private var n = 0
    private(set) var sum = 0.0
    mutating func add(_ x: Double) {
        n += 1
        sum += x
    }
    var mean: Double? { n > 0 ? sum / Double(n) : nil }
}
var stt = Stat()
print(stt.mean as Any)  // expect: nil
stt.add(4)
stt.add(5)
print(stt.mean!, stt.sum)  // expect: 4.5 9.0
class Par {
    func hook() -> String { "par" }
    func run() -> String { "run " + hook() }
    required init() {}
    static func make() -> Self { Self() }
}
class Chi: Par { override func hook() -> String { "chi" } }
print(Chi().run(), Par().run())  // expect: run chi run par
let p: Par = Chi()
print(p.run(), p is Chi, type(of: p) == Chi.self, type(of: p))  // expect: run chi true true Chi
func classify(_ n: Int) -> String {
    guard n != 0 else { return "zero" }
    let s = n > 0 ? "pos" : "neg"
    return s + (n % 2 == 0 ? " even" : " odd")
}
print([-3, 0, 4].map(classify))  // expect: ["neg odd", "zero", "pos even"]
print(
    min(3, 7), max("a", "b"), abs(-4), [3, 1].min() ?? 0, stride(from: 1, to: 2, by: 0.5).map { $0 },
    zip("ab", 1...).map { "\($0)\($1)" })  // expect: 3 b 4 1 [1.0, 1.5] ["a1", "b2"]
let op: (Int, Int) -> Int = (*)
print(op(3, 4), [1, 2, 3].reduce(1, *), [2, 3].map(Double.init), ["1"].compactMap(Int.init))
// expect: 12 6 [2.0, 3.0] [1]
print(
    "a".isEmpty, !"".isEmpty, "abc".first ?? "-", Array("hey").last!, "x".utf8.first!, Character("x").asciiValue!,
    "tést".count)  // expect: false false a y 120 120 4
