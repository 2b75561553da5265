// tier: 1
// Functions as values: stored, passed, returned, put in arrays.
func square(_ x: Double) -> Double { x * x }
let f = square
print(f(3))  // expect: 9.0
func apply(_ f: (Double) -> Double, to x: Double) -> Double { f(x) }
print(apply(square, to: 4))  // expect: 16.0
func derivative(_ f: @escaping (Double) -> Double, h: Double = 0.5) -> (Double) -> Double {
    { x in (f(x + h) - f(x - h)) / (2 * h) }
}
print(derivative(square)(3))  // expect: 6.0
let table: [(String, (Double) -> Double)] = [("id", { $0 }), ("neg", { -$0 }), ("sq", square)]
for (name, g) in table { print(name, g(2)) }
// expect: id 2.0
// expect: neg -2.0
// expect: sq 4.0
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
print(compose(square, { "<\($0)>" })(2))  // expect: <4.0>
func add(_ a: Int) -> (Int) -> Int { { a + $0 } }
print(add(3)(4))  // expect: 7
print([3, 1, 2].sorted(by: <), [1, 2, 3].reduce(0, +))  // expect: [1, 2, 3] 6
var step: (Int) -> Int = { $0 + 1 }
print(step(1))  // expect: 2
step = { $0 * 100 }
print(step(1))  // expect: 100
let none: ((Int) -> Int)? = nil
print(none?(1) ?? -1)  // expect: -1
let maximum: (Int, Int) -> Int = max
print(maximum(3, 9))  // expect: 9
