import LessonModel

/// The way from the loss back to one slope, factor by factor, where there is but one way: every layer behind the
/// quantity's own has a single neuron.
struct SlopePath {
    struct Row: Equatable {
        var words: String
        /// The factor's symbol, where it has one.
        var symbol = ""
        var factor: Double
        /// The product of the factors so far, as the network computed it; nil where it has not yet.
        var soFar: Double?
    }

    private(set) var rows: [Row] = []
    private let pass: TracedPass
    private let formula: FilledFormula
    private let names: PassQuantities

    /// To a slope by the name that a program would give it, `dw1`; nil where there is no such way, or nothing of it is
    /// known yet.
    init?(_ pass: TracedPass, to name: String) {
        self.pass = pass
        formula = FilledFormula(pass)
        names = PassQuantities(pass)
        guard pass.layers.allSatisfy({ $0.weights.count == $0.biases.count }), let target = target(name),
            let last = pass.layers.indices.last,
            pass.layers[(target.layer + 1)...].allSatisfy({ $0.biases.count == 1 })
        else { return nil }
        start(last, last == target.layer ? target.unit : 0)
        var layer = last
        while layer >= target.layer, isKnown {
            let unit = layer == target.layer ? target.unit : 0
            if layer == target.layer, target.part == .activation { break }
            throughActivation(layer, unit)
            if layer > target.layer { acrossWeight(layer, layer - 1 == target.layer ? target.unit : 0) }
            layer -= 1
        }
        if isKnown, case .weight(let input) = target.part { toInput(target.layer, target.unit, input) }
        if rows.count < 2 { return nil }
    }

    private enum Part: Equatable {
        case activation, sum, bias
        case weight(Int)
    }

    private var isKnown: Bool { rows.last?.soFar != nil }

    private func target(_ name: String) -> (layer: Int, unit: Int, part: Part)? {
        for (layer, here) in pass.layers.enumerated() {
            for unit in here.biases.indices {
                if name == "d" + names.a(layer, unit) { return (layer, unit, .activation) }
                if name == "d" + names.z(layer, unit) { return (layer, unit, .sum) }
                if name == "d" + names.b(layer, unit) { return (layer, unit, .bias) }
                for input in here.weights[unit].indices where name == "d" + names.w(layer, unit, input) {
                    return (layer, unit, .weight(input))
                }
            }
        }
        return nil
    }

    // MARK: Factors

    private mutating func start(_ layer: Int, _ unit: Int) {
        guard let slope = at(pass.layers[layer].dA, unit) else { return }
        var words = "the slope of the loss"
        if let loss = pass.loss, loss.target.count == 1, loss.prediction.count == 1,
            slope == 2 * (loss.prediction[0] - loss.target[0])
        {
            words = "twice the miss"
        }
        rows.append(Row(words: words, factor: slope, soFar: slope))
    }

    private mutating func throughActivation(_ layer: Int, _ unit: Int) {
        guard let local = formula.localSlope(layer, unit) else { return }
        let words: String
        switch pass.layers[layer].activation {
        case "sigmoid": words = "slope of the sigmoid"
        case "tanh": words = "slope of tanh"
        case "relu", "ReLU": words = "slope of ReLU"
        default: words = "no activation function"
        }
        rows.append(Row(words: words, factor: local, soFar: at(pass.layers[layer].dZ, unit)))
    }

    private mutating func acrossWeight(_ layer: Int, _ input: Int) {
        guard pass.layers[layer].weights[0].indices.contains(input) else { return }
        rows.append(
            Row(
                words: "the weight", symbol: names.symbols.w(layer, 0, input),
                factor: pass.layers[layer].weights[0][input], soFar: at(pass.layers[layer - 1].dA, input)))
    }

    private mutating func toInput(_ layer: Int, _ unit: Int, _ input: Int) {
        let inputs = formula.inputs(layer)
        guard inputs.indices.contains(input) else { return }
        let slopes = pass.layers[layer].dW
        rows.append(
            Row(
                words: layer == 0 ? "the input" : "the activation", symbol: names.symbols.input(layer, input),
                factor: inputs[input], soFar: slopes.indices.contains(unit) ? at(slopes[unit], input) : nil))
    }

    private func at(_ values: [Double], _ index: Int) -> Double? {
        values.indices.contains(index) ? values[index] : nil
    }
}

extension StepParts {
    /// The path of the slope that the step works out.
    func slopePath(width: Int) -> [TextLine] {
        guard let pass = shownPass, frame.network?.rows ?? 1 == 1, let name = slopeName,
            let path = SlopePath(pass, to: name)
        else { return [] }
        var lines: [TextLine] = []
        var widest = 0
        for row in path.rows { widest = max(widest, Columns.of(row.words) + Columns.of(row.symbol) + 1) }
        for row in path.rows {
            var line = TextLine([Piece("     " + row.words + (row.symbol.isEmpty ? "" : " "))])
            for piece in SymbolScanner.pieces(row.symbol, .formula) { line.append(style.fold(piece.text), piece.ink) }
            line.pad(to: 5 + widest + 2)
            line.append(style.fold("· " + StepParts.aligned(row.factor)))
            line.pad(to: 5 + widest + 14)
            line.append("so far  ", .soft)
            let soFar = row.soFar.map { StepParts.aligned($0) } ?? (style.unicode ? " ·" : " .")
            line.append(style.fold(soFar), row.soFar == nil ? .soft : .slope)
            lines.append(cut(line, width))
        }
        return lines
    }

    /// The slope that the step gives a value, by the name that a program would give it.
    private var slopeName: String? {
        if frame.kind.isEngine { return engine.flatMap { $0.frame.phase == .backward ? $0.frame.name : nil } }
        if currentQuantity.utf8.first == UInt8(ascii: "d") { return currentQuantity }
        for name in LineNames.lines(of: frame.code).first ?? [] where Ink.ofVariable(name.text) == .slope {
            return name.text
        }
        return nil
    }
}

extension StepParts {
    /// A number with room for its sign.
    static func aligned(_ value: Double) -> String {
        let text = Numbers.short(value)
        return text.unicodeScalars.first == "\u{2212}" ? text : " " + text
    }
}
