import LessonModel

/// The lines of a diagnostic, each with a head in a colour of its own: the place, or the margin with the number.
struct DiagnosticLines {
    private(set) var lines: [(head: String, rest: String)] = []

    init(_ diagnostic: RecordedDiagnostic) {
        let text = diagnostic.rendered.isEmpty ? Self.made(diagnostic) : diagnostic.rendered
        for (index, line) in SafeText.lines(text).enumerated() {
            lines.append(index == 0 ? Self.place(line, diagnostic) : Self.margin(line))
        }
    }

    private static func made(_ diagnostic: RecordedDiagnostic) -> String {
        var text = "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column): "
        text += "\(diagnostic.severity): \(diagnostic.message)\n"
        if !diagnostic.sourceLine.isEmpty { text += "\(diagnostic.line) | \(diagnostic.sourceLine)\n" }
        if !diagnostic.hint.isEmpty {
            text += String(repeating: " ", count: "\(diagnostic.line)".utf8.count) + " | hint: \(diagnostic.hint)\n"
        }
        return text
    }

    /// `lesson3.md:41:9: error:` and the message.
    private static func place(_ line: String, _ diagnostic: RecordedDiagnostic) -> (head: String, rest: String) {
        let bytes = Array(line.utf8)
        let mark = Array((": " + diagnostic.severity + ":").utf8)
        var start = 0
        while start + mark.count <= bytes.count {
            if Array(bytes[start..<start + mark.count]) == mark {
                let end = start + mark.count
                return (String(decoding: bytes[..<end], as: UTF8.self), String(decoding: bytes[end...], as: UTF8.self))
            }
            start += 1
        }
        return ("", line)
    }

    /// `41 |` and the source.
    private static func margin(_ line: String) -> (head: String, rest: String) {
        let bytes = Array(line.utf8)
        var end = 0
        while end < bytes.count, bytes[end] == 0x20 || (bytes[end] >= 0x30 && bytes[end] <= 0x39) { end += 1 }
        guard end < bytes.count, bytes[end] == 0x7C else { return ("", line) }
        return (String(decoding: bytes[...end], as: UTF8.self), String(decoding: bytes[(end + 1)...], as: UTF8.self))
    }
}
