import SourceText

extension Parser {
    mutating func topLevel() -> [Statement] {
        var statements: [Statement] = []
        while kind != .endOfFile {
            statementList(into: &statements, isInSwitch: false)
            if kind == .endOfFile { break }
            reportBrace(.strayCloser(text(token)), token.span)
            advance()
        }
        return statements
    }

    /// `{ … }`
    mutating func block(_ expected: Expected = .body) throws(Unparsed) -> Block {
        guard kind == .leftBrace else { throw unexpected(expected) }
        let outer = try enter()
        defer { leave(outer) }
        let header = allowsTrailingClosure
        let wasInProtocol = isInProtocol
        allowsTrailingClosure = true
        isInProtocol = false
        defer {
            allowsTrailingClosure = header
            isInProtocol = wasInProtocol
        }
        let open = index
        advance()
        var statements: [Statement] = []
        statementList(into: &statements, isInSwitch: false)
        closeBrace(open)
        return Block(statements: statements, span: span(from: tokens[open].lower))
    }

    /// At the brace that closes the one at `open`, or at the end of the file: only the outermost forgotten brace is
    /// worth a word.
    mutating func closeBrace(_ open: Int) {
        if skip(.rightBrace) || areBracesBroken { return }
        reportBrace(.unclosed("{"), tokens[firstUnclosedBrace(open)].span)
    }

    private func firstUnclosedBrace(_ open: Int) -> Int {
        for index in 0..<open where tokens[index].kind == .leftBrace && partners[index] < 0 { return index }
        return open
    }

    /// Up to a brace that closes, the end of the file or, in a `switch`, the next case.
    mutating func statementList(into statements: inout [Statement], isInSwitch: Bool) {
        while true {
            switch kind {
            case .rightBrace, .interpolationEnd, .endOfFile: return
            case .keyword where isInSwitch && (word == .case || word == .default): return
            case .at where isInSwitch && peek().word == .unknown: return
            case .semicolon:
                report(.straySemicolon, token.span)
                advance()
            case .rightParen, .rightBracket:
                report(.strayCloser(text(token)), token.span)
                advance()
                skipToBoundary(from: index)
            default:
                let start = index
                do throws(Unparsed) {
                    statements.append(try statement())
                    endStatement()
                } catch {
                    let lower = tokens[start].lower
                    recover(from: start)
                    statements.append(Statement(.error, span(from: lower)))
                }
            }
        }
    }

    /// Two statements on one line need a semicolon.
    mutating func endStatement() {
        switch kind {
        case .semicolon: advance()
        case .rightBrace, .interpolationEnd, .endOfFile: return
        default:
            if token.isAfterNewline { return }
            if !token.flags.contains(.faulty) { report(missingSeparator(), token.span) }
            if !startsStatementByKeyword() { skipToBoundary(from: index - 1) }
        }
    }

    private func missingSeparator() -> SyntaxError {
        let previous = tokens[index - 1]
        switch kind {
        case .prefixOperator, .prefixAmpersand: return .unevenOperator(text(token))
        case .equal: return .strayEqual
        case .rightParen, .rightBracket: return .strayCloser(text(token))
        case .leftBrace where !allowsTrailingClosure || previous.kind == .rightBrace: return .strayBlock
        default: break
        }
        if previous.kind == .postfixOperator { return .unevenOperator(text(previous)) }
        if previous.kind == .identifier && kind == .identifier {
            if let hint = foreignWord(text(previous)) { return hint }
        }
        return .missingSeparator(found(token))
    }

    /// Words that begin a statement in other languages.
    private func foreignWord(_ word: String) -> SyntaxError? {
        switch word {
        case "function", "def", "fn", "fun": .foreignKeyword(word, "func")
        case "const", "val", "final": .foreignKeyword(word, "let")
        case "elif", "elsif": .foreignKeyword(word, "else if")
        default: nil
        }
    }

    private func startsStatementByKeyword() -> Bool {
        guard kind == .keyword else { return false }
        switch word {
        case .let, .var, .func, .struct, .enum, .class, .protocol, .extension, .import, .typealias, .if, .guard,
            .while, .repeat, .for, .switch, .do, .defer, .return, .throw, .break, .continue:
            return true
        default: return false
        }
    }

    /// After a fault: out of the brackets that were opened since `start`, then to where a statement can begin.
    mutating func recover(from start: Int) {
        var place = start
        while place < index {
            let partner = Int(partners[place])
            place = partner >= 0 ? partner + 1 : place + 1
        }
        index = min(max(place, index), tokens.count - 1)
        skipToBoundary(from: start)
    }

    /// To the next line that can begin a statement, behind a semicolon, or to the end of the block. Takes at least the
    /// token at `start`.
    mutating func skipToBoundary(from start: Int) {
        while kind != .endOfFile && kind != .rightBrace {
            if index > start {
                if kind == .semicolon {
                    advance()
                    return
                }
                if token.isAfterNewline && canBeginStatement() { return }
            }
            let partner = Int(partners[index])
            if partner >= 0 { index = partner }
            advance()
        }
    }

    private func canBeginStatement() -> Bool {
        switch kind {
        case .prefixPeriod, .period, .rightParen, .rightBracket, .binaryOperator, .leftBrace, .comma, .colon, .equal,
            .arrow, .infixQuestion:
            false
        case .keyword: word != .else && word != .catch
        default: true
        }
    }
}
