indirect enum Expression {
    case number(Int)
    case variable(String)
    case sum(Expression, Expression)
    case product(Expression, Expression)

    func value(_ x: Int) -> Int {
        switch self {
        case .number(let n): return n
        case .variable: return x
        case .sum(let a, let b): return (a.value(x) + b.value(x)) % 1_000_003
        case .product(let a, let b): return (a.value(x) * b.value(x)) % 1_000_003
        }
    }

    var derivative: Expression {
        switch self {
        case .number: return .number(0)
        case .variable: return .number(1)
        case .sum(let a, let b): return .sum(a.derivative, b.derivative)
        case .product(let a, let b):
            return .sum(.product(a.derivative, b), .product(a, b.derivative))
        }
    }
}

enum Token {
    case number(Int)
    case plus, minus, times
    case open, close
}

enum Failure: Error {
    case empty
    case unbalanced(Int)
}

func tokens(_ count: Int) -> [Token] {
    var result: [Token] = [.number(1)]
    for i in 0..<count {
        switch i % 4 {
        case 0: result.append(.plus)
        case 1: result.append(.minus)
        case 2: result.append(.times)
        default:
            result.append(.plus)
            result.append(.open)
            result.append(.number(3))
            result.append(.close)
            continue
        }
        result.append(.number(i % 10))
    }
    return result
}

func evaluate(_ tokens: [Token]) throws -> Int {
    if tokens.isEmpty { throw Failure.empty }
    var value = 0
    var sign = 1
    var product = false
    var depth = 0
    for token in tokens {
        switch token {
        case .number(let n) where product:
            value = value * n % 1009
            product = false
        case .number(let n): value += sign * n
        case .plus: sign = 1
        case .minus: sign = -1
        case .times: product = true
        case .open: depth += 1
        case .close:
            depth -= 1
            if depth < 0 { throw Failure.unbalanced(depth) }
        }
    }
    return value
}

func run() throws -> Int {
    var e = Expression.sum(.product(.variable("x"), .variable("x")), .number(3))
    for i in 0..<4 { e = .product(e, .sum(.variable("x"), .number(i))) }
    let d = e.derivative.derivative
    var total = 0
    for x in 0..<3000 { total = (total + d.value(x) + e.value(x)) % 1_000_003 }
    for _ in 0..<200 { total += e.derivative.derivative.derivative.value(2) % 7 }
    let list = tokens(400)
    for _ in 0..<2000 { total += try evaluate(list) }
    return total
}
print(try run())
