import LessonModel

/// The parts of a stepper's screen.
struct StepParts {
    let view: StepView
    let style: TextStyle

    init(_ view: StepView, _ style: TextStyle) {
        self.view = view
        self.style = style
    }

    var frame: StepFrame { view.frame }

    // MARK: Top

    var phase: String {
        switch frame.kind {
        case .z, .a, .loss: return "forward"
        case .dA, .dZ, .dW, .dB: return "backward"
        case .update: return "update"
        case .epoch: return "epoch"
        case .trap: return "stopped"
        case .end: return "done"
        default: break
        }
        // Code tells its phase by what it gives a value.
        for name in LineNames.lines(of: frame.code).first ?? [] {
            switch Ink.ofVariable(name.text) {
            case .slope: return "backward"
            case .z, .a, .loss: return "forward"
            default: continue
            }
        }
        return ""
    }

    private var phaseInk: Ink {
        switch phase {
        case "forward": .a
        case "backward": .slope
        case "stopped": .loss
        default: .plain
        }
    }

    var title: TextLine {
        var right = TextLine([Piece("step \(frame.step) of \(view.stepCount)")])
        if !phase.isEmpty { right.append("  " + phase, phaseInk) }
        var line = TextLine([Piece(style.fold(view.document.title), .strong)])
        line.append("  " + style.fold(view.cell?.name ?? ""))
        for scope in frame.scopes.dropFirst().suffix(4) {
            line.append(style.unicode ? " › " : " > ", .soft)
            line.append(style.fold(scope.name))
        }
        if !view.trial.isEmpty { line.append("  what if " + style.fold(view.trial), .loss) }
        line = cut(line, max(10, style.width - right.width - 2))
        line.pad(to: style.width - right.width)
        line.append(right)
        return line
    }

    /// How far the step is in its cell.
    var rail: TextLine {
        let last = max(1, view.stepCount - 1)
        let width = style.width
        let place = Int(Double(frame.step - 1) / Double(last) * Double(width - 1) + 0.5)
        let done = style.unicode ? "━" : "="
        let open = style.unicode ? "─" : "-"
        var line = TextLine()
        line.append(String(repeating: done, count: max(0, min(place, width - 1))), phaseInk)
        line.append(style.unicode ? "●" : "*", phaseInk)
        line.append(String(repeating: open, count: max(0, width - 1 - place)), .soft)
        return line
    }

    func sentence(rows: Int, width: Int) -> [TextLine] {
        let pieces = frame.kind.isEngine ? SymbolScanner.sentence(view.sentence) : [Piece(view.sentence)]
        var lines = Wrap.lines(style.fold(pieces), width: width)
        if lines.count > rows {
            lines = Array(lines.prefix(rows))
            lines[rows - 1] = cut(lines[rows - 1], width - 1)
            lines[rows - 1].append(style.unicode ? "…" : ".")
        }
        while lines.count < rows { lines.append(TextLine()) }
        return lines
    }

    func heading(_ text: String) -> TextLine { TextLine([Piece(style.fold(text), .soft)]) }

    // MARK: Expression

    /// `w * x = 0.8 * 0.5 = 0.4`, then the statement with the value in its place.
    func expression(rows: Int, width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        if let engine {
            lines.append(cut(row(of: engine), width))
        } else if let reduction = frame.reduction, frame.kind == .expression {
            lines.append(cut(row(of: reduction), width))
            if !isWhole(reduction) { lines.append(cut(statement(reduction.after), width)) }
        }
        while lines.count < rows { lines.append(TextLine()) }
        return Array(lines.prefix(rows))
    }

    /// The same with a line for each stage.
    func longExpression(width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        if let engine {
            let glyph = engine.glyph + " = "
            let indent = String(repeating: " ", count: max(0, Columns.of(glyph) - 2))
            for (index, stage) in stages(of: engine).enumerated() {
                var line = TextLine([Piece("     ")])
                if index == 0 {
                    for piece in SymbolScanner.pieces(glyph, .formula) {
                        line.append(style.fold(piece.text), piece.ink)
                    }
                } else {
                    line.append(style.fold(indent + "= "))
                }
                for piece in stage { line.append(style.fold(piece.text), piece.ink) }
                lines.append(cut(line, width))
            }
        } else if let reduction = frame.reduction, frame.kind == .expression {
            lines.append(statement(reduction.before, marksPart: true))
            if !isWhole(reduction) { lines.append(statement(reduction.after, marksPart: true)) }
            lines.append(row(of: reduction))
            for index in lines.indices {
                var line = TextLine([Piece("     ")])
                line.append(lines[index])
                lines[index] = cut(line, width)
            }
        }
        return lines
    }

    var engine: EngineFrame? {
        guard frame.kind.isEngine, let place = frame.network, let pass = view.whole ?? view.pass else { return nil }
        return EngineFrame(frame.kind, place, pass)
    }

    private func stages(of engine: EngineFrame) -> [[Piece]] {
        var stages: [[Piece]] = []
        if !engine.frame.formula.isEmpty { stages.append(SymbolScanner.pieces(engine.frame.formula, .formula)) }
        if !engine.frame.numbers.isEmpty { stages.append([Piece(engine.frame.numbers)]) }
        stages.append([Piece(Numbers.short(engine.value), .current)])
        return stages
    }

    private func row(of engine: EngineFrame) -> TextLine {
        var line = TextLine()
        for piece in SymbolScanner.pieces(engine.glyph, .formula) { line.append(style.fold(piece.text), piece.ink) }
        for stage in stages(of: engine) {
            line.append(" = ")
            for piece in marked(stage) { line.append(style.fold(piece.text), piece.ink) }
        }
        return line
    }

    private func row(of reduction: StepReduction) -> TextLine {
        let value = StepNarrator.value(reduction)
        let filled = StepNarrator.text(reduction.partFilled)
        var line = TextLine()
        for piece in code(reduction.part) { line.append(style.fold(piece.text), piece.ink) }
        if filled != reduction.part, filled != value { line.append(" = " + style.fold(filled)) }
        line.append(" = ")
        for piece in marked([Piece(value, .current)]) { line.append(style.fold(piece.text), piece.ink) }
        return line
    }

    private func isWhole(_ reduction: StepReduction) -> Bool { reduction.part == reduction.source }

    private func statement(_ pieces: [StepReduction.Piece], marksPart: Bool = true) -> TextLine {
        var line = TextLine()
        var isOpen = false
        for piece in pieces {
            if piece.isPart != isOpen, marksPart, !style.color { line.append(style.fold(piece.isPart ? "‹" : "›")) }
            isOpen = piece.isPart
            let text = StepNarrator.text([piece])
            if piece.isPart {
                line.append(style.fold(text), .current)
            } else {
                for part in code(text) { line.append(style.fold(part.text), part.ink) }
            }
        }
        if isOpen, marksPart, !style.color { line.append(style.fold("›")) }
        return line
    }

    private func code(_ text: String) -> [Piece] { CodeColours.lines(of: text).first ?? [Piece(text)] }

    /// Without colour what is current stands between ‹ and ›.
    func marked(_ pieces: [Piece]) -> [Piece] {
        if style.color { return pieces }
        var result: [Piece] = []
        for piece in pieces {
            result.append(piece.ink == .current ? Piece("‹" + piece.text + "›") : piece)
        }
        return result
    }

    // MARK: Network

    /// The network: a drawing where it has one, else its neurons one below the other, in so many rows.
    func picture(width: Int, rows: Int) -> [TextLine] {
        guard !view.showsSourceOnly, let pass = shownPass else { return [] }
        var narrow = style
        narrow.width = max(40, width)
        let drawing = NetworkText(pass, narrow, current: currentQuantity)
        if drawing.isDrawn {
            let lines = drawing.lines
            if lines.count <= rows { return lines }
        }
        guard pass.layers.allSatisfy({ $0.weights.count == $0.biases.count && $0.biases.count <= 64 }) else {
            return drawing.lines.count <= rows ? drawing.lines : []
        }
        let place = frame.network.flatMap { place in
            place.layer.flatMap { layer in place.unit.map { (layer: layer, unit: $0) } }
        }
        return StepNeurons(pass, narrow, current: currentQuantity, place: place).lines(width: width, rows: rows)
    }

    /// The quantity that the step has given its value, by the name that a program would give it.
    var currentQuantity: String {
        if frame.kind.isEngine { return engine?.frame.name ?? "" }
        guard frame.kind == .line || frame.kind == .end, let before = view.before, before.cell == frame.cell,
            before.step < frame.step
        else { return "" }
        for (index, scope) in frame.scopes.enumerated().reversed() {
            for variable in scope.variables.reversed()
            where Ink.ofVariable(variable.name) != .plain && view.isNew(variable, inScope: index) {
                return variable.name
            }
        }
        return ""
    }

    /// The engine's pass, or else the network that the code works out by hand.
    var shownPass: TracedPass? {
        if frame.kind.isEngine { return view.pass }
        return VariableNetwork.pass(of: frame, in: view.document) ?? view.pass
    }

    func table(width: Int) -> [TextLine] {
        guard let pass = shownPass, !pass.layers.isEmpty else { return [] }
        var narrow = style
        narrow.width = max(40, width)
        var decimals = 7
        var table = PassTable(pass, decimals: decimals)
        while decimals > 3, table.width > width - 2 {
            decimals -= 1
            table = PassTable(pass, decimals: decimals)
        }
        guard table.width <= width - 2, table.rows.count <= 14 else { return [] }
        return table.text(narrow).lines(narrow, width: width)
    }

    // MARK: Beside the source

    func calls(width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        for (index, scope) in frame.scopes.enumerated().reversed() where index > 0 {
            let caller = frame.scopes[index - 1]
            let name = caller.name.isEmpty ? "cell " + (view.cell?.name ?? "") : caller.name
            var line = TextLine([Piece(style.fold(scope.name), .strong), Piece("  called from ", .soft)])
            line.append(style.fold(name))
            line.append(", line \(caller.line)", .soft)
            lines.append(cut(line, width))
            if lines.count == 6 { break }
        }
        if !lines.isEmpty { lines.append(TextLine()) }
        return lines
    }

    func watched(width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        for (index, watch) in view.watches.enumerated() {
            var line = TextLine([Piece(index == 0 ? "watch      " : "           ", .soft)])
            line.append(style.fold(watch.name) + " ")
            line.append(style.fold(watch.value), .strong)
            lines.append(cut(line, width))
        }
        return lines
    }

    func latest(width: Int) -> [TextLine] {
        list("last five", view.latest.prefix(5).map { ($0.name, $0.value) }, width)
    }

    /// What the cell's code names and earlier cells have given: no line of the cell has it beside it.
    func earlier(width: Int) -> [TextLine] {
        guard let outer = frame.scopes.first, let cell = view.codeCell else { return [] }
        var items: [(name: String, value: String)] = []
        for variable in outer.variables.prefix(outer.ownStart) {
            let text = StepNarrator.value(variable)
            if LineNames.mentions(variable.name, in: cell.source), !saysNothing(text) {
                items.append((variable.name, text))
            }
        }
        return list("before", items, width)
    }

    private func list(_ head: String, _ items: [(name: String, value: String)], _ width: Int) -> [TextLine] {
        guard !items.isEmpty else { return [] }
        let margin = 11
        var lines: [TextLine] = []
        var line = TextLine([Piece(head, .soft)])
        line.pad(to: margin)
        for item in items {
            let name = style.fold(item.name) + " "
            let value = style.fold(item.value)
            if line.width > margin, line.width + Columns.of(name) + Columns.of(value) > width {
                lines.append(line)
                line = TextLine()
                line.pad(to: margin)
            }
            line.append(name, Ink.ofVariable(item.name))
            line.append(value + "   ")
        }
        lines.append(line)
        return lines.prefix(4).map { cut($0, width) }
    }

    var isOutputNew: Bool {
        guard let before = view.before, before.cell == frame.cell else { return false }
        return before.output != frame.output
    }

    func output(rows: Int, width: Int) -> [TextLine] {
        guard rows > 0, !frame.output.isEmpty else { return [] }
        let all = SafeText.lines(frame.output)
        var lines: [TextLine] = []
        for (index, text) in all.suffix(rows).enumerated() {
            var line = TextLine([Piece(index == 0 ? "out  " : "     ", .soft)])
            line.append(style.fold(text))
            lines.append(cut(line, width))
        }
        return lines
    }

    // MARK: Bottom

    func message(width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        for text in view.message {
            // Help and comparisons are tables, cut where they do not fit; an answer of one line is wrapped.
            let line = TextLine([Piece(style.fold(text))])
            lines += view.message.count > 1 ? [cut(line, width)] : Wrap.cut(line.pieces, width: width)
        }
        return lines
    }

    /// Whether the message needs more than the last line of the screen.
    var isMessageLong: Bool {
        view.message.count > 1 || Columns.of(style.fold(view.message.first ?? "")) >= style.width
    }

    func footer(isWide: Bool) -> TextLine {
        if let prompt = view.prompt { return TextLine([Piece(style.fold(prompt), .strong)]) }
        if view.message.count == 1, !isMessageLong {
            return TextLine([Piece(style.fold(view.message[0]), view.isError ? .loss : .strong)])
        }
        let keys = [
            ("n", "next"), ("b", "back"), ("s", "in"), ("o", "out"), ("c", "go on"), ("r", "go back"),
            ("p", "NAME print"), ("?", "help"), ("q", "quit"),
        ]
        let more = [("w", "NAME watch"), (":", "run to line or step"), ("=", "what if")]
        var line = TextLine()
        for (index, key) in (isWide ? keys + more : keys).enumerated() {
            if index > 0 { line.append("  ") }
            line.append(key.0, .strong)
            line.append(" " + key.1, .soft)
        }
        return line
    }

    // MARK: Lines

    func cut(_ line: TextLine, _ width: Int) -> TextLine {
        if line.width <= width { return line }
        return Wrap.cut(line.pieces, width: width).first ?? TextLine()
    }
}
