// Forward, loss, backward, update: the four steps of learning, each of which needs the one before.

extension Checked {
    /// The predictions for `rows` examples, row after row.
    public static func forward(_ network: Network, _ x: [Double], rows: Int) throws(EngineError) -> [Double] {
        let columns = network.inputCount
        guard rows > 0 else { throw .empty(operation: "forward") }
        guard x.count == rows * columns else {
            throw .countDiffers(of: rows == 1 ? "inputs" : "numbers", expected: rows * columns, actual: x.count)
        }
        network.observer?.record(.forward(RecordedPass(rows: rows, columns: columns, inputs: x)))
        for i in network.layers.indices {
            let input = i == 0 ? x : network.states[i - 1].activations
            network.states[i].forward(network.layers[i], input, rows: rows)
            if let observer = network.observer { observer.record(.layer(network.recordedLayer(i))) }
        }
        network.progress = .forward
        return network.states[network.layers.count - 1].activations
    }

    /// The loss of the last forward pass against its targets, row after row, and ∂L/∂a of the last layer.
    public static func loss(_ network: Network, _ targets: [Double], _ kind: Loss) throws(EngineError) -> Double {
        guard network.progress.rawValue >= Network.Progress.forward.rawValue else {
            throw .calledTooEarly(call: "loss(…)", needed: "forward(…)")
        }
        let last = network.layers.count - 1
        let columns = network.outputCount
        let value = try loss(kind, network.states[last].activations, targets, columns: columns)
        LayerState.resize(&network.states[last].activationGradients, targets.count)
        kind.slopes(
            network.states[last].activations, targets, columns: columns,
            into: &network.states[last].activationGradients)
        network.progress = .loss
        if let observer = network.observer {
            let state = network.states[last]
            observer.record(
                .loss(
                    RecordedLoss(
                        kind: kind, value: value, rows: state.rows, columns: columns,
                        predictions: state.activations, targets: targets)))
        }
        return value
    }

    /// The gradients of the last loss by every parameter.
    public static func backward(_ network: Network) throws(EngineError) {
        guard network.progress == .loss else {
            throw .calledTooEarly(
                call: network.progress == .backward ? "another backward()" : "backward()", needed: "loss(…)")
        }
        for i in network.layers.indices.reversed() {
            network.states[i].backward(network.layers[i])
            if let observer = network.observer { observer.record(.gradients(network.recordedGradients(i))) }
            guard i > 0 else { break }
            // The buffer is taken out meanwhile, so that writing to it does not copy it.
            var gradients: [Double] = []
            swap(&gradients, &network.states[i - 1].activationGradients)
            network.states[i].inputGradients(network.layers[i], into: &gradients)
            swap(&gradients, &network.states[i - 1].activationGradients)
        }
        network.progress = .backward
    }

    /// One step of the optimizer along the last gradients.
    public static func update(_ network: Network, _ optimizer: some Optimizer) throws(EngineError) {
        guard network.progress == .backward else {
            throw .calledTooEarly(call: "update(…)", needed: "backward()")
        }
        try optimizer.check()
        for i in network.layers.indices {
            let before = network.observer == nil ? nil : network.layers[i]
            optimizer.step(
                &network.layers[i].weights, network.states[i].weightGradients, &network.states[i].weightMemory)
            optimizer.step(
                &network.layers[i].biases, network.states[i].biasGradients, &network.states[i].biasMemory)
            if let observer = network.observer, let before {
                observer.record(.update(network.recordedUpdate(i, before, optimizer.learningRate)))
            }
        }
    }
}

extension Network {
    /// The prediction for one example.
    public func forward(_ x: [Double]) -> [Double] {
        trapping { () throws(EngineError) in try Checked.forward(self, x, rows: 1) }
    }

    /// The predictions for many examples, a row for each.
    public func forward(_ x: [[Double]]) -> [[Double]] {
        trapping { () throws(EngineError) in
            let flat = try Checked.tensor(rows: x)
            let result = try Checked.forward(self, flat.values, rows: x.count)
            return Checked.rows(result, columns: outputCount, count: x.count)
        }
    }

    /// The predictions for a matrix with a row for each example.
    public func forward(_ x: Tensor) -> Tensor {
        trapping { () throws(EngineError) in
            guard x.shape.count == 2 else {
                throw .dimensionsDiffer(operation: "forward", expected: 2, shape: x.shape)
            }
            return Tensor(unchecked: try Checked.forward(self, x.values, rows: x.shape[0]), [x.shape[0], outputCount])
        }
    }

    /// The prediction for one example.
    public func callAsFunction(_ x: [Double]) -> [Double] { forward(x) }

    /// How wrong the last `forward` was.
    public func loss(_ targets: [Double], _ kind: Loss = .meanSquaredError) -> Double {
        trapping { () throws(EngineError) in try Checked.loss(self, targets, kind) }
    }

    /// How wrong the last `forward` was, a row of targets for each example.
    public func loss(_ targets: [[Double]], _ kind: Loss = .meanSquaredError) -> Double {
        trapping { () throws(EngineError) in try Checked.loss(self, Checked.tensor(rows: targets).values, kind) }
    }

    /// Computes the gradients of the last `loss` by every parameter.
    public func backward() { trapping { () throws(EngineError) in try Checked.backward(self) } }

    /// Moves every parameter one step against its gradient.
    public func update(_ optimizer: some Optimizer) {
        trapping { () throws(EngineError) in try Checked.update(self, optimizer) }
    }
}

// MARK: - What observers hear

extension Network {
    func recordedLayer(_ i: Int) -> RecordedLayer {
        RecordedLayer(
            index: i, name: name(ofLayer: i), activation: layers[i].activation, rows: states[i].rows,
            inputCount: layers[i].inputs, outputCount: layers[i].outputs, inputs: states[i].inputs,
            weights: layers[i].weights, biases: layers[i].biases, sums: states[i].sums,
            activations: states[i].activations)
    }

    func recordedGradients(_ i: Int) -> RecordedGradients {
        RecordedGradients(
            index: i, name: name(ofLayer: i), rows: states[i].rows, inputCount: layers[i].inputs,
            outputCount: layers[i].outputs, activations: states[i].activationGradients,
            sums: states[i].sumGradients, weights: states[i].weightGradients, biases: states[i].biasGradients)
    }

    func recordedUpdate(_ i: Int, _ before: Dense, _ rate: Double) -> RecordedUpdate {
        RecordedUpdate(
            index: i, name: name(ofLayer: i), inputCount: before.inputs, outputCount: before.outputs,
            learningRate: rate, weightsBefore: before.weights, weightsAfter: layers[i].weights,
            biasesBefore: before.biases, biasesAfter: layers[i].biases)
    }
}
