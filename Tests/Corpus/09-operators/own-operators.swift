// tier: 1
// Operators for own types, and operators of one's own with their precedence.
struct Vector: Equatable {
    var x, y: Double
    static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Vector, b: Vector) -> Vector { Vector(x: a.x - b.x, y: a.y - b.y) }
    static func * (k: Double, v: Vector) -> Vector { Vector(x: k * v.x, y: k * v.y) }
    static prefix func - (v: Vector) -> Vector { Vector(x: -v.x, y: -v.y) }
    static func += (a: inout Vector, b: Vector) { a = a + b }
}
let a = Vector(x: 1, y: 2)
let b = Vector(x: 10, y: 20)
print(a + b, a - b)  // expect: Vector(x: 11.0, y: 22.0) Vector(x: -9.0, y: -18.0)
print(2 * a + b)  // expect: Vector(x: 12.0, y: 24.0)
print(-a)  // expect: Vector(x: -1.0, y: -2.0)
var c = a
c += b
print(c == a + b, c != a)  // expect: true true
infix operator •: MultiplicationPrecedence
func • (a: [Double], b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
print([1, 2] • [3, 4])  // expect: 11.0
print([1, 2] • [3, 4] + 1)  // expect: 12.0
infix operator ** : PowerPrecedence
precedencegroup PowerPrecedence {
    associativity: right
    higherThan: MultiplicationPrecedence
}
func ** (base: Int, exponent: Int) -> Int {
    var result = 1
    for _ in 0..<exponent { result *= base }
    return result
}
print(2 ** 3 ** 2, 2 * 3 ** 2)  // expect: 512 18
postfix operator %
postfix func % (x: Double) -> Double { x / 100 }
print(50.0%)  // expect: 0.5
prefix operator √
prefix func √ (x: Double) -> Double { x.squareRoot() }
print(√16 + 1)  // expect: 5.0
func + (a: [Double], b: Double) -> [Double] { a.map { $0 + b } }
print([1.0, 2] + 0.5)  // expect: [1.5, 2.5]
