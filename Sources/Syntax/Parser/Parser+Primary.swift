import SourceText

extension Parser {
    mutating func primary() throws(Unparsed) -> Expression {
        let token = self.token
        switch kind {
        case .identifier: return try nameExpression()
        case .dollarIdentifier:
            advance()
            if token.flags.contains(.faulty) { return Expression(.error, token.span) }
            return Expression(.name(text(token), arguments: [], argumentLabels: nil), token.span)
        case .integer:
            advance()
            if token.flags.contains(.faulty) { return Expression(.error, token.span) }
            return Expression(.integer(Digits.integer(bytes, token.span)), token.span)
        case .float:
            advance()
            if token.flags.contains(.faulty) { return Expression(.error, token.span) }
            return Expression(.float(Digits.plain(bytes, token.span)), token.span)
        case .stringStart: return try stringLiteral()
        case .leftParen: return try parenthesized()
        case .leftBracket: return try collection()
        case .leftBrace: return try closure()
        case .prefixPeriod, .period: return try implicitMember()
        case .backslash: return try keyPath()
        case .keyword: return try keywordExpression()
        case .pound: throw unsupportedPound()
        case .at: throw unsupportedAttribute()
        default: throw unexpected(.expression)
        }
    }

    private mutating func nameExpression() throws(Unparsed) -> Expression {
        if (word == .any || word == .some) && startsType(peek()) && peek().kind == .identifier {
            let start = lower
            let type = try type()
            return Expression(.type(type), span(from: start))
        }
        return nameWithArguments()
    }

    private mutating func nameWithArguments() -> Expression {
        let name = token
        advance()
        let arguments = genericArgumentsIfPresent()
        let labels = argumentLabels()
        return Expression(
            .name(text(name), arguments: arguments, argumentLabels: labels), span(from: name.lower))
    }

    private mutating func keywordExpression() throws(Unparsed) -> Expression {
        let token = self.token
        switch word {
        case .true, .false:
            advance()
            return Expression(.boolean(token.word == .true), token.span)
        case .nil:
            advance()
            return Expression(.nilLiteral, token.span)
        case .wildcard:
            advance()
            return Expression(.discard, token.span)
        case .self, .`Self`, .`Any`, .super: return nameWithArguments()
        case .if, .switch: return try statementExpression()
        case .inout: throw fail(.misplacedInout, token.span)
        case .let, .var, .func, .class, .struct, .return, .for, .while, .guard:
            throw unexpected(.expression)
        default: throw unexpected(.expression)
        }
    }

    /// `if` and `switch` give a value after `=`, `return` and `throw` only.
    private mutating func statementExpression() throws(Unparsed) -> Expression {
        let previous = index > 0 ? tokens[index - 1] : token
        let isAllowed: Bool
        switch previous.kind {
        case .equal: isAllowed = true
        case .keyword: isAllowed = previous.word == .return || previous.word == .throw || previous.word == .try
        default: isAllowed = false
        }
        if !isAllowed { throw fail(.misplacedIfExpression(text(token)), token.span) }
        let start = lower
        let outer = try enter()
        defer { leave(outer) }
        let assignment = allowsAssignment
        allowsAssignment = true
        defer { allowsAssignment = assignment }
        if word == .if {
            let statement = try ifStatement(label: nil, from: start)
            return Expression(.ifExpression(statement), statement.span)
        }
        let statement = try switchStatement(label: nil, from: start)
        return Expression(.switchExpression(statement), statement.span)
    }

    private mutating func implicitMember() throws(Unparsed) -> Expression {
        let start = lower
        advance()
        let name = token
        guard isMemberName(name), !name.isAfterNewline else { throw unexpected(.memberName) }
        advance()
        return Expression(.implicitMember(text(name), nameSpan: name.span), span(from: start))
    }

    /// `(x)`, a tuple, an operator as a function, or the parameters of a function type.
    private mutating func parenthesized() throws(Unparsed) -> Expression {
        let start = lower
        if isFunctionType(at: index) {
            let type = try type()
            return Expression(.type(type), span(from: start))
        }
        let outer = try enter()
        defer { leave(outer) }
        let elements = try callArguments(.rightParen)
        if elements.count == 1 {
            if elements[0].label == nil { return Expression(.parenthesized(elements[0].value), span(from: start)) }
            throw fail(.labelOnOneElement, span(from: start))
        }
        return Expression(.tuple(elements), span(from: start))
    }

    private mutating func collection() throws(Unparsed) -> Expression {
        let start = lower
        let open = index
        let outer = try enter()
        defer { leave(outer) }
        let header = allowsTrailingClosure
        let assignment = allowsAssignment
        allowsTrailingClosure = true
        allowsAssignment = true
        defer {
            allowsTrailingClosure = header
            allowsAssignment = assignment
        }
        advance()
        if kind == .colon && peek().kind == .rightBracket {
            advance()
            advance()
            return Expression(.dictionary([]), span(from: start))
        }
        var elements: [Expression] = []
        var items: [DictionaryItem] = []
        while kind != .rightBracket {
            let element = try expression()
            if items.isEmpty && kind != .colon {
                elements.append(element)
            } else {
                guard skip(.colon), elements.isEmpty else { throw fail(.mixedCollection, element.span) }
                items.append(DictionaryItem(key: element, value: try expression()))
            }
            if !skip(.comma) { break }
        }
        try close(open, .rightBracket)
        return Expression(items.isEmpty ? .array(elements) : .dictionary(items), span(from: start))
    }

    // MARK: Key paths

    private mutating func keyPath() throws(Unparsed) -> Expression {
        let start = lower
        advance()
        var root: TypeSyntax?
        if kind != .period && kind != .prefixPeriod { root = try keyPathRoot() }
        guard kind == .period || kind == .prefixPeriod else { throw unexpected(.keyPathPeriod) }
        var components: [KeyPathComponent] = []
        while let component = try keyPathComponent(isFirst: components.isEmpty) {
            components.append(component)
            if components.count > Limits.height { throw abort(.tooHigh) }
        }
        return Expression(.keyPath(root: root, components: components), span(from: start))
    }

    /// `Name<Arguments>` or a type in brackets; later names are components, and the checker sees which of them are
    /// types.
    private mutating func keyPathRoot() throws(Unparsed) -> TypeSyntax {
        let start = lower
        var root: TypeSyntax
        if kind == .identifier || isKeyword(.`Self`) {
            let name = token
            advance()
            let arguments = token.isOperator && isExactly(token, 0x3C) ? try genericArguments() : []
            let component = TypeSyntax.Component(name: text(name), arguments: arguments, span: span(from: start))
            root = TypeSyntax(.named([component]), span(from: start))
        } else {
            root = try type()
        }
        while kind == .postfixQuestion {
            splitFirst()
            root = TypeSyntax(.optional(root), span(from: start))
            try wrap()
        }
        return root
    }

    private mutating func keyPathComponent(isFirst: Bool) throws(Unparsed) -> KeyPathComponent? {
        let token = self.token
        switch kind {
        case .period, .prefixPeriod:
            advance()
            if isFirst && kind == .leftBracket { return try keyPathIndex() }
            if isFirst && kind == .postfixQuestion || kind == .postfixExclaim {
                return try keyPathComponent(isFirst: false)
            }
            let name = self.token
            guard isMemberName(name) || name.kind == .integer else { throw unexpected(.memberName) }
            advance()
            return .member(text(name), name.span)
        case .leftBracket:
            return token.isAfterNewline ? nil : try keyPathIndex()
        case .postfixQuestion:
            splitFirst()
            return .optionalChain(token.span)
        case .postfixExclaim:
            splitFirst()
            return .forceUnwrap(token.span)
        default: return nil
        }
    }

    private mutating func keyPathIndex() throws(Unparsed) -> KeyPathComponent {
        let start = lower
        let arguments = try callArguments(.rightBracket)
        return .index(arguments, span(from: start))
    }
}
