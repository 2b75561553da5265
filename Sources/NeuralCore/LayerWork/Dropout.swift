import Elementary

final class DropoutPlan: LayerPlan {
    let rate: Double

    init(_ header: LayerHeader, _ rate: Double) throws(EngineError) {
        guard rate >= 0, rate < 1 else {
            throw .badArgument(name: "the rate of Dropout", reason: "must be from 0 up to but not including 1")
        }
        self.rate = rate
        super.init(header)
    }

    override func memory(_ input: [Int], output: Int) -> Int { 3 * output }
    override func makeState(_ memory: LayerMemory) -> LayerState { DropoutState(self, memory) }
}

final class DropoutState: LayerState {
    private let rate: Double
    /// What each number is multiplied by.
    private let factors = Buffer()

    init(_ dropout: DropoutPlan, _ memory: LayerMemory) {
        rate = dropout.rate
        super.init(dropout, memory)
        if let seed = dropout.seed { generator = SeededGenerator(seed: UInt64(bitPattern: Int64(seed))) }
    }

    override var buffers: [Buffer] { [output, outputGradient, factors] }
    override func resize() throws(EngineError) { factors.resize(output.count) }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        guard isTraining, rate > 0 else {
            factors.fill(1)
            return output.start.update(from: x, count: output.count)
        }
        let factor = 1 / (1 - rate)
        for i in 0..<output.count {
            factors.start[i] = generator.uniform() < rate ? 0 : factor
            output.start[i] = x[i] * factors.start[i]
        }
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        guard let dx else { return }
        for i in 0..<output.count { dx[i] = outputGradient.start[i] * factors.start[i] }
    }
}
