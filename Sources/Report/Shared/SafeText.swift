/// Makes text from lessons and programs inert: what could steer a terminal, or make a line read in another order
/// than it runs, becomes a visible character.
enum SafeText {
    /// One line: a tab runs to the next multiple of four, other control characters get their Unicode picture.
    static func line(_ text: String) -> String {
        if isHarmless(text) { return text }
        var safe = ""
        var column = 0
        for scalar in text.unicodeScalars {
            column += append(scalar, column: column, to: &safe)
        }
        return safe
    }

    /// The lines of a text. Both LF and CRLF end one; what follows the last end is a line only if it is not empty.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0x0A {
                if line.last == 0x0D { line.removeLast() }
                lines.append(self.line(String(decoding: line, as: UTF8.self)))
                line.removeAll(keepingCapacity: true)
            } else {
                line.append(byte)
            }
        }
        if !line.isEmpty { lines.append(self.line(String(decoding: line, as: UTF8.self))) }
        return lines
    }

    private static func isHarmless(_ text: String) -> Bool {
        for byte in text.utf8 where byte < 0x20 || byte >= 0x7F { return false }
        return true
    }

    /// One character, made visible where it is none. Gives the count of characters that stand for it.
    @discardableResult
    static func append(_ scalar: Unicode.Scalar, column: Int, to safe: inout String) -> Int {
        switch scalar.value {
        case 0x09:
            let width = 4 - column % 4
            for _ in 0..<width { safe += " " }
            return width
        case 0...0x1F: safe.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
        case 0x7F: safe += "␡"
        case 0x80...0x9F, 0x200B, 0x200C, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            let picture = "\\u{" + hexadecimal(scalar.value) + "}"
            safe += picture
            return picture.utf8.count
        default: safe.unicodeScalars.append(scalar)
        }
        return 1
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        var digits: [UInt8] = []
        var rest = value
        repeat {
            let digit = UInt8(rest & 15)
            digits.insert(digit < 10 ? 0x30 + digit : 0x37 + digit, at: 0)
            rest >>= 4
        } while rest > 0
        return String(decoding: digits, as: UTF8.self)
    }
}
