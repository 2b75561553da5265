import SourceText

extension Parser {
    mutating func nominal(_ kind: NominalSyntax.Kind, _ preamble: Preamble) throws(Unparsed) -> Declaration {
        advance()
        let nameSpan = token.span
        let name = try name(.typeName)
        let generics = try genericParameters()
        let inherited = try inheritance()
        let requirements = try requirements()
        let members = try members(isProtocol: kind == .protocol)
        let nominal = NominalSyntax(
            kind: kind, name: name, generics: generics, inherited: inherited, requirements: requirements,
            members: members)
        return finish(.nominal(nominal), preamble, nameSpan)
    }

    mutating func extensionDeclaration(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        advance()
        let nameSpan = token.span
        let type = try type()
        let inherited = try inheritance()
        let requirements = try requirements()
        let members = try members(isProtocol: false)
        let syntax = ExtensionSyntax(
            type: type, inherited: inherited, requirements: requirements, members: members)
        return finish(.extension(syntax), preamble, nameSpan.union(type.span))
    }

    /// The declarations between braces. One that cannot be parsed is passed over.
    private mutating func members(isProtocol: Bool) throws(Unparsed) -> [Declaration] {
        guard kind == .leftBrace else { throw unexpected(.typeBody) }
        let outer = try enter()
        defer { leave(outer) }
        let wasInProtocol = isInProtocol
        let wasSaid = saysStatementInType
        isInProtocol = isProtocol
        let header = allowsTrailingClosure
        allowsTrailingClosure = true
        defer {
            isInProtocol = wasInProtocol
            saysStatementInType = wasSaid
            allowsTrailingClosure = header
        }
        let open = index
        advance()
        var members: [Declaration] = []
        while kind != .rightBrace && kind != .endOfFile && kind != .interpolationEnd {
            if kind == .semicolon { report(.straySemicolon, token.span) }
            if skip(.semicolon) { continue }
            let start = index
            do throws(Unparsed) {
                members.append(try member())
            } catch {
                recover(from: start)
            }
        }
        closeBrace(open)
        return members
    }

    private mutating func member() throws(Unparsed) -> Declaration {
        guard startsDeclaration() else { throw notAMember() }
        let member = try declaration()
        switch kind {
        case .semicolon: advance()
        case .rightBrace, .endOfFile, .interpolationEnd: break
        default:
            if !token.isAfterNewline { throw fail(.missingSeparator(found(token)), token.span) }
        }
        return member
    }

    private mutating func notAMember() -> Unparsed {
        if token.flags.contains(.faulty) { return Unparsed() }
        if kind == .rightParen || kind == .rightBracket { return fail(.strayCloser(text(token)), token.span) }
        if !saysStatementInType {
            saysStatementInType = true
            report(.statementInType, token.span)
        }
        return Unparsed()
    }

    mutating func enumCases(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        let keyword = token.span
        advance()
        var cases: [EnumCaseSyntax] = []
        repeat { cases.append(try enumCase()) } while skip(.comma)
        return finish(.enumCases(cases), preamble, cases.count == 1 ? cases[0].span : keyword)
    }

    private mutating func enumCase() throws(Unparsed) -> EnumCaseSyntax {
        let start = token
        if kind == .prefixPeriod { throw fail(.periodBeforeCase, token.span) }
        let name = try name(.caseName)
        var payload: [EnumCaseSyntax.Payload] = []
        if kind == .leftParen && !token.isAfterNewline { payload = try self.payload() }
        let rawValue = skip(.equal) ? try expression() : nil
        return EnumCaseSyntax(name: name, payload: payload, rawValue: rawValue, span: start.span)
    }

    private mutating func payload() throws(Unparsed) -> [EnumCaseSyntax.Payload] {
        let open = index
        advance()
        var payload: [EnumCaseSyntax.Payload] = []
        while kind != .rightParen {
            var label: String?
            if isLabel(token) && peek().kind == .colon {
                if word != .wildcard { label = text(token) }
                advance()
                advance()
            } else if isKeyword(.wildcard) && peek().kind == .identifier && peek(2).kind == .colon {
                index += 3
            }
            let type = try type()
            let initial = skip(.equal) ? try expression() : nil
            payload.append(EnumCaseSyntax.Payload(label: label, type: type, defaultValue: initial))
            if !skip(.comma) { break }
        }
        try close(open, .rightParen)
        if payload.isEmpty { throw fail(.emptyPayload, tokens[open].span) }
        return payload
    }
}
