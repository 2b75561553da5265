extension Checked {
    /// How far the gradients of backward lie from central differences, for every parameter of a network.
    ///
    /// Returns the largest |g − n| / max(|g|, |n|, 10⁻³·largest gradient), with n = (L(p + h) − L(p − h)) / 2h.
    /// Below 10⁻⁶ the two agree; near a kink of ReLU they need not. Costs two forward passes a parameter. The
    /// network's parameters are restored; its observer hears nothing.
    public static func gradientCheck(
        _ network: Network, _ inputs: [[Double]], _ targets: [[Double]], loss kind: Loss, step: Double = 1e-5
    ) throws(EngineError) -> Double {
        let copy = network.copy()
        let x = try tensor(rows: inputs)
        let t = try tensor(rows: targets)
        _ = try forward(copy, x.values, rows: inputs.count, isTraining: false)
        _ = try loss(copy, t.values, kind)
        try backward(copy)
        let gradients = copy.gradients
        var parameters = copy.parameters
        var numeric: [Double] = []
        for i in parameters.indices {
            let center = parameters[i]
            var sides = [0.0, 0.0]
            for side in 0..<2 {
                parameters[i] = side == 0 ? center + step : center - step
                try setParameters(copy, parameters)
                sides[side] = try loss(
                    kind, forward(copy, x.values, rows: inputs.count, isTraining: false), t.values,
                    columns: copy.outputCount)
            }
            parameters[i] = center
            numeric.append((sides[0] - sides[1]) / (2 * step))
        }
        return largestRelativeError(gradients, numeric)
    }

    static func largestRelativeError(_ a: [Double], _ b: [Double]) -> Double {
        var scale = 0.0
        for x in a + b { scale = max(scale, x.magnitude) }
        var worst = 0.0
        for (x, y) in zip(a, b) {
            let size = max(x.magnitude, y.magnitude, 1e-3 * scale)
            if x != y { worst = max(worst, (x - y).magnitude / size) }
            if x.isNaN || y.isNaN { return .nan }
        }
        return worst
    }
}

/// How far the gradients that `backward()` finds lie from central differences: the largest relative error over all
/// parameters. Below 10⁻⁶ they agree.
public func gradientCheck(
    _ network: Network, _ inputs: [[Double]], _ targets: [[Double]], loss: Loss = .meanSquaredError,
    step: Double = 1e-5
) -> Double {
    trapping { () throws(EngineError) in try Checked.gradientCheck(network, inputs, targets, loss: loss, step: step) }
}

/// How far a gradient that you computed lies from central differences of `function` at `point`: the largest relative
/// error.
public func gradientCheck(
    _ function: ([Double]) -> Double, at point: [Double], gradient: [Double], step: Double = 1e-5
) -> Double {
    trapping { () throws(EngineError) in
        guard gradient.count == point.count else {
            throw .countDiffers(of: "slopes in the gradient", expected: point.count, actual: gradient.count)
        }
        var moved = point
        var numeric: [Double] = []
        for i in point.indices {
            moved[i] = point[i] + step
            let above = function(moved)
            moved[i] = point[i] - step
            numeric.append((above - function(moved)) / (2 * step))
            moved[i] = point[i]
        }
        return Checked.largestRelativeError(gradient, numeric)
    }
}
