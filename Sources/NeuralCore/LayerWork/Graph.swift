import Elementary

final class GraphPlan: LayerPlan {
    let inputs: Int
    let outputs: Int
    let nodes: Int
    /// D^−½·(A + I)·D^−½.
    let mixing: Buffer
    private let f: Activation

    init(
        _ header: LayerHeader, _ inputs: Int, _ outputs: Int, adjacency: [Double], nodes: Int,
        _ activation: Activation, _ initializer: Initializer
    ) throws(EngineError) {
        guard inputs > 0, outputs > 0 else { throw .badShape([outputs, inputs]) }
        _ = try Checked.count(of: [outputs, inputs])
        try initializer.check()
        self.inputs = inputs
        self.outputs = outputs
        self.nodes = nodes
        f = activation
        mixing = Buffer(count: nodes * nodes)
        for i in 0..<nodes {
            for j in 0..<nodes {
                guard adjacency[i * nodes + j] >= 0, adjacency[i * nodes + j].isFinite else {
                    throw .badArgument(name: "adjacency", reason: "must be finite and not below zero")
                }
                mixing.start[i * nodes + j] = adjacency[i * nodes + j] + (i == j ? 1 : 0)
            }
        }
        var factors: [Double] = []
        for i in 0..<nodes {
            var degree = 0.0
            for j in 0..<nodes { degree += mixing.start[i * nodes + j] }
            factors.append(1 / degree.squareRoot())
        }
        for i in 0..<nodes {
            for j in 0..<nodes { mixing.start[i * nodes + j] *= factors[i] * factors[j] }
        }
        super.init(
            header,
            groups: [
                ParameterGroup(
                    role: .weights, shape: [outputs, inputs],
                    start: .drawn(initializer.chosen(for: activation), inputs: inputs, outputs: outputs)),
                ParameterGroup(role: .biases, shape: [outputs], start: .constant(0)),
            ])
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard input == [nodes, inputs] else { throw misfit("[\(nodes), \(inputs)]", input) }
        return [nodes, outputs]
    }

    override var naturalInput: [Int]? { [nodes, inputs] }
    override var activation: Activation { f }
    override func memory(_ input: [Int], output: Int) -> Int { 6 * output }
    override func makeState(_ memory: LayerMemory) -> LayerState { GraphState(self, memory) }
}

final class GraphState: LayerState {
    private let graph: GraphPlan
    /// X·Wᵀ and ∂L/∂ of it; z and ∂L/∂z.
    private let own = Buffer()
    private let ownSlopes = Buffer()
    private let z = Buffer()
    private let dz = Buffer()

    init(_ layer: GraphPlan, _ memory: LayerMemory) {
        graph = layer
        super.init(layer, memory)
    }

    override var buffers: [Buffer] { [output, outputGradient, z, dz] }
    override var work: Int { outputCount * (graph.inputs + graph.nodes) }
    override var sums: [Double] { z.values }
    override var sumGradients: [Double] { dz.values }

    override func resize() throws(EngineError) {
        for buffer in [own, ownSlopes, z, dz] { buffer.resize(output.count) }
    }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        let (nodes, inputs, outputs) = (graph.nodes, graph.inputs, graph.outputs)
        MatrixProduct.multiply(
            Strided(x, columns: inputs), Strided(transposing: parameters, columns: inputs), into: own.start,
            rows: rows &* nodes, inner: inputs, columns: outputs)
        for r in 0..<rows {
            let at = r &* outputCount
            MatrixProduct.multiply(
                Strided(graph.mixing.start, columns: nodes), Strided(own.start + at, columns: outputs),
                into: z.start + at, rows: nodes, inner: nodes, columns: outputs)
        }
        Kernels.addRow(parameters + inputs &* outputs, to: z.start, rows: rows &* nodes, columns: outputs)
        graph.activation.apply(z.start, into: output.start, count: output.count)
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        let (nodes, inputs, outputs) = (graph.nodes, graph.inputs, graph.outputs)
        let count = rows &* nodes
        graph.activation.applySlope(
            z.start, activations: output.start, gradients: outputGradient.start, into: dz.start, count: output.count)
        Kernels.sumRows(dz.start, into: gradients + inputs &* outputs, rows: count, columns: outputs)
        for r in 0..<rows {
            let at = r &* outputCount
            MatrixProduct.multiply(
                Strided(transposing: graph.mixing.start, columns: nodes), Strided(dz.start + at, columns: outputs),
                into: ownSlopes.start + at, rows: nodes, inner: nodes, columns: outputs)
        }
        MatrixProduct.multiply(
            Strided(transposing: ownSlopes.start, columns: outputs), Strided(x, columns: inputs), into: gradients,
            rows: outputs, inner: count, columns: inputs)
        guard let dx else { return }
        MatrixProduct.multiply(
            Strided(ownSlopes.start, columns: outputs), Strided(parameters, columns: inputs), into: dx, rows: count,
            inner: outputs, columns: inputs)
    }
}
