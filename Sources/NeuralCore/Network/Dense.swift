import Elementary

/// A layer in which every neuron sees every input: a = f(x·Wᵀ + b).
public struct Dense: Equatable, Sendable {
    public let inputs: Int
    public let outputs: Int
    public var activation: Activation
    /// Row after row: the weights of the first neuron, of the second … (`outputs` × `inputs` numbers).
    public internal(set) var weights: [Double]
    /// One bias for each neuron.
    public internal(set) var biases: [Double]
    /// Whether weights were drawn at random without a seed of their own: a network then draws them again.
    let isUnseeded: Bool

    /// A layer with random weights and biases 0.
    ///
    /// Weights are uniform in ±√(6/(inputs + outputs)) (Glorot and Bengio, 2010), or in ±√(6/inputs) before ReLU and
    /// its kin (He et al., 2015). Without a seed the network chooses one for each of its layers, always the same.
    public init(_ inputs: Int, _ outputs: Int, activation: Activation = .linear, seed: Int? = nil) {
        self = trapping { () throws(EngineError) in
            try Checked.dense(inputs, outputs, activation: activation, seed: seed)
        }
    }

    /// A layer with given weights, a row for each neuron, and a bias for each.
    public init(weights: [[Double]], biases: [Double], activation: Activation = .linear) {
        self = trapping { () throws(EngineError) in
            try Checked.dense(weights: weights, biases: biases, activation: activation)
        }
    }

    init(
        _ inputs: Int, _ outputs: Int, _ activation: Activation, _ weights: [Double], _ biases: [Double],
        _ unseeded: Bool
    ) {
        self.inputs = inputs
        self.outputs = outputs
        self.activation = activation
        self.weights = weights
        self.biases = biases
        isUnseeded = unseeded
    }

    /// How many numbers the layer learns.
    public var parameterCount: Int { weights.count + biases.count }

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
            var state = LayerState()
            state.forward(self, x, rows: 1)
            return state.activations
        }
    }

    static func randomWeights(_ inputs: Int, _ outputs: Int, _ activation: Activation, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        let isRectifier = activation == .relu || activation == .leakyReLU || activation == .gelu
        let spread = (6 / Double(isRectifier ? inputs : inputs + outputs)).squareRoot()
        var weights: [Double] = []
        weights.reserveCapacity(inputs * outputs)
        for _ in 0..<inputs * outputs { weights.append(generator.uniform(-spread, spread)) }
        return weights
    }
}

extension Checked {
    public static func dense(
        _ inputs: Int, _ outputs: Int, activation: Activation, seed: Int?
    ) throws(EngineError) -> Dense {
        guard inputs > 0, outputs > 0 else { throw .badShape([outputs, inputs]) }
        _ = try count(of: [outputs, inputs])
        let bits = UInt64(bitPattern: Int64(seed ?? 0))
        let weights = Dense.randomWeights(inputs, outputs, activation, seed: bits)
        return Dense(inputs, outputs, activation, weights, [Double](repeating: 0, count: outputs), seed == nil)
    }

    public static func dense(
        weights: [[Double]], biases: [Double], activation: Activation
    ) throws(EngineError) -> Dense {
        let table = try tensor(rows: weights)
        guard table.count > 0 else { throw .badShape(table.shape) }
        guard biases.count == weights.count else {
            throw .countDiffers(of: "biases", expected: weights.count, actual: biases.count)
        }
        return Dense(table.shape[1], table.shape[0], activation, table.values, biases, false)
    }
}
