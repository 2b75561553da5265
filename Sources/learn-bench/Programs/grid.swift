func run() -> Int {
    let n = 100
    var g: [[Int]] = []
    for i in 0..<n {
        var row: [Int] = []
        for j in 0..<n { row.append(i * j % 10) }
        g.append(row)
    }
    for _ in 0..<300 {
        for i in 0..<n {
            for j in 0..<n { g[i][j] = (g[i][j] + g[i][(j + 1) % n] + g[(i + 1) % n][j]) % 1000 }
        }
    }
    return g[3][4] * 1000 + g[50][60]
}
print(run())
