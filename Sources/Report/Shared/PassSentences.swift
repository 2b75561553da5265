import LessonModel

/// One sentence for each quantity of a pass. Terminal, page and screen readers show the same ones.
struct PassSentences {
    let pass: TracedPass
    private let formula: FilledFormula

    init(_ pass: TracedPass) {
        self.pass = pass.sound
        formula = FilledFormula(self.pass)
    }

    private var symbols: PassSymbols { formula.symbols }

    func hasInputs(_ layer: Int) -> Bool { !formula.inputs(layer).isEmpty }

    // MARK: Forward

    func neuron(_ layer: Int, _ unit: Int) -> String {
        symbols.unit(layer, unit) + ": " + sumClause(layer, unit) + ", " + activationClause(layer, unit) + "."
    }

    func sum(_ layer: Int, _ unit: Int) -> String {
        symbols.unit(layer, unit) + ": " + sumClause(layer, unit) + "."
    }

    func activation(_ layer: Int, _ unit: Int) -> String {
        symbols.unit(layer, unit) + ": " + activationClause(layer, unit) + "."
    }

    private func sumClause(_ layer: Int, _ unit: Int) -> String {
        "z = " + formula.weightedSum(layer, unit) + " = " + Numbers.filled(formula.z(layer, unit))
    }

    private func activationClause(_ layer: Int, _ unit: Int) -> String {
        let a = Numbers.filled(pass.layers[layer].a[unit])
        if let call = formula.activation(layer, unit) { return "a = " + call + " = " + a }
        if pass.layers[layer].activation == "softmax" { return "a = its share in softmax = " + a }
        return "a = z = " + a
    }

    // MARK: Loss

    func loss(_ loss: TracedPass.Loss) -> String {
        "The network says \(list(loss.prediction)); the answer is \(list(loss.target)). "
            + "The loss L" + (loss.name.isEmpty ? "" : " (\(loss.name))") + " is \(Numbers.filled(loss.value))."
    }

    private func list(_ values: [Double]) -> String {
        if values.count == 1 { return Numbers.filled(values[0]) }
        var text = "("
        for (index, value) in values.prefix(8).enumerated() {
            text += (index == 0 ? "" : ", ") + Numbers.filled(value)
        }
        return text + (values.count > 8 ? ", …)" : ")")
    }

    // MARK: Backward

    func slopeOfActivation(_ layer: Int, _ unit: Int) -> String {
        let slope = pass.layers[layer].dA[unit]
        let name = symbols.a(layer, unit)
        let value = Numbers.filled(slope)
        if layer == pass.layers.count - 1 {
            return "Now backward. The slope of L at \(name) is \(value): \(effect("raising \(name)", slope))."
        }
        let worked = formula.slopeOfActivation(layer, unit).map { $0 + " = " } ?? ""
        return "Back across the wires to \(name): ∂L/∂\(name) = \(worked)\(value)."
    }

    func slopeOfSum(_ layer: Int, _ unit: Int) -> String {
        let value = Numbers.filled(pass.layers[layer].dZ[unit])
        let name = symbols.z(layer, unit)
        let worked = formula.slopeOfSum(layer, unit).map { $0 + " = " } ?? ""
        return "Back through the activation to \(name): ∂L/∂\(name) = \(worked)\(value)."
    }

    func slopeOfWeight(_ layer: Int, _ unit: Int, _ index: Int) -> String {
        let slope = pass.layers[layer].dW[unit][index]
        let inputs = formula.inputs(layer)
        let name = symbols.w(layer, unit, index)
        if slope == 0, inputs.indices.contains(index), inputs[index] == 0 {
            let source = symbols.input(layer, index)
            return "\(source) is 0, so nothing came through \(name): ∂L/∂\(name) = 0.0."
        }
        let worked = formula.slopeOfWeight(layer, unit, index).map { $0 + " = " } ?? ""
        return "∂L/∂\(name) = \(worked)\(Numbers.filled(slope)): \(effect("raising \(name)", slope))."
    }

    func furtherSlopes(_ layer: Int, _ unit: Int, _ count: Int) -> String {
        "And \(count) more weights into \(symbols.unit(layer, unit)) likewise."
    }

    func slopeOfBias(_ layer: Int, _ unit: Int) -> String {
        let name = symbols.b(layer, unit)
        let slope = pass.layers[layer].db[unit]
        let isSame = slope == pass.layers[layer].dZ[unit]
        let reason = isSame ? "\(name) adds straight into \(symbols.z(layer, unit)) and has its slope: " : ""
        return reason + "∂L/∂\(name) = \(Numbers.filled(slope))."
    }

    /// Of several examples at once: what is the batch's own, a weight's slope or, without an input, the bias's.
    func batchSlope(_ layer: Int, _ unit: Int, _ index: Int?, rows: Int) -> String {
        let here = pass.layers[layer]
        let name = index.map { symbols.w(layer, unit, $0) } ?? symbols.b(layer, unit)
        let slope = index.map { here.dW[unit][$0] } ?? here.db[unit]
        return "Over the \(rows) examples ∂L/∂\(name) = \(Numbers.filled(slope)): "
            + "\(effect("raising \(name)", slope))."
    }

    private func effect(_ change: String, _ slope: Double) -> String {
        if slope == 0 { return change + " would change nothing" }
        return change + (slope > 0 ? " would raise the loss" : " would lower the loss")
    }

    // MARK: Update

    func update(_ update: TracedPass.Update) -> String {
        let name = PassSymbols.subscripted(update.name)
        let after = Numbers.filled(update.after)
        if update.gradient == 0, update.before == update.after {
            return "\(name) has no slope here and stays at \(after)."
        }
        if let descent = formula.descent(update) {
            return "\(name) moves against its slope: \(name) ← \(descent) = \(after)."
        }
        return "\(name) moves from \(Numbers.filled(update.before)) to \(after)."
    }
}
