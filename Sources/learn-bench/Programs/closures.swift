func compose(_ f: @escaping (Int) -> Int, _ g: @escaping (Int) -> Int) -> (Int) -> Int {
    { g(f($0)) }
}

func makeCounter() -> () -> Int {
    var count = 0
    return {
        count += 1
        return count
    }
}

func run() -> Int {
    let numbers = Array(0..<2000)
    var total = 0
    for round in 0..<400 {
        let squares = numbers.map { $0 * $0 % 1009 }
        let even = squares.filter { $0 % 2 == 0 }
        total += even.reduce(0, +)
        total += numbers.filter { ($0 + round) % 3 == 0 }.map { $0 + 1 }.reduce(0) { ($0 * 7 + $1) % 1_000_003 }
        total += zip(squares, numbers).map { $0 + $1 }.max() ?? 0
        total += squares.enumerated().reduce(0) { $0 + $1.offset * $1.element % 13 }
        if squares.allSatisfy({ $0 < 1009 }) { total += 1 }
        total += numbers.first { $0 > 1500 } ?? 0
        total += numbers.reduce(into: 0) { $0 += $1 % 5 }
    }
    let step = compose({ $0 + 1 }, { $0 * 3 % 1_000_003 })
    var value = 1
    for _ in 0..<400_000 { value = step(value) }
    let counter = makeCounter()
    var calls = 0
    for _ in 0..<400_000 { calls += counter() % 3 }
    return total + value + calls
}
print(run())
