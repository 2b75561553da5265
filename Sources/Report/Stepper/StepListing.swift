import LessonModel

/// The steps of a trace as text, a sentence each: for a pipe, a file, or a reader who listens.
public struct StepListing {
    private let document: Document
    private let style: TextStyle

    public init(document: Document, style: TextStyle = TextStyle()) {
        self.document = document
        self.style = style
    }

    /// The whole trace; every line ends in a newline. Linear in the number of its frames.
    public func text(of trace: StepTrace) -> String {
        var lines: [TextLine] = [TextLine([Piece(style.fold(trace.title), .strong)])]
        var reader = StepTrace.Reader(trace)
        var cell: Int?
        while let frame = reader.next() {
            if frame.cell != cell {
                if let cell { lines += note(of: cell, trace) }
                cell = frame.cell
                lines += [TextLine(), TextLine([Piece(style.fold(heading(of: frame.cell)), .strong)])]
            }
            lines += text(of: frame)
        }
        if let cell { lines += note(of: cell, trace) }
        if cell == nil { lines.append(TextLine([Piece("There is nothing to step through.")])) }
        var text = ""
        for line in lines { text += line.rendered(style) + "\n" }
        return text
    }

    private func heading(of cell: Int) -> String {
        let cells = document.cells
        guard cells.indices.contains(cell) else { return "cell" }
        return "cell " + cells[cell].name + ", line \(cells[cell].firstLine)"
    }

    private func text(of frame: StepFrame) -> [TextLine] {
        var head = TextLine()
        let number = "\(frame.step)"
        head.append(String(repeating: " ", count: max(0, 7 - number.utf8.count)) + number, .soft)
        let place = "line \(frame.place.line)"
        head.append("  " + place + String(repeating: " ", count: max(1, 11 - place.utf8.count)), .soft)
        let indent = head.width
        var lines: [TextLine] = []
        for part in Wrap.lines(pieces(of: frame), width: max(20, style.width - indent)) {
            var line = lines.isEmpty ? head : TextLine()
            line.pad(to: indent)
            line.append(part)
            lines.append(line)
        }
        return lines
    }

    private func pieces(of frame: StepFrame) -> [Piece] {
        var pieces = frame.kind.isEngine ? SymbolScanner.sentence(frame.sentence) : [Piece(frame.sentence)]
        if frame.turnsSign { pieces.append(Piece(" The sign turns.", .strong)) }
        return style.fold(pieces)
    }

    /// What is left out.
    private func note(of cell: Int, _ trace: StepTrace) -> [TextLine] {
        var lines: [TextLine] = []
        for omission in trace.leftOut where omission.cell == cell {
            let text = "\(omission.shown) of \(omission.steps) steps are shown; left out: \(omission.reason)."
            for part in Wrap.lines([Piece(style.fold(text), .soft)], width: max(20, style.width - 9)) {
                var line = TextLine()
                line.pad(to: 9)
                line.append(part)
                lines.append(line)
            }
        }
        return lines
    }
}
