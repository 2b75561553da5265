import LessonModel

/// Says in one sentence what each step of a pass does. Terminal, page and screen readers show the same sentences.
public struct Narrator {
    private let pass: TracedPass
    private let formula: FilledFormula
    private var steps: [TracedPass.Step] = []

    /// The steps of a pass, in the order in which they happen: its own where it has them, else generated ones.
    /// O(weights).
    public static func steps(of pass: TracedPass) -> [TracedPass.Step] {
        if !pass.steps.isEmpty { return pass.steps }
        var narrator = Narrator(pass)
        narrator.forward()
        narrator.loss()
        narrator.backward()
        narrator.updates()
        return narrator.steps
    }

    private init(_ pass: TracedPass) {
        self.pass = pass.sound
        formula = FilledFormula(self.pass)
    }

    private var symbols: PassSymbols { formula.symbols }

    private mutating func say(_ phase: TracedPass.Phase, _ layer: Int?, _ unit: Int?, _ sentence: String) {
        steps.append(TracedPass.Step(phase: phase, layer: layer, unit: unit, sentence: sentence))
    }

    // MARK: Forward

    private mutating func forward() {
        for (layer, here) in pass.layers.enumerated() {
            if formula.inputs(layer).isEmpty { continue }
            for unit in here.z.indices {
                say(.forward, layer, unit, forwardSentence(layer, unit))
            }
        }
    }

    private func forwardSentence(_ layer: Int, _ unit: Int) -> String {
        let z = Numbers.filled(formula.z(layer, unit))
        let a = Numbers.filled(pass.layers[layer].a[unit])
        var text = symbols.unit(layer, unit) + ": z = " + formula.weightedSum(layer, unit) + " = " + z + ", a = "
        if let call = formula.activation(layer, unit) {
            text += call + " = " + a
        } else if pass.layers[layer].activation == "softmax" {
            text += "its share in softmax = " + a
        } else {
            text += "z = " + a
        }
        return text + "."
    }

    // MARK: Loss

    private mutating func loss() {
        guard let loss = pass.loss else { return }
        say(
            .loss, nil, nil,
            "The network says \(list(loss.prediction)); the answer is \(list(loss.target)). "
                + "The loss L" + (loss.name.isEmpty ? "" : " (\(loss.name))") + " is \(Numbers.filled(loss.value)).")
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

    private mutating func backward() {
        for layer in pass.layers.indices.reversed() {
            let here = pass.layers[layer]
            guard here.dZ.count == here.biases.count else { continue }
            for unit in here.dZ.indices {
                slopeOfActivation(layer, unit)
                slopeOfSum(layer, unit)
                if here.dW.indices.contains(unit) { slopesOfWeights(layer, unit) }
                if here.db.indices.contains(unit) { slopeOfBias(layer, unit) }
            }
        }
    }

    private mutating func slopeOfActivation(_ layer: Int, _ unit: Int) {
        guard pass.layers[layer].dA.indices.contains(unit) else { return }
        let slope = pass.layers[layer].dA[unit]
        let name = symbols.a(layer, unit)
        let value = Numbers.filled(slope)
        if layer == pass.layers.count - 1 {
            say(
                .backward, layer, unit,
                "Now backward. The slope of L at \(name) is \(value): \(effect("raising \(name)", slope)).")
        } else {
            let worked = formula.slopeOfActivation(layer, unit).map { $0 + " = " } ?? ""
            say(.backward, layer, unit, "Back across the wires to \(name): ∂L/∂\(name) = \(worked)\(value).")
        }
    }

    private mutating func slopeOfSum(_ layer: Int, _ unit: Int) {
        let value = Numbers.filled(pass.layers[layer].dZ[unit])
        let name = symbols.z(layer, unit)
        let worked = formula.slopeOfSum(layer, unit).map { $0 + " = " } ?? ""
        say(.backward, layer, unit, "Back through the activation to \(name): ∂L/∂\(name) = \(worked)\(value).")
    }

    private mutating func slopesOfWeights(_ layer: Int, _ unit: Int) {
        let slopes = pass.layers[layer].dW[unit]
        let inputs = formula.inputs(layer)
        for (index, slope) in slopes.prefix(FilledFormula.shownTerms).enumerated() {
            let name = symbols.w(layer, unit, index)
            if slope == 0, inputs.indices.contains(index), inputs[index] == 0 {
                let source = symbols.input(layer, index)
                say(
                    .backward, layer, unit, "\(source) is 0, so nothing came through \(name): ∂L/∂\(name) = 0.0.")
                continue
            }
            let worked = formula.slopeOfWeight(layer, unit, index).map { $0 + " = " } ?? ""
            say(
                .backward, layer, unit,
                "∂L/∂\(name) = \(worked)\(Numbers.filled(slope)): \(effect("raising \(name)", slope)).")
        }
        if slopes.count > FilledFormula.shownTerms {
            let rest = slopes.count - FilledFormula.shownTerms
            say(.backward, layer, unit, "And \(rest) more weights into \(symbols.unit(layer, unit)) likewise.")
        }
    }

    private mutating func slopeOfBias(_ layer: Int, _ unit: Int) {
        let name = symbols.b(layer, unit)
        let slope = pass.layers[layer].db[unit]
        let isSame = slope == pass.layers[layer].dZ[unit]
        let reason = isSame ? "\(name) adds straight into \(symbols.z(layer, unit)) and has its slope: " : ""
        say(.backward, layer, unit, reason + "∂L/∂\(name) = \(Numbers.filled(slope)).")
    }

    private func effect(_ change: String, _ slope: Double) -> String {
        if slope == 0 { return change + " would change nothing" }
        return change + (slope > 0 ? " would raise the loss" : " would lower the loss")
    }

    // MARK: Update

    private mutating func updates() {
        for update in pass.updates {
            let name = PassSymbols.subscripted(update.name)
            let after = Numbers.filled(update.after)
            if update.gradient == 0, update.before == update.after {
                say(.update, nil, nil, "\(name) has no slope here and stays at \(after).")
            } else if let descent = formula.descent(update) {
                say(.update, nil, nil, "\(name) moves against its slope: \(name) ← \(descent) = \(after).")
            } else {
                say(.update, nil, nil, "\(name) moves from \(Numbers.filled(update.before)) to \(after).")
            }
        }
    }
}
