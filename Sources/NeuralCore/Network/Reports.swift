// What observers of a network hear, as values of their own.

extension Network {
    var recordedPass: RecordedPass {
        RecordedPass(rows: rows, columns: rows == 0 ? 0 : input.count / rows, inputs: input.values)
    }

    func recordedLayer(_ i: Int) -> RecordedLayer {
        let state = states[i]
        let (weights, biases) = recordedParameters(i, numbers.parameters)
        return RecordedLayer(
            index: i, name: name(ofLayer: i), layer: plans[i].name, isDense: isPlainDense(i),
            activation: activation(ofLayer: i), rows: rows, inputCount: state.inputCount,
            outputCount: state.outputCount, inputs: (i == 0 ? input : states[i - 1].output).values, weights: weights,
            biases: biases, sums: state.sums, activations: state.output.values)
    }

    func recordedLoss(_ kind: Loss, _ value: Double) -> RecordedLoss {
        let last = states[states.count - 1]
        return RecordedLoss(
            kind: kind, value: value, rows: rows, columns: last.outputCount, predictions: last.output.values,
            targets: targets.values)
    }

    func recordedGradients(_ i: Int) -> RecordedGradients {
        let state = states[i]
        let (weights, biases) = recordedParameters(i, numbers.gradients)
        return RecordedGradients(
            index: i, name: name(ofLayer: i), rows: rows, inputCount: state.inputCount,
            outputCount: state.outputCount, activations: state.outputGradient.values, sums: state.sumGradients,
            weights: weights, biases: biases)
    }

    func recordedUpdate(_ i: Int, _ before: [Double], _ rate: Double) -> RecordedUpdate {
        let old = Buffer()
        old.assign(before)
        let (weightsBefore, biasesBefore) = split(old.start, i)
        let (weightsAfter, biasesAfter) = recordedParameters(i, numbers.parameters)
        return RecordedUpdate(
            index: i, name: name(ofLayer: i), inputCount: states[i].inputCount, outputCount: states[i].outputCount,
            learningRate: rate, weightsBefore: weightsBefore, weightsAfter: weightsAfter, biasesBefore: biasesBefore,
            biasesAfter: biasesAfter)
    }

    /// Whether a layer is dense and takes plain rows, so that a weight joins one input and one output.
    func isPlainDense(_ i: Int) -> Bool {
        guard let dense = plans[i] as? DensePlan else { return false }
        return states[i].inputCount == dense.inputs
    }

    /// The activation that a layer has of its own.
    public func activation(ofLayer index: Int) -> Activation {
        trapping { () throws(EngineError) in
            try Checked.activation(self, index)
        }
    }

    /// A layer's weights and biases; of layers with several of each, all of them in their order.
    private func recordedParameters(_ i: Int, _ buffer: Buffer) -> ([Double], [Double]) {
        split(buffer.start + offsets[i], i)
    }

    private func split(_ start: UnsafePointer<Double>, _ i: Int) -> ([Double], [Double]) {
        var weights: [Double] = []
        var biases: [Double] = []
        Network.split(start, plans[i], &weights, &biases)
        return (weights, biases)
    }

    private static func split(
        _ start: UnsafePointer<Double>, _ layer: LayerPlan, _ weights: inout [Double], _ biases: inout [Double]
    ) {
        var next = start
        for group in layer.groups {
            let values = Buffer.array(next, group.count)
            if group.role == .weights { weights += values } else { biases += values }
            next += group.count
        }
        for child in layer.children {
            split(next, child, &weights, &biases)
            next += child.parameterCount
        }
    }
}
