import SourceText

extension Parser {
    /// Everything up to where no operator follows, unfolded.
    mutating func expression() throws(Unparsed) -> Expression {
        let outer = try enter()
        defer { leave(outer) }
        return try sequence()
    }

    private mutating func sequence() throws(Unparsed) -> Expression {
        let start = lower
        let first = try element()
        if isStatementLike(first) { return first }
        guard continuesSequence() else { return first }
        var items: [SequenceItem] = []
        try sequenceItems(into: &items)
        return Expression(.sequence(first, items), span(from: start))
    }

    private func continuesSequence() -> Bool {
        switch kind {
        case .binaryOperator, .infixQuestion: true
        case .equal: allowsAssignment
        case .keyword: word == .is || word == .as
        case .arrow: true
        default: false
        }
    }

    private func isStatementLike(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .ifExpression, .switchExpression: true
        default: false
        }
    }

    private mutating func sequenceItems(into items: inout [SequenceItem]) throws(Unparsed) {
        while continuesSequence() {
            if items.count >= Limits.operators { throw abort(.tooManyOperators) }
            let sign = token
            var mayTry = false
            let kind: SequenceItem.Operator
            advance()
            switch sign.kind {
            case .binaryOperator:
                kind = .binary(text(sign))
                mayTry = isAssignment(text(sign))
            case .equal:
                kind = .assign
                mayTry = true
            case .infixQuestion:
                kind = .ternary(try ternaryMiddle(sign))
                mayTry = true
            case .keyword:
                try cast(sign, into: &items)
                continue
            default: throw fail(.strayArrow, sign.span)
            }
            if !mayTry && isKeyword(.try) { report(.tryAfterOperator(text(sign)), token.span) }
            let operand = try element()
            items.append(SequenceItem(operator: kind, operatorSpan: sign.span, operand: operand))
            if isStatementLike(operand) { return }
        }
    }

    /// `+=` and its kin, by their looks.
    private func isAssignment(_ name: String) -> Bool {
        guard name.utf8.last == 0x3D else { return false }
        switch name {
        case "==", "!=", "<=", ">=", "===", "!==", "~=": return false
        default: return true
        }
    }

    private mutating func ternaryMiddle(_ question: Token) throws(Unparsed) -> Expression {
        let header = allowsAssignment
        allowsAssignment = true
        defer { allowsAssignment = header }
        let middle = try expression()
        guard skip(.colon) else { throw fail(.ternaryWithoutColon, question.span) }
        return middle
    }

    /// Behind `is` or `as`.
    private mutating func cast(_ keyword: Token, into items: inout [SequenceItem]) throws(Unparsed) {
        var span = keyword.span
        let kind: SequenceItem.Operator
        if keyword.word == .is {
            kind = .is(try type())
        } else if self.kind == .postfixQuestion {
            span = span.union(token.span)
            splitFirst()
            kind = .as(try type(), .conditional)
        } else if self.kind == .postfixExclaim {
            span = span.union(token.span)
            splitFirst()
            kind = .as(try type(), .forced)
        } else {
            kind = .as(try type(), .coerce)
        }
        items.append(SequenceItem(operator: kind, operatorSpan: span, operand: nil))
    }

    /// One operand, with what stands in front of it.
    private mutating func element() throws(Unparsed) -> Expression {
        switch kind {
        case .prefixOperator, .prefixAmpersand: return try prefixed()
        case .keyword where word == .try: return try tryExpression()
        case .identifier where word == .await || word == .consume || word == .copy || word == .each:
            let next = peek()
            if (next.kind == .identifier || next.word == .self) && !next.isAfterNewline {
                throw fail(.unsupported(.word(text(token))), token.span)
            }
            return try postfix()
        default: return try postfix()
        }
    }

    private mutating func prefixed() throws(Unparsed) -> Expression {
        let outer = try enter()
        defer { leave(outer) }
        let sign = token
        advance()
        if sign.kind == .prefixAmpersand {
            let operand = try element()
            return Expression(.inoutReference(operand), span(from: sign.lower))
        }
        if isOperandMissing() { throw unexpected(.operand(text(sign))) }
        let operand = try element()
        return Expression(.prefix(text(sign), operatorSpan: sign.span, operand), span(from: sign.lower))
    }

    private func isOperandMissing() -> Bool {
        switch kind {
        case .rightParen, .rightBrace, .rightBracket, .comma, .endOfFile: true
        default: false
        }
    }

    /// `try` covers everything to its right.
    private mutating func tryExpression() throws(Unparsed) -> Expression {
        let outer = try enter()
        defer { leave(outer) }
        let start = lower
        advance()
        var kind = TryKind.plain
        if self.kind == .postfixQuestion {
            splitFirst()
            kind = .optional
        } else if self.kind == .postfixExclaim {
            splitFirst()
            kind = .forced
        }
        let operand = try sequence()
        return Expression(.try(kind, operand), span(from: start))
    }

    func startsExpression(_ token: Token) -> Bool {
        switch token.kind {
        case .identifier: return !startsDeclaration()
        case .dollarIdentifier, .integer, .float, .stringStart, .leftParen, .leftBracket, .leftBrace, .backslash,
            .prefixPeriod, .prefixOperator, .prefixAmpersand, .pound:
            return true
        case .keyword:
            switch token.word {
            case .wildcard, .`Self`, .`Any`, .self, .super, .nil, .true, .false, .try, .if, .switch: return true
            default: return false
            }
        default: return false
        }
    }
}
