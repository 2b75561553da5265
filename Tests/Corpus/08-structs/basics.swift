// tier: 1
// A struct: stored properties, the initializer that comes for free, methods, copies.
struct Point {
    var x: Double
    var y = 0.0
    func length() -> Double { (x * x + y * y).squareRoot() }
    mutating func scale(by k: Double) {
        x *= k
        y *= k
    }
}
var p = Point(x: 3, y: 4)
print(p.x, p.y, p.length())  // expect: 3.0 4.0 5.0
let q = p
p.scale(by: 2)
p.x += 1
print(p.x, p.y, q.x, q.y)  // expect: 7.0 8.0 3.0 4.0
print(Point(x: 1).y)  // expect: 0.0
print(p)  // expect: Point(x: 7.0, y: 8.0)
var points = [Point(x: 1), Point(x: 2)]
points[0].y = 5
points[1].scale(by: 3)
print(points[0].y, points[1].x)  // expect: 5.0 6.0
print(points.map { $0.x })  // expect: [1.0, 6.0]
struct Line { var start: Point; var end: Point }
var line = Line(start: q, end: p)
line.end.x = 0
print(line.end.x, p.x)  // expect: 0.0 7.0
struct Empty {}
print(Empty())  // expect: Empty()
