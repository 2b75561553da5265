import Elementary

/// What a heap of numbers looks like: of activations, of gradients, of weights.
public struct Statistics: Equatable, Sendable, CustomStringConvertible {
    /// How many numbers there were.
    public let count: Int
    /// Their sum divided by their count.
    public let mean: Double
    /// The standard deviation, as of a whole population (divided by n).
    public let deviation: Double
    /// The smallest of them.
    public let minimum: Double
    /// The largest of them.
    public let maximum: Double
    /// The mean size, without signs: what shows whether gradients vanish.
    public let meanMagnitude: Double
    /// The share of numbers that are 0, as of neurons that are silent.
    public let zeroShare: Double

    /// Of at least one number; where one is NaN all but the count and the share of zeros is.
    public init(_ values: [Double]) {
        if values.isEmpty { EngineError.empty(operation: "Statistics").stop() }
        let tensor = Tensor(values)
        count = values.count
        mean = tensor.mean()
        deviation = tensor.variance().squareRoot()
        minimum = tensor.min()
        maximum = tensor.max()
        meanMagnitude = tensor.magnitude().mean()
        zeroShare = tensor.isEqual(to: 0).mean()
    }

    public var description: String {
        "mean " + brief(mean) + ", deviation " + brief(deviation) + ", from " + brief(minimum) + " to " + brief(maximum)
            + ", zeros " + brief(zeroShare * 100) + " %"
    }

    /// Four significant digits.
    private func brief(_ x: Double) -> String {
        if x == 0 || !x.isFinite { return Elementary.describe(x) }
        // Divided by what is exact, for the nearest decimal.
        var scale = 1.0
        while x.magnitude * scale < 1000 && scale < 1e22 { scale *= 10 }
        var unit = 1.0
        while x.magnitude / unit >= 10000 { unit *= 10 }
        return Elementary.describe(scale > 1 ? (x * scale).rounded() / scale : (x / unit).rounded() * unit)
    }
}

/// A layer's name and the statistics of its numbers.
public struct LayerStatistics: Equatable, Sendable, CustomStringConvertible {
    /// As the network calls the layer.
    public let name: String
    /// Of the layer's numbers over all examples.
    public let statistics: Statistics

    public var description: String { name + ": " + statistics.description }
}

/// The activations of each layer over some examples, in evaluation.
public func activationStatistics(_ network: Network, _ inputs: [[Double]]) -> [LayerStatistics] {
    let copy = network._unheardCopy()
    _ = copy.predict(inputs)
    var result: [LayerStatistics] = []
    for layer in 0..<copy.layerCount {
        var values: [Double] = []
        for row in copy.activations(ofLayer: layer) { values += row }
        result.append(LayerStatistics(name: copy.name(ofLayer: layer), statistics: Statistics(values)))
    }
    return result
}

/// The gradients ∂L/∂a that reach each layer over some examples, in evaluation: where they shrink from the last layer to
/// the first, the first ones hardly learn.
public func gradientStatistics(
    _ network: Network, _ inputs: [[Double]], _ targets: [[Double]], loss: Loss = .meanSquaredError
) -> [LayerStatistics] {
    let copy = network._unheardCopy()
    _ = copy.predict(inputs)
    _ = copy.loss(targets, loss)
    copy.backward()
    var result: [LayerStatistics] = []
    for layer in 0..<copy.layerCount {
        var values: [Double] = []
        for row in copy.activationGradients(ofLayer: layer) { values += row }
        result.append(LayerStatistics(name: copy.name(ofLayer: layer), statistics: Statistics(values)))
    }
    return result
}

/// How much each input matters to one output of a prediction: ∂(output)/∂x at x, in evaluation.
public func saliency(_ network: Network, _ x: [Double], output: Int = 0) -> [Double] {
    let copy = network._unheardCopy()
    var targets = copy.predict(x)
    if output < 0 || output >= targets.count {
        EngineError.indexOutOfRange(index: output, count: targets.count).stop()
    }
    // The loss whose slope by this output is 1, and 0 by the others: (p − t)²/n with t = p − n/2.
    let half = Double(targets.count) / 2
    let slope = targets[output] - (targets[output] - half)
    targets[output] -= half
    _ = copy.loss(targets, .meanSquaredError)
    copy.backward()
    var result = copy.inputGradients[0]
    for i in 0..<result.count { result[i] /= slope / half }
    return result
}
