import Elementary

/// Sets a random part of the numbers to 0 while training, and makes the others larger, so that the sum stays alike
/// (Srivastava et al., 2014). In evaluation everything passes.
public final class Dropout: Layer {
    /// The part that is dropped, from 0 up to but not including 1.
    public let rate: Double

    public convenience init(_ rate: Double, seed: Int? = nil) {
        trapping { () throws(EngineError) in try Dropout.check(rate) }
        self.init(checked: rate, seed: seed)
    }

    init(checked rate: Double, seed: Int?) {
        self.rate = rate
        super.init(seed: seed)
    }

    static func check(_ rate: Double) throws(EngineError) {
        guard rate >= 0, rate < 1 else {
            throw .badArgument(name: "the rate of Dropout", reason: "must be from 0 up to but not including 1")
        }
    }

    public override var description: String { "Dropout(" + Elementary.describe(rate) + ")" }
    override func makeState(_ memory: LayerMemory) -> LayerState { DropoutState(self, memory) }
}

final class DropoutState: LayerState {
    private let rate: Double
    /// What each number is multiplied by.
    private let factors = Buffer()

    init(_ dropout: Dropout, _ memory: LayerMemory) {
        rate = dropout.rate
        super.init(dropout, memory)
        if let seed = dropout.seed { generator = SeededGenerator(seed: UInt64(bitPattern: Int64(seed))) }
    }

    override var buffers: [Buffer] { [output, outputGradient, factors] }
    override func resize() { factors.resize(output.count) }

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
