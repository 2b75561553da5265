import Elementary

/// A layer in which every neuron sees every input: a = f(x·Wᵀ + b). It takes `[inputs]`; of longer shapes, such as
/// `[steps, inputs]`, it takes each last axis for itself.
public final class Dense: Layer {
    public let inputs: Int
    public let outputs: Int
    public let activation: Activation
    let initializer: Initializer
    /// Weights and biases that were given.
    private let given: ([Double], [Double])?

    /// A layer with random weights and biases 0.
    ///
    /// Weights are uniform in ±√(6/(inputs + outputs)) (Glorot and Bengio, 2010), or in ±√(6/inputs) before ReLU and
    /// its kin (He et al., 2015), unless `initializer` says otherwise. Without a seed the network chooses one for each
    /// of its layers, always the same.
    public convenience init(
        _ inputs: Int, _ outputs: Int, activation: Activation = .linear, initializer: Initializer = .automatic,
        seed: Int? = nil
    ) {
        trapping { () throws(EngineError) in try Dense.check(inputs, outputs, initializer) }
        self.init(inputs, outputs, activation, initializer, nil, seed)
    }

    /// A layer with given weights, a row for each neuron, and a bias for each.
    public convenience init(weights: [[Double]], biases: [Double], activation: Activation = .linear) {
        let table = trapping { () throws(EngineError) in try Dense.check(weights: weights, biases: biases) }
        self.init(table.shape[1], table.shape[0], activation, .automatic, (table.values, biases), nil)
    }

    init(
        _ inputs: Int, _ outputs: Int, _ activation: Activation, _ initializer: Initializer,
        _ given: ([Double], [Double])?, _ seed: Int?
    ) {
        self.inputs = inputs
        self.outputs = outputs
        self.activation = activation
        self.initializer = initializer
        self.given = given
        super.init(seed: seed)
    }

    static func check(_ inputs: Int, _ outputs: Int, _ initializer: Initializer) throws(EngineError) {
        guard inputs > 0, outputs > 0 else { throw .badShape([outputs, inputs]) }
        _ = try Checked.count(of: [outputs, inputs])
        try initializer.check()
    }

    static func check(weights: [[Double]], biases: [Double]) throws(EngineError) -> Tensor {
        let table = try Checked.tensor(rows: weights)
        guard table.count > 0 else { throw .badShape(table.shape) }
        guard biases.count == weights.count else {
            throw .countDiffers(of: "biases", expected: weights.count, actual: biases.count)
        }
        return table
    }

    public override var description: String {
        LayerText("Dense").with(inputs).with(outputs).with(activation).closed
    }

    /// The weights that the layer starts from, row after row: those of the first neuron, of the second …
    /// (`outputs` × `inputs` numbers). Without a seed a network draws others.
    public var weights: [Double] { start.0 }
    /// The biases that the layer starts from, one for each neuron.
    public var biases: [Double] { start.1 }

    private var start: ([Double], [Double]) {
        if let given { return given }
        let numbers = Buffer(count: parameterCount)
        initialise(numbers.start, bits: 0)
        let all = numbers.values
        return ([Double](all[..<(inputs * outputs)]), [Double](all[(inputs * outputs)...]))
    }

    /// One of the layer's neurons, with its weights and bias.
    public subscript(neuron: Int) -> Neuron {
        trapping { () throws(EngineError) in
            guard neuron >= 0, neuron < outputs else { throw .indexOutOfRange(index: neuron, count: outputs) }
            let row = [Double](weights[neuron * inputs..<(neuron + 1) * inputs])
            return Neuron(weights: row, bias: biases[neuron], activation: activation)
        }
    }

    /// The activations of one example.
    public func callAsFunction(_ x: [Double]) -> [Double] {
        trapping { () throws(EngineError) in
            guard x.count == inputs else { throw .countDiffers(of: "inputs", expected: inputs, actual: x.count) }
            let (weights, biases) = start
            let fixed = Dense(inputs, outputs, activation, .automatic, (weights, biases), nil)
            return try Checked.forward(Network(layers: [fixed], input: nil, seed: 0), x, rows: 1)
        }
    }

    public override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
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

    override var parameterGroups: [ParameterGroup] {
        let drawn = initializer.chosen(for: activation)
        return [
            ParameterGroup(
                role: .weights, shape: [outputs, inputs],
                start: given.map { .given($0.0) } ?? .drawn(drawn, inputs: inputs, outputs: outputs)),
            ParameterGroup(
                role: .biases, shape: [outputs], start: given.map { .given($0.1) } ?? .constant(0)),
        ]
    }

    override func makeState(_ memory: LayerMemory) -> LayerState { DenseState(self, memory) }
}

final class DenseState: LayerState {
    private let inputs: Int
    private let outputs: Int
    private let activation: Activation
    private let z = Buffer()
    private let dz = Buffer()

    init(_ dense: Dense, _ memory: LayerMemory) {
        inputs = dense.inputs
        outputs = dense.outputs
        activation = dense.activation
        super.init(dense, memory)
    }

    override var buffers: [Buffer] { [output, outputGradient, z, dz] }
    override var work: Int { outputCount * inputs }
    override var sums: [Double] { z.values }
    override var sumGradients: [Double] { dz.values }

    override func resize() {
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

extension Checked {
    public static func dense(
        _ inputs: Int, _ outputs: Int, activation: Activation, initializer: Initializer = .automatic, seed: Int?
    ) throws(EngineError) -> Dense {
        try Dense.check(inputs, outputs, initializer)
        return Dense(inputs, outputs, activation, initializer, nil, seed)
    }

    public static func dense(
        weights: [[Double]], biases: [Double], activation: Activation
    ) throws(EngineError) -> Dense {
        let table = try Dense.check(weights: weights, biases: biases)
        return Dense(table.shape[1], table.shape[0], activation, .automatic, (table.values, biases), nil)
    }
}
