import SourceText
import Syntax

/// Names that no cell has given a value: those of cells that failed or did not run.
struct LostNames {
    /// What kept each name from having a value, for a sentence: "cell `weights` (line 12) failed".
    private var reasons: [String: String] = [:]

    /// A cell did not run to its end: what it declares from an offset on has no value. Functions and types need none,
    /// unless the whole cell was refused.
    mutating func add(_ declared: [DeclaredName], from offset: Int, isRefused: Bool, reason: String) {
        for name in declared where isRefused || (name.isVariable && name.end > offset) {
            if reasons[name.name] == nil { reasons[name.name] = reason }
        }
    }

    /// The first use of a lost name.
    func firstUse(in file: SourceFile) -> (name: String, span: Span, reason: String)? {
        if reasons.isEmpty { return nil }
        let tokens = NameTokens(file)
        var own: [String] = []
        for index in tokens.tokens.indices {
            guard let name = tokens.name(index), let reason = reasons[name], !own.contains(name) else { continue }
            switch tokens.role(index) {
            case .declared: own.append(name)
            case .member: continue
            case .used: return (name, tokens.tokens[index].span, reason)
            }
        }
        return nil
    }
}

/// A name that a cell declares outside functions and blocks.
struct DeclaredName {
    var name: String
    /// Whether it has a value only after its statement has run.
    var isVariable: Bool
    /// The offset at which its statement ends.
    var end: Int

    /// The names that a cell declares for the cells after it.
    static func all(in file: SourceFile) -> [DeclaredName] {
        var found: [DeclaredName] = []
        for statement in Parser(file: file).parse().statements {
            guard case .declaration(let declaration) = statement.kind else { continue }
            let end = Int(declaration.span.upper)
            switch declaration.kind {
            case .variable(let variable):
                for binding in variable.bindings {
                    let isComputed = binding.accessors != nil && binding.initializer == nil
                    for name in names(in: binding.pattern) {
                        found.append(DeclaredName(name: name, isVariable: !isComputed, end: end))
                    }
                }
            case .function, .nominal, .typealias:
                let name = file.text(declaration.nameSpan)
                found.append(DeclaredName(name: NameTokens.unquoted(name), isVariable: false, end: end))
            default: continue
            }
        }
        return found
    }

    private static func names(in pattern: Pattern) -> [String] {
        switch pattern.kind {
        case .binding(let name): return [name]
        case .introducer(_, let inner): return names(in: inner)
        case .tuple(let elements):
            var found: [String] = []
            for element in elements { found += names(in: element.pattern) }
            return found
        default: return []
        }
    }
}

/// The tokens of a cell as names that are declared or used in it, told apart by their neighbours.
private struct NameTokens {
    enum Role { case declared, member, used }

    let file: SourceFile
    var tokens: [Token] = []

    init(_ file: SourceFile) {
        self.file = file
        for token in Lexer.tokens(of: file) where token.kind != .lineComment && token.kind != .blockComment {
            tokens.append(token)
        }
    }

    static func unquoted(_ name: String) -> String {
        guard name.utf8.first == 0x60, name.utf8.count > 2 else { return name }
        return String(decoding: Array(name.utf8)[1..<(name.utf8.count - 1)], as: UTF8.self)
    }

    func name(_ index: Int) -> String? {
        guard tokens[index].kind == .identifier else { return nil }
        return Self.unquoted(file.text(tokens[index].span))
    }

    func role(_ index: Int) -> Role {
        let before = index > 0 ? tokens[index - 1] : nil
        let after = index + 1 < tokens.count ? tokens[index + 1] : nil
        if before?.kind == .period || before?.kind == .prefixPeriod { return .member }
        if before?.kind == .keyword, let word = before.map({ file.text($0.span) }) {
            switch word {
            case "let", "var", "func", "for", "struct", "class", "enum", "protocol", "typealias": return .declared
            case "case": return after?.kind == .colon ? .used : .declared
            default: break
            }
        }
        if after?.kind == .colon, before?.kind != .infixQuestion, let role = labelRole(index) { return role }
        return isClosureParameter(index) ? .declared : .used
    }

    /// A name before a colon in parentheses: the label of an argument, or a parameter of a function's header.
    private func labelRole(_ index: Int) -> Role? {
        var depth = 0
        var place = index - 1
        while place >= 0 {
            switch tokens[place].kind {
            case .rightParen, .rightBracket, .rightBrace, .interpolationEnd: depth += 1
            case .leftParen where depth == 0: return isHeader(place) ? .declared : .member
            case .leftBracket where depth == 0, .leftBrace where depth == 0, .interpolationStart where depth == 0:
                return nil
            case .leftParen, .leftBracket, .leftBrace, .interpolationStart: depth -= 1
            default: break
            }
            place -= 1
        }
        return nil
    }

    /// Whether a parenthesis opens the parameters of a declaration, not the arguments of a call.
    private func isHeader(_ parenthesis: Int) -> Bool {
        for distance in 1...2 where parenthesis >= distance {
            let token = tokens[parenthesis - distance]
            let word = file.text(token.span)
            if token.kind == .keyword, word == "func" || word == "init" || word == "subscript" { return true }
        }
        return false
    }

    /// Whether names, commas and parentheses alone lead from a `{` over this token to `in`.
    private func isClosureParameter(_ index: Int) -> Bool {
        var place = index - 1
        while place >= 0, isListed(place) { place -= 1 }
        guard place >= 0, tokens[place].kind == .leftBrace else { return isLoopVariable(index) }
        place = index + 1
        while place < tokens.count, isListed(place), !isIn(place) { place += 1 }
        return place < tokens.count && isIn(place)
    }

    /// `for (a, b) in …` and `let (a, b) = …`.
    private func isLoopVariable(_ index: Int) -> Bool {
        var place = index - 1
        while place >= 0, isListed(place) { place -= 1 }
        guard place >= 0, place < index - 1, tokens[place].kind == .keyword else { return false }
        let word = file.text(tokens[place].span)
        return (word == "for" || word == "let" || word == "var") && tokens[place + 1].kind == .leftParen
    }

    private func isListed(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .identifier, .comma, .leftParen, .rightParen: !isIn(index)
        default: false
        }
    }

    private func isIn(_ index: Int) -> Bool { file.text(tokens[index].span) == "in" }
}
