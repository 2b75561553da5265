import SourceText

extension Parser {
    mutating func type() throws(Unparsed) -> TypeSyntax {
        let outer = try enter()
        defer { leave(outer) }
        let start = lower
        if kind == .identifier && (word == .some || word == .any) && startsType(peek()) {
            let isSome = word == .some
            advance()
            let inner = try composition()
            return TypeSyntax(isSome ? .some(inner) : .any(inner), span(from: start))
        }
        return try composition()
    }

    func startsType(_ token: Token) -> Bool {
        switch token.kind {
        case .identifier, .leftParen, .leftBracket: !token.isAfterNewline
        case .keyword: token.word == .`Self` || token.word == .`Any`
        default: false
        }
    }

    private mutating func composition() throws(Unparsed) -> TypeSyntax {
        let start = lower
        let first = try postfixType()
        guard token.isOperator, isExactly(token, 0x26) else { return first }
        var parts = [first]
        while token.isOperator, isExactly(token, 0x26) {
            advance()
            parts.append(try postfixType())
        }
        return TypeSyntax(.composition(parts), span(from: start))
    }

    private mutating func postfixType() throws(Unparsed) -> TypeSyntax {
        let start = lower
        var type = try primaryType()
        while true {
            switch kind {
            case .postfixQuestion:
                splitFirst()
                type = TypeSyntax(.optional(type), span(from: start))
            case .postfixExclaim:
                splitFirst()
                type = TypeSyntax(.implicitlyUnwrapped(type), span(from: start))
            case .period where peek().word == .`Type` || peek().word == .`Protocol`:
                advance()
                advance()
                type = TypeSyntax(.metatype(type), span(from: start))
            default: return type
            }
            try wrap()
        }
    }

    private mutating func primaryType() throws(Unparsed) -> TypeSyntax {
        switch kind {
        case .identifier: return try namedType()
        case .keyword where word == .`Self` || word == .`Any`: return try namedType()
        case .leftParen: return isFunctionType(at: index) ? try functionType() : try tupleType()
        case .leftBracket: return try collectionType()
        case .at: throw unsupportedAttribute()
        case .keyword where word == .inout: throw fail(.misplacedInout, token.span)
        default:
            if token.isOperator, isExactly(token, 0x7E) { throw fail(.unsupported(.suppressedConformance), token.span) }
            throw unexpected(.type)
        }
    }

    private mutating func namedType() throws(Unparsed) -> TypeSyntax {
        let start = lower
        switch word {
        case .consuming, .borrowing, .sending, .isolated, .each, .repeating:
            if kind == .identifier && startsType(peek()) { throw fail(.unsupported(.word(text(token))), token.span) }
        default: break
        }
        var components: [TypeSyntax.Component] = []
        while true {
            let name = token
            advance()
            let arguments = token.isOperator && isExactly(token, 0x3C) ? try genericArguments() : []
            components.append(
                TypeSyntax.Component(name: text(name), arguments: arguments, span: span(from: name.lower)))
            guard kind == .period, peek().kind == .identifier, peek().word != .`Type`, peek().word != .`Protocol` else {
                break
            }
            advance()
        }
        return TypeSyntax(.named(components), span(from: start))
    }

    private mutating func collectionType() throws(Unparsed) -> TypeSyntax {
        let start = lower
        let open = index
        advance()
        let element = try type()
        if skip(.colon) {
            let value = try type()
            try close(open, .rightBracket)
            return TypeSyntax(.dictionary(key: element, value: value), span(from: start))
        }
        if isContextual(.of) { throw fail(.unsupported(.inlineArray), token.span) }
        try close(open, .rightBracket)
        return TypeSyntax(.array(element), span(from: start))
    }

    // MARK: Parentheses

    /// Whether `( … )` is followed by an arrow.
    func isFunctionType(at open: Int) -> Bool {
        let end = Int(partners[open])
        guard end >= 0, end + 1 < tokens.count else { return false }
        let next = tokens[end + 1]
        switch next.kind {
        case .arrow: return true
        case .keyword: return next.word == .throws || next.word == .rethrows
        case .identifier:
            guard next.word == .async, end + 2 < tokens.count else { return false }
            return tokens[end + 2].kind == .arrow || tokens[end + 2].word == .throws
        default: return false
        }
    }

    private mutating func functionType() throws(Unparsed) -> TypeSyntax {
        let start = lower
        var parameters: [TypeSyntax.Parameter] = []
        var isLabelled = false
        try typeList { label, parameter in
            parameters.append(parameter)
            if label != nil { isLabelled = true }
        }
        if isLabelled { report(.labelInFunctionType, span(from: start)) }
        let effect = try effect()
        try expect(.arrow, .arrow)
        let result = try type()
        return TypeSyntax(.function(parameters: parameters, effect: effect, result: result), span(from: start))
    }

    private mutating func tupleType() throws(Unparsed) -> TypeSyntax {
        let start = lower
        var elements: [TypeSyntax.Element] = []
        var isFunctionLike = false
        try typeList { label, parameter in
            elements.append(TypeSyntax.Element(label: label, type: parameter.type))
            if parameter.isInout || parameter.isVariadic || parameter.isAutoclosure || parameter.isEscaping {
                isFunctionLike = true
            }
        }
        let span = span(from: start)
        if isFunctionLike { throw fail(.parameterInTuple, span) }
        if elements.count == 1 {
            if elements[0].label != nil { report(.labelOnOneElement, span) }
            return TypeSyntax(elements[0].type.kind, span)
        }
        return TypeSyntax(.tuple(elements), span)
    }

    private mutating func typeList(
        _ append: (String?, TypeSyntax.Parameter) -> Void
    ) throws(Unparsed) {
        let open = index
        advance()
        while kind != .rightParen {
            var label: String?
            if isLabel(token) && peek().kind == .colon {
                if word != .wildcard { label = text(token) }
                advance()
                advance()
            } else if isLabel(token) && isLabel(peek()) && peek(2).kind == .colon {
                if word != .wildcard { throw fail(.labelInFunctionType, token.span) }
                advance()
                advance()
                advance()
            }
            append(label, try parameterType())
            if !skip(.comma) { break }
        }
        try close(open, .rightParen)
    }

    /// A type with what only a parameter can have: `inout`, `...`, `@escaping`, `@autoclosure`.
    mutating func parameterType() throws(Unparsed) -> TypeSyntax.Parameter {
        var isInout = false
        var isAutoclosure = false
        var isEscaping = false
        while true {
            if kind == .at {
                switch text(peek()) {
                case "escaping": isEscaping = true
                case "autoclosure": isAutoclosure = true
                default: throw unsupportedAttribute()
                }
                advance()
                advance()
            } else if skipKeyword(.inout) {
                isInout = true
            } else {
                break
            }
        }
        var parameter = TypeSyntax.Parameter(type: try type())
        parameter.isInout = isInout
        parameter.isAutoclosure = isAutoclosure
        parameter.isEscaping = isEscaping
        if token.isOperator && isEllipsis(token) {
            advance()
            parameter.isVariadic = true
        }
        return parameter
    }

    private func isEllipsis(_ token: Token) -> Bool {
        token.upper - token.lower == 3 && bytes[Int(token.lower)] == 0x2E && bytes[Int(token.lower) + 1] == 0x2E
            && bytes[Int(token.lower) + 2] == 0x2E
    }

    /// `throws`, `throws(E)`, `rethrows`, or nothing.
    mutating func effect() throws(Unparsed) -> ThrowsEffect {
        if isContextual(.async) { throw fail(.unsupported(.word("async")), token.span) }
        if skipKeyword(.rethrows) { return .rethrows }
        guard skipKeyword(.throws) else { return .none }
        guard kind == .leftParen else { return .throws(nil) }
        let open = index
        advance()
        let error = try type()
        try close(open, .rightParen)
        return .throws(error)
    }
}
