import LessonModel

/// A lesson and the recording of its run as text for a terminal.
///
///     print(TerminalReport(document: document, recording: recording, style: TextStyle(width: 80)).text)
///
/// Nothing from the lesson or from a cell's output can steer the terminal: control characters are shown as pictures.
public struct TerminalReport {
    public var document: Document
    public var recording: Recording
    public var style: TextStyle
    /// Where the lesson stands in its course; nil for a lesson by itself.
    public var place: LessonPlace?
    /// The cell with which the report ends; nil for the whole lesson.
    public var lastCell: Int?

    public init(document: Document, recording: Recording, style: TextStyle = TextStyle(), place: LessonPlace? = nil) {
        self.document = document
        self.recording = recording
        self.style = style
        self.place = place
    }

    /// The whole report; every line ends in a newline and none is wider than the style's width. Linear in the size
    /// of the lesson and the recording.
    public var text: String {
        var writer = TextWriter(LessonView(document, recording), style)
        writer.writeTop(place)
        for (index, block) in document.blocks.enumerated() {
            if writer.view.isTitle(block, at: index) { continue }
            writer.space()
            writer.write(block)
            if case .cell(let cell) = block.kind, cell.index == lastCell { break }
        }
        return Self.joined(writer.lines, style)
    }

    /// One cell's part of the report, for `learn run --cell`; empty where there is no such cell.
    public func text(ofCell index: Int) -> String {
        var writer = TextWriter(LessonView(document, recording), style)
        for cell in document.cells where cell.index == index { writer.write(cell) }
        return Self.joined(writer.lines, style)
    }

    static func joined(_ lines: [TextLine], _ style: TextStyle) -> String {
        var text = ""
        var blanks = 0
        for line in lines {
            let rendered = line.rendered(style)
            if rendered.isEmpty {
                blanks += 1
                continue
            }
            if !text.isEmpty { text += String(repeating: "\n", count: min(blanks, 2)) }
            blanks = 0
            text += rendered + "\n"
        }
        return text
    }
}

extension TextWriter {
    mutating func writeTop(_ place: LessonPlace?) {
        let matter = view.document.frontMatter
        var title = TextLine()
        var note = ""
        if let place {
            title.append("\(place.number) ", .strong)
            note = "lesson \(place.number) of \(place.count)"
        }
        title.append(style.fold(view.document.title), .strong)
        if !note.isEmpty, title.width + note.utf8.count + 2 <= style.measure {
            title.pad(to: style.measure - note.utf8.count)
            title.append(note, .soft)
        }
        lines += title.width <= style.width ? [title] : Wrap.lines(title.pieces, width: style.width)
        if !matter.summary.isEmpty { addWrapped([Piece(matter.summary)]) }
        if matter.objectives.isEmpty { return }
        space()
        add("  After this lesson you can")
        for objective in matter.objectives { addWrapped([Piece("- "), Piece(objective)], indent: 2, hanging: 2) }
        lines += [TextLine(), TextLine()]
    }
}
