import LessonModel
import SourceText
import Syntax

/// Writes a statement with the values found so far in the place of its parts.
struct ReductionBuilder {
    let statement: Workings.Statement
    /// The variables in sight, for the names in the part that is worked out.
    let values: (String) -> StepVariable?
    private static let longest = 200

    private var file: SourceFile { statement.file }

    /// The reduction at the step that found the last value; nil where nothing was found yet.
    func reduction() -> StepReduction? {
        guard let last = statement.found.last else { return nil }
        let range = shown(last.span)
        guard last.span.lower >= range.lower, last.span.upper <= range.upper else { return nil }
        var pieces: [StepReduction.Piece] = []
        var from = Int(range.lower)
        for found in outermost(within: range, besides: last.span) {
            let place = withParentheses(found)
            append(source: from, Int(place.lower), to: &pieces)
            append(found, to: &pieces)
            from = Int(place.upper)
        }
        append(source: from, Int(range.upper), to: &pieces)
        return StepReduction(
            source: oneLine(file.text(range)), before: joined(pieces), part: oneLine(file.text(last.span)),
            value: last.text, number: last.number)
    }

    /// What is shown of the statement: without the block that it opens, and of a long one only the lines of the part.
    private func shown(_ part: Span) -> Span {
        let lower = Int(statement.span.lower)
        var upper = Int(statement.span.upper)
        if let brace = OneLine.block(in: file.text(statement.span)), lower + brace >= Int(part.upper) {
            upper = lower + brace
        }
        if upper - lower <= Self.longest { return Span(lower, upper) }
        let first = file.lineIndex(of: Int(part.lower))
        let last = file.lineIndex(of: max(Int(part.lower), Int(part.upper) - 1))
        let start = max(lower, file.line(at: first).startIndex)
        let end = file.line(at: last).endIndex
        return Span(start, min(upper, end))
    }

    /// The values that stand for parts, none inside another, in the order of the source; the part of this step itself is
    /// opened: what was found inside it stands there.
    private func outermost(within range: Span, besides part: Span) -> [Workings.Found] {
        var kept: [Workings.Found] = []
        let earlier = statement.found.dropLast()
        for found in earlier where found.span.lower >= range.lower && found.span.upper <= range.upper {
            if found.span.lower <= part.lower && found.span.upper >= part.upper { continue }
            let isInside = earlier.contains {
                $0.span != found.span && $0.span.lower <= found.span.lower && $0.span.upper >= found.span.upper
                    && !($0.span.lower <= part.lower && $0.span.upper >= part.upper)
            }
            if !isInside { kept.append(found) }
        }
        return kept.sorted { $0.span.lower < $1.span.lower }
    }

    /// A value needs no parentheses that its part had, unless it is negative or they are a call's.
    private func withParentheses(_ found: Workings.Found) -> Span {
        let lower = Int(found.span.lower)
        let upper = Int(found.span.upper)
        guard let number = found.number, number >= 0, lower > 0, upper < file.bytes.count,
            file.bytes[lower - 1] == UInt8(ascii: "("), file.bytes[upper] == UInt8(ascii: ")"),
            Int(part.lower) < lower || Int(part.lower) >= upper
        else { return found.span }
        if lower > 1, isCalled(file.bytes[lower - 2]) { return found.span }
        return Span(lower - 1, upper + 1)
    }

    private func isCalled(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: ">"), 0x80...:
            true
        default: false
        }
    }

    private var part: Span { statement.found[statement.found.count - 1].span }

    // MARK: Pieces

    private func append(_ found: Workings.Found, to pieces: inout [StepReduction.Piece]) {
        let inside = found.span.lower >= part.lower && found.span.upper <= part.upper
        append(text: found.text, found.number, isPart: inside, to: &pieces)
    }

    /// A negative number behind an operator stands in parentheses.
    private func append(
        text: String, _ number: Double?, isPart: Bool, to pieces: inout [StepReduction.Piece]
    ) {
        if let number, number < 0, followsOperator(pieces) {
            pieces.append(StepReduction.Piece(text: "(", isPart: isPart))
            pieces.append(StepReduction.Piece(text: text, number: number, isPart: isPart))
            pieces.append(StepReduction.Piece(text: ")", isPart: isPart))
        } else {
            pieces.append(StepReduction.Piece(text: text, number: number, isPart: isPart))
        }
    }

    private func followsOperator(_ pieces: [StepReduction.Piece]) -> Bool {
        for piece in pieces.reversed() {
            for byte in piece.text.utf8.reversed() where byte != 0x20 {
                switch byte {
                case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"): return true
                default: return false
                }
            }
        }
        return false
    }

    /// Source between two values; inside the part names of variables give way to their values.
    private func append(source lower: Int, _ upper: Int, to pieces: inout [StepReduction.Piece]) {
        let inner = max(lower, Int(part.lower))
        let outer = min(upper, Int(part.upper))
        guard inner < outer else { return plain(lower, upper, isPart: false, to: &pieces) }
        plain(lower, inner, isPart: false, to: &pieces)
        fill(inner, outer, to: &pieces)
        plain(outer, upper, isPart: false, to: &pieces)
    }

    private func plain(_ lower: Int, _ upper: Int, isPart: Bool, to pieces: inout [StepReduction.Piece]) {
        guard lower < upper else { return }
        pieces.append(StepReduction.Piece(text: oneLine(file.text(Span(lower, upper))), isPart: isPart))
    }

    private func fill(_ lower: Int, _ upper: Int, to pieces: inout [StepReduction.Piece]) {
        let text = file.text(Span(lower, upper))
        let tokens = Lexer.tokens(of: SourceFile(name: "", text: text))
        var from = lower
        var depth = 0
        for (index, token) in tokens.enumerated() {
            if token.kind == .leftBrace { depth += 1 }
            if token.kind == .rightBrace { depth -= 1 }
            // In a closure a name is the closure's.
            guard depth == 0, token.kind == .identifier || token.kind == .dollarIdentifier else { continue }
            let start = lower + Int(token.span.lower)
            let end = lower + Int(token.span.upper)
            if index > 0, tokens[index - 1].kind == .period || tokens[index - 1].kind == .prefixPeriod { continue }
            guard let value = values(file.text(Span(start, end))), value.number != nil || value.value.utf8.count <= 24
            else { continue }
            if end < file.bytes.count, isAttached(file.bytes[end], value) { continue }
            plain(from, start, isPart: true, to: &pieces)
            append(text: value.value, value.number, isPart: true, to: &pieces)
            from = end
        }
        plain(from, upper, isPart: true, to: &pieces)
    }

    /// A name before one of these is a function, a label, or something that a part is taken of; of a short list and a text
    /// members are asked.
    private func isAttached(_ byte: UInt8, _ value: StepVariable) -> Bool {
        switch byte {
        case UInt8(ascii: ".") where value.value.utf8.first == 0x5B || value.value.utf8.first == 0x22: false
        case UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "?"),
            UInt8(ascii: "!"):
            true
        default: false
        }
    }

    private func joined(_ pieces: [StepReduction.Piece]) -> [StepReduction.Piece] {
        var result: [StepReduction.Piece] = []
        for piece in pieces {
            if let last = result.last, last.isPart == piece.isPart, last.number == nil, piece.number == nil {
                result[result.count - 1].text += piece.text
            } else {
                result.append(piece)
            }
        }
        return result
    }

    private func oneLine(_ text: String) -> String { OneLine.text(text) }
}

/// Source on one line.
enum OneLine {
    /// Where the block of a loop, a condition, a function or the like begins; nil for a statement of another kind, whose
    /// braces are closures.
    static func block(in text: String) -> Int? {
        let file = SourceFile(name: "", text: text)
        let tokens = Lexer.tokens(of: file)
        guard let first = tokens.first else { return nil }
        switch file.text(first.span) {
        case "let", "var", "return", "throw", "try", "_": return nil
        default: if first.kind != .keyword, !tokens.contains(where: { isHead($0, file) }) { return nil }
        }
        var depth = 0
        for token in tokens where token.span.lower > 0 {
            switch token.kind {
            case .leftParen, .leftBracket: depth += 1
            case .rightParen, .rightBracket: depth -= 1
            case .leftBrace where depth == 0: return Int(token.span.lower)
            default: break
            }
        }
        return nil
    }

    /// A word that begins a statement with a block, behind modifiers or a label.
    private static func isHead(_ token: Token, _ file: SourceFile) -> Bool {
        switch file.text(token.span) {
        case "func", "init", "deinit", "subscript", "for", "while", "repeat", "switch", "if", "guard", "do", "defer":
            true
        default: false
        }
    }

    static func text(of span: Span, in file: SourceFile) -> String {
        let text = text(file.text(span))
        return text.utf8.last == 0x20 ? String(decoding: Array(text.utf8).dropLast(), as: UTF8.self) : text
    }

    /// White space of any kind as one space, comments left out.
    static func text(_ text: String) -> String {
        var result = ""
        var isSpace = false
        for scalar in withoutComments(text).unicodeScalars {
            if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
                isSpace = true
            } else {
                if isSpace { result += " " }
                isSpace = false
                result.unicodeScalars.append(scalar)
            }
        }
        return isSpace ? result + " " : result
    }

    private static func withoutComments(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for token in Lexer.tokens(of: SourceFile(name: "", text: text)).reversed() {
            guard token.kind == .lineComment || token.kind == .blockComment else { continue }
            bytes.removeSubrange(Int(token.span.lower)..<min(bytes.count, Int(token.span.upper)))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
