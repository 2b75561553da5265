// tier: 2
// Protocols: a promise that several types keep, with default implementations.
protocol Shape {
    var area: Double { get }
    var name: String { get }
    func describe() -> String
}
extension Shape {
    var name: String { "shape" }
    func describe() -> String { "\(name) of \(area)" }
}
struct Square: Shape {
    var side: Double
    var area: Double { side * side }
}
struct Circle: Shape {
    var radius: Double
    var area: Double { 3 * radius * radius }
    var name: String { "circle" }
}
let shapes: [any Shape] = [Square(side: 2), Circle(radius: 1)]
for shape in shapes { print(shape.describe()) }
// expect: shape of 4.0
// expect: circle of 3.0
print(shapes.map { $0.area }.reduce(0, +))  // expect: 7.0
func twice<S: Shape>(_ s: S) -> Double { s.area * 2 }
print(twice(Square(side: 3)))  // expect: 18.0
func show(_ s: some Shape) -> String { s.describe() }
print(show(Circle(radius: 2)))  // expect: circle of 12.0
func make() -> some Shape { Square(side: 1) }
print(make().name)  // expect: shape
print(shapes[0] is Square, (shapes[1] as? Circle)?.radius ?? 0)  // expect: true 1.0
protocol Resettable { mutating func reset() }
struct Counter: Resettable {
    var n = 5
    mutating func reset() { n = 0 }
}
var counter = Counter()
counter.reset()
print(counter.n)  // expect: 0
protocol Named { static var label: String { get }; init(_ n: Int) }
struct A: Named {
    static let label = "A"
    let n: Int
    init(_ n: Int) { self.n = n }
}
func build<T: Named>(_ type: T.Type) -> (String, T) { (T.label, T(3)) }
print(build(A.self).0, build(A.self).1.n)  // expect: A 3
