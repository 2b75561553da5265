// tier: 2
// An arithmetic expression as an indirect enum that evaluates itself and may throw.
indirect enum Expr: CustomStringConvertible {
    case num(Double)
    case add(Expr, Expr)
    case mul(Expr, Expr)
    case neg(Expr)
    case variable(String)
    var description: String {
        switch self {
        case .num(let d): return "\(d)"
        case .add(let a, let b): return "(\(a) + \(b))"
        case .mul(let a, let b): return "\(a) * \(b)"
        case .neg(let e): return "-\(e)"
        case .variable(let n): return n
        }
    }
    enum EvalError: Error, Equatable { case unbound(String) }
    func eval(_ env: [String: Double]) throws -> Double {
        switch self {
        case .num(let d): return d
        case .add(let a, let b): return try a.eval(env) + b.eval(env)
        case .mul(let a, let b): return try a.eval(env) * b.eval(env)
        case .neg(let e): return try -e.eval(env)
        case .variable(let n):
            guard let v = env[n] else { throw EvalError.unbound(n) }
            return v
        }
    }
}
let e = Expr.add(.num(2), .mul(.variable("x"), .neg(.num(3.5))))
print(e)  // expect: (2.0 + x * -3.5)
do {
    print(try e.eval(["x": 2]))
    print(try e.eval([:]))
} catch Expr.EvalError.unbound(let name) {
    print("unbound", name)
} catch { print("other", error) }
// expect: -5.0
// expect: unbound x
print((try? e.eval(["x": 1])) ?? .nan)  // expect: -1.5
