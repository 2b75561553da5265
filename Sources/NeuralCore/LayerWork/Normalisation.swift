import Elementary

final class BatchNormPlan: LayerPlan {
    let features: Int
    let momentum: Double
    let epsilon: Double

    init(_ header: LayerHeader, _ features: Int, _ momentum: Double, _ epsilon: Double) throws(EngineError) {
        guard momentum >= 0, momentum <= 1 else {
            throw .badArgument(name: "momentum", reason: "must be from 0 to 1")
        }
        self.features = features
        self.momentum = momentum
        self.epsilon = epsilon
        super.init(header, groups: try normalisationGroups(features, epsilon))
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard let first = input.first, first == features else { throw misfit("[\(features), …]", input) }
        return input
    }

    override func memory(_ input: [Int], output: Int) -> Int { 4 * output }
    override func makeState(_ memory: LayerMemory) -> LayerState { BatchNormState(self, memory) }
}

/// γ and β.
private func normalisationGroups(_ features: Int, _ epsilon: Double) throws(EngineError) -> [ParameterGroup] {
    guard features > 0, features <= 1 << 28 else { throw .badShape([features]) }
    guard epsilon >= 0, epsilon.isFinite else {
        throw .badArgument(name: "epsilon", reason: "must be finite and not below zero")
    }
    return [
        ParameterGroup(role: .biases, shape: [features], start: .constant(1)),
        ParameterGroup(role: .biases, shape: [features], start: .constant(0)),
    ]
}

final class BatchNormState: LayerState {
    private let features: Int
    private let momentum: Double
    private let epsilon: Double
    /// (x − mean) / deviation.
    private let normalised = Buffer()
    /// 1 / √(variance + epsilon) of each feature in the last pass, and at the end whether the variances were the batch's.
    private let inverse: Buffer
    /// Running means, then running variances.
    private let running: Buffer

    init(_ layer: BatchNormPlan, _ memory: LayerMemory) {
        features = layer.features
        momentum = layer.momentum
        epsilon = layer.epsilon
        inverse = Buffer(count: features + 1)
        running = Buffer(count: 2 * features)
        for i in 0..<features { running.start[features + i] = 1 }
        super.init(layer, memory)
    }

    override var buffers: [Buffer] { [output, outputGradient, normalised, inverse] }
    override var statistics: [Buffer] { [running] }
    override var work: Int { 4 * outputCount }
    override func resize() throws(EngineError) { normalised.resize(output.count) }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        inverse.start[features] = isTraining ? 1 : 0
        let size = inputCount / features
        for f in 0..<features {
            var mean = running.start[f]
            var variance = running.start[features + f]
            if isTraining { (mean, variance) = statistics(x, f, size) }
            inverse.start[f] = 1 / (variance + epsilon).squareRoot()
            let scale = parameters[f]
            let shift = parameters[features + f]
            for r in 0..<rows {
                let at = r &* inputCount &+ f &* size
                for i in at..<at + size {
                    let value = (x[i] - mean) * inverse.start[f]
                    normalised.start[i] = value
                    output.start[i] = value * scale + shift
                }
            }
        }
    }

    /// The mean and variance of a feature over the batch, which also go into the running ones: the variance there is that
    /// of a sample, divided by the count less one.
    private func statistics(_ x: UnsafePointer<Double>, _ f: Int, _ size: Int) -> (Double, Double) {
        let count = Double(rows * size)
        var sum = 0.0
        for r in 0..<rows {
            let from = x + (r &* inputCount &+ f &* size)
            for i in 0..<size { sum += from[i] }
        }
        let mean = sum / count
        var squares = 0.0
        for r in 0..<rows {
            let from = x + (r &* inputCount &+ f &* size)
            for i in 0..<size { squares += (from[i] - mean) * (from[i] - mean) }
        }
        let sample = count > 1 ? squares / (count - 1) : squares
        running.start[f] = (1 - momentum) * running.start[f] + momentum * mean
        running.start[features + f] = (1 - momentum) * running.start[features + f] + momentum * sample
        return (mean, squares / count)
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        let size = inputCount / features
        let count = Double(rows * size)
        let usedBatch = inverse.start[features] == 1
        for f in 0..<features {
            var slopes = 0.0
            var products = 0.0
            for r in 0..<rows {
                let at = r &* inputCount &+ f &* size
                for i in at..<at + size {
                    slopes += outputGradient.start[i]
                    products += outputGradient.start[i] * normalised.start[i]
                }
            }
            gradients[f] = products
            gradients[features + f] = slopes
            guard let dx else { continue }
            let factor = parameters[f] * inverse.start[f]
            let (meanSlope, meanProduct) = usedBatch ? (slopes / count, products / count) : (0, 0)
            for r in 0..<rows {
                let at = r &* inputCount &+ f &* size
                for i in at..<at + size {
                    dx[i] = factor * (outputGradient.start[i] - meanSlope - normalised.start[i] * meanProduct)
                }
            }
        }
    }
}

final class LayerNormPlan: LayerPlan {
    let features: Int
    let epsilon: Double

    init(_ header: LayerHeader, _ features: Int, _ epsilon: Double) throws(EngineError) {
        self.features = features
        self.epsilon = epsilon
        super.init(header, groups: try normalisationGroups(features, epsilon))
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard let last = input.last, last == features else { throw misfit("[…, \(features)]", input) }
        return input
    }

    override func memory(_ input: [Int], output: Int) -> Int { 4 * output }
    override func makeState(_ memory: LayerMemory) -> LayerState { LayerNormState(self, memory) }
}

final class LayerNormState: LayerState {
    private let features: Int
    private let epsilon: Double
    private let normalised = Buffer()
    /// 1 / √(variance + epsilon) of each place.
    private let inverse = Buffer()

    init(_ layer: LayerNormPlan, _ memory: LayerMemory) {
        features = layer.features
        epsilon = layer.epsilon
        super.init(layer, memory)
    }

    override var buffers: [Buffer] { [output, outputGradient, normalised, inverse] }
    override var work: Int { 4 * outputCount }

    override func resize() throws(EngineError) {
        normalised.resize(output.count)
        inverse.resize(output.count / features)
    }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        Threads.share(inverse.count, work: 40 &* output.count) { forward(x, $0) }
    }

    private func forward(_ x: UnsafePointer<Double>, _ places: Range<Int>) {
        let scale = parameters
        let shift = parameters + features
        for place in places {
            let from = x + place &* features
            var sum = 0.0
            for i in 0..<features { sum += from[i] }
            let mean = sum / Double(features)
            var squares = 0.0
            for i in 0..<features { squares += (from[i] - mean) * (from[i] - mean) }
            let factor = 1 / (squares / Double(features) + epsilon).squareRoot()
            inverse.start[place] = factor
            let values = normalised.start + place &* features
            let to = output.start + place &* features
            for i in 0..<features {
                values[i] = (from[i] - mean) * factor
                to[i] = values[i] * scale[i] + shift[i]
            }
        }
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        gradients.update(repeating: 0, count: 2 * features)
        for place in 0..<inverse.count {
            let g = outputGradient.start + place &* features
            let values = normalised.start + place &* features
            for i in 0..<features { gradients[i] += g[i] * values[i] }
            for i in 0..<features { gradients[features &+ i] += g[i] }
        }
        guard let dx else { return }
        Threads.share(inverse.count, work: 40 &* output.count) { backward(into: dx, $0) }
    }

    private func backward(into dx: UnsafeMutablePointer<Double>, _ places: Range<Int>) {
        let scale = parameters
        for place in places {
            let g = outputGradient.start + place &* features
            let values = normalised.start + place &* features
            var slopes = 0.0
            var products = 0.0
            for i in 0..<features {
                slopes += g[i] * scale[i]
                products += g[i] * scale[i] * values[i]
            }
            let meanSlope = slopes / Double(features)
            let meanProduct = products / Double(features)
            let to = dx + place &* features
            for i in 0..<features {
                to[i] = inverse.start[place] * (g[i] * scale[i] - meanSlope - values[i] * meanProduct)
            }
        }
    }
}
