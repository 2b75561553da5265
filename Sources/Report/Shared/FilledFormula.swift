import LessonModel

/// The formulas of a pass with their numbers filled in. A formula whose numbers do not give the recorded value, such
/// as a slope that was averaged over a batch, is not written out at all.
struct FilledFormula {
    /// Above this many inputs a weighted sum shows its first terms and says how many it leaves out.
    static let shownTerms = 6

    let pass: TracedPass
    let symbols: PassSymbols

    init(_ pass: TracedPass) {
        self.pass = pass
        symbols = PassSymbols(pass)
    }

    // MARK: Forward

    /// `0.5·1.0 − 0.3·2.0 + 0.1`
    func weightedSum(_ layer: Int, _ unit: Int) -> String {
        let weights = pass.layers[layer].weights[unit]
        let inputs = self.inputs(layer)
        let shown = weights.count > Self.shownTerms ? 3 : weights.count
        var text = ""
        for index in 0..<min(shown, inputs.count) {
            text += sign(weights[index], isFirst: index == 0)
            text += Numbers.filled(weights[index].magnitude) + "·" + Numbers.factor(inputs[index])
        }
        if shown < weights.count { text += " + … (\(weights.count - shown) more)" }
        let bias = pass.layers[layer].biases[unit]
        return text + sign(bias, isFirst: text.isEmpty) + Numbers.filled(bias.magnitude)
    }

    /// The weighted sum's value. Where the terms cancel to within their own rounding it is zero.
    func z(_ layer: Int, _ unit: Int) -> Double {
        let value = pass.layers[layer].z[unit]
        var largest = pass.layers[layer].biases[unit].magnitude
        for (weight, input) in zip(pass.layers[layer].weights[unit], inputs(layer)) {
            largest = max(largest, (weight * input).magnitude)
        }
        return value.magnitude < largest * 1e-15 ? 0 : value
    }

    /// `σ(0.0)`; nil where the activation changes nothing or mixes the neurons of its layer.
    func activation(_ layer: Int, _ unit: Int) -> String? {
        let name = pass.layers[layer].activation
        switch name {
        case "", "identity", "linear", "none", "softmax": return nil
        case "sigmoid": return "σ(" + Numbers.filled(z(layer, unit)) + ")"
        default: return name + "(" + Numbers.filled(z(layer, unit)) + ")"
        }
    }

    func inputs(_ layer: Int) -> [Double] {
        let own = pass.layers[layer].inputs
        if !own.isEmpty { return own }
        return layer == 0 ? pass.inputs : pass.layers[layer - 1].a
    }

    // MARK: Backward

    /// The slope of the activation at a neuron; nil where it is not known neuron by neuron.
    func localSlope(_ layer: Int, _ unit: Int) -> Double? {
        let here = pass.layers[layer]
        guard here.z.indices.contains(unit), here.a.indices.contains(unit) else { return nil }
        let a = here.a[unit]
        switch here.activation {
        case "", "identity", "linear", "none": return 1
        case "sigmoid": return a * (1 - a)
        case "tanh": return 1 - a * a
        case "relu", "ReLU": return here.z[unit] > 0 ? 1 : 0
        default: return nil
        }
    }

    /// `−0.272·(−0.6)`: the slopes of the next layer carried back over its weights; nil where they do not add up.
    func slopeOfActivation(_ layer: Int, _ unit: Int) -> String? {
        guard layer + 1 < pass.layers.count else { return nil }
        let next = pass.layers[layer + 1]
        guard next.dZ.count == next.weights.count, next.dZ.count <= Self.shownTerms else { return nil }
        var sum = 0.0
        var text = ""
        for (index, slope) in next.dZ.enumerated() {
            sum += slope * next.weights[index][unit]
            let factor = Numbers.factor(next.weights[index][unit])
            text += index == 0 ? Numbers.filled(slope) : sign(slope, isFirst: false) + Numbers.filled(slope.magnitude)
            text += "·" + factor
        }
        return agrees(sum, pass.layers[layer].dA[unit]) ? text : nil
    }

    /// `0.163·0.149`
    func slopeOfSum(_ layer: Int, _ unit: Int) -> String? {
        let here = pass.layers[layer]
        guard here.dA.indices.contains(unit), let local = localSlope(layer, unit),
            agrees(here.dA[unit] * local, here.dZ[unit])
        else { return nil }
        return Numbers.filled(here.dA[unit]) + "·" + Numbers.factor(local)
    }

    /// `0.0243·1.0`
    func slopeOfWeight(_ layer: Int, _ unit: Int, _ input: Int) -> String? {
        let here = pass.layers[layer]
        let inputs = self.inputs(layer)
        guard inputs.indices.contains(input), here.dZ.indices.contains(unit),
            agrees(here.dZ[unit] * inputs[input], here.dW[unit][input])
        else { return nil }
        return Numbers.filled(here.dZ[unit]) + "·" + Numbers.factor(inputs[input])
    }

    /// `0.8 − 0.5·0.0243`; nil where the rule is not plain gradient descent.
    func descent(_ update: TracedPass.Update) -> String? {
        guard agrees(update.before - update.learningRate * update.gradient, update.after) else { return nil }
        return Numbers.filled(update.before) + " − " + Numbers.filled(update.learningRate) + "·"
            + Numbers.factor(update.gradient)
    }

    private func agrees(_ computed: Double, _ recorded: Double) -> Bool {
        if computed == recorded { return true }
        return (computed - recorded).magnitude <= 1e-9 * max(computed.magnitude, recorded.magnitude)
    }

    private func sign(_ value: Double, isFirst: Bool) -> String {
        let isNegative = value < 0
        if isFirst { return isNegative ? Numbers.minus : "" }
        return isNegative ? " − " : " + "
    }
}
