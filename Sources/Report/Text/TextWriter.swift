import LessonModel

/// Collects the lines of a report for a terminal. What it writes is in extensions by subject.
struct TextWriter {
    let view: LessonView
    /// The width here is that of the place written to, which within lists and quotes is narrower.
    var style: TextStyle
    var lines: [TextLine] = []

    init(_ view: LessonView, _ style: TextStyle) {
        self.view = view
        self.style = style
    }

    var commands: CommandLines { CommandLines(file: view.document.fileName) }

    mutating func add(_ text: String, _ ink: Ink = .plain) {
        lines.append(TextLine(style.fold([Piece(text, ink)])))
    }

    /// An empty line, unless there is one already.
    mutating func space() {
        if let last = lines.last, last.width > 0 { lines.append(TextLine()) }
    }

    /// Pieces wrapped at the measure, each line after an indent.
    mutating func addWrapped(_ pieces: [Piece], indent: Int = 0, hanging: Int = 0) {
        let width = min(style.measure, style.width) - indent - hanging
        for (index, line) in Wrap.lines(style.fold(pieces), width: max(8, width)).enumerated() {
            var whole = TextLine()
            whole.append(String(repeating: " ", count: index == 0 ? indent : indent + hanging))
            whole.append(line)
            lines.append(whole)
        }
    }

    /// What another writer wrote, each line behind a margin; the first line's may differ.
    mutating func add(_ inner: [TextLine], first: String, rest: String) {
        for (index, line) in inner.enumerated() {
            var whole = TextLine()
            whole.append(index == 0 ? first : rest)
            whole.append(line)
            lines.append(whole)
        }
    }

    /// A writer for what is set in by that many columns.
    func inner(by columns: Int) -> TextWriter {
        var writer = self
        writer.lines = []
        writer.style.width = max(16, style.width - columns)
        return writer
    }
}
