import SourceText

extension Parser {
    mutating func closure() throws(Unparsed) -> Expression {
        let outer = try enter()
        defer { leave(outer) }
        let header = allowsTrailingClosure
        let assignment = allowsAssignment
        let wasInProtocol = isInProtocol
        allowsTrailingClosure = true
        allowsAssignment = true
        isInProtocol = false
        defer {
            allowsTrailingClosure = header
            allowsAssignment = assignment
            isInProtocol = wasInProtocol
        }
        let open = index
        advance()
        if kind == .at && hasClosureSignature(from: index + 2) { throw unsupportedAttribute() }
        let signature = hasClosureSignature(from: index) ? try closureSignature() : ClosureSignature()
        var body: [Statement] = []
        statementList(into: &body, isInSwitch: false)
        closeBrace(open)
        let span = span(from: tokens[open].lower)
        let closure = Closure(
            captures: signature.captures, parameters: signature.parameters, effect: signature.effect,
            result: signature.result, body: body, span: span)
        return Expression(.closure(closure), span)
    }

    private struct ClosureSignature {
        var captures: [Closure.Capture] = []
        var parameters: [Closure.Parameter]?
        var effect = ThrowsEffect.none
        var result: TypeSyntax?
    }

    // MARK: Look-ahead

    private func endsParameters(_ token: Token) -> Bool {
        switch token.kind {
        case .arrow: true
        case .keyword: token.word == .in || token.word == .throws || token.word == .rethrows
        case .identifier: token.word == .async
        default: false
        }
    }

    /// Whether `[captures] (parameters) -> Result in` begins here. Looks behind brackets by their partners.
    private func hasClosureSignature(from start: Int) -> Bool {
        var place = start
        guard place < tokens.count else { return false }
        if tokens[place].kind == .leftBracket {
            guard partners[place] >= 0 else { return false }
            place = Int(partners[place]) + 1
            if tokens[place].word == .in && tokens[place].kind == .keyword { return true }
        }
        if tokens[place].kind == .leftParen {
            return partners[place] >= 0 && endsParameters(tokens[Int(partners[place]) + 1])
        }
        while isParameterName(tokens[place]) {
            place += 1
            if tokens[place].kind != .comma { return endsParameters(tokens[place]) }
            place += 1
        }
        return false
    }

    private func isParameterName(_ token: Token) -> Bool {
        token.kind == .identifier || token.kind == .keyword && token.word == .wildcard
    }

    // MARK: Signature

    private mutating func closureSignature() throws(Unparsed) -> ClosureSignature {
        var signature = ClosureSignature()
        if kind == .leftBracket { signature.captures = try captures() }
        if kind == .leftParen {
            signature.parameters = try typedParameters()
        } else if isParameterName(token) && !endsParameters(token) {
            signature.parameters = plainParameters()
        }
        signature.effect = try effect()
        if skip(.arrow) { signature.result = try type() }
        guard skipKeyword(.in) else { throw unexpected(.closureIn) }
        return signature
    }

    private mutating func plainParameters() -> [Closure.Parameter] {
        var parameters: [Closure.Parameter] = []
        repeat {
            parameters.append(Closure.Parameter(name: text(token), type: nil, span: token.span))
            advance()
        } while skip(.comma)
        return parameters
    }

    private mutating func typedParameters() throws(Unparsed) -> [Closure.Parameter] {
        var parameters: [Closure.Parameter] = []
        let open = index
        advance()
        while kind != .rightParen {
            let start = lower
            if kind == .leftParen { throw fail(.tupleParameter, token.span) }
            guard isParameterName(token) else { throw unexpected(.parameterName) }
            var name = text(token)
            if isParameterName(peek()) {
                if word != .wildcard { throw fail(.closureLabel, token.span) }
                advance()
                name = text(token)
            }
            advance()
            let type = skip(.colon) ? try parameterType() : nil
            parameters.append(Closure.Parameter(name: name, type: type, span: span(from: start)))
            if !skip(.comma) { break }
        }
        try close(open, .rightParen)
        return parameters
    }

    private mutating func captures() throws(Unparsed) -> [Closure.Capture] {
        var captures: [Closure.Capture] = []
        let open = index
        advance()
        while kind != .rightBracket {
            let start = lower
            var strength = Closure.Capture.Strength.strong
            let next = peek()
            let isMarked = next.kind == .identifier || next.word == .self && next.kind == .keyword
            if isContextual(.weak) && isMarked {
                advance()
                strength = .weak
            } else if isContextual(.unowned) && (isMarked || next.kind == .leftParen) {
                advance()
                if kind == .leftParen && partners[index] >= 0 { index = Int(partners[index]) + 1 }
                strength = .unowned
            }
            let name = token
            guard name.kind == .identifier || isKeyword(.self) else { throw unexpected(.captureName) }
            advance()
            let plain = Expression(.name(text(name), arguments: [], argumentLabels: nil), name.span)
            let value = skip(.equal) ? try expression() : plain
            captures.append(
                Closure.Capture(strength: strength, name: text(name), value: value, span: span(from: start)))
            if !skip(.comma) { break }
        }
        try close(open, .rightBracket)
        return captures
    }
}
