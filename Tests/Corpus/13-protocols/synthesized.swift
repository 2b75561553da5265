// tier: 2
// Equatable, Hashable and Comparable: what is written by itself, and what one line gives.
struct Point: Hashable { var x = 0, y = 0 }
print(Point(x: 1) == Point(x: 1), Point(x: 1) != Point(y: 1))  // expect: true true
print(Set([Point(), Point(), Point(x: 1)]).count)  // expect: 2
var visits: [Point: Int] = [:]
visits[Point(x: 1), default: 0] += 1
visits[Point(x: 1), default: 0] += 1
print(visits[Point(x: 1)]!, visits[Point()] == nil)  // expect: 2 true
struct Version: Comparable {
    var major, minor: Int
    static func < (a: Version, b: Version) -> Bool { (a.major, a.minor) < (b.major, b.minor) }
}
let versions = [Version(major: 1, minor: 2), Version(major: 0, minor: 9), Version(major: 1, minor: 0)]
print(versions.sorted().map { "\($0.major).\($0.minor)" })  // expect: ["0.9", "1.0", "1.2"]
print(versions.max()!.minor, versions[0] >= versions[2])  // expect: 2 true
enum Size: Comparable { case small, medium, large }
print(Size.small < .large, [Size.large, .small, .medium].sorted())  // expect: true [main.Size.small, main.Size.medium, main.Size.large]
struct Name: Equatable {
    var text: String
    static func == (a: Name, b: Name) -> Bool { a.text.lowercased() == b.text.lowercased() }
}
print(Name(text: "Ada") == Name(text: "ADA"), [Name(text: "x")].contains(Name(text: "X")))  // expect: true true
print([Point(x: 2), Point()].firstIndex(of: Point())!)  // expect: 1
final class Item: Hashable {
    let id: Int
    init(_ id: Int) { self.id = id }
    static func == (a: Item, b: Item) -> Bool { a.id == b.id }
    func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
print(Set([Item(1), Item(1), Item(2)]).count)  // expect: 2
