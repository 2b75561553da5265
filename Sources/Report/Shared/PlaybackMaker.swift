import LessonModel

/// Makes the frames of a pass, each with its sentence: what was computed, and what it means for the loss.
struct PlaybackMaker {
    private(set) var frames: [Playback.Frame] = []
    private(set) var changes: [String: [(frame: Int, value: Double)]] = [:]
    private(set) var glyphs: [String: String] = [:]

    private let pass: TracedPass
    private let names: PassQuantities
    private let formula: FilledFormula

    init(_ pass: TracedPass, _ names: PassQuantities) {
        self.pass = pass
        self.names = names
        formula = FilledFormula(pass)
    }

    private var symbols: PassSymbols { names.symbols }

    mutating func make() {
        given()
        start()
        for layer in pass.layers.indices { forward(layer) }
        loss()
        for layer in pass.layers.indices.reversed() { backward(layer) }
        updates()
    }

    // MARK: What is there from the beginning

    private mutating func given() {
        for (index, value) in pass.inputs.enumerated() { know(names.x(index), symbols.input(0, index), value) }
        for (layer, here) in pass.layers.enumerated() {
            for unit in here.biases.indices {
                know(names.b(layer, unit), symbols.b(layer, unit), here.biases[unit])
                for (input, weight) in here.weights[unit].enumerated() {
                    know(names.w(layer, unit, input), symbols.w(layer, unit, input), weight)
                }
            }
        }
        if let loss = pass.loss, loss.target.count == 1 { know("y", "y", loss.target[0]) }
    }

    private mutating func know(_ name: String, _ glyph: String, _ value: Double) {
        glyphs[name] = glyph
        changes[name, default: []].append((-1, value))
    }

    private mutating func start() {
        var words: [String] = []
        for (index, value) in pass.inputs.prefix(6).enumerated() {
            words.append(symbols.input(0, index) + " is " + Numbers.short(value))
        }
        var text = words.isEmpty ? "One example goes in" : "One example goes in: " + Self.joined(words)
        if pass.inputs.count > 6 { text += " and so on" }
        if let loss = pass.loss, loss.target.count == 1 {
            text += ", and the answer should be " + Numbers.short(loss.target[0])
        }
        var lit: [String] = []
        for index in pass.inputs.indices { lit.append(names.x(index)) }
        frames.append(Playback.Frame(phase: .start, sentence: text + ".", lit: lit))
    }

    private static func joined(_ words: [String]) -> String {
        var text = ""
        for (index, word) in words.enumerated() {
            if index > 0 { text += index == words.count - 1 ? " and " : ", " }
            text += word
        }
        return text
    }

    private mutating func add(
        _ phase: Playback.Phase, _ name: String, _ glyph: String, _ value: Double, formula: String, numbers: String,
        lit: [String], _ sentence: String
    ) {
        glyphs[name] = glyph
        changes[name, default: []].append((frames.count, value))
        frames.append(
            Playback.Frame(
                phase: phase, name: name, formula: formula, numbers: numbers, sentence: sentence, lit: lit))
    }

    private func unitName(_ layer: Int, _ unit: Int) -> String { "n" + names.z(layer, unit).dropFirst() }

    // MARK: Forward

    private mutating func forward(_ layer: Int) {
        let here = pass.layers[layer]
        for unit in here.z.indices {
            let who = symbols.unit(layer, unit)
            let z = formula.z(layer, unit)
            let node = unitName(layer, unit)
            var lit = [node, names.z(layer, unit)]
            for input in here.weights[unit].indices { lit.append(names.w(layer, unit, input)) }
            add(
                .forward, names.z(layer, unit), symbols.z(layer, unit), z, formula: weightedSum(layer, unit),
                numbers: formula.weightedSum(layer, unit), lit: lit,
                "\(who) weighs what comes in and adds its bias: \(symbols.z(layer, unit)) is \(Numbers.short(z)).")
            if here.activation == "softmax" { continue }
            activation(layer, unit, lit: [node, names.a(layer, unit)])
        }
        guard here.activation == "softmax" else { return }
        for unit in here.a.indices {
            activation(layer, unit, lit: [unitName(layer, unit), names.a(layer, unit)])
        }
    }

    /// `w₁·x₁ + w₂·x₂ + b₁`
    private func weightedSum(_ layer: Int, _ unit: Int) -> String {
        let count = pass.layers[layer].weights[unit].count
        let shown = count > FilledFormula.shownTerms ? 3 : count
        var text = ""
        for input in 0..<shown {
            text += (input == 0 ? "" : " + ") + symbols.w(layer, unit, input) + "·" + symbols.input(layer, input)
        }
        if shown < count { text += " + … (\(count - shown) more)" }
        return text + " + " + symbols.b(layer, unit)
    }

    private mutating func activation(_ layer: Int, _ unit: Int, lit: [String]) {
        let here = pass.layers[layer]
        let a = here.a[unit]
        let numbers = formula.activation(layer, unit) ?? ""
        let symbol = symbols.z(layer, unit)
        var written = numbers.isEmpty ? "" : here.activation + "(" + symbol + ")"
        if here.activation == "sigmoid" { written = "σ(" + symbol + ")" }
        add(
            .forward, names.a(layer, unit), symbols.a(layer, unit), a, formula: written, numbers: numbers, lit: lit,
            activationSentence(layer, unit))
    }

    private func activationSentence(_ layer: Int, _ unit: Int) -> String {
        let who = symbols.unit(layer, unit)
        let z = Numbers.short(formula.z(layer, unit))
        let value = pass.layers[layer].a[unit]
        let a = Numbers.short(value)
        switch pass.layers[layer].activation {
        case "sigmoid":
            let mood = value > 0.7 ? "mostly on" : value < 0.3 ? "mostly off" : "undecided"
            return "The sigmoid squeezes \(z) into \(a): \(who) is \(mood)."
        case "tanh": return "tanh squeezes \(z) into \(a), between −1 and 1."
        case "relu":
            return value > 0
                ? "ReLU lets \(z) through as it is: \(who) is on." : "ReLU cuts \(z) off at 0: \(who) is silent."
        case "softmax": return "softmax turns the sums of the layer into shares of 1: \(who) gets \(a)."
        case "", "identity", "linear", "none":
            return "\(who) has no activation function: \(symbols.a(layer, unit)) is the sum itself, \(a)."
        default: return "The activation \(pass.layers[layer].activation) turns \(z) into \(a)."
        }
    }

    // MARK: Loss

    private mutating func loss() {
        guard let loss = pass.loss else { return }
        let value = Numbers.short(loss.value)
        var lit = ["L"]
        if let last = pass.layers.indices.last {
            for unit in pass.layers[last].biases.indices { lit.append(unitName(last, unit)) }
        }
        guard loss.prediction.count == 1, loss.target.count == 1 else {
            add(
                .forward, "loss", "L", loss.value, formula: "", numbers: "", lit: lit,
                "The answers are compared with the right ones, and the miss becomes one number: the loss, \(value).")
            return
        }
        let says = Numbers.short(loss.prediction[0])
        let miss = loss.prediction[0] - loss.target[0]
        let isSquare = loss.value == miss * miss
        let a = pass.layers.indices.last.map { symbols.a($0, 0) } ?? "a"
        let text = "The network says \(says); the answer is \(Numbers.short(loss.target[0])). "
        let target = Numbers.factor(loss.target[0])
        let square = "(" + Numbers.filled(loss.prediction[0]) + " − " + target + ")²"
        add(
            .forward, "loss", "L", loss.value, formula: isSquare ? "(" + a + " − y)²" : "",
            numbers: isSquare ? square : "", lit: lit,
            text + (isSquare ? "The miss, squared, is the loss: \(value)." : "The \(loss.name) of that is \(value)."))
    }

    // MARK: Backward

    private mutating func backward(_ layer: Int) {
        let here = pass.layers[layer]
        guard here.dZ.count == here.biases.count, !here.dZ.isEmpty else { return }
        for unit in here.dA.indices { slopeOfActivation(layer, unit) }
        for unit in here.dZ.indices {
            slopeOfSum(layer, unit)
            if here.dW.indices.contains(unit) { slopesOfWeights(layer, unit) }
            if here.db.indices.contains(unit) { slopeOfBias(layer, unit) }
        }
    }

    private mutating func slopeOfActivation(_ layer: Int, _ unit: Int) {
        let slope = pass.layers[layer].dA[unit]
        let a = symbols.a(layer, unit)
        let value = Numbers.short(slope)
        let name = "d" + names.a(layer, unit)
        guard layer + 1 < pass.layers.count else {
            let effect = slope == 0 ? "nothing is left to learn here" : "a larger \(a) would \(Self.moves(slope))"
            add(
                .backward, name, "∂L/∂" + a, slope, formula: "", numbers: "", lit: ["L", unitName(layer, unit), name],
                "Now backward. The slope of L at \(a) is \(value): \(effect).")
            return
        }
        let next = pass.layers[layer + 1]
        var lit = [name]
        var written = ""
        for (index, _) in next.biases.enumerated() {
            lit += ["d" + names.z(layer + 1, index), names.w(layer + 1, index, unit)]
            written += (index == 0 ? "" : " + ") + "∂L/∂" + symbols.z(layer + 1, index) + "·"
            written += symbols.w(layer + 1, index, unit)
        }
        let numbers = formula.slopeOfActivation(layer, unit) ?? ""
        add(
            .backward, name, "∂L/∂" + a, slope, formula: numbers.isEmpty ? "" : written, numbers: numbers, lit: lit,
            acrossSentence(layer, unit))
    }

    private func acrossSentence(_ layer: Int, _ unit: Int) -> String {
        let next = pass.layers[layer + 1]
        let value = Numbers.short(pass.layers[layer].dA[unit])
        let who = symbols.unit(layer, unit)
        guard next.dZ.count == 1 else {
            return
                "Back across \(next.dZ.count) wires to \(who): each brings its slope times its weight, in sum \(value)."
        }
        let weight = next.weights[0][unit]
        let turn =
            weight < 0
            ? "a negative weight turns the sign round" : weight > 0 ? "the sign stays" : "nothing gets through"
        let from = Numbers.short(next.dZ[0])
        return "Back across \(symbols.w(layer + 1, 0, unit)) to \(who): \(turn), and \(from) becomes \(value)."
    }

    private mutating func slopeOfSum(_ layer: Int, _ unit: Int) {
        let slope = pass.layers[layer].dZ[unit]
        let z = symbols.z(layer, unit)
        let a = symbols.a(layer, unit)
        let value = Numbers.short(slope)
        let numbers = formula.slopeOfSum(layer, unit) ?? ""
        var written = ""
        var text = "Back through the activation of \(symbols.unit(layer, unit)): the slope at \(z) is \(value)."
        if !numbers.isEmpty, let local = formula.localSlope(layer, unit) {
            let from = Numbers.short(pass.layers[layer].dA[unit])
            switch pass.layers[layer].activation {
            case "sigmoid":
                written = "∂L/∂\(a)·\(a)·(1 − \(a))"
                text =
                    "Back through the sigmoid, whose slope there is \(Numbers.short(local)): \(from) becomes \(value)."
            case "tanh":
                written = "∂L/∂\(a)·(1 − \(a)²)"
                text = "Back through tanh, whose slope there is \(Numbers.short(local)): \(from) becomes \(value)."
            case "relu":
                written = "∂L/∂\(a)·\(Numbers.short(local))"
                text =
                    local == 0
                    ? "ReLU was off, its slope is 0: nothing gets through to \(z)."
                    : "ReLU was on, its slope is 1: \(from) goes through unchanged."
            default: written = "∂L/∂\(a)"
            }
        }
        let name = "d" + names.z(layer, unit)
        add(
            .backward, name, "∂L/∂" + z, slope, formula: written, numbers: numbers,
            lit: [unitName(layer, unit), "d" + names.a(layer, unit), name], text)
    }

    private mutating func slopesOfWeights(_ layer: Int, _ unit: Int) {
        let inputs = formula.inputs(layer)
        for (index, slope) in pass.layers[layer].dW[unit].enumerated() {
            let w = symbols.w(layer, unit, index)
            let from = symbols.input(layer, index)
            let z = symbols.z(layer, unit)
            let numbers = formula.slopeOfWeight(layer, unit, index) ?? ""
            var text = "The slope of L by \(w) is \(Numbers.short(slope))." + effect(slope, w)
            if inputs.indices.contains(index), inputs[index] == 0, slope == 0 {
                text = "\(from) is 0, so nothing came through \(w): no share in this miss, and a slope of 0."
            } else if !numbers.isEmpty {
                let came = Numbers.short(pass.layers[layer].dZ[unit]) + " times " + Numbers.short(inputs[index])
                text = "The slope at \(z) times what came in: \(came)." + effect(slope, w)
            }
            let name = "d" + names.w(layer, unit, index)
            add(
                .backward, name, "∂L/∂" + w, slope, formula: numbers.isEmpty ? "" : "∂L/∂\(z)·\(from)",
                numbers: numbers, lit: ["d" + names.z(layer, unit), name, names.input(layer, index)], text)
        }
    }

    private mutating func slopeOfBias(_ layer: Int, _ unit: Int) {
        let slope = pass.layers[layer].db[unit]
        let name = "d" + names.b(layer, unit)
        let isSame = slope == pass.layers[layer].dZ[unit]
        let b = symbols.b(layer, unit)
        let z = symbols.z(layer, unit)
        add(
            .backward, name, "∂L/∂" + b, slope, formula: isSame ? "∂L/∂\(z)" : "", numbers: "",
            lit: ["d" + names.z(layer, unit), name],
            isSame
                ? "The bias adds straight into \(z), so it has the same slope."
                : "The slope of L by \(b) is \(Numbers.short(slope)).")
    }

    private func effect(_ slope: Double, _ name: String) -> String {
        slope == 0 ? "" : " Raising \(name) would \(Self.moves(slope))."
    }

    private static func moves(_ slope: Double) -> String { slope < 0 ? "lower the loss" : "raise the loss" }

    // MARK: Update

    /// Updates come in the order of the engine; their names are those of the drawing.
    private mutating func updates() {
        if pass.updates.isEmpty { return }
        let parameters = parameterNames()
        for update in pass.updates {
            let (name, glyph) = parameters[update.name] ?? Self.plain(update.name)
            let after = Numbers.short(update.after)
            let numbers = formula.descent(update) ?? ""
            let text =
                update.before == update.after
                ? "\(glyph) has no slope here, so it stays at \(after)."
                : "\(glyph) moves against its slope, from \(Numbers.short(update.before)) to \(after)."
            add(
                .update, name, glyph, update.after, formula: numbers.isEmpty ? "" : "\(glyph) − η·∂L/∂\(glyph)",
                numbers: numbers, lit: [name, "d" + name], text)
        }
    }

    private static func plain(_ name: String) -> (name: String, glyph: String) {
        let safe = SafeText.line(name)
        return (safe, PassSymbols.subscripted(safe))
    }

    /// Parameters of large networks are reported by layer and place, `hidden.W[0][1]`.
    private func parameterNames() -> [String: (name: String, glyph: String)] {
        var found: [String: (name: String, glyph: String)] = [:]
        for (layer, here) in pass.layers.enumerated() {
            for unit in here.biases.indices {
                for input in here.weights[unit].indices {
                    found["\(here.name).W[\(unit)][\(input)]"] = (
                        names.w(layer, unit, input), symbols.w(layer, unit, input)
                    )
                }
                found["\(here.name).b[\(unit)]"] = (names.b(layer, unit), symbols.b(layer, unit))
            }
        }
        return found
    }
}
