/// Layers one after another, which learn.
///
/// A network is an object: it changes when it learns, and everyone who holds it sees that; `copy()` makes another.
///
///     let net = Network([Dense(2, 2, activation: .sigmoid, seed: 1), Dense(2, 1, activation: .sigmoid)])
///     let prediction = net.forward([1, 0])
///     let loss = net.loss([1])
///     net.backward()
///     net.update(SGD(learningRate: 0.5))
public final class Network {
    public internal(set) var layers: [Dense]
    /// Who hears what the network does.
    public var observer: (any EngineObserver)?

    var states: [LayerState]
    /// How far the current pass has come: a call needs the one before it.
    var progress = Progress.none
    enum Progress: Int { case none, forward, loss, backward }

    /// A network of layers, each with as many inputs as the one before has outputs. Layers without a seed of their
    /// own get weights from `seed` and their position.
    public init(_ layers: [Dense], seed: Int = 0) {
        self.layers = trapping { () throws(EngineError) in try Checked.layers(layers, seed: seed) }
        states = [LayerState](repeating: LayerState(), count: layers.count)
    }

    private init(copying other: Network) {
        layers = other.layers
        states = other.states
        progress = other.progress
    }

    /// A network with the same numbers that learns on its own; without an observer.
    public func copy() -> Network { Network(copying: self) }

    /// How many numbers an example has.
    public var inputCount: Int { layers[0].inputs }
    /// How many numbers a prediction has.
    public var outputCount: Int { layers[layers.count - 1].outputs }

    /// Whether there was a forward pass, so that `sums` and `activations` are there.
    public var hasRun: Bool { progress != .none }

    /// The last example of the last forward pass; empty before the first.
    public var lastInputs: [Double] {
        hasRun ? [Double](states[0].inputs[(states[0].inputs.count - inputCount)...]) : []
    }

    /// How a layer is called in tables and pictures.
    public func name(ofLayer index: Int) -> String {
        if index == layers.count - 1 { return "output" }
        return layers.count == 2 ? "hidden" : "hidden \(index + 1)"
    }
}

// MARK: - Parameters

extension Network {
    /// How many numbers the network learns.
    public var parameterCount: Int {
        var count = 0
        for layer in layers { count += layer.parameterCount }
        return count
    }

    /// All parameters: the first layer's weights, neuron by neuron, its biases, then the second layer's …
    public var parameters: [Double] {
        get {
            var all: [Double] = []
            all.reserveCapacity(parameterCount)
            for layer in layers { all += layer.weights + layer.biases }
            return all
        }
        set { trapping { () throws(EngineError) in try Checked.setParameters(self, newValue) } }
    }

    /// ∂L/∂p for every parameter p, in the order of `parameters`, after `backward()`; zeros before.
    public var gradients: [Double] {
        var all: [Double] = []
        all.reserveCapacity(parameterCount)
        for (layer, state) in zip(layers, states) {
            let isThere = !state.weightGradients.isEmpty
            all += isThere ? state.weightGradients : [Double](repeating: 0, count: layer.weights.count)
            all += isThere ? state.biasGradients : [Double](repeating: 0, count: layer.biases.count)
        }
        return all
    }

    /// A layer's weights, a row for each neuron.
    public func weights(ofLayer index: Int) -> [[Double]] {
        trapping { () throws(EngineError) in
            let layer = try Checked.layer(self, index)
            return Checked.rows(layer.weights, columns: layer.inputs, count: layer.outputs)
        }
    }

    /// A layer's biases.
    public func biases(ofLayer index: Int) -> [Double] {
        trapping { () throws(EngineError) in try Checked.layer(self, index).biases }
    }

    /// Replaces a layer's weights, a row for each neuron, and biases.
    public func setLayer(_ index: Int, weights: [[Double]], biases: [Double]) {
        trapping { () throws(EngineError) in
            try Checked.setLayer(self, index, weights: weights, biases: biases)
        }
    }

    /// ∂L/∂W of a layer after `backward()`, a row for each neuron.
    public func weightGradients(ofLayer index: Int) -> [[Double]] {
        trapping { () throws(EngineError) in
            let layer = try Checked.layer(self, index)
            let state = try Checked.state(self, index, after: .backward, call: "weightGradients")
            return Checked.rows(state.weightGradients, columns: layer.inputs, count: layer.outputs)
        }
    }

    /// ∂L/∂b of a layer after `backward()`.
    public func biasGradients(ofLayer index: Int) -> [Double] {
        trapping { () throws(EngineError) in
            try Checked.state(self, index, after: .backward, call: "biasGradients").biasGradients
        }
    }

    /// The weighted sums z of a layer in the last forward pass, a row for each example.
    public func sums(ofLayer index: Int) -> [[Double]] {
        trapping { () throws(EngineError) in
            let state = try Checked.state(self, index, after: .forward, call: "sums")
            return Checked.rows(state.sums, columns: layers[index].outputs, count: state.rows)
        }
    }

    /// The activations a of a layer in the last forward pass, a row for each example.
    public func activations(ofLayer index: Int) -> [[Double]] {
        trapping { () throws(EngineError) in
            let state = try Checked.state(self, index, after: .forward, call: "activations")
            return Checked.rows(state.activations, columns: layers[index].outputs, count: state.rows)
        }
    }
}

extension Checked {
    /// The layers with weights of their own where they had no seed; throws where two neighbours do not fit.
    public static func layers(_ layers: [Dense], seed: Int) throws(EngineError) -> [Dense] {
        guard !layers.isEmpty else { throw .empty(operation: "network") }
        var result = layers
        for i in layers.indices {
            if i > 0 && layers[i].inputs != layers[i - 1].outputs {
                throw .countDiffers(
                    of: "inputs in layer \(i)", expected: layers[i - 1].outputs, actual: layers[i].inputs)
            }
            guard layers[i].isUnseeded else { continue }
            let bits = UInt64(bitPattern: Int64(seed)) &* 1_000_003 &+ UInt64(i) &+ 1
            result[i].weights = Dense.randomWeights(
                layers[i].inputs, layers[i].outputs, layers[i].activation, seed: bits)
        }
        return result
    }

    static func layer(_ network: Network, _ index: Int) throws(EngineError) -> Dense {
        guard index >= 0, index < network.layers.count else {
            throw .indexOutOfRange(index: index, count: network.layers.count)
        }
        return network.layers[index]
    }

    static func state(
        _ network: Network, _ index: Int, after needed: Network.Progress, call: String
    ) throws(EngineError) -> LayerState {
        _ = try layer(network, index)
        guard network.progress.rawValue >= needed.rawValue else {
            throw .calledTooEarly(call: call, needed: needed == .forward ? "forward(…)" : "backward()")
        }
        return network.states[index]
    }

    public static func setLayer(
        _ network: Network, _ index: Int, weights: [[Double]], biases: [Double]
    ) throws(EngineError) {
        let old = try layer(network, index)
        let new = try dense(weights: weights, biases: biases, activation: old.activation)
        guard new.inputs == old.inputs, new.outputs == old.outputs else {
            throw .shapesDiffer(operation: "replace weights of", [old.outputs, old.inputs], [new.outputs, new.inputs])
        }
        network.layers[index] = new
    }

    public static func setParameters(_ network: Network, _ parameters: [Double]) throws(EngineError) {
        guard parameters.count == network.parameterCount else {
            throw .countDiffers(of: "parameters", expected: network.parameterCount, actual: parameters.count)
        }
        var start = 0
        for i in network.layers.indices {
            let middle = start + network.layers[i].weights.count
            let end = middle + network.layers[i].biases.count
            network.layers[i].weights = [Double](parameters[start..<middle])
            network.layers[i].biases = [Double](parameters[middle..<end])
            start = end
        }
    }
}
