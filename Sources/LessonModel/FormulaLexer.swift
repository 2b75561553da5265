/// One piece of TeX with its place in the source, in UTF-8 bytes.
struct FormulaToken {
    enum Kind: Equatable {
        /// `\name`, or a backslash and one other character; without the backslash.
        case command(String)
        case number(String)
        case character(Unicode.Scalar)
        case open, close, sub, sup, align, newRow
        case prime(Int)
        case end
    }

    var kind: Kind
    var lower: Int
    var upper: Int
}

/// Cuts TeX into tokens; space separates and then vanishes. O(length).
struct FormulaLexer {
    private let bytes: [UInt8]
    private var index = 0

    init(_ source: String) { bytes = Array(source.utf8) }

    mutating func tokens() -> [FormulaToken] {
        var tokens: [FormulaToken] = []
        while let token = next() { tokens.append(token) }
        tokens.append(FormulaToken(kind: .end, lower: bytes.count, upper: bytes.count))
        return tokens
    }

    private mutating func next() -> FormulaToken? {
        while index < bytes.count, bytes[index] == 0x20 || (9...13).contains(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        let lower = index
        let kind = kindOfNext()
        return FormulaToken(kind: kind, lower: lower, upper: index)
    }

    private mutating func kindOfNext() -> FormulaToken.Kind {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\\"): return command()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        case UInt8(ascii: "."):
            if index + 1 < bytes.count, isDigit(bytes[index + 1]) { return number() }
        case UInt8(ascii: "'"):
            let lower = index
            while index < bytes.count, bytes[index] == byte { index += 1 }
            return .prime(index - lower)
        default: break
        }
        index += 1
        switch byte {
        case UInt8(ascii: "{"): return .open
        case UInt8(ascii: "}"): return .close
        case UInt8(ascii: "_"): return .sub
        case UInt8(ascii: "^"): return .sup
        case UInt8(ascii: "&"): return .align
        default:
            index -= 1
            return .character(scalar())
        }
    }

    private mutating func command() -> FormulaToken.Kind {
        index += 1
        guard index < bytes.count else { return .character("\\") }
        let lower = index
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
        if index > lower {
            var name = String(decoding: bytes[lower..<index], as: UTF8.self)
            // The starred forms differ only in numbering.
            if index < bytes.count, bytes[index] == UInt8(ascii: "*"), name == "operatorname" { index += 1 }
            if name == "cr" { name = "\\" }
            return name == "\\" ? .newRow : .command(name)
        }
        let character = scalar()
        return character == "\\" ? .newRow : .command(String(Character(character)))
    }

    private mutating func number() -> FormulaToken.Kind {
        let lower = index
        var hasPoint = false
        while index < bytes.count {
            let isPoint =
                bytes[index] == UInt8(ascii: ".") && !hasPoint && index + 1 < bytes.count && isDigit(bytes[index + 1])
            guard isDigit(bytes[index]) || isPoint else { break }
            hasPoint = hasPoint || isPoint
            index += 1
        }
        return .number(String(decoding: bytes[lower..<index], as: UTF8.self))
    }

    /// The character at the index, which moves past it; the bytes are those of a String, so valid UTF-8.
    private mutating func scalar() -> Unicode.Scalar {
        let lower = index
        index += 1
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        return String(decoding: bytes[lower..<index], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}
