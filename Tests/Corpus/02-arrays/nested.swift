// tier: 1
// Arrays of arrays: matrices as rows, changed in place.
var m = [[1.0, 2.0], [3.0, 4.0]]
print(m[1][0])  // expect: 3.0
m[0][1] += 10
m[1][0] *= -1
print(m)  // expect: [[1.0, 12.0], [-3.0, 4.0]]
m.append([5, 6])
print(m.count, m[2])  // expect: 3 [5.0, 6.0]
m[2].append(7)
print(m[2].count)  // expect: 3
var grid = [[Int]](repeating: [Int](repeating: 0, count: 3), count: 2)
grid[1][2] = 5
print(grid)  // expect: [[0, 0, 0], [0, 0, 5]]
for row in 0..<2 {
    for column in 0..<3 { grid[row][column] += row * 10 + column }
}
print(grid)  // expect: [[0, 1, 2], [10, 11, 17]]
var cube = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
cube[1][0][1] += 100
print(cube[1][0])  // expect: [5, 106]
m.swapAt(0, 1)
print(m[0])  // expect: [-3.0, 4.0]
let transposed = (0..<2).map { c in m.prefix(2).map { $0[c] } }
print(transposed)  // expect: [[-3.0, 1.0], [4.0, 12.0]]
