import SourceText

extension Parser {
    /// `<A, B>` where nothing else can stand.
    mutating func genericArguments() throws(Unparsed) -> [TypeSyntax] {
        let open = index
        if isSpeculating && tokens[open].flags.contains(.notGeneric) { throw Unparsed() }
        let outer = try enter()
        defer { leave(outer) }
        advance()
        var arguments: [TypeSyntax] = []
        do throws(Unparsed) {
            repeat { arguments.append(try type()) } while skip(.comma) && !startsWithGreater(token)
            guard startsWithGreater(token) else { throw unexpected(.closingAngle) }
        } catch {
            if isSpeculating { tokens[open].flags.insert(.notGeneric) }
            throw error
        }
        splitFirst()
        return arguments
    }

    func startsWithGreater(_ token: Token) -> Bool { token.isOperator && bytes[Int(token.lower)] == 0x3E }

    /// After a name in an expression: `<` opens generic arguments where they parse as such and where what follows
    /// cannot be the operand of a comparison. The rule is Swift's own.
    mutating func genericArgumentsIfPresent() -> [TypeSyntax] {
        guard token.isOperator, isExactly(token, 0x3C), !token.flags.contains(.notGeneric) else { return [] }
        let open = index
        let outerHeight = height
        let outerDepth = depth
        isSpeculating = true
        let parsed = try? genericArguments()
        isSpeculating = false
        if let parsed, canFollowGenericArguments() {
            splits.removeAll(keepingCapacity: true)
            return parsed
        }
        while let split = splits.popLast() { tokens[split.index] = split.token }
        index = open
        height = outerHeight
        depth = outerDepth
        tokens[open].flags.insert(.notGeneric)
        return []
    }

    private func canFollowGenericArguments() -> Bool {
        switch kind {
        case .rightParen, .rightBracket, .leftBrace, .rightBrace, .period, .prefixPeriod, .comma, .semicolon,
            .endOfFile, .postfixExclaim, .postfixQuestion, .colon, .interpolationEnd:
            return true
        case .leftParen, .leftBracket: return !token.isAfterNewline
        case .binaryOperator: return isExactly(token, 0x26)
        case .at: return true
        case .keyword: return startsDeclaration() || startsControl()
        case .identifier: return word != .none && startsDeclaration()
        default: return false
        }
    }

    private func startsControl() -> Bool {
        switch word {
        case .if, .guard, .while, .repeat, .for, .switch, .do, .defer, .return, .throw, .break, .continue, .case,
            .default, .fallthrough:
            true
        default: false
        }
    }

    // MARK: Declarations

    /// `<T, U: P & Q>` of a declaration, or nothing.
    mutating func genericParameters() throws(Unparsed) -> [GenericParameterSyntax] {
        guard token.isOperator, isExactly(token, 0x3C) else { return [] }
        advance()
        var parameters: [GenericParameterSyntax] = []
        repeat {
            let start = lower
            if kind == .at { throw unsupportedAttribute() }
            if isKeyword(.let) || isContextual(.each) && peek().kind == .identifier {
                throw fail(.unsupported(.word(text(token))), token.span)
            }
            let name = try name(.genericParameter)
            let bound = skip(.colon) ? try type() : nil
            parameters.append(GenericParameterSyntax(name: name, bound: bound, span: span(from: start)))
        } while skip(.comma) && !startsWithGreater(token)
        guard startsWithGreater(token) else { throw unexpected(.closingAngle) }
        splitFirst()
        return parameters
    }

    /// `where T: P, T.Element == U`, or nothing.
    mutating func requirements() throws(Unparsed) -> [RequirementSyntax] {
        guard skipKeyword(.where) else { return [] }
        var requirements: [RequirementSyntax] = []
        repeat {
            let left = try type()
            if skip(.colon) {
                requirements.append(RequirementSyntax(kind: .conforms, left: left, right: try type()))
            } else if token.isOperator && text(token) == "==" {
                advance()
                requirements.append(RequirementSyntax(kind: .same, left: left, right: try type()))
            } else {
                throw unexpected(.requirement)
            }
        } while skip(.comma)
        return requirements
    }

    /// `: A, B` after the name of a type, or nothing.
    mutating func inheritance() throws(Unparsed) -> [TypeSyntax] {
        guard skip(.colon) else { return [] }
        var inherited: [TypeSyntax] = []
        repeat {
            if isKeyword(.class) { throw fail(.classConstraint, token.span) }
            inherited.append(try type())
        } while skip(.comma)
        return inherited
    }
}
