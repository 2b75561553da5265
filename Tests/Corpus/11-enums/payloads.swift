// tier: 2
// Cases that carry values.
enum Shape {
    case circle(radius: Double)
    case rectangle(Double, Double)
    case point
    var area: Double {
        switch self {
        case .circle(let r): return 3 * r * r
        case let .rectangle(w, h): return w * h
        case .point: return 0
        }
    }
}
let shapes: [Shape] = [.circle(radius: 2), .rectangle(2, 3), .point]
print(shapes.map { $0.area })  // expect: [12.0, 6.0, 0.0]
for shape in shapes { print(shape) }
// expect: circle(radius: 2.0)
// expect: rectangle(2.0, 3.0)
// expect: point
if case .circle(let r) = shapes[0] { print("radius \(r)") }  // expect: radius 2.0
if case .rectangle(let w, _) = shapes[1], w > 1 { print("wide \(w)") }  // expect: wide 2.0
enum Reading: Equatable { case value(Int), failed(String), none }
print(Reading.value(3) == .value(3), Reading.failed("x") == .none)  // expect: true false
func parse(_ text: String) -> Reading {
    if text.isEmpty { return .none }
    if let n = Int(text) { return .value(n) }
    return .failed(text)
}
for text in ["7", "x", ""] {
    switch parse(text) {
    case .value(let n) where n > 5: print("large", n)
    case .value(let n): print("small", n)
    case .failed(let why): print("failed", why)
    case .none: print("none")
    }
}
// expect: large 7
// expect: failed x
// expect: none
let make = Shape.circle
print(make(1).area)  // expect: 3.0
print([1, 2].map(Reading.value))  // expect: [main.Reading.value(1), main.Reading.value(2)]
let maybe: Shape? = .point
if case .point? = maybe { print("a point") }  // expect: a point
let result: Result<Int, Never> = .success(4)
print(result)  // expect: success(4)
