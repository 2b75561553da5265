import LessonModel

/// A lesson in the list of them all.
public struct CourseLine: Sendable {
    public var number: Int
    public var title: String
    public var summary: String
    /// Its file, its length, what there is to do.
    public var facts: [String]
    /// What one has done of it; empty for nothing.
    public var done: [String]
    public var isComplete: Bool

    public init(number: Int, title: String, summary: String, facts: [String], done: [String], isComplete: Bool) {
        self.number = number
        self.title = title
        self.summary = summary
        self.facts = facts
        self.done = done
        self.isComplete = isComplete
    }
}

/// The list of lessons as text for a terminal.
public struct CourseReport {
    public var lines: [CourseLine]
    public var style: TextStyle

    public init(lines: [CourseLine], style: TextStyle = TextStyle()) {
        self.lines = lines
        self.style = style
    }

    public var text: String {
        let view = LessonView(Document(fileName: ""), Recording(lesson: "", title: "", seed: 0))
        var writer = TextWriter(view, style)
        for line in lines {
            writer.space()
            writer.write(line)
        }
        if let first = lines.first {
            writer.space()
            let number = lines.first { !$0.isComplete }?.number ?? first.number
            writer.addWrapped([Piece("learn run \(number) shows it, learn quiz \(number) asks, ", .soft)])
            writer.addWrapped([
                Piece("learn new mine.md --lesson \(number) gives you a copy for your answers", .soft)
            ])
        }
        return TerminalReport.joined(writer.lines, style)
    }
}

extension TextWriter {
    fileprivate mutating func write(_ line: CourseLine) {
        let indent = Columns.of("\(line.number)") + 2
        addWrapped(
            [Piece("\(line.number)\u{A0} ", .strong), Piece(line.title, .strong)]
                + (line.isComplete ? [Piece(" ✓", .a)] : []), hanging: indent)
        if !line.summary.isEmpty { addWrapped([Piece(line.summary)], indent: indent) }
        addWrapped([Piece(line.facts.joined(separator: ", "), .soft)], indent: indent)
        if !line.done.isEmpty { addWrapped([Piece(line.done.joined(separator: ", "), .a)], indent: indent) }
    }
}
