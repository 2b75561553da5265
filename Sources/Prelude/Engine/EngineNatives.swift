import Machine
import NeuralCore

/// The engine's operations as natives of the machine: `@native("engine.…")` in `EngineText`.
///
/// An error of the engine ends the cell with the engine's own message. Work is charged by its size before it is done.
extension EngineContext {
    var natives: [Native] {
        activationNatives + networkNatives + passNatives + trainingNatives + tensorNatives + dataNatives + lessonNatives
    }

    /// A native that does not fail but by an error of the engine, and stores one word at most.
    func native(
        _ name: String, _ argumentWords: Int, _ resultWords: Int = 1,
        _ body: @escaping (inout Arguments) throws(EngineError) -> Int64?
    ) -> Native {
        Native(name: "engine.\(name)", argumentWords: argumentWords, resultWords: resultWords) { machine, words in
            var arguments = Arguments(machine, words)
            do throws(EngineError) {
                let result = try body(&arguments)
                // Nil: memory is used up, and the machine knows.
                if resultWords == 1 { words[0] = result ?? 0 }
                return .done
            } catch {
                return .trap(.stated(.other, error.message))
            }
        }
    }

    private var activationNatives: [Native] {
        [
            native("activate", 2) { (a: inout Arguments) throws(EngineError) in
                let activation = a.activation()
                return bits(activation(a.double()))
            },
            native("slope", 2) { (a: inout Arguments) throws(EngineError) in
                let activation = a.activation()
                return bits(activation.derivative(a.double()))
            },
            native("loss", 3) { (a: inout Arguments) throws(EngineError) in
                let loss = a.loss()
                let predictions = a.doubles()
                a.machine.charge(Int64(predictions.count))
                return bits(try Checked.loss(loss, predictions, a.doubles()))
            },
            native("softmax", 2) { (a: inout Arguments) throws(EngineError) in
                let z = a.doubles()
                a.machine.charge(Int64(z.count))
                return numbers(softmax(z), like: a.word(), a.machine)
            },
            native("denseWeights", 5) { (a: inout Arguments) throws(EngineError) in
                let inputs = a.int()
                let outputs = a.int()
                let activation = a.activation()
                let layer = try Checked.dense(inputs, outputs, activation: activation, seed: a.int())
                a.machine.charge(Int64(layer.weights.count))
                return numbers(layer.weights, like: a.word(), a.machine)
            },
        ]
    }

    private var networkNatives: [Native] {
        [
            native("makeNetwork", 3) { (a: inout Arguments) throws(EngineError) in
                let shape = a.ints()
                let activations = a.ints()
                var layers: [Dense] = []
                for (index, activation) in activations.enumerated() {
                    let zeros = [Double](repeating: 0, count: shape[index])
                    layers.append(
                        try Checked.dense(
                            weights: [[Double]](repeating: zeros, count: shape[index + 1]),
                            biases: [Double](repeating: 0, count: shape[index + 1]),
                            activation: Activation.allCases[activation]))
                }
                let network = Network(try Checked.layers(layers, seed: 0))
                try Checked.setParameters(network, a.doubles())
                a.machine.charge(Int64(network.parameterCount))
                return self.object(network, a.machine)
            },
            native("copyNetwork", 1) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(Int64(object.network.parameterCount))
                return self.object(object.network.copy(), a.machine, progress: object.progress)
            },
            native("own", 1) { (a: inout Arguments) throws(EngineError) in
                let reference = a.word()
                guard let object = a.machine.foreign(reference) as? NetworkObject else { return 0 }
                guard object.generation == self.generation else { return self.copy(object, a.machine) }
                a.machine.retain(reference)
                return reference
            },
            native("setParameters", 2, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(Int64(object.network.parameterCount))
                try Checked.setParameters(object.network, a.doubles())
                return 0
            },
            native("numbers", 4) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let what = a.int()
                let values = try object.numbers(what, ofLayer: a.int())
                a.machine.charge(Int64(values.count))
                return numbers(values, like: a.word(), a.machine)
            },
        ]
    }

    private var passNatives: [Native] {
        [
            native("forward", 4) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let x = a.doubles()
                let rows = a.int()
                a.machine.charge(work(object, rows))
                let result = try Checked.forward(self.attended(object), x, rows: rows)
                object.progress = .forward
                return numbers(result, like: a.word(), a.machine)
            },
            native("lossOf", 3) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let targets = a.doubles()
                a.machine.charge(Int64(targets.count))
                let value = try Checked.loss(self.attended(object), targets, a.loss())
                object.progress = .loss
                return bits(value)
            },
            native("backward", 1, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(2 * work(object, 1))
                try Checked.backward(self.attended(object))
                object.progress = .backward
                return 0
            },
            native("update", 2, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(work(object, 1))
                try Checked.update(self.attended(object), settings: a.doubles())
                return 0
            },
        ]
    }

    private var trainingNatives: [Native] {
        [
            native("table", 5) { (a: inout Arguments) throws(EngineError) in
                let values = a.doubles()
                let expected = a.int()
                let rows = a.int()
                let columns = a.int()
                guard rows > 0 else { throw .empty(operation: "fit") }
                guard columns == expected else {
                    let what = a.int() == 0 ? "inputs in each row" : "targets in each row"
                    throw .countDiffers(of: what, expected: expected, actual: columns)
                }
                a.machine.charge(Int64(values.count))
                return a.machine.makeForeign(TableObject(values, columns: columns), descriptor: self.descriptor)
            },
            native("step", 8) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network(), let inputs = a.table(), let targets = a.table() else { return 0 }
                let start = a.int()
                let end = a.int()
                let order = a.ints()
                let loss = a.loss()
                a.machine.charge(4 * work(object, end - start))
                let network = self.attended(object)
                let x = inputs.rows(start, end, order)
                _ = try Checked.forward(network, x, rows: end - start)
                let value = try Checked.loss(network, targets.rows(start, end, order), loss)
                object.progress = .loss
                guard value.isFinite else { return bits(value) }
                try Checked.backward(network)
                object.progress = .backward
                try Checked.update(network, settings: a.doubles())
                return bits(value)
            },
            native("endEpoch", 2, 0) { (a: inout Arguments) throws(EngineError) in
                let index = a.int()
                self.observer?.record(.epoch(RecordedEpoch(index: index, loss: a.double())))
                return 0
            },
            native("gradientCheck", 6) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let inputs = a.doubles()
                let targets = a.doubles()
                let rows = a.int()
                let loss = a.loss()
                guard rows > 0, inputs.count % rows == 0, targets.count % rows == 0 else {
                    throw .countDiffers(of: "rows of targets", expected: rows, actual: 0)
                }
                a.machine.charge(2 * Int64(object.network.parameterCount) * work(object, rows))
                return bits(
                    try Checked.gradientCheck(
                        object.network, rowsOf(inputs, rows), rowsOf(targets, rows), loss: loss, step: a.double()))
            },
        ]
    }

    private func object(
        _ network: Network, _ machine: Machine, progress: NetworkObject.Progress = .none, isTraced: Bool = false
    ) -> Int64? {
        let object = NetworkObject(network, generation: generation, progress: progress)
        object.isTraced = isTraced
        return machine.makeForeign(object, descriptor: descriptor)
    }

    private func copy(_ object: NetworkObject, _ machine: Machine) -> Int64? {
        machine.charge(Int64(object.network.parameterCount))
        let copy = object.network.copy()
        copy.observer = object.network.observer
        return self.object(copy, machine, progress: object.progress, isTraced: object.isTraced)
    }

    /// The network, with the session's observer listening, unless the cell asked to trace it.
    private func attended(_ object: NetworkObject) -> Network {
        if !object.isTraced { object.network.observer = observer }
        return object.network
    }
}

private func bits(_ value: Double) -> Int64 { Int64(bitPattern: value.bitPattern) }

/// An array of the type of another: that is where its descriptor comes from.
func numbers(_ values: [Double], like array: Int64, _ machine: Machine) -> Int64? {
    guard let descriptor = machine.descriptor(of: array) else { return 0 }
    return machine.makeDoubles(descriptor, values)
}

/// Multiplications of a forward pass, in units of fuel.
private func work(_ object: NetworkObject, _ rows: Int) -> Int64 {
    Int64(object.network.parameterCount) * Int64(rows) / 16
}

func rowsOf(_ values: [Double], _ rows: Int) -> [[Double]] {
    let columns = rows == 0 ? 0 : values.count / rows
    var result: [[Double]] = []
    for row in 0..<rows { result.append([Double](values[row * columns..<(row + 1) * columns])) }
    return result
}

extension TableObject {
    /// The rows at places `start ..< end` of an order; of their own where that is empty.
    fileprivate func rows(_ start: Int, _ end: Int, _ order: [Int]) -> [Double] {
        if order.isEmpty && (end - start) * columns == values.count { return values }
        var result: [Double] = []
        result.reserveCapacity((end - start) * columns)
        for index in start..<end {
            let row = order.isEmpty ? index : order[index]
            result += values[row * columns..<(row + 1) * columns]
        }
        return result
    }
}

extension NetworkObject {
    /// What the text asks for by number; see `engine.numbers` there.
    fileprivate func numbers(_ what: Int, ofLayer index: Int) throws(EngineError) -> [Double] {
        if what == 0 { return network.parameters }
        if what == 1 { return network.gradients }
        guard index >= 0, index < network.layers.count else {
            throw .indexOutOfRange(index: index, count: network.layers.count)
        }
        switch what {
        case 2: return network.layers[index].weights
        case 3: return network.layers[index].biases
        case 4: return flat(network.weightGradients(ofLayer: try reached(.backward, "weightGradients", index)))
        case 5: return network.biasGradients(ofLayer: try reached(.backward, "biasGradients", index))
        case 6: return flat(network.sums(ofLayer: try reached(.forward, "sums", index)))
        default: return flat(network.activations(ofLayer: try reached(.forward, "activations", index)))
        }
    }

    private func reached(_ needed: Progress, _ call: String, _ index: Int) throws(EngineError) -> Int {
        guard progress.rawValue >= needed.rawValue else {
            throw .calledTooEarly(call: call, needed: needed == .forward ? "forward(…)" : "backward()")
        }
        return index
    }

    private func flat(_ rows: [[Double]]) -> [Double] {
        var values: [Double] = []
        for row in rows { values += row }
        return values
    }
}
