// tier: 1
// Matrix product, transpose and a vector, with arrays of arrays.
typealias Matrix = [[Double]]
func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a[0].count == b.count, "shapes do not fit")
    var out = Matrix(repeating: [Double](repeating: 0, count: b[0].count), count: a.count)
    for i in a.indices {
        for j in b[0].indices {
            for k in b.indices { out[i][j] += a[i][k] * b[k][j] }
        }
    }
    return out
}
func * (a: Matrix, v: [Double]) -> [Double] { a.map { row in zip(row, v).map(*).reduce(0, +) } }
func transpose(_ m: Matrix) -> Matrix { m[0].indices.map { j in m.map { $0[j] } } }
let a: Matrix = [[1, 2], [3, 4]]
let b: Matrix = [[0, 1], [1, 0]]
print(a * b)  // expect: [[2.0, 1.0], [4.0, 3.0]]
print(a * [1, -1])  // expect: [-1.0, -1.0]
print(transpose([[1, 2, 3], [4, 5, 6]]))  // expect: [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]
print(a * transpose(a))  // expect: [[5.0, 11.0], [11.0, 25.0]]
for row in a { print(row.map { "\($0)" }.joined(separator: "\t")) }
// expect: 1.0	2.0
// expect: 3.0	4.0
