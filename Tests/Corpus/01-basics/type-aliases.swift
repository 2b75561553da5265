// tier: 1
// A second name for a type.
typealias Vector = [Double]
typealias Function = (Double) -> Double
let v: Vector = [1, 2]
let f: Function = { $0 * 2 }
print(v, f(1.5))  // expect: [1.0, 2.0] 3.0
func norm(_ v: Vector) -> Double {
    var sum = 0.0
    for x in v { sum += x * x }
    return sum.squareRoot()
}
print(norm([3, 4]))  // expect: 5.0
typealias Matrix = [Vector]
let m: Matrix = [[1, 0], [0, 1]]
print(m[1][1])  // expect: 1.0
