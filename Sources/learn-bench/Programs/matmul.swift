func run() -> Double {
    let n = 120
    var r = 0.0
    var a: [Double] = []
    var b: [Double] = []
    for i in 0..<n * n {
        a.append(Double(i % 7))
        b.append(Double(i % 5))
    }
    var c = [Double](repeating: 0, count: n * n)
    for rep in 0..<5 {
        for i in 0..<n {
            for j in 0..<n {
                var s = 0.0
                for k in 0..<n { s += a[i * n + k] * b[k * n + j] }
                c[i * n + j] = s
            }
        }
        r += c[n + rep]
    }
    return r
}
print(Int(run()))
