import LessonModel

/// A network that has no drawing of its own, as a table: a row for each neuron with its values and, on the way back,
/// their slopes; below the row at hand the wires that lead into it. Never more rows than there is room for.
struct StepNeurons {
    private let pass: TracedPass
    private let names: PassQuantities
    private let style: TextStyle
    /// The quantity that has just got its value, and the neuron that it belongs to.
    private let current: String
    private let place: (layer: Int, unit: Int)?

    init(_ pass: TracedPass, _ style: TextStyle, current: String, place: (layer: Int, unit: Int)?) {
        self.pass = pass
        names = PassQuantities(pass)
        self.style = style
        self.current = current
        self.place = place
    }

    private struct Row {
        var line: TextLine
        var isCurrent: Bool
        /// What the rows left out around it are counted as.
        var isNeuron: Bool
    }

    func lines(width: Int, rows room: Int) -> [TextLine] {
        guard room >= 3 else { return [] }
        var all: [Row] = []
        for (layer, here) in pass.layers.enumerated() {
            for unit in here.biases.indices {
                let isCurrent = place.map { $0.layer == layer && $0.unit == unit } ?? false
                all.append(Row(line: neuron(layer, unit, isCurrent), isCurrent: isCurrent, isNeuron: true))
                if isCurrent {
                    for line in wires(layer, unit, width).prefix(3) {
                        all.append(Row(line: line, isCurrent: true, isNeuron: false))
                    }
                }
            }
        }
        return [head] + window(all, room - 1).map { cut($0, width) }
    }

    /// The rows around the current ones.
    private func window(_ rows: [Row], _ room: Int) -> [TextLine] {
        if rows.count <= room { return rows.map { $0.line } }
        let current = rows.firstIndex { $0.isCurrent } ?? 0
        let shown = max(1, room - 1)
        let start = max(0, min(current - shown / 3, rows.count - shown))
        var lines = rows[start..<start + shown].map { $0.line }
        var left = 0
        for (index, row) in rows.enumerated() where row.isNeuron && !(start..<start + shown).contains(index) {
            left += 1
        }
        lines.append(TextLine([Piece(style.fold("     and \(left) more neurons"), .soft)]))
        return lines
    }

    // MARK: Rows

    private static let column = 10

    private var hasSlopes: Bool { pass.layers.contains { !$0.dZ.isEmpty || !$0.db.isEmpty || !$0.dA.isEmpty } }

    private var head: TextLine {
        var line = TextLine([Piece("     ")])
        let columns: [(String, Ink)] = [("z", .z), ("a", .a), ("b", .b)]
        let slopes: [(String, Ink)] = [("∂L/∂a", .slope), ("∂L/∂z", .slope), ("∂L/∂b", .slope)]
        for (text, ink) in hasSlopes ? columns + slopes : columns {
            let folded = style.fold(text)
            line.append(String(repeating: " ", count: max(0, Self.column - Columns.of(folded))))
            line.append(folded, ink)
        }
        return line
    }

    private func neuron(_ layer: Int, _ unit: Int, _ isCurrent: Bool) -> TextLine {
        let here = pass.layers[layer]
        var line = TextLine([Piece(style.fold(isCurrent ? "▸ " : "  "), .strong)])
        line.append(style.fold(names.symbols.unit(layer, unit)), .strong)
        line.pad(to: 5)
        let number = { (values: [Double]) in values.indices.contains(unit) ? values[unit] : Double?.none }
        append(number(here.z), names.z(layer, unit), .plain, &line)
        append(number(here.a), names.a(layer, unit), .plain, &line)
        append(here.biases[unit], names.b(layer, unit), .plain, &line)
        guard hasSlopes else { return line }
        append(number(here.dA), "d" + names.a(layer, unit), .slope, &line)
        append(number(here.dZ), "d" + names.z(layer, unit), .slope, &line)
        append(number(here.db), "d" + names.b(layer, unit), .slope, &line)
        return line
    }

    private func append(_ value: Double?, _ name: String, _ ink: Ink, _ line: inout TextLine) {
        let isNew = name == current && value != nil
        let text = style.fold((isNew ? "▸" : "") + (value.map { Numbers.short($0) } ?? "·"))
        line.append(String(repeating: " ", count: max(1, Self.column - Columns.of(text))))
        line.append(text, value == nil ? .soft : isNew ? .strong : ink)
    }

    private func wires(_ layer: Int, _ unit: Int, _ width: Int) -> [TextLine] {
        let here = pass.layers[layer]
        guard here.weights.indices.contains(unit) else { return [] }
        let slopes = here.dW.indices.contains(unit) ? here.dW[unit] : []
        var pieces: [Piece] = []
        for (input, weight) in here.weights[unit].enumerated() {
            let name = names.w(layer, unit, input)
            if input > 0 { pieces.append(Piece("  ")) }
            pieces.append(Piece(names.symbols.input(layer, input) + "\u{A0}"))
            pieces.append(Piece(edge(weight), .w))
            pieces.append(Piece("\u{A0}" + names.symbols.w(layer, unit, input), .w))
            pieces.append(Piece("\u{A0}" + (name == current ? "▸" : "") + Numbers.short(weight)))
            if slopes.indices.contains(input) {
                let mark = "d" + name == current ? "▸" : ""
                pieces.append(Piece("\u{A0}∂\u{A0}" + mark + Numbers.short(slopes[input]), .slope))
            }
        }
        var lines: [TextLine] = []
        for line in Wrap.lines(style.fold(pieces), width: max(20, width - 7)) {
            var whole = TextLine([Piece("       ")])
            whole.append(line)
            lines.append(whole)
        }
        return lines
    }

    /// Heavy from a size of one half, dashed below zero.
    private func edge(_ weight: Double) -> String {
        if weight < 0 { return weight <= -0.5 ? "╍" : "╌" }
        return weight >= 0.5 ? "━" : "─"
    }

    private func cut(_ line: TextLine, _ width: Int) -> TextLine {
        line.width <= width ? line : Wrap.cut(line.pieces, width: width).first ?? TextLine()
    }
}
