/// How terminal text is to look.
public struct TextStyle: Sendable, Equatable {
    /// The most columns that a line may take; at least 40 are used.
    public var width: Int
    /// Whether SGR escape sequences colour the text.
    public var color: Bool
    /// Whether characters outside ASCII may be used; their plain fallbacks stand in otherwise.
    public var unicode: Bool

    public init(width: Int = 80, color: Bool = false, unicode: Bool = true) {
        self.width = max(40, width)
        self.color = color
        self.unicode = unicode
    }

    /// What prose is wrapped at: the typographer's 60 to 75 characters.
    var measure: Int { min(72, width) }

    /// The text as this style can show it: inert, and in ASCII where Unicode is off.
    func fold(_ text: String) -> String {
        let safe = SafeText.line(text)
        return unicode ? safe : Ascii.folded(safe)
    }

    func fold(_ pieces: [Piece]) -> [Piece] {
        var folded: [Piece] = []
        for piece in pieces { folded.append(piece.text == "\n" ? piece : Piece(fold(piece.text), piece.ink)) }
        return folded
    }
}

/// One line of terminal text, whose pieces are already folded.
struct TextLine: Sendable {
    private(set) var pieces: [Piece] = []
    private(set) var width = 0

    init(_ pieces: [Piece] = []) {
        for piece in pieces { append(piece.text, piece.ink) }
    }

    mutating func append(_ text: String, _ ink: Ink = .plain) {
        if text.isEmpty { return }
        width += Columns.of(text)
        if let last = pieces.last, last.ink == ink {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append(Piece(text, ink))
        }
    }

    mutating func append(_ line: TextLine) {
        for piece in line.pieces { append(piece.text, piece.ink) }
    }

    /// Spaces up to a column; nothing where the line is already longer.
    mutating func pad(to column: Int) {
        if column > width { append(String(repeating: " ", count: column - width)) }
    }

    /// The line as it goes out: no spaces at its end, unbreakable ones as common ones.
    func rendered(_ style: TextStyle) -> String {
        var last = pieces.count
        while last > 0, isBlank(pieces[last - 1].text) { last -= 1 }
        var text = ""
        var open = ""
        for index in 0..<last {
            let piece = pieces[index]
            let shown = index == last - 1 ? trimmed(piece.text) : spaced(piece.text)
            // Spaces have no colour of their own and break no run of one.
            let isBridge = isBlank(piece.text) && index + 1 < last && pieces[index + 1].ink.code == open
            let code = !style.color ? "" : isBridge ? open : piece.ink.code
            if code != open {
                if !open.isEmpty { text += "\u{1B}[0m" }
                if !code.isEmpty { text += "\u{1B}[" + code + "m" }
                open = code
            }
            text += shown
        }
        return open.isEmpty ? text : text + "\u{1B}[0m"
    }

    private func isBlank(_ text: String) -> Bool {
        for scalar in text.unicodeScalars where scalar != " " && scalar != "\u{A0}" { return false }
        return true
    }

    private func trimmed(_ text: String) -> String {
        var scalars = Array(spaced(text).unicodeScalars)
        while scalars.last == " " { scalars.removeLast() }
        var trimmed = ""
        for scalar in scalars { trimmed.unicodeScalars.append(scalar) }
        return trimmed
    }

    private func spaced(_ text: String) -> String {
        var spaced = ""
        for scalar in text.unicodeScalars { spaced.unicodeScalars.append(scalar == "\u{A0}" ? " " : scalar) }
        return spaced
    }
}

/// How many columns of a terminal text takes.
enum Columns {
    static func of(_ text: String) -> Int {
        var columns = 0
        for scalar in text.unicodeScalars { columns += width(of: scalar) }
        return columns
    }

    /// 0 for combining marks, 2 for East Asian wide characters and emoji, else 1: the ambiguous ones count one.
    static func width(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        switch value {
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x1AB0...0x1AFF,
            0x1DC0...0x1DFF, 0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F:
            return 0
        case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653,
            0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x2705, 0x270A...0x270B, 0x2728, 0x274C, 0x274E,
            0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50, 0x2B55, 0x2E80...0x303E,
            0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
