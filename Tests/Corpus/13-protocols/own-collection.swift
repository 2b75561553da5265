// tier: 2
// A collection of one's own needs start, end, index(after:) and a subscript.
struct Grid: Collection {
    let width: Int, height: Int
    var startIndex: Int { 0 }
    var endIndex: Int { width * height }
    func index(after i: Int) -> Int { i + 1 }
    subscript(i: Int) -> (Int, Int) { (i % width, i / width) }
}
let grid = Grid(width: 2, height: 2)
print(grid.count, grid.map { $0.0 + $0.1 }, grid.first!, grid.isEmpty, grid[3])
// expect: 4 [0, 1, 1, 2] (0, 0) false (1, 1)
print(grid.prefix(2).count, grid.dropFirst(3).map { $0.1 }, grid.contains { $0 == (1, 1) })  // expect: 2 [1] true
for (x, y) in grid where x == y { print(x, y) }
// expect: 0 0
// expect: 1 1
