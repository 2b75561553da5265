import Elementary

/// Where a layer's numbers stand in the network's memory, and where its random numbers start.
struct LayerMemory {
    let parameters: UnsafeMutablePointer<Double>
    let gradients: UnsafeMutablePointer<Double>
    let seed: UInt64

    /// The memory of a part whose parameters begin at `offset`.
    func part(_ index: Int, at offset: Int) -> LayerMemory {
        LayerMemory(
            parameters: parameters + offset, gradients: gradients + offset, seed: LayerPlan.bits(seed, index))
    }
}

/// A layer at work: both halves of a pass, in buffers that the next pass uses again.
///
/// This one hands its input on; others override `forward` and `backward`.
class LayerState {
    final let plan: LayerPlan
    final let parameters: UnsafeMutablePointer<Double>
    final let gradients: UnsafeMutablePointer<Double>
    /// The result, example after example.
    final let output = Buffer()
    /// ∂L/∂output: filled before `backward`.
    final let outputGradient = Buffer()
    @exclusivity(unchecked) final var rows = 0
    /// Numbers of one example before and behind the layer.
    @exclusivity(unchecked) final var inputCount = 0
    @exclusivity(unchecked) final var outputCount = 0
    final var inputShape: [Int] = []
    final var outputShape: [Int] = []
    /// For layers that draw lots.
    @exclusivity(unchecked) final var generator: SeededGenerator

    init(_ plan: LayerPlan, _ memory: LayerMemory) {
        self.plan = plan
        parameters = memory.parameters
        gradients = memory.gradients
        generator = SeededGenerator(seed: memory.seed)
    }

    /// What has to be copied with a network in the middle of a pass.
    var buffers: [Buffer] { [output, outputGradient] }
    /// Numbers that training changes but no gradient does: running statistics.
    var statistics: [Buffer] { [] }
    /// The layers inside.
    var children: [LayerState] { [] }
    /// About how many multiplications one example takes.
    var work: Int { outputCount }
    /// z, where the layer has an activation of its own.
    var sums: [Double] { output.values }
    /// ∂L/∂z.
    var sumGradients: [Double] { outputGradient.values }

    /// Makes room for `rows` examples of a shape; throws where the layer does not take it.
    final func prepare(rows: Int, shape: [Int]) throws(EngineError) {
        self.rows = rows
        if shape != inputShape || outputShape.isEmpty {
            outputShape = try plan.outputShape(shape)
            inputShape = shape
            inputCount = try Checked.count(of: shape)
            outputCount = try Checked.count(of: outputShape)
        }
        guard outputCount == 0 || rows <= (1 << 28) / outputCount else { throw .badShape([rows] + outputShape) }
        output.resize(rows * outputCount)
        outputGradient.resize(rows * outputCount)
        try resize()
    }

    /// Makes room for what a layer keeps besides. Overrides say `throws` as well: for WebAssembly a function without it has
    /// another signature, and the class's table would hold that.
    func resize() throws(EngineError) {}

    /// What the layer cannot take, which only the numbers show.
    func check(_ x: UnsafePointer<Double>) throws(EngineError) {}

    /// From the input to `output`.
    func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        output.start.update(from: x, count: output.count)
    }

    /// From `outputGradient` to ∂L/∂x, where that is wanted, and to the gradients of the parameters. `x` is the input of
    /// the last `forward`.
    func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        dx?.update(from: outputGradient.start, count: output.count)
    }

    /// Takes over all that another state of the same layer knows, except the parameters.
    final func assign(_ other: LayerState) {
        // The same layer took this shape before: it does not throw.
        if !other.outputShape.isEmpty { try? prepare(rows: other.rows, shape: other.inputShape) }
        generator = other.generator
        for (own, others) in zip(buffers, other.buffers) { own.assign(others) }
        for (own, others) in zip(statistics, other.statistics) { own.assign(others) }
        for (own, others) in zip(children, other.children) { own.assign(others) }
    }

    /// The first self-attention here or inside.
    final var firstAttention: AttentionState? {
        if let own = self as? AttentionState { return own }
        for child in children {
            if let found = child.firstAttention { return found }
        }
        return nil
    }

    /// All running statistics, those of the layers inside too.
    final var allStatistics: [Buffer] {
        var all = statistics
        for child in children { all += child.allStatistics }
        return all
    }
}
