import LessonModel

/// Cells for the terminal: code behind its line numbers in the lesson file, output behind "out", then what the cell
/// drew and what the engine did.
extension TextWriter {
    mutating func write(_ cell: Cell) {
        let record = view.record(of: cell)
        switch cell.kind {
        case .check, .solution: return
        case .setup: break
        case .exercise(let id):
            write(code: CodeColours.lines(of: cell.source), firstLine: cell.firstLine)
            if record == nil || record?.status == .todo {
                write(todo: id, cell)
                return
            }
        case .ordinary:
            if cell.options.echo {
                write(code: CodeColours.lines(of: cell.source), firstLine: cell.firstLine)
            }
        }
        guard let record else { return }
        if let expression = cell.options.predict {
            space()
            addWrapped([Piece("Predict first: what will "), Piece("`" + expression + "`"), Piece(" be?")], indent: 4)
        }
        if cell.options.output {
            write(output: record.output)
            for figure in record.figures { write(figure) }
            write(passes: record.passes)
        }
        write(statusOf: record, isMeantToFail: cell.options.error)
        if let caption = cell.options.caption {
            space()
            addWrapped([Piece(caption, .soft)], indent: 2)
        }
    }

    /// Code behind line numbers; nil for a listing without them. What is too wide goes on in the next line.
    mutating func write(code: [[Piece]], firstLine: Int?) {
        for (index, pieces) in code.enumerated() {
            let parts = Wrap.cut(style.fold(pieces), width: style.width - 8)
            for (part, text) in parts.enumerated() {
                var line = TextLine()
                if let firstLine {
                    let number = part == 0 ? "\(firstLine + index)" : "…"
                    let shown = style.fold(number)
                    line.append(String(repeating: " ", count: max(0, 6 - Columns.of(shown))))
                    line.append(shown, .soft)
                    line.append("  ")
                } else {
                    line.append("        ")
                }
                line.append(text)
                lines.append(line)
            }
        }
    }

    private mutating func write(output: String) {
        let outputLines = SafeText.lines(output)
        if outputLines.isEmpty { return }
        space()
        for (index, text) in outputLines.enumerated() {
            for (part, shown) in Wrap.output(style.fold(text), width: style.width - 8).enumerated() {
                var line = TextLine()
                line.append("   ")
                if index == 0 && part == 0 { line.append("out", .soft) }
                line.pad(to: 8)
                line.append(shown)
                lines.append(line)
            }
        }
    }

    private mutating func write(todo id: String, _ cell: Cell) {
        space()
        var pieces = [Piece("to do: ", .strong), Piece(commands.check(id))]
        var notes: [String] = []
        if let points = cell.options.points {
            notes.append(Numbers.short(points) + (points == 1 ? " point" : " points"))
        }
        let hints = view.hints(for: id).count
        if hints > 0 { notes.append(hints == 1 ? "1 hint" : "\(hints) hints") }
        if !notes.isEmpty { pieces += [Piece("\n"), Piece(notes.joined(separator: ", "), .soft)] }
        addWrapped(pieces, indent: 4, hanging: 7)
    }

    private mutating func write(statusOf record: CellRecord, isMeantToFail: Bool) {
        for diagnostic in record.diagnostics {
            space()
            write(diagnostic)
        }
        switch record.status {
        case .skipped where record.diagnostics.isEmpty:
            space()
            addWrapped([Piece("not run", .soft)], indent: 4)
        case .ok where isMeantToFail:
            addWrapped([Piece("this cell is meant to fail", .soft)], indent: 4)
        default: break
        }
    }

    /// A diagnostic as it was rendered, its place in colour.
    mutating func write(_ diagnostic: RecordedDiagnostic) {
        for (index, text) in DiagnosticLines(diagnostic, width: style.width).lines.enumerated() {
            if index == 0 {
                lines += Wrap.lines(style.fold([Piece(text.head, .loss), Piece(text.rest)]), width: style.width)
                continue
            }
            let margin = style.fold(text.head)
            let rest = style.fold([Piece(text.rest)])
            let room = style.width - Columns.of(margin)
            let isHint = DiagnosticLines.isHint(text.rest)
            for (part, line) in (isHint ? Wrap.lines(rest, width: room - 7) : Wrap.cut(rest, width: room)).enumerated()
            {
                var whole = TextLine([Piece(margin, .soft)])
                if isHint { whole.append(part == 0 ? " " : "       ") }
                whole.append(line)
                lines.append(whole)
            }
        }
    }

    mutating func write(_ figure: Figure) {
        space()
        switch figure {
        case .lineChart(let chart): write(chart)
        case .network(let drawing): write(drawing)
        case .heatMap(let map): write(map)
        case .table(let table): write(table)
        case .bars(let chart): write(chart)
        case .histograms(let histograms): write(histograms)
        case .matrices(let matrices): write(matrices)
        case .graph(let graph): write(graph.table)
        }
    }
}
