import Elementary

/// What is done to each number by itself, or to pairs of numbers.
public enum ElementwiseFunction: Int, CaseIterable, Sendable {
    case negate, exp, log, sin, cos, tanh, squareRoot, magnitude, sign

    func callAsFunction(_ x: Double) -> Double {
        switch self {
        case .negate: -x
        case .exp: Elementary.exp(x)
        case .log: Elementary.log(x)
        case .sin: Elementary.sin(x)
        case .cos: Elementary.cos(x)
        case .tanh: Elementary.tanh(x)
        case .squareRoot: x.squareRoot()
        case .magnitude: x.magnitude
        case .sign: x > 0 ? 1 : (x < 0 ? -1 : x)
        }
    }
}

/// A comparison of numbers, and what of a pair is taken.
public enum Comparison: Int, CaseIterable, Sendable {
    case less, greater, equal, minimum, maximum

    /// 1 or 0 for a comparison; NaN where one of a minimum or maximum is.
    func callAsFunction(_ x: Double, _ y: Double) -> Double {
        switch self {
        case .less: x < y ? 1 : 0
        case .greater: x > y ? 1 : 0
        case .equal: x == y ? 1 : 0
        case .minimum: x.isNaN || x < y ? x : y
        case .maximum: x.isNaN || x > y ? x : y
        }
    }
}

extension Checked {
    public static func apply(_ function: ElementwiseFunction, _ a: Tensor) -> Tensor { a.mapped { function($0) } }

    public static func compare(_ comparison: Comparison, _ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        try elementwise(a, b, "compare") { comparison($0, $1) }
    }

    /// Each number held to the bounds; a NaN stays.
    public static func clamp(_ a: Tensor, from low: Double, to high: Double) throws(EngineError) -> Tensor {
        guard low <= high else { throw .badArgument(name: "clamped(from:to:)", reason: "needs bounds in order") }
        return a.mapped { $0 < low ? low : ($0 > high ? high : $0) }
    }

    /// `a` where the condition is not 0, `b` elsewhere.
    public static func choose(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        let shape = try broadcast(
            condition.shape, try broadcast(a.shape, b.shape, operation: "choose between"), operation: "choose between")
        let c = try broadcast(condition, to: shape)
        let x = try broadcast(a, to: shape)
        var result = try broadcast(b, to: shape)
        for i in c.values.indices where c.values[i] != 0 { result.values[i] = x.values[i] }
        return result
    }
}

extension Tensor {
    /// e to the power of each number, within 1 unit in the last place.
    public func exp() -> Tensor { mapped(Elementary.exp) }
    /// The natural logarithm of each number; NaN below zero, −∞ at 0.
    public func log() -> Tensor { mapped(Elementary.log) }
    /// The sine of each number, in radians.
    public func sin() -> Tensor { mapped(Elementary.sin) }
    /// The cosine of each number, in radians.
    public func cos() -> Tensor { mapped(Elementary.cos) }
    /// The hyperbolic tangent of each number.
    public func tanh() -> Tensor { mapped(Elementary.tanh) }
    /// The square root of each number, correctly rounded; NaN below zero.
    public func squareRoot() -> Tensor { mapped { $0.squareRoot() } }
    /// Each number without its sign.
    public func magnitude() -> Tensor { mapped { $0.magnitude } }
    /// −1, 0 or 1 for each number.
    public func sign() -> Tensor { Checked.apply(.sign, self) }
    /// Each number to a power.
    public func power(_ exponent: Double) -> Tensor { mapped { Elementary.pow($0, exponent) } }
    /// The activation of each number.
    public func activated(_ activation: Activation) -> Tensor { mapped { activation($0) } }
    /// The slope of an activation at each number.
    public func slopes(of activation: Activation) -> Tensor { mapped { activation.derivative($0) } }
    /// Each number held to the bounds; a NaN stays.
    public func clamped(from low: Double, to high: Double) -> Tensor {
        trapping { () throws(EngineError) in try Checked.clamp(self, from: low, to: high) }
    }

    // MARK: Comparison

    /// 1 where this tensor's number is less, 0 elsewhere; shapes broadcast, as in all comparisons.
    public func isLess(than other: Tensor) -> Tensor { compared(.less, other) }
    /// 1 where this tensor's number is greater, 0 elsewhere.
    public func isGreater(than other: Tensor) -> Tensor { compared(.greater, other) }
    /// 1 where the numbers are equal, 0 elsewhere.
    public func isEqual(to other: Tensor) -> Tensor { compared(.equal, other) }
    /// 1 where a number is less than `other`, 0 elsewhere.
    public func isLess(than other: Double) -> Tensor { compared(.less, Tensor(other)) }
    /// 1 where a number is greater than `other`, 0 elsewhere.
    public func isGreater(than other: Double) -> Tensor { compared(.greater, Tensor(other)) }
    /// 1 where a number equals `other`, 0 elsewhere.
    public func isEqual(to other: Double) -> Tensor { compared(.equal, Tensor(other)) }
    /// The smaller of each pair; NaN where one is.
    public static func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { a.compared(.minimum, b) }
    /// The larger of each pair; NaN where one is.
    public static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { a.compared(.maximum, b) }
    /// `a` where the condition is not 0, `b` elsewhere; shapes broadcast.
    public static func choose(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.choose(condition, a, b) }
    }

    private func compared(_ comparison: Comparison, _ other: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.compare(comparison, self, other) }
    }
}
