// tier: 1
// The forms of a closure, from the longest to the shortest.
let xs = [3, 1, 2]
print(xs.sorted(by: { (a: Int, b: Int) -> Bool in return a > b }))  // expect: [3, 2, 1]
print(xs.sorted(by: { (a, b) -> Bool in return a > b }))  // expect: [3, 2, 1]
print(xs.sorted(by: { a, b in return a > b }))  // expect: [3, 2, 1]
print(xs.sorted(by: { a, b in a > b }))  // expect: [3, 2, 1]
print(xs.sorted(by: { $0 > $1 }))  // expect: [3, 2, 1]
print(xs.sorted { $0 > $1 })  // expect: [3, 2, 1]
print(xs.sorted(by: >))  // expect: [3, 2, 1]
let relu = { (x: Double) -> Double in max(0, x) }
print(relu(-1), relu(2))  // expect: 0.0 2.0
let hello = { print("hello") }
hello()  // expect: hello
let ignore: (Int, Int) -> Int = { _, b in b }
print(ignore(1, 2))  // expect: 2
let sign: (Double) -> Int = { x in
    if x > 0 { return 1 }
    return x < 0 ? -1 : 0
}
print(sign(-3))  // expect: -1
print({ $0 + 1 }(4))  // expect: 5
let value: Int = {
    var n = 1
    for i in 1...4 { n *= i }
    return n
}()
print(value)  // expect: 24
func twice(_ body: () -> Void) {
    body()
    body()
}
twice { print("tick") }
// expect: tick
// expect: tick
func build(_ n: Int, with f: (Int) -> Double) -> [Double] { (0..<n).map(f) }
print(build(3) { Double($0) / 2 })  // expect: [0.0, 0.5, 1.0]
func choose(_ flag: Bool, yes: () -> String, no: () -> String) -> String { flag ? yes() : no() }
print(choose(false) { "left" } no: { "right" })  // expect: right
let tupled = [(1, 2), (3, 4)].map { $0.0 * $0.1 }
print(tupled, [(1, 2), (3, 4)].map { a, b in a + b })  // expect: [2, 12] [3, 7]
