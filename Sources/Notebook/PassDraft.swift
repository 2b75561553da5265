import LessonModel
import NeuralCore

/// One forward pass while its loss, gradients and update are still to come: the engine's reports, in their own arrays.
final class PassDraft {
    let line: Int
    let pass: RecordedPass
    private(set) var layers: [RecordedLayer] = []
    private(set) var loss: RecordedLoss?
    private var gradients: [RecordedGradients] = []
    private var updates: [RecordedUpdate] = []
    private(set) var unitCount = 0

    init(line: Int, pass: RecordedPass) {
        self.line = line
        self.pass = pass
    }

    // MARK: Which reports belong here

    func add(_ layer: RecordedLayer) {
        layers.append(layer)
        unitCount += layer.outputCount
    }

    /// Whether the loss is of this pass: reports do not say whose they are, but the predictions do.
    func accepts(_ report: RecordedLoss) -> Bool {
        guard loss == nil, let layer = layers.last else { return false }
        return Self.isSame(layer.activations, report.predictions)
    }
    func add(_ report: RecordedLoss) { loss = report }

    /// Gradients come from the last layer to the first.
    func accepts(_ report: RecordedGradients) -> Bool {
        guard loss != nil, report.index == layers.count - 1 - gradients.count else { return false }
        let layer = layers[report.index]
        return layer.inputCount == report.inputCount && layer.outputCount == report.outputCount
            && layer.rows == report.rows
    }
    func add(_ report: RecordedGradients) { gradients.append(report) }

    /// Updates come from the first layer to the last.
    func accepts(_ report: RecordedUpdate) -> Bool {
        gradients.count == layers.count && report.index == updates.count && report.index < layers.count
            && Self.isSame(layers[report.index].weights, report.weightsBefore)
    }
    func add(_ report: RecordedUpdate) { updates.append(report) }

    /// Bit for bit, since NaN is not equal to itself.
    private static func isSame(_ a: [Double], _ b: [Double]) -> Bool {
        guard a.count == b.count else { return false }
        for index in a.indices where a[index].bitPattern != b[index].bitPattern { return false }
        return true
    }

    // MARK: What is recorded of it

    /// A pass for one example; of a batch one for each of its first examples, without the gradients: those are of the
    /// whole batch and of no one example. The batch's update stands with the last of them.
    func passes(atMost limit: Int) -> [TracedPass] {
        let rows = max(1, min(pass.rows, limit))
        var result: [TracedPass] = []
        for row in 0..<rows { result.append(traced(row: row)) }
        if updates.count == layers.count { result[rows - 1].updates = namedUpdates() }
        return result
    }

    /// All that has been reported so far, of the first example: for a stepper, which says what is the whole batch's.
    func partial() -> TracedPass {
        var result = traced(row: 0, isAlone: true)
        result.updates = namedUpdates()
        return result
    }

    private func traced(row: Int) -> TracedPass { traced(row: row, isAlone: pass.rows == 1) }

    private func traced(row: Int, isAlone: Bool) -> TracedPass {
        var names = UnitNames(layerCount: layers.count)
        var traced: [TracedPass.Layer] = []
        for layer in layers {
            let units = layer.outputCount
            var entry = TracedPass.Layer(
                name: layer.name, unitNames: names.next(units), activation: layer.activation.rawValue,
                inputs: Self.row(row, of: layer.inputs, width: layer.inputCount),
                weights: Self.rows(layer.weights, width: layer.inputCount, count: units), biases: layer.biases,
                z: Self.row(row, of: layer.sums, width: units), a: Self.row(row, of: layer.activations, width: units))
            let place = layers.count - 1 - layer.index
            if isAlone, place >= 0, place < gradients.count {
                let back = gradients[place]
                entry.dA = Self.row(row, of: back.activations, width: units)
                entry.dZ = Self.row(row, of: back.sums, width: units)
                entry.dW = Self.rows(back.weights, width: layer.inputCount, count: units)
                entry.db = back.biases
            }
            traced.append(entry)
        }
        return TracedPass(
            line: line, inputNames: UnitNames.inputs(pass.columns),
            inputs: Self.row(row, of: pass.inputs, width: pass.columns), layers: traced,
            loss: isAlone ? loss.map(Self.traced) : nil)
    }

    private static func traced(_ loss: RecordedLoss) -> TracedPass.Loss {
        TracedPass.Loss(
            name: words(loss.kind.rawValue), target: loss.targets, prediction: loss.predictions, value: loss.value)
    }

    private static func row(_ row: Int, of values: [Double], width: Int) -> [Double] {
        let start = row * width
        return start + width <= values.count ? [Double](values[start..<start + width]) : []
    }

    private static func rows(_ values: [Double], width: Int, count: Int) -> [[Double]] {
        var result: [[Double]] = []
        for index in 0..<count { result.append(row(index, of: values, width: width)) }
        return result
    }

    /// `binaryCrossEntropy` as words.
    static func words(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            if scalar.value >= 0x41, scalar.value <= 0x5A {
                text += " "
                text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    // MARK: Updates

    private func namedUpdates() -> [TracedPass.Update] {
        var names = ParameterNames(layers)
        var result: [TracedPass.Update] = []
        for update in updates {
            let back = gradients[layers.count - 1 - update.index]
            func add(_ name: String, _ before: Double, _ gradient: Double, _ after: Double) {
                result.append(
                    TracedPass.Update(
                        name: name, before: before, gradient: gradient, learningRate: update.learningRate,
                        after: after))
            }
            for index in update.weightsBefore.indices {
                let name = names.weight(unit: index / update.inputCount, input: index % update.inputCount, update.name)
                add(name, update.weightsBefore[index], back.weights[index], update.weightsAfter[index])
            }
            for index in update.biasesBefore.indices {
                let name = names.bias(unit: index, update.name)
                add(name, update.biasesBefore[index], back.biases[index], update.biasesAfter[index])
            }
        }
        return result
    }
}

/// The names of a network's parameters: w1, w2 … and b1, b2 … through all layers, as pictures number them; above
/// twenty weights by layer and place, `hidden.W[0][1]`.
private struct ParameterNames {
    private var weightCount = 0
    private var biasCount = 0
    private var weight = 0
    private var bias = 0

    init(_ layers: [RecordedLayer]) {
        for layer in layers {
            weightCount += layer.weights.count
            biasCount += layer.biases.count
        }
    }

    private var isNumbered: Bool { weightCount <= 20 }

    mutating func weight(unit: Int, input: Int, _ layer: String) -> String {
        weight += 1
        if weightCount == 1 { return "w" }
        return isNumbered ? "w\(weight)" : "\(layer).W[\(unit)][\(input)]"
    }

    mutating func bias(unit: Int, _ layer: String) -> String {
        bias += 1
        if biasCount == 1 { return "b" }
        return isNumbered ? "b\(bias)" : "\(layer).b[\(unit)]"
    }
}
