// tier: 1
// Functions: labels, no labels, two names for one parameter, a single expression as body, Void.
func add(_ a: Int, _ b: Int) -> Int { a + b }
print(add(2, 3))  // expect: 5
func power(base: Double, exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
}
print(power(base: 2, exponent: 10))  // expect: 1024.0
func move(from start: Int, to end: Int) -> Int { end - start }
print(move(from: 3, to: 10))  // expect: 7
func greet(_ name: String) { print("Hi, \(name)") }
greet("Ada")  // expect: Hi, Ada
func nothing() -> Void {}
nothing()
print(nothing() == ())  // expect: true
func early(_ n: Int) -> String {
    if n < 0 { return "negative" }
    return "other"
}
print(early(-1), early(1))  // expect: negative other
@discardableResult
func record(_ n: Int) -> Int {
    print("recorded \(n)")
    return n
}
record(1)  // expect: recorded 1
_ = record(2)  // expect: recorded 2
print(later(4))  // expect: 16
func later(_ n: Int) -> Int { n * n }
func minmax(_ xs: [Int]) -> (min: Int, max: Int) { (xs.min()!, xs.max()!) }
let m = minmax([3, 1, 2])
print(m.min, m.max, m)  // expect: 1 3 (min: 1, max: 3)
