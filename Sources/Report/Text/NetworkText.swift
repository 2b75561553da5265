import LessonModel

/// Networks for the terminal: a drawing for two inputs, two hidden neurons and one output, as the first lessons use
/// it, and for a lone neuron; a list of neurons with what enters them for other small ones; a summary beyond.
struct NetworkText {
    private let pass: TracedPass
    private let symbols: PassSymbols
    private let style: TextStyle
    private let names: PassQuantities
    /// The quantity that has just got its value, by the name that a program would give it.
    private let current: String

    init(_ pass: TracedPass, _ style: TextStyle, current: String = "") {
        self.pass = pass
        self.style = style
        self.current = current
        names = PassQuantities(pass)
        symbols = names.symbols
    }

    /// Whether the network has a drawing, at this width.
    var isDrawn: Bool { isPlain && style.width >= 80 && shape == [2, 2, 1] || isLone }

    private var isLone: Bool { isPlain && shape.count == 2 && shape[0] <= 6 && shape[1] == 1 && style.width >= 60 }

    /// A drawing as a pass that may have been made.
    static func pass(of drawing: NetworkDrawing) -> TracedPass {
        var layers: [TracedPass.Layer] = []
        for layer in drawing.layers {
            layers.append(
                TracedPass.Layer(
                    name: layer.name, unitNames: layer.unitNames, activation: layer.activation, inputs: [],
                    weights: layer.weights, biases: layer.biases, z: layer.z, a: layer.a, dA: layer.aSlopes,
                    dZ: layer.zSlopes, dW: layer.weightSlopes, db: layer.biasSlopes))
        }
        return TracedPass(line: 0, inputNames: drawing.inputNames, inputs: drawing.inputs, layers: layers).sound
    }

    var lines: [TextLine] {
        if isPlain && style.width >= 80 && shape == [2, 2, 1] { return drawing() }
        if isLone { return neuron() }
        return LessonView.isSmall(pass) ? list() : summary()
    }

    /// How many inputs, then how many neurons each layer has.
    private var shape: [Int] {
        var shape = [pass.layers.first?.weights.first?.count ?? 0]
        for layer in pass.layers { shape.append(layer.biases.count) }
        return shape
    }

    /// Whether every layer has all the weights that its neurons need.
    private var isPlain: Bool {
        var width = shape[0]
        for layer in pass.layers {
            guard layer.weights.count == layer.biases.count else { return false }
            for row in layer.weights where row.count != width { return false }
            width = layer.biases.count
        }
        return true
    }

    // MARK: Two, two, one

    private func drawing() -> [TextLine] {
        var canvas = TextCanvas(width: 80, height: 9, style: style)
        for (unit, row) in [(0, 1), (1, 7)] {
            bias(0, unit, 23, row - 1, &canvas)
            neuron(0, unit, 23, 34, row, &canvas)
            input(unit, row, &canvas)
            output(unit, row, &canvas)
        }
        wires(&canvas)
        weight(0, 0, 0, 9, 1, &canvas)
        weight(0, 0, 1, 9, 3, &canvas)
        weight(0, 1, 0, 9, 5, &canvas)
        weight(0, 1, 1, 9, 7, &canvas)
        lastNeuron(&canvas)
        return canvas.lines
    }

    /// An input with its value; a long value stands above the first input or below the second one.
    private func input(_ index: Int, _ y: Int, _ canvas: inout TextCanvas) {
        let value = value(pass.inputs, index) ?? ""
        canvas.put(symbols.input(0, index), 1, y)
        if Columns.of(value) <= 1 {
            canvas.put(value, 4, y)
        } else {
            canvas.put(
                Columns.of(value) <= 7 ? value : Numbers.brief(pass.inputs[index]), 1, index == 0 ? y - 1 : y + 1)
        }
        let glyph = edge(pass.layers[0].weights[index][index])
        canvas.put(glyph + glyph, 6, y, .w)
        canvas.put(glyph + glyph + "▸", 19, y, .w)
    }

    private func output(_ unit: Int, _ y: Int, _ canvas: inout TextCanvas) {
        let glyph = edge(pass.layers[1].weights[0][unit])
        canvas.put(glyph, 45, y, .w)
        weight(1, 0, unit, 47, y, &canvas)
        canvas.put(glyph, 56, y, .w)
        canvas.put(unit == 0 ? "╲" : "╱", 57, y, .w)
        canvas.put(unit == 0 ? "╲" : "╱", 58, unit == 0 ? 2 : 6, .w)
    }

    private func wires(_ canvas: inout TextCanvas) {
        canvas.put("╲", 6, 2, .w)
        canvas.put("╱", 21, 2, .w)
        canvas.put("╲", 7, 3, .w)
        canvas.put("╱", 20, 3, .w)
        canvas.put("╱", 7, 5, .w)
        canvas.put("╲", 20, 5, .w)
        canvas.put("╱", 6, 6, .w)
        canvas.put("╲", 21, 6, .w)
    }

    private func lastNeuron(_ canvas: inout TextCanvas) {
        let left = 59
        bias(1, 0, left, 3, &canvas, withSlope: false)
        neuron(1, 0, left, left + 11, 4, &canvas)
        slope(pass.layers[1].db, 0, left + 11, 3, &canvas)
        guard let loss = pass.loss else { return }
        if loss.target.count == 1 { canvas.put("y  " + aligned(loss.target[0]), left + 11, 1) }
        canvas.put([Piece("L", .loss), Piece("  " + aligned(loss.value))], left + 11, 2)
        mark("loss", left + 11, 2, &canvas)
    }

    /// z and a side by side, their slopes below.
    private func neuron(_ layer: Int, _ unit: Int, _ x: Int, _ second: Int, _ y: Int, _ canvas: inout TextCanvas) {
        let here = pass.layers[layer]
        quantity(symbols.z(layer, unit), here.z.indices.contains(unit) ? here.z[unit] : nil, .z, x, y, &canvas)
        quantity(symbols.a(layer, unit), here.a.indices.contains(unit) ? here.a[unit] : nil, .a, second, y, &canvas)
        slope(here.dZ, unit, x, y + 1, &canvas)
        slope(here.dA, unit, second, y + 1, &canvas)
        mark(names.z(layer, unit), x, y, &canvas)
        mark(names.a(layer, unit), second, y, &canvas)
        mark("d" + names.z(layer, unit), x, y + 1, &canvas)
        mark("d" + names.a(layer, unit), second, y + 1, &canvas)
    }

    private func bias(
        _ layer: Int, _ unit: Int, _ x: Int, _ y: Int, _ canvas: inout TextCanvas, withSlope: Bool = true
    ) {
        quantity(symbols.b(layer, unit), pass.layers[layer].biases[unit], .b, x, y, &canvas)
        if withSlope { slope(pass.layers[layer].db, unit, x + 11, y, &canvas) }
        mark(names.b(layer, unit), x, y, &canvas)
        mark("d" + names.b(layer, unit), x + 11, y, &canvas)
    }

    private func weight(
        _ layer: Int, _ unit: Int, _ index: Int, _ x: Int, _ y: Int, _ canvas: inout TextCanvas
    ) {
        quantity(symbols.w(layer, unit, index), pass.layers[layer].weights[unit][index], .w, x, y, &canvas)
        let slopes = pass.layers[layer].dW
        if slopes.indices.contains(unit) { slope(slopes[unit], index, x, y + 1, &canvas) }
        mark(names.w(layer, unit, index), x, y, &canvas)
        mark("d" + names.w(layer, unit, index), x, y + 1, &canvas)
    }

    /// Points at the quantity that has just got its value, between its name and its number.
    private func mark(_ name: String, _ x: Int, _ y: Int, _ canvas: inout TextCanvas) {
        if name == current { canvas.put("▸", x + 2, y, .strong) }
    }

    private func quantity(
        _ name: String, _ value: Double?, _ ink: Ink, _ x: Int, _ y: Int, _ canvas: inout TextCanvas
    ) {
        canvas.put(name, x, y, ink)
        if let value {
            canvas.put(aligned(value), x + 3, y)
        } else {
            canvas.put(style.unicode ? " ·" : " .", x + 3, y, .soft)
        }
    }

    private func slope(_ slopes: [Double], _ index: Int, _ x: Int, _ y: Int, _ canvas: inout TextCanvas) {
        guard slopes.indices.contains(index) else { return }
        canvas.put([Piece("∂", .slope), Piece("  " + aligned(slopes[index]), .slope)], x, y)
    }

    // MARK: One neuron

    private func neuron() -> [TextLine] {
        let count = shape[0]
        var canvas = TextCanvas(width: style.width, height: 2 * count + 2, style: style)
        let middle = count
        for index in 0..<count {
            let y = 2 * index + 1
            let glyph = edge(pass.layers[0].weights[0][index])
            canvas.put(symbols.input(0, index), 1, y)
            canvas.put(aligned(pass.inputs.indices.contains(index) ? pass.inputs[index] : .nan), 4, y)
            canvas.put(glyph + glyph, 12, y, .w)
            weight(0, 0, index, 15, y, &canvas)
            canvas.put(glyph + glyph, 26, y, .w)
            canvas.put(y < middle ? "╲" : y > middle ? "╱" : glyph, 28, y, .w)
        }
        canvas.put("━▸", 29, middle, .w)
        bias(0, 0, 32, middle - 1, &canvas)
        neuron(0, 0, 32, 43, middle, &canvas)
        return canvas.lines
    }

    // MARK: Lists

    /// A line for each neuron, with the wires that lead into it.
    private func list() -> [TextLine] {
        var lines: [TextLine] = []
        for (layer, here) in pass.layers.enumerated() {
            for unit in here.biases.indices {
                var head: [Piece] = [Piece(symbols.unit(layer, unit), .strong), Piece(": ")]
                if let z = value(here.z, unit) {
                    head += [Piece(symbols.z(layer, unit), .z), Piece(glued(z) + ", ")]
                }
                if let a = value(here.a, unit) { head += [Piece(symbols.a(layer, unit), .a), Piece(glued(a) + ", ")] }
                head += [Piece(symbols.b(layer, unit), .b), Piece(glued(Numbers.short(here.biases[unit])))]
                lines += indented(head, by: 2)
                if here.weights.indices.contains(unit) { lines += indented(wires(layer, unit), by: 6) }
            }
        }
        return lines
    }

    private func wires(_ layer: Int, _ unit: Int) -> [Piece] {
        var wires: [Piece] = []
        for (index, weight) in pass.layers[layer].weights[unit].enumerated() {
            if index > 0 { wires.append(Piece(", ")) }
            wires.append(Piece(symbols.input(layer, index) + "\u{A0}" + edge(weight) + "\u{A0}"))
            wires.append(Piece(symbols.w(layer, unit, index), .w))
            wires.append(Piece(glued(Numbers.short(weight))))
        }
        return wires
    }

    private func summary() -> [TextLine] {
        var text = "\(shape[0]) inputs"
        var parameters = 0
        for layer in pass.layers {
            let name = layer.activation.isEmpty ? "linear" : layer.activation
            text += " → \(layer.biases.count) " + name
            parameters += layer.biases.count
            for row in layer.weights { parameters += row.count }
        }
        return indented([Piece(text + ", \(parameters) parameters")], by: 2)
    }

    private func indented(_ pieces: [Piece], by columns: Int) -> [TextLine] {
        var lines: [TextLine] = []
        for line in Wrap.lines(style.fold(pieces), width: style.width - columns) {
            var whole = TextLine()
            whole.append(String(repeating: " ", count: columns))
            whole.append(line)
            lines.append(whole)
        }
        return lines
    }

    // MARK: Pieces

    private func glued(_ number: String) -> String { "\u{A0}" + number }

    private func value(_ values: [Double], _ index: Int) -> String? {
        values.indices.contains(index) ? Numbers.short(values[index]) : nil
    }

    /// The sign has a column of its own, so that the points stand below one another.
    private func aligned(_ value: Double) -> String {
        var text = Numbers.short(value)
        if Columns.of(text) > 7 { text = Numbers.brief(value) }
        return text.unicodeScalars.first == "\u{2212}" ? text : " " + text
    }

    /// Heavy from a size of one half, dashed below zero.
    private func edge(_ weight: Double) -> String {
        if !style.unicode { return weight < 0 ? "-" : "=" }
        if weight < 0 { return weight <= -0.5 ? "╍" : "╌" }
        return weight >= 0.5 ? "━" : "─"
    }
}

extension TextWriter {
    mutating func write(_ drawing: NetworkDrawing) {
        if !drawing.title.isEmpty { addWrapped([Piece(drawing.title, .strong)], indent: 2) }
        write(networkOf: NetworkText.pass(of: drawing))
    }

    mutating func write(networkOf pass: TracedPass) {
        lines += NetworkText(pass, style).lines
        if LessonView.isSmall(pass) {
            space()
            let key =
                style.unicode
                ? "━ above 0, ╍ below 0, heavy from |w| 0.5" : "= weight above 0, - weight below 0"
            addWrapped([Piece(key, .soft)], indent: 2)
        }
    }
}
