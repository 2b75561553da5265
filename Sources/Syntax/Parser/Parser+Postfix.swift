import SourceText

extension Parser {
    /// A primary expression with the calls, members and marks behind it.
    mutating func postfix() throws(Unparsed) -> Expression {
        let start = lower
        let outer = height
        height = 0
        defer { height = max(outer, height) }
        var result = try primary()
        switch result.kind {
        case .ifExpression, .switchExpression: return result
        default: break
        }
        while true {
            switch kind {
            case .period, .prefixPeriod: result = try member(of: result, from: start)
            case .leftParen:
                if token.isAfterNewline { return result }
                let arguments = try callArguments(.rightParen)
                result = Expression(.call(result, arguments), span(from: start))
            case .leftBracket:
                if token.isAfterNewline { return result }
                let arguments = try callArguments(.rightBracket)
                result = Expression(.index(result, arguments), span(from: start))
            case .leftBrace:
                guard allowsTrailingClosure, mayTakeClosure(result), !startsAccessors() else { return result }
                result = try trailingClosures(of: result, from: start)
            case .postfixQuestion:
                splitFirst()
                result = Expression(.optionalChain(result), span(from: start))
            case .postfixExclaim:
                splitFirst()
                result = Expression(.forceUnwrap(result), span(from: start))
            case .postfixOperator:
                guard let applied = try postfixOperator(on: result, from: start) else { return result }
                result = applied
            default: return result
            }
            try wrap()
        }
    }

    /// nil where the operator leans on its left only by mistake: `a- b`.
    private mutating func postfixOperator(
        on operand: Expression, from start: Int32
    ) throws(Unparsed) -> Expression? {
        let sign = token
        let next = peek()
        if !next.isAfterNewline && startsOperand(next) { throw fail(.unevenOperator(text(sign)), sign.span) }
        advance()
        return Expression(.postfix(text(sign), operatorSpan: sign.span, operand), span(from: start))
    }

    private func startsOperand(_ token: Token) -> Bool {
        switch token.kind {
        case .identifier, .dollarIdentifier, .integer, .float, .stringStart, .leftParen: true
        default: false
        }
    }

    private func mayTakeClosure(_ callee: Expression) -> Bool {
        switch callee.kind {
        case .integer, .float, .string, .boolean, .nilLiteral, .array, .dictionary, .closure, .tuple, .discard, .type,
            .keyPath, .error:
            return false
        case .call(_, let arguments): return arguments.last?.isTrailingClosure != true
        default: return true
        }
    }

    private mutating func member(of base: Expression, from start: Int32) throws(Unparsed) -> Expression {
        advance()
        let name = token
        switch kind {
        case .identifier, .keyword: break
        case .integer:
            if token.flags.contains(.faulty) { throw Unparsed() }
        case .dollarIdentifier, .float: throw unexpected(.memberName)
        default: throw unexpected(.memberName)
        }
        if token.isAfterNewline { throw unexpected(.memberName) }
        advance()
        if name.kind == .integer {
            let kind = Expression.Kind.member(
                base, text(name), nameSpan: name.span, arguments: [], argumentLabels: nil)
            return Expression(kind, span(from: start))
        }
        let arguments = genericArgumentsIfPresent()
        let labels = argumentLabels()
        let kind = Expression.Kind.member(
            base, text(name), nameSpan: name.span, arguments: arguments, argumentLabels: labels)
        return Expression(kind, span(from: start))
    }

    /// `(x:y:)` behind a name, nil for anything else.
    mutating func argumentLabels() -> [String]? {
        guard kind == .leftParen, !token.isAfterNewline, isLabel(peek()), peek(2).kind == .colon else { return nil }
        var place = index + 1
        while isLabel(tokens[place]) && tokens[place + 1].kind == .colon { place += 2 }
        guard tokens[place].kind == .rightParen else { return nil }
        var labels: [String] = []
        advance()
        while kind != .rightParen {
            labels.append(text(token))
            advance()
            advance()
        }
        advance()
        return labels
    }

    // MARK: Arguments

    /// At the opening bracket; also of an interpolation.
    mutating func callArguments(_ close: Token.Kind) throws(Unparsed) -> [Argument] {
        let open = index
        let header = allowsTrailingClosure
        let assignment = allowsAssignment
        allowsTrailingClosure = true
        allowsAssignment = true
        defer {
            allowsTrailingClosure = header
            allowsAssignment = assignment
        }
        advance()
        var arguments: [Argument] = []
        while kind != close {
            arguments.append(try argument())
            if !skip(.comma) { break }
        }
        try self.close(open, close)
        return arguments
    }

    private mutating func argument() throws(Unparsed) -> Argument {
        var label: String?
        var labelSpan = token.span
        if isLabel(token) && peek().kind == .colon {
            if word != .wildcard || kind == .identifier { label = text(token) }
            advance()
            advance()
        }
        if let name = operatorName() { return Argument(label: label, labelSpan: labelSpan, value: name) }
        let value = try expression()
        if label == nil { labelSpan = value.span }
        return Argument(label: label, labelSpan: labelSpan, value: value)
    }

    /// An operator as a function: `reduce(0, +)`.
    mutating func operatorName() -> Expression? {
        let token = self.token
        guard token.isOperator || kind == .postfixExclaim else { return nil }
        let next = peek().kind
        guard next == .comma || next == .rightParen || next == .rightBracket else { return nil }
        advance()
        return Expression(.name(text(token), arguments: [], argumentLabels: nil), token.span)
    }

    // MARK: Trailing closures

    /// Adds the closures to the call in front of them, or makes them a call.
    private mutating func trailingClosures(
        of callee: Expression, from start: Int32
    ) throws(Unparsed) -> Expression {
        var base = callee
        var arguments: [Argument] = []
        if case .call(let function, let given) = callee.kind {
            base = function
            arguments = given
        }
        let first = try closure()
        arguments.append(Argument(label: nil, labelSpan: first.span, value: first, isTrailingClosure: true))
        while isLabel(token), !isKeyword(.default), peek().kind == .colon, peek(2).kind == .leftBrace {
            let label = token
            advance()
            advance()
            let value = try closure()
            arguments.append(
                Argument(label: text(label), labelSpan: label.span, value: value, isTrailingClosure: true))
        }
        return Expression(.call(base, arguments), span(from: start))
    }

    /// Whether `{` opens the accessors of a variable instead of a closure: `= 3 { didSet { … } }`.
    func startsAccessors() -> Bool {
        let next = peek()
        guard next.kind == .identifier else { return false }
        switch next.word {
        case .get, .set, .willSet, .didSet: break
        default: return false
        }
        if peek(2).kind == .leftBrace { return true }
        return next.word != .get && peek(2).kind == .leftParen && peek(4).kind == .rightParen
            && peek(5).kind == .leftBrace
    }
}
