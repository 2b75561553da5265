import SourceText

extension Parser {
    mutating func variable(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        let isLet = word == .let
        advance()
        let nameSpan = token.span
        let outer = mayLackBody
        mayLackBody = preamble.attributes.contains { $0.name == "native" }
        defer { mayLackBody = outer }
        var bindings: [VariableSyntax.Binding] = []
        repeat { bindings.append(try binding()) } while skip(.comma)
        return finish(.variable(VariableSyntax(isLet: isLet, bindings: bindings)), preamble, nameSpan)
    }

    private mutating func binding() throws(Unparsed) -> VariableSyntax.Binding {
        let pattern = try bindingPattern(.variableName)
        let type = skip(.colon) ? try self.type() : nil
        var initializer: Expression?
        if kind == .equal {
            advance()
            initializer = try expression()
        } else if token.isOperator && !token.isAfterNewline && text(token) == "==" {
            throw fail(.doubleEqualInDeclaration, token.span)
        }
        var accessors: AccessorsSyntax?
        if kind == .leftBrace, initializer == nil || startsAccessors() {
            if type == nil && initializer == nil { throw fail(.computedWithoutType, token.span) }
            accessors = try self.accessors()
        }
        return VariableSyntax.Binding(pattern: pattern, type: type, initializer: initializer, accessors: accessors)
    }

    /// `{ get … set … }`, or the statements of a getter.
    mutating func accessors() throws(Unparsed) -> AccessorsSyntax {
        let start = lower
        guard listsAccessors() else {
            let body = try self.body()
            let getter = AccessorsSyntax.Accessor(
                kind: .get, parameter: nil, isMutating: false, isNonmutating: false, effect: .none, body: body,
                span: body.span)
            return AccessorsSyntax(accessors: [getter], span: body.span)
        }
        let open = index
        let outer = try enter()
        defer { leave(outer) }
        advance()
        var list: [AccessorsSyntax.Accessor] = []
        while kind != .rightBrace && kind != .endOfFile { list.append(try accessor()) }
        closeBrace(open)
        if let setter = list.first(where: { $0.kind == .set }), !list.contains(where: { $0.kind == .get }) {
            report(.setterWithoutGetter, setter.span)
        }
        return AccessorsSyntax(accessors: list, span: span(from: start))
    }

    private func listsAccessors() -> Bool {
        var place = index + 1
        while tokens[place].kind == .at && place + 2 < tokens.count {
            place = partners[place + 2] >= 0 ? Int(partners[place + 2]) + 1 : place + 2
        }
        while place + 1 < tokens.count, tokens[place].word == .mutating || tokens[place].word == .nonmutating {
            place += 1
        }
        guard tokens[place].kind == .identifier, place + 1 < tokens.count else { return false }
        let next = tokens[place + 1]
        switch tokens[place].word {
        case .get, .set, .willSet, .didSet, ._modify, ._read: break
        default: return false
        }
        switch next.kind {
        case .leftBrace: return true
        case .leftParen: return tokens[place].word != .get
        case .rightBrace: return true
        case .identifier: return next.word == .set || next.word == .get || next.word == .async || isInProtocol
        case .keyword: return next.word == .throws
        default: return false
        }
    }

    private mutating func accessor() throws(Unparsed) -> AccessorsSyntax.Accessor {
        let start = lower
        while self.kind == .at { _ = try attribute() }
        var isMutating = false
        var isNonmutating = false
        if isContextual(.mutating) {
            isMutating = true
            advance()
        } else if isContextual(.nonmutating) {
            isNonmutating = true
            advance()
        }
        let kind: AccessorsSyntax.Accessor.Kind
        switch word {
        case .get: kind = .get
        case .set: kind = .set
        case .willSet: kind = .willSet
        case .didSet: kind = .didSet
        case ._modify, ._read: throw fail(.unsupported(.word(text(token))), token.span)
        default: throw unexpected(.accessor)
        }
        advance()
        var parameter: String?
        if kind != .get && skip(.leftParen) {
            parameter = try name(.parameterName)
            try expect(.rightParen, .closingParenthesis)
        }
        let effect = try effect()
        let body = self.kind == .leftBrace ? try self.body() : nil
        if body == nil && !isInProtocol && !mayLackBody { throw unexpected(.body) }
        return AccessorsSyntax.Accessor(
            kind: kind, parameter: parameter, isMutating: isMutating, isNonmutating: isNonmutating, effect: effect,
            body: body, span: span(from: start))
    }
}
