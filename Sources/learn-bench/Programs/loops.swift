func run() -> Int {
    var s = 0
    for i in 0..<3000 {
        for j in 0..<3000 { s = (s + i * j) % 1_000_003 }
    }
    return s
}
print(run())
