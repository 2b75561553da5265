import SourceText
import Syntax

/// Which variables each line of a cell gives a value: their values stand beside it.
struct LineNames {
    struct Name {
        var text: String
        /// Declared on the line, not only given another value.
        var isDeclared: Bool
    }

    private var names: [[Name]]
    private let tokens: [Token]
    private let file: SourceFile
    private var lines: [Int] = []

    /// For each line of the source its names, in order. Linear in the size of the source.
    static func lines(of source: String) -> [[Name]] {
        var reader = LineNames(source)
        reader.read()
        return reader.names
    }

    /// Whether a name stands in the source, other than behind a point.
    static func mentions(_ name: String, in source: String) -> Bool {
        let reader = LineNames(source)
        for (index, token) in reader.tokens.enumerated()
        where token.kind == .identifier && reader.text(index) == name {
            if index == 0 || reader.tokens[index - 1].kind != .period { return true }
        }
        return false
    }

    private init(_ source: String) {
        file = SourceFile(name: "", text: source)
        var kept: [Token] = []
        for token in Lexer.tokens(of: file) where token.kind != .lineComment && token.kind != .blockComment {
            kept.append(token)
        }
        tokens = kept
        names = [[Name]](repeating: [], count: file.lineCount)
        for token in kept { lines.append(file.lineIndex(of: Int(token.span.lower))) }
    }

    private mutating func read() {
        var index = 0
        while index < tokens.count {
            switch tokens[index].kind {
            case .keyword:
                switch text(index) {
                case "let", "var": bindings(after: index)
                case "for": pattern(after: index)
                case "func", "init": parameters(after: index)
                default: break
                }
            case .identifier where startsStatement(index): assigned(index)
            default: break
            }
            index += 1
        }
    }

    private func text(_ index: Int) -> String { file.text(tokens[index].span) }

    private mutating func add(_ index: Int, isDeclared: Bool = true) {
        let name = text(index)
        if name == "_" || names[lines[index]].contains(where: { $0.text == name }) { return }
        names[lines[index]].append(Name(text: name, isDeclared: isDeclared))
    }

    /// `let a = …, b = …`
    private mutating func bindings(after keyword: Int) {
        var index = keyword + 1
        if index < tokens.count, tokens[index].kind == .leftParen { return pattern(after: keyword) }
        var depth = 0
        var expectsName = true
        while index < tokens.count {
            switch tokens[index].kind {
            case .leftParen, .leftBracket, .leftBrace: depth += 1
            case .rightParen, .rightBracket, .rightBrace:
                depth -= 1
                if depth < 0 { return }
            case .comma where depth == 0: expectsName = true
            case .semicolon where depth == 0: return
            case .identifier where expectsName && depth == 0:
                add(index)
                expectsName = false
            case .keyword where depth == 0 && index > keyword + 1 && lines[index] > lines[index - 1]: return
            default:
                if depth == 0, lines[index] > lines[index - 1], startsStatement(index) { return }
            }
            index += 1
        }
    }

    /// The names up to `in` or `=`.
    private mutating func pattern(after keyword: Int) {
        var index = keyword + 1
        while index < tokens.count, tokens[index].kind != .equal, tokens[index].kind != .leftBrace {
            if text(index) == "in" { return }
            if tokens[index].kind == .identifier { add(index) }
            index += 1
        }
    }

    private mutating func parameters(after keyword: Int) {
        var index = keyword + 1
        while index < tokens.count, tokens[index].kind != .leftParen { index += 1 }
        var depth = 0
        while index < tokens.count {
            switch tokens[index].kind {
            case .leftParen, .leftBracket: depth += 1
            case .rightParen, .rightBracket:
                depth -= 1
                if depth == 0 { return }
            case .identifier:
                if depth == 1, index + 1 < tokens.count, tokens[index + 1].kind == .colon { add(index) }
            default: break
            }
            index += 1
        }
    }

    private func startsStatement(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        switch tokens[index - 1].kind {
        case .leftBrace, .semicolon: return true
        case .comma, .equal, .binaryOperator, .leftParen, .leftBracket, .colon, .period, .arrow: return false
        default: return lines[index] > lines[index - 1]
        }
    }

    /// `a = …`, `a[i] += …`, `a.append(…)`.
    private mutating func assigned(_ index: Int) {
        guard index + 1 < tokens.count else { return }
        switch tokens[index + 1].kind {
        case .equal, .leftBracket, .period: add(index, isDeclared: false)
        case .binaryOperator: if text(index + 1).utf8.last == 0x3D { add(index, isDeclared: false) }
        default: break
        }
    }
}
