import SourceText

extension Parser {
    mutating func function(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        advance()
        let nameSpan = token.span
        let name: String
        if token.isOperator || kind == .postfixExclaim {
            name = operatorFunctionName()
        } else {
            name = try self.name(.functionName)
        }
        let generics = try genericParameters()
        guard kind == .leftParen else { throw unexpected(.parameters) }
        let parameters = try parameters(isSubscript: false)
        let effect = try effect()
        let result = skip(.arrow) ? try type() : nil
        let requirements = try requirements()
        let body = try functionBody(preamble)
        let function = FunctionSyntax(
            role: .function, name: name, generics: generics, parameters: parameters, effect: effect, result: result,
            requirements: requirements, body: body, accessors: nil)
        return finish(.function(function), preamble, nameSpan)
    }

    /// `==<T>`: the angle that opens the generic parameters is no part of the operator.
    private mutating func operatorFunctionName() -> String {
        let token = self.token
        let name = text(token)
        if name.utf8.count > 1, name.utf8.last == 0x3C, peek().kind == .identifier {
            tokens[index].lower = token.upper - 1
            tokens[index].kind = .binaryOperator
            return String(decoding: Array(name.utf8.dropLast()), as: UTF8.self)
        }
        advance()
        return name
    }

    /// A protocol's requirement and what the machine provides have none.
    private mutating func functionBody(_ preamble: Preamble) throws(Unparsed) -> Block? {
        if kind == .leftBrace {
            if isInProtocol { report(.bodyInProtocol, token.span) }
            return try body()
        }
        if isInProtocol || preamble.attributes.contains(where: { $0.name == "native" }) { return nil }
        throw unexpected(.functionBody)
    }

    mutating func initializer(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        let nameSpan = token.span
        advance()
        var isFailable = false
        if kind == .postfixQuestion || kind == .postfixExclaim {
            isFailable = true
            splitFirst()
        }
        let generics = try genericParameters()
        guard kind == .leftParen else { throw unexpected(.parameters) }
        let parameters = try parameters(isSubscript: false)
        let effect = try effect()
        let requirements = try requirements()
        let body = try functionBody(preamble)
        let function = FunctionSyntax(
            role: .initializer(isFailable: isFailable), name: "init", generics: generics, parameters: parameters,
            effect: effect, result: nil, requirements: requirements, body: body, accessors: nil)
        return finish(.function(function), preamble, nameSpan)
    }

    mutating func deinitializer(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        let nameSpan = token.span
        advance()
        let body = try functionBody(preamble)
        let function = FunctionSyntax(
            role: .deinitializer, name: "deinit", generics: [], parameters: [], effect: .none, result: nil,
            requirements: [], body: body, accessors: nil)
        return finish(.function(function), preamble, nameSpan)
    }

    mutating func subscriptDeclaration(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        let nameSpan = token.span
        advance()
        let generics = try genericParameters()
        guard kind == .leftParen else { throw unexpected(.parameters) }
        let parameters = try parameters(isSubscript: true)
        try expect(.arrow, .arrow)
        let result = try type()
        let requirements = try requirements()
        var accessors: AccessorsSyntax?
        if kind == .leftBrace {
            let outer = mayLackBody
            mayLackBody = preamble.attributes.contains { $0.name == "native" }
            defer { mayLackBody = outer }
            accessors = try self.accessors()
        } else if !preamble.attributes.contains(where: { $0.name == "native" }) {
            throw unexpected(.body)
        }
        let function = FunctionSyntax(
            role: .subscript, name: "subscript", generics: generics, parameters: parameters, effect: .none,
            result: result, requirements: requirements, body: nil, accessors: accessors)
        return finish(.function(function), preamble, nameSpan)
    }

    // MARK: Parameters

    mutating func parameters(isSubscript: Bool) throws(Unparsed) -> [ParameterSyntax] {
        let open = index
        advance()
        var parameters: [ParameterSyntax] = []
        while kind != .rightParen {
            parameters.append(try parameter(isSubscript: isSubscript))
            if !skip(.comma) { break }
        }
        try close(open, .rightParen)
        return parameters
    }

    private mutating func parameter(isSubscript: Bool) throws(Unparsed) -> ParameterSyntax {
        let start = lower
        if kind == .at { throw unsupportedAttribute() }
        guard isLabel(token) else {
            if isKeyword(.inout) { throw fail(.inoutBeforeName, token.span) }
            throw unexpected(.parameterName)
        }
        let first = token
        advance()
        var name = first
        if kind == .identifier || isKeyword(.wildcard) {
            name = token
            advance()
        }
        let hasTwo = name != first
        guard skip(.colon) else { throw fail(.parameterWithoutType(text(name)), name.span) }
        let type = try parameterType()
        let initial = skip(.equal) ? try expression() : nil
        let isUnlabelled = first.kind == .keyword && first.word == .wildcard || isSubscript && !hasTwo
        return ParameterSyntax(
            label: isUnlabelled ? nil : text(first), name: text(name), type: type, defaultValue: initial,
            span: span(from: start))
    }
}
