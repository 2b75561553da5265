// tier: 1
// A type of our own that is read and written with square brackets.
struct Matrix {
    let rows: Int, columns: Int
    var grid: [Double]
    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        grid = Array(repeating: 0, count: rows * columns)
    }
    subscript(r: Int, c: Int) -> Double {
        get { grid[r * columns + c] }
        set { grid[r * columns + c] = newValue }
    }
    subscript(row r: Int) -> [Double] { Array(grid[r * columns..<(r + 1) * columns]) }
}
var m = Matrix(rows: 2, columns: 2)
m[0, 1] = 5
m[1, 0] += 2.5
m[1, 0] *= 2
print(m.grid)  // expect: [0.0, 5.0, 5.0, 0.0]
print(m[0, 1], m[row: 1])  // expect: 5.0 [5.0, 0.0]
func bump(_ x: inout Double) { x += 100 }
bump(&m[1, 1])
print(m[1, 1])  // expect: 100.0
struct Table {
    var cells: [[Int]]
    subscript(i: Int) -> [Int] {
        get { cells[i] }
        set { cells[i] = newValue }
    }
}
var t = Table(cells: [[1, 2], [3, 4]])
t[0][1] = 9
t[1].append(5)
print(t.cells)  // expect: [[1, 9], [3, 4, 5]]
struct Squares {
    static subscript(n: Int) -> Int { n * n }
    subscript(_ n: Int, times k: Int = 1) -> Int { n * k }
}
print(Squares[7], Squares()[3], Squares()[3, times: 4])  // expect: 49 3 12
