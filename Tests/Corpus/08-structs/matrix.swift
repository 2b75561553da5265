// tier: 1
// A matrix as a struct with a subscript of two indexes.
struct Matrix: Equatable {
    let rows: Int, columns: Int
    var grid: [Double]
    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        grid = Array(repeating: 0.0, count: rows * columns)
    }
    init(_ r: [[Double]]) {
        self.init(rows: r.count, columns: r[0].count)
        for i in 0..<rows { for j in 0..<columns { self[i, j] = r[i][j] } }
    }
    func indexIsValid(row: Int, column: Int) -> Bool { row >= 0 && row < rows && column >= 0 && column < columns }
    subscript(row: Int, column: Int) -> Double {
        get {
            assert(indexIsValid(row: row, column: column), "Index out of range")
            return grid[(row * columns) + column]
        }
        set {
            assert(indexIsValid(row: row, column: column), "Index out of range")
            grid[(row * columns) + column] = newValue
        }
    }
    static func * (l: Matrix, r: Matrix) -> Matrix {
        precondition(l.columns == r.rows)
        var m = Matrix(rows: l.rows, columns: r.columns)
        for i in 0..<l.rows { for j in 0..<r.columns { for k in 0..<l.columns { m[i, j] += l[i, k] * r[k, j] } } }
        return m
    }
    var transposed: Matrix {
        var m = Matrix(rows: columns, columns: rows)
        for i in 0..<rows { for j in 0..<columns { m[j, i] = self[i, j] } }
        return m
    }
}
let a = Matrix([[1, 2], [3, 4]])
let b = Matrix([[0, 1], [1, 0]])
print(a * b)  // expect: Matrix(rows: 2, columns: 2, grid: [2.0, 1.0, 4.0, 3.0])
print((a * b).transposed.grid, a == b, a != b)  // expect: [2.0, 4.0, 1.0, 3.0] false true
var c = a
c[0, 0] += 10
c[1, 1] *= -1
print(c)  // expect: Matrix(rows: 2, columns: 2, grid: [11.0, 2.0, 3.0, -4.0])
