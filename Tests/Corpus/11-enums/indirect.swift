// tier: 2
// An enum that contains itself: expressions with a derivative.
indirect enum Expression {
    case number(Double)
    case x
    case sum(Expression, Expression)
    case product(Expression, Expression)

    func value(at x: Double) -> Double {
        switch self {
        case .number(let n): n
        case .x: x
        case .sum(let a, let b): a.value(at: x) + b.value(at: x)
        case .product(let a, let b): a.value(at: x) * b.value(at: x)
        }
    }
    var derivative: Expression {
        switch self {
        case .number: return .number(0)
        case .x: return .number(1)
        case .sum(let a, let b): return .sum(a.derivative, b.derivative)
        case .product(let a, let b):
            return .sum(.product(a.derivative, b), .product(a, b.derivative))
        }
    }
}
let f = Expression.sum(.product(.x, .product(.x, .x)), .product(.number(2), .x))
print(f.value(at: 3))  // expect: 33.0
print(f.derivative.value(at: 3))  // expect: 29.0
print(f.derivative.derivative.value(at: 3))  // expect: 18.0
print(Expression.sum(.x, .number(1)))  // expect: sum(main.Expression.x, main.Expression.number(1.0))
enum List {
    case empty
    indirect case cell(Int, List)
    var sum: Int {
        if case let .cell(head, tail) = self { return head + tail.sum }
        return 0
    }
}
print(List.cell(1, .cell(2, .cell(3, .empty))).sum)  // expect: 6
