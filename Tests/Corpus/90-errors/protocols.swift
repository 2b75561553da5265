// tier: 2
// A conformance provides everything that the protocol asks for.
protocol Shape {
    var area: Double { get }
    func name() -> String
}
struct Square: Shape { var side = 1.0 }  // error: Shape
struct Circle: Shape {  // error: Shape
    var area: Int { 3 }
    func name() -> String { "circle" }
}
struct Point {}
let s: any Shape = Point()  // error: Shape
struct Line: Missing {}  // error: Missing
let t = Shape()  // error: Shape
