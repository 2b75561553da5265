final class DensePlan: LayerPlan {
    let inputs: Int
    let outputs: Int
    private let f: Activation

    /// `given` are weights and biases, one after the other.
    init(
        _ header: LayerHeader, _ inputs: Int, _ outputs: Int, _ activation: Activation, _ initializer: Initializer,
        given: [Double]? = nil
    ) throws(EngineError) {
        guard inputs > 0, outputs > 0 else { throw .badShape([outputs, inputs]) }
        let count = try Checked.count(of: [outputs, inputs])
        try initializer.check()
        self.inputs = inputs
        self.outputs = outputs
        f = activation
        var weights = ParameterGroup.Start.drawn(
            initializer.chosen(for: activation), inputs: inputs, outputs: outputs)
        var biases = ParameterGroup.Start.constant(0)
        if let given {
            weights = .given([Double](given[..<count]))
            biases = .given([Double](given[count...]))
        }
        super.init(
            header,
            groups: [
                ParameterGroup(role: .weights, shape: [outputs, inputs], start: weights),
                ParameterGroup(role: .biases, shape: [outputs], start: biases),
            ])
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard let last = input.last, last == inputs else {
            switch input.count {
            case 3: throw misfit("[\(inputs)] (a Flatten() makes that of an image)", input)
            case 2: throw misfit("[…, \(inputs)]", input)
            default: throw misfit("[\(inputs)]", input)
            }
        }
        return input.dropLast() + [outputs]
    }

    override var naturalInput: [Int]? { [inputs] }
    override var activation: Activation { f }
    override func memory(_ input: [Int], output: Int) -> Int { 4 * output }
    override func makeState(_ memory: LayerMemory) -> LayerState { DenseState(self, memory) }
}

final class DenseState: LayerState {
    private let inputs: Int
    private let outputs: Int
    private let activation: Activation
    private let z = Buffer()
    private let dz = Buffer()

    init(_ dense: DensePlan, _ memory: LayerMemory) {
        inputs = dense.inputs
        outputs = dense.outputs
        activation = dense.activation
        super.init(dense, memory)
    }

    override var buffers: [Buffer] { [output, outputGradient, z, dz] }
    override var work: Int { outputCount * inputs }
    override var sums: [Double] { z.values }
    override var sumGradients: [Double] { dz.values }

    override func resize() throws(EngineError) {
        z.resize(output.count)
        dz.resize(output.count)
    }

    /// z = x·Wᵀ + b and a = f(z); each z adds its products in ascending order and the bias last.
    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        let count = output.count / outputs
        MatrixProduct.multiply(
            Strided(x, columns: inputs), Strided(transposing: parameters, columns: inputs), into: z.start, rows: count,
            inner: inputs, columns: outputs)
        Kernels.addRow(parameters + inputs &* outputs, to: z.start, rows: count, columns: outputs)
        activation.apply(z.start, into: output.start, count: output.count)
    }

    /// ∂L/∂z, ∂L/∂W, ∂L/∂b and ∂L/∂x = ∂L/∂z · W. Sums over examples ascend.
    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        let count = output.count / outputs
        activation.applySlope(
            z.start, activations: output.start, gradients: outputGradient.start, into: dz.start, count: output.count)
        MatrixProduct.multiply(
            Strided(transposing: dz.start, columns: outputs), Strided(x, columns: inputs), into: gradients,
            rows: outputs, inner: count, columns: inputs)
        Kernels.sumRows(dz.start, into: gradients + inputs &* outputs, rows: count, columns: outputs)
        guard let dx else { return }
        MatrixProduct.multiply(
            Strided(dz.start, columns: outputs), Strided(parameters, columns: inputs), into: dx, rows: count,
            inner: outputs, columns: inputs)
    }
}
