// tier: 2
// The shortest way through a maze.
struct Point: Hashable { var x = 0, y = 0 }
enum Dir: CaseIterable {
    case up, right, down, left
    var delta: Point {
        switch self {
        case .up: Point(x: 0, y: -1)
        case .right: Point(x: 1)
        case .down: Point(y: 1)
        case .left: .init(x: -1, y: 0)
        }
    }
    mutating func turn() { self = Self.allCases[(Self.allCases.firstIndex(of: self)! + 1) % Self.allCases.count] }
}
extension Point { static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) } }
let maze = """
    #########
    #S..#...#
    #.#.#.#.#
    #.#...#E#
    #########
    """
let grid = maze.split(separator: "\n").map(Array.init)
func find(_ c: Character) -> Point? {
    for (y, r) in grid.enumerated() { if let x = r.firstIndex(of: c) { return Point(x: x, y: y) } }
    return nil
}
func solve(_ s: Point, _ e: Point) -> [Point]? {
    var q = [s]
    var prev: [Point: Point] = [:]
    var seen: Set = [s]
    var head = 0
    while head < q.count {
        let p = q[head]
        head += 1
        if p == e {
            var path = [p]
            var c = p
            while let n = prev[c] {
                path.append(n)
                c = n
            }
            return path.reversed()
        }
        for d in Dir.allCases {
            let n = p + d.delta
            guard grid[n.y][n.x] != "#", seen.insert(n).inserted else { continue }
            prev[n] = p
            q.append(n)
        }
    }
    return nil
}
if let s = find("S"), let e = find("E"), let path = solve(s, e) {
    print(path.count - 1)
    var g = grid
    for p in path.dropFirst().dropLast() { g[p.y][p.x] = "*" }
    g.forEach { print(String($0)) }
}
// expect: 12
// expect: #########
// expect: #S**#***#
// expect: #.#*#*#*#
// expect: #.#***#E#
// expect: #########
var d = Dir.up
d.turn()
print(d, Dir.allCases.map { "\($0)" }, d == .right)  // expect: right ["up", "right", "down", "left"] true
print(Point(), [Point(x: 1)], Set([Point(), Point()]).count, Point(x: 1) + Point(y: 2))
// expect: Point(x: 0, y: 0) [main.Point(x: 1, y: 0)] 1 Point(x: 1, y: 2)
