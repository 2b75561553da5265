/// What was found, where, and what to try: plain data. `DiagnosticRenderer` turns it into text.
public struct Diagnostic: Sendable {
    public enum Severity: Sendable, Equatable {
        case error, warning, note
        public var word: StaticString {
            switch self {
            case .error: "error"
            case .warning: "warning"
            case .note: "note"
            }
        }
    }

    public var severity: Severity
    public var file: SourceFile
    public var span: Span
    /// Further places that the caret line underlines with `~`, such as the two operands of an operator.
    public var related: [Span]
    public var message: String
    /// What to try; empty where there is nothing to say.
    public var hint: String
    /// "first declared here" and the like, each a diagnostic of its own.
    public var notes: [Diagnostic]

    public init(
        _ severity: Severity = .error, in file: SourceFile, at span: Span, _ message: String, hint: String = "",
        related: [Span] = [], notes: [Diagnostic] = []
    ) {
        self.severity = severity
        self.file = file
        self.span = span
        self.related = related
        self.message = message
        self.hint = hint
        self.notes = notes
    }

    public var location: Location { file.location(of: Int(span.lower)) }
}

/// The one place where a diagnostic becomes text.
///
///     lesson3.md:41:9: error: `total` is a Double and `count` is an Int
///     41 | let mean = total / count
///        |            ~~~~~ ^ ~~~~~
///        | hint: / needs two of one kind; write Double(count)
public struct DiagnosticRenderer {
    public init() {}

    public func render(_ diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        var text = "\(escaped(diagnostic.file.name)):\(location.line):\(location.column): "
        text += "\(diagnostic.severity.word): \(shown(diagnostic.message))\n"
        let index = diagnostic.file.lineIndex(of: Int(diagnostic.span.lower))
        let line = diagnostic.file.line(at: index)
        let number = "\(location.line)"
        let margin = String(repeating: " ", count: number.utf8.count)
        if line.count > 400 {
            text += "\(margin) | (a line of \(line.count) bytes)\n"
        } else {
            text += "\(number) | \(shown(String(decoding: line, as: UTF8.self)))\n"
            text += "\(margin) | \(carets(diagnostic, line: index))\n"
        }
        if !diagnostic.hint.isEmpty { text += "\(margin) | hint: \(shown(diagnostic.hint))\n" }
        for note in diagnostic.notes { text += render(note) }
        return text
    }

    /// Text with tabs as single spaces and control characters as `·`, so that carets stay under their place and
    /// what a message quotes from a file steers no terminal.
    private func shown(_ source: String) -> String {
        var text = ""
        for character in source.unicodeScalars {
            if character.value == 10 {
                text += "\n"
            } else if character.value == 9 {
                text += " "
            } else if isUnsafe(character) {
                text += "·"
            } else {
                text.unicodeScalars.append(character)
            }
        }
        return text
    }

    private func escaped(_ name: String) -> String {
        var text = ""
        for character in name.unicodeScalars {
            if isUnsafe(character) { text += "?" } else { text.unicodeScalars.append(character) }
        }
        return text
    }

    /// Control characters, and the bidirectional ones that can make a line read in another order than it runs.
    private func isUnsafe(_ character: Unicode.Scalar) -> Bool {
        switch character.value {
        case 0...31, 127...159, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private func carets(_ diagnostic: Diagnostic, line: Int) -> String {
        let bytes = diagnostic.file.line(at: line)
        var marks: [UInt8] = []
        func mark(_ span: Span, head: UInt8, tail: UInt8) {
            let lower = max(Int(span.lower), bytes.startIndex)
            let upper = min(max(Int(span.upper), lower + 1), max(bytes.endIndex, lower + 1))
            guard lower <= bytes.endIndex, lower >= bytes.startIndex else { return }
            let first = columns(bytes[bytes.startIndex..<lower])
            let width = max(1, columns(bytes[lower..<max(lower, min(upper, bytes.endIndex))]))
            while marks.count < first + width { marks.append(0x20) }
            for column in first..<first + width { marks[column] = column == first ? head : tail }
        }
        for span in diagnostic.related where diagnostic.file.lineIndex(of: Int(span.lower)) == line {
            mark(span, head: 0x7E, tail: 0x7E)
        }
        mark(diagnostic.span, head: 0x5E, tail: 0x7E)
        return String(decoding: marks, as: UTF8.self)
    }

    /// How many characters a piece of a line takes on the screen, one each.
    private func columns(_ bytes: ArraySlice<UInt8>) -> Int {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.count
    }
}
