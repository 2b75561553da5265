func run() -> Double {
    var x = 0.5
    for _ in 0..<10_000_000 { x = 3.9 * x * (1.0 - x) }
    return x
}
print(Int(run() * 1e12))
