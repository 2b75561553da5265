import Elementary

final class EmbeddingPlan: LayerPlan {
    let vocabulary: Int
    let width: Int

    init(
        _ header: LayerHeader, _ vocabulary: Int, _ width: Int, _ initializer: Initializer
    ) throws(EngineError) {
        guard vocabulary > 0, width > 0 else { throw .badShape([vocabulary, width]) }
        _ = try Checked.count(of: [vocabulary, width])
        try initializer.check()
        self.vocabulary = vocabulary
        self.width = width
        super.init(
            header,
            groups: [
                ParameterGroup(
                    role: .weights, shape: [vocabulary, width],
                    start: .drawn(initializer, inputs: vocabulary, outputs: width))
            ])
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard input.count == 1 else { throw misfit("[steps]", input) }
        return input + [width]
    }

    override func makeState(_ memory: LayerMemory) -> LayerState { EmbeddingState(self, memory) }
}

final class EmbeddingState: LayerState {
    private let vocabulary: Int
    private let width: Int

    init(_ layer: EmbeddingPlan, _ memory: LayerMemory) {
        vocabulary = layer.vocabulary
        width = layer.width
        super.init(layer, memory)
    }

    override func check(_ x: UnsafePointer<Double>) throws(EngineError) {
        for i in 0..<rows * inputCount {
            guard x[i] == x[i].rounded(.down), x[i].magnitude < 0x1p30 else {
                throw .badArgument(name: "a token", reason: "must be a whole number, not " + Elementary.describe(x[i]))
            }
            guard x[i] >= 0, x[i] < Double(vocabulary) else {
                throw .indexOutOfRange(index: Int(x[i]), count: vocabulary)
            }
        }
    }

    /// Where a token's row begins; behind layers whose numbers nobody checked, what is no token counts as the first.
    private func row(_ token: Double) -> Int { token >= 0 && token < Double(vocabulary) ? Int(token) &* width : 0 }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        for i in 0..<rows &* inputCount {
            (output.start + i &* width).update(from: parameters + row(x[i]), count: width)
        }
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        gradients.update(repeating: 0, count: vocabulary &* width)
        for i in 0..<rows &* inputCount {
            let to = gradients + row(x[i])
            let from = outputGradient.start + i &* width
            for k in 0..<width { to[k] += from[k] }
        }
        // A token's number has no slope.
        dx?.update(repeating: 0, count: rows &* inputCount)
    }
}

final class PositionalPlan: LayerPlan {
    let width: Int

    init(_ header: LayerHeader, _ width: Int) throws(EngineError) {
        guard width > 0 else { throw .badShape([width]) }
        self.width = width
        super.init(header)
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard input.count == 2, input[1] == width else { throw misfit("[steps, \(width)]", input) }
        return input
    }

    override func makeState(_ memory: LayerMemory) -> LayerState { PositionalState(self, memory) }
}

final class PositionalState: LayerState {
    private let width: Int
    private let pattern = Buffer()

    init(_ layer: PositionalPlan, _ memory: LayerMemory) {
        width = layer.width
        super.init(layer, memory)
    }

    override var buffers: [Buffer] { [output, outputGradient, pattern] }

    /// sin(t/10000^(k/width)) for even k, and the cosine of the same for the k after it.
    override func resize() throws(EngineError) {
        guard pattern.count != outputCount else { return }
        pattern.resize(outputCount)
        for i in 0..<outputCount {
            let (step, k) = (i / width, i % width)
            let angle = Double(step) / Elementary.pow(10000, Double(k - k % 2) / Double(width))
            pattern.start[i] = k % 2 == 0 ? Elementary.sin(angle) : Elementary.cos(angle)
        }
    }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        for r in 0..<rows {
            let at = r &* outputCount
            for i in 0..<outputCount { output.start[at &+ i] = x[at &+ i] + pattern.start[i] }
        }
    }
}
