import LessonModel

/// The lines of a diagnostic, each with a head in a colour of its own: the place, or the margin with the number.
struct DiagnosticLines {
    private(set) var lines: [(head: String, rest: String)] = []

    /// With a width, listed lines that are wider show the part with the caret.
    init(_ diagnostic: RecordedDiagnostic, width: Int = .max) {
        let text = diagnostic.rendered.isEmpty ? Self.made(diagnostic) : diagnostic.rendered
        for (index, line) in SafeText.lines(text).enumerated() {
            lines.append(index == 0 ? Self.place(line, diagnostic) : Self.margin(line))
        }
        if width < .max { fit(width) }
    }

    static func isHint(_ rest: String) -> Bool { rest.utf8.starts(with: " hint: ".utf8) }

    private mutating func fit(_ width: Int) {
        for index in lines.indices.dropFirst() where index + 1 < lines.count && Self.isCarets(lines[index + 1].rest) {
            let room = width - Columns.of(lines[index].head)
            let code = Array(lines[index].rest.unicodeScalars)
            let carets = Array(lines[index + 1].rest.unicodeScalars)
            if code.count <= room || room < 20 { continue }
            let caret = carets.firstIndex(of: "^") ?? 0
            let start = max(0, min(caret - room / 2, code.count - room))
            var shown = Array(code[start..<min(code.count, start + room)])
            if start > 0 { shown[0] = " " }
            if start > 0 { shown[1] = "…" }
            if start + room < code.count { shown[shown.count - 1] = "…" }
            lines[index].rest = Self.text(shown)
            lines[index + 1].rest = start < carets.count ? Self.text(Array(carets[start...].prefix(room))) : ""
        }
    }

    private static func text(_ scalars: [Unicode.Scalar]) -> String {
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(scalar) }
        return text
    }

    private static func isCarets(_ rest: String) -> Bool {
        var hasCaret = false
        for byte in rest.utf8 {
            if byte == 0x5E { hasCaret = true } else if byte != 0x20 && byte != 0x7E { return false }
        }
        return hasCaret
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
