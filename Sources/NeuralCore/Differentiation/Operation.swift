/// An operation on tensors that can be recorded and run backward.
public enum Operation: Equatable, Sendable {
    case leaf
    case add, subtract, multiply, divide, maximum, minimum, matmul
    case negate, exp, log, sin, cos, tanh, squareRoot, magnitude
    case power(Double)
    case clamp(from: Double, to: Double)
    case activation(Activation)
    case sum, mean, variance, max
    case sumAlong(axis: Int, keepsAxis: Bool)
    case meanAlong(axis: Int, keepsAxis: Bool)
    case varianceAlong(axis: Int, keepsAxis: Bool)
    case maxAlong(axis: Int, keepsAxis: Bool)
    case softmax(axis: Int)
    case logSoftmax(axis: Int)
    case permute([Int])
    case reshape([Int])
    case broadcast([Int])
    case slice(from: Int, to: Int, axis: Int)
    case gather([Int], axis: Int)
    case pick([Int])
    case concatenate(axis: Int)
}

extension Operation {
    /// The operation's value; `b` is ignored where there is one argument.
    func value(_ a: Tensor, _ b: Tensor) -> Tensor {
        switch self {
        case .leaf: a
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .divide: a / b
        case .maximum: Tensor.maximum(a, b)
        case .minimum: Tensor.minimum(a, b)
        case .matmul: a.matmul(b)
        case .negate: -a
        case .exp: a.exp()
        case .log: a.log()
        case .sin: a.sin()
        case .cos: a.cos()
        case .tanh: a.tanh()
        case .squareRoot: a.squareRoot()
        case .magnitude: a.magnitude()
        case .power(let p): a.power(p)
        case .clamp(let low, let high): a.clamped(from: low, to: high)
        case .activation(let f): a.activated(f)
        case .sum: Tensor(a.sum())
        case .mean: Tensor(a.mean())
        case .variance: Tensor(a.variance())
        case .max: Tensor(a.max())
        case .sumAlong(let axis, let keepsAxis): a.sum(axis: axis, keepsAxis: keepsAxis)
        case .meanAlong(let axis, let keepsAxis): a.mean(axis: axis, keepsAxis: keepsAxis)
        case .varianceAlong(let axis, let keepsAxis): a.variance(axis: axis, keepsAxis: keepsAxis)
        case .maxAlong(let axis, let keepsAxis): a.max(axis: axis, keepsAxis: keepsAxis)
        case .softmax(let axis): a.softmax(axis: axis)
        case .logSoftmax(let axis): a.logSoftmax(axis: axis)
        case .permute(let axes): a.permuted(axes)
        case .reshape(let shape): a.reshaped(shape)
        case .broadcast(let shape): a.broadcast(to: shape)
        case .slice(let start, let end, let axis): a.slice(start..<end, axis: axis)
        case .gather(let indices, let axis): a.gather(indices, axis: axis)
        case .pick(let places): a.picked(places)
        case .concatenate(let axis): Tensor.concatenated([a, b], axis: axis)
        }
    }

    /// The gradient rules: ∂L/∂a and ∂L/∂b from g = ∂L/∂y, the arguments and the value y.
    ///
    /// A gradient of a broadcast argument still has the result's shape; the tape sums it back.
    func gradients(_ g: Tensor, _ a: Tensor, _ b: Tensor, _ y: Tensor) -> (Tensor, Tensor?) {
        switch self {
        case .leaf: (g, nil)
        case .add: (g, g)
        case .subtract: (g, -g)
        case .multiply: (g * b, g * a)
        case .divide: (g / b, -(g * y / b))
        case .maximum: shared(g, a.isGreater(than: b) + 0.5 * a.isEqual(to: b))
        case .minimum: shared(g, a.isLess(than: b) + 0.5 * a.isEqual(to: b))
        case .matmul: (g.matmul(b.transposedMatrices()), a.transposedMatrices().matmul(g))
        case .negate: (-g, nil)
        case .exp: (g * y, nil)
        case .log: (g / a, nil)
        case .sin: (g * a.cos(), nil)
        case .cos: (-(g * a.sin()), nil)
        case .tanh: (g * (1 - y * y), nil)
        case .squareRoot: (g / (y * 2), nil)
        case .magnitude: (g * a.sign(), nil)
        case .power(let p): (g * (p * a.power(p - 1)), nil)
        case .clamp(let low, let high): (g * (1 - a.isLess(than: low) - a.isGreater(than: high)), nil)
        case .activation(let f): (g * a.slopes(of: f), nil)
        case .sum: (g.broadcast(to: a.shape), nil)
        case .mean: (g.broadcast(to: a.shape) / Double(a.count), nil)
        case .variance: (g * (a - a.mean()) * (2 / Double(a.count)), nil)
        case .max: (g * a.flattened().largestMask(axis: 0).reshaped(a.shape), nil)
        case .sumAlong(let axis, let kept): (along(axis, g, kept, a), nil)
        case .meanAlong(let axis, let kept): (along(axis, g, kept, a) / size(axis, a), nil)
        case .varianceAlong(let axis, let kept):
            (along(axis, g, kept, a) * (a - a.mean(axis: axis, keepsAxis: true)) * (2 / size(axis, a)), nil)
        case .maxAlong(let axis, let kept): (along(axis, g, kept, a) * a.largestMask(axis: axis), nil)
        case .softmax(let axis): (y * (g - (g * y).sum(axis: axis, keepsAxis: true)), nil)
        case .logSoftmax(let axis): (g - y.exp() * g.sum(axis: axis, keepsAxis: true), nil)
        case .permute(let axes): (g.permuted(inverse(axes)), nil)
        case .reshape: (g.reshaped(a.shape), nil)
        case .broadcast: (g, nil)
        case .slice(let start, let end, let axis):
            (g.padded(before: start, after: Int(size(axis, a)) - end, axis: axis), nil)
        case .gather(let indices, let axis): (g.scattered(indices, axis: axis, size: Int(size(axis, a))), nil)
        case .pick(let places): (g.expanded(axis: 1) * Tensor.oneHot(places, classes: a.shape[1]), nil)
        case .concatenate(let axis):
            (
                g.slice(0..<Int(size(axis, a)), axis: axis),
                g.slice(Int(size(axis, a))..<Int(size(axis, y)), axis: axis)
            )
        }
    }

    /// The shares of a gradient that go to the first argument and to the second.
    private func shared(_ g: Tensor, _ first: Tensor) -> (Tensor, Tensor?) { (g * first, g * (1 - first)) }

    /// A gradient repeated along the axis that was reduced.
    private func along(_ axis: Int, _ g: Tensor, _ isKept: Bool, _ a: Tensor) -> Tensor {
        (isKept ? g : g.expanded(axis: axis)).broadcast(to: a.shape)
    }

    /// The size of an axis; −1 is the last.
    private func size(_ axis: Int, _ a: Tensor) -> Double { Double(a.shape[axis < 0 ? axis + a.dimensions : axis]) }

    /// The order of axes that undoes another.
    private func inverse(_ axes: [Int]) -> [Int] {
        var result = axes
        for i in 0..<axes.count { result[axes[i] < 0 ? axes[i] + axes.count : axes[i]] = i }
        return result
    }
}
