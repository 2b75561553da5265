import LessonModel

/// Cells for the page: code behind its line numbers in the lesson file, output, figures, passes, diagnostics.
extension PageWriter {
    mutating func write(_ cell: Cell) {
        switch cell.kind {
        case .check, .solution: return
        case .exercise(let id): write(exercise: id, cell)
        case .setup, .ordinary: write(ordinary: cell)
        }
    }

    private mutating func write(exercise id: String, _ cell: Cell) {
        let points = cell.options.points ?? 1
        openCell(cell, note: "exercise, " + Numbers.short(points) + (points == 1 ? " point" : " points"))
        write(source: cell)
        let record = view.record(of: cell)
        if record == nil || record?.status == .todo {
            html.markup("<p class=\"todo\"><b>To do:</b> ")
            html.element("code", text: commands.check(id))
            html.markup("</p>")
        } else if let output = record?.output, !output.isEmpty {
            write(output: output)
        }
        html.markup("</figure>\n")
        for diagnostic in record?.diagnostics ?? [] { write(diagnostic) }
        var solution: Cell?
        for entry in view.solutions where entry.exercise == id && showsSolutions { solution = entry.cell }
        write(hints: view.hints(for: id), solution: solution)
    }

    private mutating func write(ordinary cell: Cell) {
        let record = view.record(of: cell)
        var showsCode = cell.options.echo
        if case .setup = cell.kind { showsCode = false }
        let output = cell.options.output ? record?.output ?? "" : ""
        let predict = cell.options.predict
        if showsCode || !output.isEmpty && predict == nil {
            openCell(cell, note: fileName)
            if showsCode { write(source: cell) }
            if predict == nil, !output.isEmpty { write(output: output) }
            html.markup("</figure>\n")
        }
        guard let record else { return }
        let hasPicture = cell.options.output && record.passes.contains { NetworkSVG.isDrawable($0) }
        // Steps would give away what the reader is to guess.
        if let predict { open(prediction: predict, record) }
        if showsCode, context.isLive, !hasPicture, let steps = view.steps(of: cell) { write(player: steps, of: cell) }
        if predict != nil, !output.isEmpty {
            html.markup("<figure class=\"cell\">")
            write(output: output)
            html.markup("</figure>\n")
        }
        if cell.options.output {
            write(record.figures)
            write(passes: record.passes, of: cell)
        }
        if predict != nil { html.markup("</details>\n") }
        for diagnostic in record.diagnostics { write(diagnostic) }
        switch record.status {
        case .skipped where record.diagnostics.isEmpty: html.markup("<p class=\"missing\">This cell was not run.</p>\n")
        case .ok where cell.options.error: html.markup("<p class=\"caption\">This cell is meant to fail.</p>\n")
        default: break
        }
        if let caption = cell.options.caption { html.element("p", [("class", "caption")], text: caption) }
    }

    /// What the reader is to guess first; all that the cell gives is folded behind it.
    private mutating func open(prediction: String, _ record: CellRecord) {
        html.open(
            "form",
            [
                ("class", "guess"), ("data-answer", record.predicted ?? ""),
                ("data-shown", Numbers.read(record.predicted ?? "")),
            ])
        html.markup("<label>Predict first: what will ")
        html.element("code", text: prediction)
        html.markup(
            """
             be? <input type="text" autocomplete="off" spellcheck="false" size="12"></label>\
            <button>Compare</button><p class="answer" role="status"></p></form>\
            <details class="predict"><summary>Show what it gives</summary>
            """)
    }

    /// The lesson's name without the folders that it is in.
    private var fileName: String {
        let parts = document.fileName.utf8.split(separator: 0x2F)
        return SafeText.line(parts.last.map { String(decoding: $0, as: UTF8.self) } ?? document.fileName)
    }

    private mutating func openCell(_ cell: Cell, note: String) {
        // An exercise may have the name of a cell.
        var kind = "cell"
        if case .exercise = cell.kind { kind = "exercise" }
        html.open("figure", [("class", "cell"), ("id", id(kind, cell.name))])
        html.markup("<figcaption>cell ")
        html.element("b", text: cell.name)
        html.element("span", text: note)
        html.markup("<button type=\"button\" class=\"copy\" data-do=\"copy\">Copy</button></figcaption>")
    }

    /// An ordered list whose numbers are the lines of the lesson file.
    mutating func write(source cell: Cell) {
        html.open("ol", [("class", "src"), ("tabindex", "0"), ("aria-label", "Swift source of cell " + cell.name)])
        for (index, pieces) in CodeColours.lines(of: cell.source).enumerated() {
            html.open("li", [("value", "\(cell.firstLine + index)")])
            html.open("code")
            html.pieces(pieces.isEmpty ? [Piece(" ")] : pieces, symbols: "span")
            html.markup("</code></li>")
        }
        html.close("ol")
    }

    private mutating func write(output: String) {
        html.markup("<pre class=\"out\" tabindex=\"0\" aria-label=\"Output\">")
        for (index, line) in SafeText.lines(output).enumerated() { html.text(index == 0 ? line : "\n" + line) }
        html.close("pre")
    }

    private mutating func write(_ diagnostic: RecordedDiagnostic) {
        html.markup("<div class=\"diag\"><pre tabindex=\"0\" aria-label=\"Diagnostic\">")
        for (index, line) in DiagnosticLines(diagnostic).lines.enumerated() {
            if index > 0 { html.text("\n") }
            html.element("span", [("class", index == 0 ? "l" : "soft")], text: line.head)
            if Self.isCaret(line.rest) {
                html.element("span", [("class", "l")], text: line.rest)
            } else {
                html.text(line.rest)
            }
        }
        html.markup("</pre></div>\n")
    }

    private static func isCaret(_ text: String) -> Bool {
        for byte in text.utf8 where byte != 0x20 && byte != 0x5E && byte != 0x7E { return false }
        return true
    }
}
