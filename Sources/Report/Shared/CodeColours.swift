import SourceText
import Syntax

/// Swift source in colour: keywords bold, comments soft, and the quantities of the lesson in their own.
enum CodeColours {
    /// The pieces of each line, made safe to show. Linear in the size of the source.
    static func lines(of source: String) -> [[Piece]] {
        let bytes = Array(source.utf8)
        var inks = [Ink](repeating: .plain, count: bytes.count)
        for token in Lexer.tokens(of: SourceFile(name: "", text: source)) {
            let ink = ink(of: token, in: bytes)
            let lower = max(0, Int(token.span.lower))
            let upper = min(bytes.count, Int(token.span.upper))
            if ink == .plain || lower >= upper { continue }
            for place in lower..<upper { inks[place] = ink }
        }
        return split(bytes, inks)
    }

    /// Lines without colour, for listings in other languages.
    static func plainLines(of text: String) -> [[Piece]] {
        var lines: [[Piece]] = []
        for line in SafeText.lines(text) { lines.append(line.isEmpty ? [] : [Piece(line)]) }
        return lines
    }

    private static func ink(of token: Token, in bytes: [UInt8]) -> Ink {
        let lower = max(0, Int(token.span.lower))
        let upper = min(bytes.count, Int(token.span.upper))
        guard lower < upper else { return .plain }
        switch token.kind {
        case .keyword: return upper - lower == 1 ? .plain : .strong  // `_` is drawn light
        case .lineComment, .blockComment: return .soft
        case .identifier: return Ink.ofVariable(String(decoding: bytes[lower..<upper], as: UTF8.self))
        default: return .plain
        }
    }

    private static func split(_ bytes: [UInt8], _ inks: [Ink]) -> [[Piece]] {
        var lines: [[Piece]] = []
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let last = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
            lines.append(pieces(bytes, inks, start, last))
            start = end + 1
        }
        return lines
    }

    private static func pieces(_ bytes: [UInt8], _ inks: [Ink], _ start: Int, _ end: Int) -> [Piece] {
        var pieces: [Piece] = []
        var lower = start
        while lower < end {
            var upper = lower + 1
            while upper < end, inks[upper] == inks[lower] { upper += 1 }
            pieces.append(Piece(SafeText.line(String(decoding: bytes[lower..<upper], as: UTF8.self)), inks[lower]))
            lower = upper
        }
        return pieces
    }
}
