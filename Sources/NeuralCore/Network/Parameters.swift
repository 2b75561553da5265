// What a network knows: its parameters, their gradients, and the numbers of the last pass.

extension Network {
    /// How many numbers the network learns.
    public var parameterCount: Int { numbers.parameters.count }

    /// All parameters: the first layer's weights, neuron by neuron, its biases, then the second layer's …
    public var parameters: [Double] {
        get { numbers.parameters.values }
        set { trapping { () throws(EngineError) in try Checked.setParameters(self, newValue) } }
    }

    /// ∂L/∂p for every parameter p, in the order of `parameters`, after `backward()`; zeros before.
    public var gradients: [Double] { numbers.gradients.values }

    /// One layer's parameters, in the order of `parameters`.
    public func parameters(ofLayer index: Int) -> [Double] {
        trapping { () throws(EngineError) in try Checked.parameters(self, ofLayer: index) }
    }

    func parameters(at i: Int) -> [Double] {
        Buffer.array(numbers.parameters.start + offsets[i], offsets[i + 1] - offsets[i])
    }

    /// A layer's weights, a row for each neuron or filter; of a layer with several kinds, the first.
    public func weights(ofLayer index: Int) -> [[Double]] {
        trapping { () throws(EngineError) in
            let shape = try Checked.span(self, index, .weights).shape
            return Checked.rows(try Checked.weights(self, index), columns: shape.1, count: shape.0)
        }
    }

    /// A layer's biases.
    public func biases(ofLayer index: Int) -> [Double] {
        trapping { () throws(EngineError) in try Checked.biases(self, index) }
    }

    /// Replaces a layer's weights, a row for each neuron or filter, and biases.
    public func setLayer(_ index: Int, weights: [[Double]], biases: [Double]) {
        trapping { () throws(EngineError) in
            try Checked.setLayer(self, index, weights: weights, biases: biases)
        }
    }

    /// ∂L/∂W of a layer after `backward()`, a row for each neuron or filter.
    public func weightGradients(ofLayer index: Int) -> [[Double]] {
        trapping { () throws(EngineError) in
            let shape = try Checked.span(self, index, .weights).shape
            return Checked.rows(try Checked.weightGradients(self, index), columns: shape.1, count: shape.0)
        }
    }

    /// ∂L/∂b of a layer after `backward()`.
    public func biasGradients(ofLayer index: Int) -> [Double] {
        trapping { () throws(EngineError) in try Checked.biasGradients(self, index) }
    }

    /// The weighted sums z of a layer in the last forward pass, a row for each example.
    public func sums(ofLayer index: Int) -> [[Double]] {
        trapping { () throws(EngineError) in
            Checked.rows(try Checked.sums(self, index), columns: states[index].outputCount, count: rows)
        }
    }

    /// The activations a of a layer in the last forward pass, a row for each example.
    public func activations(ofLayer index: Int) -> [[Double]] {
        trapping { () throws(EngineError) in
            Checked.rows(try Checked.activations(self, index), columns: states[index].outputCount, count: rows)
        }
    }

    /// ∂L/∂a of a layer after `backward()`, a row for each example.
    public func activationGradients(ofLayer index: Int) -> [[Double]] {
        trapping { () throws(EngineError) in
            Checked.rows(
                try Checked.activationGradients(self, index), columns: states[index].outputCount, count: rows)
        }
    }

    /// The shape of one example behind a layer in the last forward pass.
    public func outputShape(ofLayer index: Int) -> [Int] {
        trapping { () throws(EngineError) in try Checked.outputShape(self, ofLayer: index) }
    }

    /// ∂L/∂x, the slopes of the last loss by the inputs, after `backward()`: a row for each example.
    public var inputGradients: [[Double]] {
        trapping { () throws(EngineError) in
            Checked.rows(try Checked.inputGradients(self), columns: inputCount, count: rows)
        }
    }

    /// How much each step took from each in the last forward pass, for a layer with self-attention:
    /// `[examples, heads, steps, steps]`.
    public func attentionWeights(ofLayer index: Int) -> Tensor {
        trapping { () throws(EngineError) in try Checked.attentionWeights(self, index) }
    }

    /// Takes over the parameters of another network's first `count` layers, which must have as many.
    public func copyParameters(from other: Network, firstLayers count: Int) {
        trapping { () throws(EngineError) in try Checked.copyParameters(from: other, to: self, firstLayers: count) }
    }

    /// Keeps a layer's parameters as they are: updates pass it over, and while training it works as in evaluation.
    public func freeze(layer index: Int) {
        trapping { () throws(EngineError) in try Checked.setFrozen(self, index, true) }
    }

    /// Lets a layer learn again.
    public func unfreeze(layer index: Int) {
        trapping { () throws(EngineError) in try Checked.setFrozen(self, index, false) }
    }

    /// Whether a layer is kept as it is.
    public func isFrozen(layer index: Int) -> Bool {
        trapping { () throws(EngineError) in try Checked.isFrozen(self, index) }
    }

    /// Sets a price on large weights for the steps from here on.
    public func setPenalty(_ penalty: Penalty) {
        trapping { () throws(EngineError) in try Checked.setPenalty(self, penalty) }
    }
}

extension Checked {
    /// Where a layer's first weights or biases begin among all parameters, and their rows and columns.
    static func span(
        _ network: Network, _ index: Int, _ role: ParameterGroup.Role
    ) throws(EngineError) -> (start: Int, shape: (Int, Int)) {
        var layer = try layer(network, index)
        var start = network.offsets[index]
        // Of a layer made of layers, the first that has any.
        while layer.groups.isEmpty, let first = layer.children.first(where: { $0.parameterCount > 0 }) {
            layer = first
        }
        for group in layer.groups {
            if group.role == role {
                let rows = group.shape[0]
                return (start, (rows, rows == 0 ? 0 : group.count / rows))
            }
            start += group.count
        }
        return (start, (0, 0))
    }

    private static func numbers(
        _ buffer: Buffer, _ network: Network, _ index: Int, _ role: ParameterGroup.Role
    ) throws(EngineError) -> [Double] {
        let (start, shape) = try span(network, index, role)
        return Buffer.array(buffer.start + start, shape.0 * shape.1)
    }

    public static func weights(_ network: Network, _ index: Int) throws(EngineError) -> [Double] {
        try numbers(network.numbers.parameters, network, index, .weights)
    }

    public static func biases(_ network: Network, _ index: Int) throws(EngineError) -> [Double] {
        try numbers(network.numbers.parameters, network, index, .biases)
    }

    public static func weightGradients(_ network: Network, _ index: Int) throws(EngineError) -> [Double] {
        try reached(network, index, .backward, "weightGradients")
        return try numbers(network.numbers.gradients, network, index, .weights)
    }

    public static func biasGradients(_ network: Network, _ index: Int) throws(EngineError) -> [Double] {
        try reached(network, index, .backward, "biasGradients")
        return try numbers(network.numbers.gradients, network, index, .biases)
    }

    /// Rows and columns of a layer's weights.
    public static func weightShape(_ network: Network, _ index: Int) throws(EngineError) -> [Int] {
        let shape = try span(network, index, .weights).shape
        return [shape.0, shape.1]
    }

    /// The activation that a layer has of its own.
    public static func activation(_ network: Network, _ index: Int) throws(EngineError) -> Activation {
        try layer(network, index).activation
    }

    public static func isFrozen(_ network: Network, _ index: Int) throws(EngineError) -> Bool {
        _ = try layer(network, index)
        return network.isFrozen[index]
    }

    public static func sums(_ network: Network, _ index: Int) throws(EngineError) -> [Double] {
        try reached(network, index, .forward, "sums")
        return network.states[index].sums
    }

    public static func activations(_ network: Network, _ index: Int) throws(EngineError) -> [Double] {
        try reached(network, index, .forward, "activations")
        return network.states[index].output.values
    }

    public static func attentionWeights(_ network: Network, _ index: Int) throws(EngineError) -> Tensor {
        try reached(network, index, .forward, "attentionWeights")
        guard let state = network.states[index].firstAttention else {
            throw .badArgument(name: "layer \(index)", reason: "has no self-attention")
        }
        let steps = state.inputShape[0]
        let heads = state.weights.count / max(network.rows * steps * steps, 1)
        return Tensor(unchecked: state.weights.values, [network.rows, heads, steps, steps])
    }

    public static func activationGradients(_ network: Network, _ index: Int) throws(EngineError) -> [Double] {
        try reached(network, index, .backward, "activationGradients")
        return network.states[index].outputGradient.values
    }

    public static func outputShape(_ network: Network, ofLayer index: Int) throws(EngineError) -> [Int] {
        try reached(network, index, .forward, "outputShape")
        return network.states[index].outputShape
    }

    public static func inputGradients(_ network: Network) throws(EngineError) -> [Double] {
        try reached(network, 0, .backward, "inputGradients")
        guard network.hasInputGradient else {
            throw .calledTooEarly(call: "inputGradients", needed: "backward()")
        }
        return network.inputGradient.values
    }

    public static func parameters(_ network: Network, ofLayer index: Int) throws(EngineError) -> [Double] {
        _ = try layer(network, index)
        return network.parameters(at: index)
    }

    static func reached(
        _ network: Network, _ index: Int, _ needed: Network.Progress, _ call: String
    ) throws(EngineError) {
        _ = try layer(network, index)
        guard network.progress.rawValue >= needed.rawValue else {
            throw .calledTooEarly(call: call, needed: needed == .forward ? "forward(…)" : "backward()")
        }
    }

    public static func setLayer(
        _ network: Network, _ index: Int, weights: [[Double]], biases: [Double]
    ) throws(EngineError) {
        let (start, shape) = try span(network, index, .weights)
        let table = try tensor(rows: weights)
        guard table.shape[0] == shape.0, table.shape[1] == shape.1 else {
            throw .shapesDiffer(operation: "replace weights of", [shape.0, shape.1], table.shape)
        }
        let (biasStart, biasShape) = try span(network, index, .biases)
        guard biases.count == biasShape.0 else {
            throw .countDiffers(of: "biases", expected: biasShape.0, actual: biases.count)
        }
        let all = network.numbers.parameters.start
        for i in table.values.indices { all[start + i] = table.values[i] }
        for i in biases.indices { all[biasStart + i] = biases[i] }
    }

    public static func setParameters(_ network: Network, _ parameters: [Double]) throws(EngineError) {
        guard parameters.count == network.parameterCount else {
            throw .countDiffers(of: "parameters", expected: network.parameterCount, actual: parameters.count)
        }
        for i in parameters.indices { network.numbers.parameters.start[i] = parameters[i] }
    }

    public static func copyParameters(
        from other: Network, to network: Network, firstLayers count: Int
    ) throws(EngineError) {
        guard count >= 0, count <= network.states.count, count <= other.states.count else {
            throw .indexOutOfRange(index: count, count: min(network.states.count, other.states.count) + 1)
        }
        for i in 0...count where network.offsets[i] != other.offsets[i] {
            throw .countDiffers(
                of: "parameters in the first layers", expected: network.offsets[count], actual: other.offsets[count])
        }
        network.numbers.parameters.start.update(from: other.numbers.parameters.start, count: network.offsets[count])
        for i in 0..<count {
            for (own, others) in zip(network.states[i].allStatistics, other.states[i].allStatistics) {
                own.assign(others)
            }
        }
    }

    public static func setFrozen(_ network: Network, _ index: Int, _ isFrozen: Bool) throws(EngineError) {
        _ = try layer(network, index)
        network.isFrozen[index] = isFrozen
    }

    public static func setPenalty(_ network: Network, _ penalty: Penalty) throws(EngineError) {
        try penalty.check()
        network.penalty = penalty
    }
}
