import Elementary

/// An operation on tensors that can be recorded and run backward.
public enum Operation: Equatable, Sendable {
    case leaf
    case add, subtract, multiply, divide, matmul
    case negate, exp, log, sin, cos, squareRoot
    case power(Double)
    case activation(Activation)
    case sum, mean
    case sumAlong(axis: Int)
    case transpose
    case reshape([Int])
}

extension Operation {
    /// The operation's value; `b` is ignored where there is one argument.
    func value(_ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        switch self {
        case .leaf: a
        case .add: try Checked.add(a, b)
        case .subtract: try Checked.subtract(a, b)
        case .multiply: try Checked.multiply(a, b)
        case .divide: try Checked.divide(a, b)
        case .matmul: try matmulOfMatrices(a, b)
        case .negate: -a
        case .exp: a.mapped(Elementary.exp)
        case .log: a.mapped(Elementary.log)
        case .sin: a.mapped(Elementary.sin)
        case .cos: a.mapped(Elementary.cos)
        case .squareRoot: a.mapped { $0.squareRoot() }
        case .power(let p): a.mapped { Elementary.pow($0, p) }
        case .activation(let f): a.mapped { f($0) }
        case .sum: Tensor(laneSum(a.values))
        case .mean: Tensor(try Checked.mean(a))
        case .sumAlong(let axis): try Checked.sum(a, axis: axis)
        case .transpose: try Checked.transpose(a)
        case .reshape(let shape): try Checked.reshape(a, to: shape)
        }
    }

    /// The gradient rules: ∂L/∂a and ∂L/∂b from g = ∂L/∂y, the arguments and the value y.
    ///
    /// A gradient of a broadcast argument still has the result's shape; the tape sums it back.
    func gradients(_ g: Tensor, _ a: Tensor, _ b: Tensor, _ y: Tensor) throws(EngineError) -> (Tensor, Tensor?) {
        switch self {
        case .leaf: (g, nil)
        case .add: (g, g)
        case .subtract: (g, -g)
        case .multiply: (try Checked.multiply(g, b), try Checked.multiply(g, a))
        case .divide: (try Checked.divide(g, b), -(try Checked.divide(try Checked.multiply(g, y), b)))
        case .matmul: (try Checked.matmul(g, Checked.transpose(b)), try Checked.matmul(Checked.transpose(a), g))
        case .negate: (-g, nil)
        case .exp: (g * y, nil)
        case .log: (g / a, nil)
        case .sin: (g * a.mapped(Elementary.cos), nil)
        case .cos: (-(g * a.mapped(Elementary.sin)), nil)
        case .squareRoot: (g / (y * 2), nil)
        case .power(let p): (g * a.mapped { p * Elementary.pow($0, p - 1) }, nil)
        case .activation(let f): (g * a.mapped { f.derivative($0) }, nil)
        case .sum: (Tensor(unchecked: [Double](repeating: g.values[0], count: a.count), a.shape), nil)
        case .mean:
            (Tensor(unchecked: [Double](repeating: g.values[0] / Double(a.count), count: a.count), a.shape), nil)
        case .sumAlong(let axis): (try repeated(g, along: axis, like: a), nil)
        case .transpose: (try Checked.transpose(g), nil)
        case .reshape: (try Checked.reshape(g, to: a.shape), nil)
        }
    }

    private func matmulOfMatrices(_ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        guard b.shape.count == 2 else { throw .innerSizesDiffer(a.shape, b.shape) }
        return try Checked.matmul(a, b)
    }

    /// A gradient copied along the axis that a sum removed.
    private func repeated(_ g: Tensor, along axis: Int, like a: Tensor) throws(EngineError) -> Tensor {
        var shape = a.shape
        shape[axis] = 1
        return try Checked.add(Checked.reshape(g, to: shape), Tensor(repeating: 0, shape: a.shape))
    }
}
