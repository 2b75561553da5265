import SourceText

extension Parser {
    mutating func operatorDeclaration(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        let keyword = token
        advance()
        let sign = token
        guard sign.isOperator else { throw unexpected(.operatorSymbol) }
        advance()
        let fixity: Fixity
        if preamble.modifiers.contains(.prefix) {
            fixity = .prefix
        } else if preamble.modifiers.contains(.postfix) {
            fixity = .postfix
        } else if preamble.modifiers.contains(.infix) {
            fixity = .infix
        } else {
            throw fail(.operatorWithoutFixity, keyword.span)
        }
        let group = skip(.colon) ? try name(.precedenceGroup) : nil
        return finish(.operator(fixity: fixity, name: text(sign), precedenceGroup: group), preamble, sign.span)
    }

    mutating func precedenceGroup(_ preamble: Preamble) throws(Unparsed) -> Declaration {
        advance()
        let nameSpan = token.span
        var group = PrecedenceGroupSyntax(
            name: try name(.precedenceGroup), higherThan: [], lowerThan: [], associativity: .none, isAssignment: false)
        guard kind == .leftBrace else { throw unexpected(.typeBody) }
        let open = index
        advance()
        while kind != .rightBrace && kind != .endOfFile { try precedenceProperty(&group) }
        closeBrace(open)
        return finish(.precedenceGroup(group), preamble, nameSpan)
    }

    private mutating func precedenceProperty(_ group: inout PrecedenceGroupSyntax) throws(Unparsed) {
        let property = token
        guard kind == .identifier, peek().kind == .colon else { throw unexpected(.precedenceProperty) }
        advance()
        advance()
        switch property.word {
        case .associativity:
            switch word {
            case .left: group.associativity = .left
            case .right: group.associativity = .right
            default:
                guard text(token) == "none" else { throw unexpected(.associativity) }
            }
            advance()
        case .assignment:
            guard isKeyword(.true) || isKeyword(.false) else { throw unexpected(.precedenceProperty) }
            group.isAssignment = word == .true
            advance()
        case .higherThan: group.higherThan += try precedenceNames()
        case .lowerThan: group.lowerThan += try precedenceNames()
        default: throw fail(.unknownPrecedenceProperty(text(property)), property.span)
        }
    }

    private mutating func precedenceNames() throws(Unparsed) -> [String] {
        var names: [String] = []
        repeat { names.append(try name(.precedenceGroup)) } while skip(.comma)
        return names
    }
}
