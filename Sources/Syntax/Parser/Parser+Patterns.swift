import SourceText

extension Parser {
    /// What `let`, `var` and `for` declare: a name, `_`, or a tuple of such.
    mutating func bindingPattern(_ expected: Expected) throws(Unparsed) -> Pattern {
        let token = self.token
        switch kind {
        case .identifier:
            advance()
            return Pattern(.binding(text(token)), token.span)
        case .keyword where word == .wildcard:
            advance()
            return Pattern(.wildcard, token.span)
        case .keyword where word == .self:
            advance()
            return Pattern(.binding("self"), token.span)
        case .leftParen:
            let outer = try enter()
            defer { leave(outer) }
            let open = index
            advance()
            var elements: [Pattern.Element] = []
            while kind != .rightParen {
                let label = elementLabel()
                elements.append(Pattern.Element(label: label, pattern: try bindingPattern(expected)))
                if !skip(.comma) { break }
            }
            try close(open, .rightParen)
            return tuplePattern(elements, span(from: token.lower))
        default:
            _ = try name(expected)
            throw Unparsed()
        }
    }

    /// One element without a label is just that element in parentheses.
    private func tuplePattern(_ elements: [Pattern.Element], _ span: Span) -> Pattern {
        if elements.count == 1 && elements[0].label == nil { return Pattern(elements[0].pattern.kind, span) }
        return Pattern(.tuple(elements), span)
    }

    private mutating func elementLabel() -> String? {
        guard isLabel(token), word != .wildcard, peek().kind == .colon else { return nil }
        let label = text(token)
        advance()
        advance()
        return label
    }

    /// What `case` and `catch` compare with.
    mutating func matchingPattern(isBinding: Bool = false) throws(Unparsed) -> Pattern {
        let outer = try enter()
        defer { leave(outer) }
        let start = lower
        var pattern = try patternHead(isBinding: isBinding)
        while kind == .postfixQuestion {
            splitFirst()
            pattern = Pattern(.optional(pattern), span(from: start))
            try wrap()
        }
        while isKeyword(.as) {
            advance()
            pattern = Pattern(.as(pattern, try type()), span(from: start))
            try wrap()
        }
        return pattern
    }

    private mutating func patternHead(isBinding: Bool) throws(Unparsed) -> Pattern {
        let token = self.token
        switch kind {
        case .keyword where word == .let || word == .var:
            if isBinding { throw fail(.nestedLet(text(token)), token.span) }
            advance()
            let inner = try matchingPattern(isBinding: true)
            return Pattern(.introducer(isVar: token.word == .var, inner), span(from: token.lower))
        case .keyword where word == .is:
            advance()
            let type = try type()
            return Pattern(.is(type), span(from: token.lower))
        case .keyword where word == .wildcard:
            advance()
            return Pattern(.wildcard, token.span)
        case .leftParen:
            if partners[index] >= 0, !endsPattern(Int(partners[index]) + 1) { return try expressionPattern() }
            return try patternTuple()
        case .prefixPeriod, .period:
            return try caseWithoutType()
        case .identifier, .keyword:
            if isBinding && kind == .identifier && endsPattern(index + 1) {
                advance()
                return Pattern(.binding(text(token)), token.span)
            }
            return try caseWithType()
        default: return try expressionPattern()
        }

        // `let` inside a pattern declares the names below it, so what is below is parsed as binding.
        func patternTuple() throws(Unparsed) -> Pattern {
            let elements = try patternElements(isBinding: isBinding)
            return tuplePattern(elements, span(from: token.lower))
        }

        func caseWithoutType() throws(Unparsed) -> Pattern {
            let name = peek()
            guard isMemberName(name), endsCase(index + 2) else { return try expressionPattern() }
            advance()
            return try enumCase(type: nil, from: token.lower, isBinding: isBinding)
        }

        func caseWithType() throws(Unparsed) -> Pattern {
            guard let last = caseNameAfterType() else { return try expressionPattern() }
            let start = token.lower
            var components: [TypeSyntax.Component] = []
            while index < last {
                let name = self.token
                advance()
                let arguments = genericArgumentsIfPresent()
                components.append(
                    TypeSyntax.Component(name: text(name), arguments: arguments, span: span(from: name.lower)))
                if kind == .period || kind == .prefixPeriod { advance() }
            }
            let type = TypeSyntax(
                .named(components), Span(Int(start), Int(components[components.count - 1].span.upper)))
            return try enumCase(type: type, from: start, isBinding: isBinding)
        }
    }

    private mutating func expressionPattern() throws(Unparsed) -> Pattern {
        let outer = allowsAssignment
        allowsAssignment = false
        defer { allowsAssignment = outer }
        return optionalPattern(try expression())
    }

    /// `1?` is the pattern of an optional that holds 1.
    private func optionalPattern(_ value: Expression) -> Pattern {
        if case .optionalChain(let inner) = value.kind { return Pattern(.optional(optionalPattern(inner)), value.span) }
        return Pattern(.expression(value), value.span)
    }

    private mutating func patternElements(isBinding: Bool) throws(Unparsed) -> [Pattern.Element] {
        let open = index
        advance()
        let header = allowsTrailingClosure
        allowsTrailingClosure = true
        defer { allowsTrailingClosure = header }
        var elements: [Pattern.Element] = []
        while kind != .rightParen {
            let label = elementLabel()
            elements.append(Pattern.Element(label: label, pattern: try matchingPattern(isBinding: isBinding)))
            if !skip(.comma) { break }
        }
        try close(open, .rightParen)
        return elements
    }

    /// At the name of a case.
    private mutating func enumCase(type: TypeSyntax?, from start: Int32, isBinding: Bool) throws(Unparsed) -> Pattern {
        let name = token
        advance()
        var payload: [Pattern.Element]?
        if kind == .leftParen && !token.isAfterNewline { payload = try patternElements(isBinding: isBinding) }
        let kind = Pattern.Kind.enumCase(type: type, name: text(name), nameSpan: name.span, payload: payload)
        return Pattern(kind, span(from: start))
    }

    func isMemberName(_ token: Token) -> Bool { token.kind == .identifier || token.kind == .keyword }

    /// The index of `circle` in `Shape.circle(…)`, nil where this is some other expression.
    private func caseNameAfterType() -> Int? {
        var place = index
        if tokens[place].kind == .keyword && tokens[place].word != .`Self` { return nil }
        while true {
            let next = tokens[place + 1]
            if next.isOperator && isExactly(next, 0x3C) {
                guard let end = matchingAngle(place + 1) else { return nil }
                place = end
            }
            guard tokens[place + 1].kind == .period || tokens[place + 1].kind == .prefixPeriod else { return nil }
            guard place + 2 < tokens.count, isMemberName(tokens[place + 2]) else { return nil }
            place += 2
            if endsCase(place + 1) { return place }
        }
    }

    /// The `>` that ends generic arguments of plain names; nil for anything else.
    private func matchingAngle(_ open: Int) -> Int? {
        var place = open + 1
        while place < tokens.count {
            let token = tokens[place]
            switch token.kind {
            case .identifier, .comma, .period: place += 1
            default: return token.isOperator && isExactly(token, 0x3E) ? place : nil
            }
        }
        return nil
    }

    /// Whether a pattern is complete in front of a token, perhaps after a payload.
    private func endsCase(_ place: Int) -> Bool {
        guard place < tokens.count else { return false }
        if tokens[place].kind == .leftParen && !tokens[place].isAfterNewline {
            return partners[place] >= 0 && endsPattern(Int(partners[place]) + 1)
        }
        return endsPattern(place)
    }

    private func endsPattern(_ place: Int) -> Bool {
        switch tokens[place].kind {
        case .colon, .comma, .rightParen, .equal, .leftBrace, .postfixQuestion, .endOfFile: return true
        case .keyword:
            switch tokens[place].word {
            case .where, .in, .as: return true
            default: return false
            }
        default: return false
        }
    }
}
