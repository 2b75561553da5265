// tier: 2
// The game of life on a set of cells.
struct Life: CustomStringConvertible {
    var cells: Set<[Int]>
    let size: Int
    mutating func step() {
        var n: [[Int]: Int] = [:]
        for c in cells {
            for dx in -1...1 {
                for dy in -1...1 where dx != 0 || dy != 0 { n[[c[0] + dx, c[1] + dy], default: 0] += 1 }
            }
        }
        cells = Set(n.filter { $0.value == 3 || ($0.value == 2 && cells.contains($0.key)) }.keys)
    }
    var description: String {
        (0..<size).map { y in (0..<size).map { x in cells.contains([x, y]) ? "#" : "." }.joined() }.joined(
            separator: "\n")
    }
}
var life = Life(cells: [[1, 0], [2, 1], [0, 2], [1, 2], [2, 2]], size: 5)
for _ in 0..<4 { life.step() }
print(life)
// expect: .....
// expect: ..#..
// expect: ...#.
// expect: .###.
// expect: .....
