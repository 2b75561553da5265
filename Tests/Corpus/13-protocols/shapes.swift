// tier: 2
// Values of different types behind one protocol.
protocol Shape {
    var name: String { get }
    func area() -> Double
    func perimeter() -> Double
}
extension Shape {
    var name: String { String(describing: type(of: self)) }
    func describe() -> String { "\(name): area \(area()), perimeter \(perimeter())" }
}
struct Circle: Shape {
    let r: Double
    func area() -> Double { .pi * r * r }
    func perimeter() -> Double { 2 * .pi * r }
}
struct Rect: Shape {
    var w, h: Double
    func area() -> Double { w * h }
    func perimeter() -> Double { 2 * (w + h) }
    var name: String { w == h ? "Square" : "Rect" }
}
let shapes: [any Shape] = [Circle(r: 1), Rect(w: 2, h: 3), Rect(w: 2, h: 2)]
for s in shapes { print(s.describe()) }
// expect: Circle: area 3.141592653589793, perimeter 6.283185307179586
// expect: Rect: area 6.0, perimeter 10.0
// expect: Square: area 4.0, perimeter 8.0
let total = shapes.map { $0.area() }.reduce(0, +)
print(total)  // expect: 13.141592653589793
let big = shapes.max { $0.area() < $1.area() }
print(big?.name ?? "none")  // expect: Rect
for case let r as Rect in shapes { print(r) }
// expect: Rect(w: 2.0, h: 3.0)
// expect: Rect(w: 2.0, h: 2.0)
print(shapes.compactMap { $0 as? Circle }.count)  // expect: 1
func biggest<S: Shape>(_ a: S, _ b: S) -> S { a.area() > b.area() ? a : b }
print(biggest(Circle(r: 2), Circle(r: 1)))  // expect: Circle(r: 2.0)
func make(_ n: Int) -> some Shape { Rect(w: Double(n), h: 1) }
print(make(4).area())  // expect: 4.0
let sorted = shapes.sorted(by: { $0.perimeter() > $1.perimeter() }).map(\.name)
print(sorted)  // expect: ["Rect", "Square", "Circle"]
