import SourceText

extension Parser {
    /// What stands in front of every declaration.
    struct Preamble {
        var start: Int32
        var attributes: [AttributeSyntax] = []
        var modifiers: Modifiers = []
    }

    /// Whether a declaration begins here: its keyword, an attribute, or a modifier in front of these.
    func startsDeclaration() -> Bool {
        var place = index
        while place < tokens.count - 1 {
            let token = tokens[place]
            switch token.kind {
            case .at: return true
            case .keyword: return isDeclarationKeyword(token.word, next: tokens[place + 1])
            case .identifier:
                if token.word == .actor || token.word == .macro {
                    return tokens[place + 1].kind == .identifier && !tokens[place + 1].isAfterNewline
                }
                guard isContextualModifier(token.word) else { return false }
                place += 1
                if tokens[place].kind == .leftParen {
                    guard partners[place] == Int32(place + 2) else { return false }
                    place += 3
                }
            default: return false
            }
        }
        return false
    }

    private func isDeclarationKeyword(_ word: Word, next: Token) -> Bool {
        switch word {
        case .let, .var, .func, .struct, .enum, .class, .protocol, .extension, .import, .typealias, .associatedtype,
            .operator, .precedencegroup, .deinit, .subscript, .static, .private, .fileprivate, .internal, .public,
            .case:
            true
        case .`init`: next.kind != .period
        default: false
        }
    }

    private func isContextualModifier(_ word: Word) -> Bool {
        switch word {
        case .convenience, .distributed, .dynamic, .final, .indirect, .infix, .isolated, .lazy, .mutating, .nonisolated,
            .nonmutating, .open, .optional, .override, .package, .postfix, .prefix, .required, .unowned, .weak,
            .borrowing, .consuming, .async:
            true
        default: false
        }
    }

    mutating func declaration() throws(Unparsed) -> Declaration {
        let outer = try enter()
        defer { leave(outer) }
        var preamble = Preamble(start: lower)
        while kind == .at { preamble.attributes.append(try attribute()) }
        try modifiers(&preamble)
        let keyword = token
        if kind == .identifier && (word == .actor || word == .macro) {
            throw fail(.unsupported(.word(text(keyword))), keyword.span)
        }
        guard kind == .keyword else { throw unexpected(.declaration) }
        switch word {
        case .import: return try importDeclaration(preamble)
        case .let, .var: return try variable(preamble)
        case .func: return try function(preamble)
        case .`init`: return try initializer(preamble)
        case .deinit: return try deinitializer(preamble)
        case .subscript: return try subscriptDeclaration(preamble)
        case .struct: return try nominal(.struct, preamble)
        case .enum: return try nominal(.enum, preamble)
        case .class: return try nominal(.class, preamble)
        case .protocol: return try nominal(.protocol, preamble)
        case .extension: return try extensionDeclaration(preamble)
        case .case: return try enumCases(preamble)
        case .typealias: return try typeAlias(preamble)
        case .associatedtype: return try associatedType(preamble)
        case .operator: return try operatorDeclaration(preamble)
        case .precedencegroup: return try precedenceGroup(preamble)
        default: throw unexpected(.declaration)
        }
    }

    func finish(_ kind: Declaration.Kind, _ preamble: Preamble, _ nameSpan: Span) -> Declaration {
        Declaration(
            kind, attributes: preamble.attributes, modifiers: preamble.modifiers, nameSpan: nameSpan,
            span: span(from: preamble.start))
    }

    private mutating func importDeclaration(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        advance()
        let start = lower
        if kind == .keyword {
            switch word {
            case .struct, .enum, .class, .protocol, .func, .var, .let, .typealias: advance()
            default: break
            }
        }
        var path = [try name(.moduleName)]
        while skip(.period) { path.append(try name(.moduleName)) }
        return finish(.import(path), preamble, span(from: start))
    }

    private mutating func typeAlias(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        advance()
        let nameSpan = token.span
        let name = try name(.typeName)
        let generics = try genericParameters()
        try expect(.equal, .equalInTypealias)
        let type = try type()
        return finish(.typealias(name: name, parameters: generics, type), preamble, nameSpan)
    }

    private mutating func associatedType(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        advance()
        let nameSpan = token.span
        let name = try name(.typeName)
        let inherited = try inheritance()
        let initial = skip(.equal) ? try type() : nil
        let requirements = try requirements()
        return finish(
            .associatedtype(name: name, inherited: inherited, default: initial, requirements: requirements), preamble,
            nameSpan)
    }

    // MARK: Attributes

    /// What the cell language knows; every other attribute is refused by name.
    private func isKnownAttribute(_ name: String) -> Bool {
        switch name {
        case "discardableResult", "inlinable", "inline", "usableFromInline", "frozen", "available", "native",
            "escaping", "autoclosure", "warn_unqualified_access":
            true
        default: false
        }
    }

    mutating func attribute() throws(Unparsed) -> AttributeSyntax {
        let start = lower
        guard isMemberName(peek()), isKnownAttribute(text(peek())) else { throw unsupportedAttribute() }
        advance()
        let name = text(token)
        advance()
        var argument: String?
        if kind == .leftParen && !token.flags.contains(.afterSpace) {
            let end = Int(partners[index])
            if end < 0 { throw fail(.unclosed("("), token.span) }
            if peek().kind == .stringStart {
                advance()
                let literal = try stringLiteral()
                if case .string(let segments) = literal.kind, case .text(let text)? = segments.first {
                    argument = text
                }
            }
            index = end + 1
        }
        return AttributeSyntax(name: name, argument: argument, span: span(from: start))
    }

    mutating func unsupportedAttribute() -> Unparsed {
        let name = peek()
        if name.kind != .identifier && name.kind != .keyword { return fail(.attributeName, token.span) }
        if isKnownAttribute(text(name)) { return fail(.misplacedAttribute(text(name)), token.span.union(name.span)) }
        return fail(.unsupported(.attribute(text(name))), token.span.union(name.span))
    }

    mutating func unsupportedPound() -> Unparsed { fail(.unsupported(.pound(text(token))), token.span) }

    // MARK: Modifiers

    private mutating func modifiers(_ preamble: inout Preamble) throws(Unparsed) {
        while true {
            guard let modifier = modifierHere() else { return }
            if modifier.isEmpty { throw fail(.unsupported(.word(text(token))), token.span) }
            let place = token
            advance()
            if kind == .leftParen && !token.isAfterNewline && place.word != .`init` {
                try accessArgument(modifier, &preamble)
                continue
            }
            if preamble.modifiers.contains(modifier) { report(.doubledModifier(text(place)), place.span) }
            preamble.modifiers.insert(modifier)
            while kind == .at { preamble.attributes.append(try attribute()) }
        }
    }

    /// `(set)` of `private(set)`, `(unsafe)` of `unowned(unsafe)`.
    private mutating func accessArgument(
        _ modifier: Modifiers, _ preamble: inout Preamble
    ) throws(Unparsed) {
        guard partners[index] == Int32(index + 2) else { throw unexpected(.declaration) }
        switch peek().word {
        case .set: preamble.modifiers.insert(modifier == .public || modifier == .open ? modifier : .privateSet)
        default: preamble.modifiers.insert(modifier)
        }
        advance()
        advance()
        advance()
    }

    /// nil where no modifier stands here, the empty set for one outside the language.
    private func modifierHere() -> Modifiers? {
        if kind == .keyword {
            switch word {
            case .static: return .static
            case .private: return .private
            case .fileprivate: return .fileprivate
            case .internal: return .internal
            case .public: return .public
            case .class:
                let next = peek()
                guard next.kind == .keyword || isContextualModifier(next.word) && next.kind == .identifier else {
                    return nil
                }
                return .class
            default: return nil
            }
        }
        guard kind == .identifier else { return nil }
        switch word {
        case .mutating: return .mutating
        case .nonmutating: return .nonmutating
        case .override: return .override
        case .final: return .final
        case .required: return .required
        case .convenience: return .convenience
        case .lazy: return .lazy
        case .weak: return .weak
        case .unowned: return .unowned
        case .indirect: return .indirect
        case .prefix: return .prefix
        case .postfix: return .postfix
        case .infix: return .infix
        case .open: return .open
        case .distributed, .dynamic, .isolated, .nonisolated, .optional, .package, .borrowing, .consuming, .async:
            return []
        default: return nil
        }
    }
}
