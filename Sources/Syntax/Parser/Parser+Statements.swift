import SourceText

extension Parser {
    mutating func statement() throws(Unparsed) -> Statement {
        switch kind {
        case .keyword: return try keywordStatement()
        case .identifier:
            if peek().kind == .colon, let labelled = try labelledStatement() { return labelled }
            if word != .none && startsDeclaration() { return try declarationStatement() }
            return try expressionStatement()
        case .at: return try declarationStatement()
        default: return try expressionStatement()
        }
    }

    private mutating func expressionStatement() throws(Unparsed) -> Statement {
        let expression = try expression()
        return Statement(.expression(expression), expression.span)
    }

    private mutating func declarationStatement() throws(Unparsed) -> Statement {
        let declaration = try declaration()
        return Statement(.declaration(declaration), declaration.span)
    }

    private mutating func keywordStatement() throws(Unparsed) -> Statement {
        let start = lower
        let kind: Statement.Kind
        switch word {
        case .if, .while, .repeat, .for, .switch, .do: return try control(label: nil, from: start)
        case .guard: kind = try guardStatement()
        case .defer:
            advance()
            kind = .defer(try block())
        case .return:
            advance()
            kind = .return(startsExpression(token) ? try expression() : nil)
        case .throw:
            advance()
            kind = .throw(try expression())
        case .break:
            advance()
            kind = .break(label: jumpLabel())
        case .continue:
            advance()
            kind = .continue(label: jumpLabel())
        case .fallthrough:
            advance()
            kind = .fallthrough
        case .case, .default:
            reportBrace(.caseOutsideSwitch(text(token)), token.span)
            throw Unparsed()
        case .else, .catch: throw fail(.strayClause(text(token)), token.span)
        case .wildcard, .`Self`, .`Any`, .self, .super, .nil, .true, .false, .try: return try expressionStatement()
        default: return try declarationStatement()
        }
        return Statement(kind, span(from: start))
    }

    private mutating func jumpLabel() -> String? {
        guard kind == .identifier, !token.isAfterNewline else { return nil }
        let label = text(token)
        advance()
        return label
    }

    /// `outer: for …`; nil where what follows the colon is no such statement.
    private mutating func labelledStatement() throws(Unparsed) -> Statement? {
        guard peek(2).kind == .keyword else { return nil }
        switch peek(2).word {
        case .if, .while, .repeat, .for, .switch, .do: break
        default: return nil
        }
        let start = lower
        let label = text(token)
        advance()
        advance()
        return try control(label: label, from: start)
    }

    private mutating func control(label: String?, from start: Int32) throws(Unparsed) -> Statement {
        let outer = try enter()
        defer { leave(outer) }
        let kind: Statement.Kind
        switch word {
        case .if: kind = .if(try ifStatement(label: label, from: start))
        case .switch: kind = .switch(try switchStatement(label: label, from: start))
        case .while:
            advance()
            let conditions = try conditions()
            kind = .while(label: label, conditions, try block())
        case .repeat:
            advance()
            let body = try block()
            guard skipKeyword(.while) else { throw unexpected(.repeatWhile) }
            kind = .repeatWhile(label: label, body, try expression())
        case .for: kind = .forIn(try forStatement(label: label))
        default: kind = .do(try doStatement(label: label))
        }
        return Statement(kind, span(from: start))
    }

    /// A chain of `else if` is read in a loop: it may be of any length.
    mutating func ifStatement(label: String?, from start: Int32) throws(Unparsed) -> IfStatement {
        var clauses: [IfStatement.Clause] = []
        var otherwise: Block?
        repeat {
            advance()
            let conditions = try conditions()
            clauses.append(IfStatement.Clause(conditions: conditions, body: try block()))
            guard skipKeyword(.else) else { break }
            if isKeyword(.if) { continue }
            otherwise = try block(.elseBody)
        } while otherwise == nil
        return IfStatement(label: label, clauses: clauses, otherwise: otherwise, span: span(from: start))
    }

    private mutating func guardStatement() throws(Unparsed) -> Statement.Kind {
        advance()
        let conditions = try conditions()
        guard skipKeyword(.else) else { throw unexpected(.guardElse) }
        return .guard(conditions, try block())
    }

    private mutating func forStatement(label: String?) throws(Unparsed) -> ForStatement {
        advance()
        if kind == .leftParen, hasSemicolon(in: index) { throw fail(.cStyleFor, token.span) }
        var pattern: Pattern
        var type: TypeSyntax?
        let isCase = skipKeyword(.case)
        if isCase {
            pattern = try matchingPattern()
        } else {
            let start = lower
            let isVar = skipKeyword(.var)
            pattern = try bindingPattern(.loopVariable)
            if isVar { pattern = Pattern(.introducer(isVar: true, pattern), span(from: start)) }
        }
        if skip(.colon) { type = try self.type() }
        guard skipKeyword(.in) else { throw unexpected(.forIn) }
        let sequence = try headerExpression()
        var condition: Expression?
        if skipKeyword(.where) { condition = try headerExpression() }
        return ForStatement(
            label: label, isCase: isCase, pattern: pattern, type: type, sequence: sequence, condition: condition,
            body: try block())
    }

    /// `for (var i = 0; …)` of other languages.
    private func hasSemicolon(in open: Int) -> Bool {
        let end = Int(partners[open])
        var place = open + 1
        while place < min(end, open + 50) {
            if tokens[place].kind == .semicolon { return true }
            place += 1
        }
        return false
    }

    private mutating func doStatement(label: String?) throws(Unparsed) -> DoStatement {
        advance()
        let effect = try effect()
        let body = try block()
        var catches: [DoStatement.Catch] = []
        while isKeyword(.catch) {
            let start = lower
            advance()
            var items: [SwitchStatement.Item] = []
            if kind != .leftBrace { items = try inHeader { (parser) throws(Unparsed) in try parser.caseItems() } }
            let body = try block()
            catches.append(DoStatement.Catch(items: items, body: body, span: span(from: start)))
        }
        return DoStatement(label: label, effect: effect, body: body, catches: catches)
    }

    // MARK: Headers

    /// Where `{` begins the body of a statement.
    mutating func inHeader<T>(_ parse: (inout Parser) throws(Unparsed) -> T) throws(Unparsed) -> T {
        let outer = allowsTrailingClosure
        allowsTrailingClosure = false
        defer { allowsTrailingClosure = outer }
        return try parse(&self)
    }

    mutating func headerExpression() throws(Unparsed) -> Expression {
        let outer = allowsTrailingClosure
        allowsTrailingClosure = false
        defer { allowsTrailingClosure = outer }
        if kind == .leftBrace { throw unexpected(.condition) }
        return try expression()
    }

    /// The conditions of `if`, `while` and `guard`, up to the body.
    mutating func conditions() throws(Unparsed) -> [Condition] {
        let outer = allowsTrailingClosure
        allowsTrailingClosure = false
        defer { allowsTrailingClosure = outer }
        var conditions: [Condition] = []
        repeat {
            if kind == .leftBrace {
                throw unexpected(.condition)
            }
            conditions.append(try condition())
        } while skip(.comma)
        if kind == .equal { throw fail(.assignmentAsCondition, token.span) }
        return conditions
    }

    private mutating func condition() throws(Unparsed) -> Condition {
        let start = lower
        if kind == .pound {
            guard word == .available else { throw unsupportedPound() }
            advance()
            guard kind == .leftParen, partners[index] >= 0 else { throw unexpected(.parenthesis) }
            index = Int(partners[index]) + 1
            return Condition(.available, span(from: start))
        }
        if isKeyword(.let) || isKeyword(.var) {
            let isVar = word == .var
            advance()
            if isKeyword(.case) { throw fail(.letCase, token.span) }
            let pattern = try bindingPattern(.variableName)
            let type = skip(.colon) ? try self.type() : nil
            let value = skip(.equal) ? try expression() : nil
            let kind = Condition.Kind.optionalBinding(isVar: isVar, pattern, type, value)
            return Condition(kind, span(from: start))
        }
        if skipKeyword(.case) {
            let pattern = try matchingPattern()
            let type = skip(.colon) ? try self.type() : nil
            try expect(.equal, .equalInPattern)
            let value = try expression()
            return Condition(.pattern(pattern, type, value), span(from: start))
        }
        let wasAllowed = allowsAssignment
        allowsAssignment = false
        defer { allowsAssignment = wasAllowed }
        let value = try expression()
        return Condition(.expression(value), value.span)
    }

    // MARK: Switch

    mutating func switchStatement(label: String?, from start: Int32) throws(Unparsed) -> SwitchStatement {
        let outer = try enter()
        defer { leave(outer) }
        advance()
        let subject = try headerExpression()
        guard kind == .leftBrace else { throw unexpected(.switchBody) }
        let header = allowsTrailingClosure
        allowsTrailingClosure = true
        defer { allowsTrailingClosure = header }
        let open = index
        advance()
        var cases: [SwitchStatement.Case] = []
        while kind != .rightBrace && kind != .endOfFile {
            let begin = index
            do throws(Unparsed) {
                if let last = cases.last, last.items.isEmpty { report(.caseAfterDefault, token.span) }
                cases.append(try switchCase())
            } catch {
                recoverToCase(from: begin)
            }
        }
        closeBrace(open)
        return SwitchStatement(label: label, subject: subject, cases: cases, span: span(from: start))
    }

    private mutating func recoverToCase(from start: Int) {
        repeat {
            recover(from: index)
        } while kind != .rightBrace && kind != .endOfFile && !isKeyword(.case) && !isKeyword(.default)
    }

    private mutating func switchCase() throws(Unparsed) -> SwitchStatement.Case {
        let start = lower
        if kind == .at && peek().word == .unknown {
            advance()
            advance()
        }
        var items: [SwitchStatement.Item] = []
        if skipKeyword(.case) {
            items = try caseItems()
        } else if !skipKeyword(.default) {
            throw unexpected(.caseLabel)
        }
        try expect(.colon, .caseColon)
        let label = span(from: start)
        let bodyStart = lower
        var statements: [Statement] = []
        statementList(into: &statements, isInSwitch: true)
        if statements.isEmpty { report(.emptyCase, label) }
        let body = Block(statements: statements, span: statements.isEmpty ? label : span(from: bodyStart))
        return SwitchStatement.Case(items: items, body: body, span: span(from: start))
    }

    /// `pattern where condition, pattern …`
    mutating func caseItems() throws(Unparsed) -> [SwitchStatement.Item] {
        var items: [SwitchStatement.Item] = []
        repeat {
            let pattern = try matchingPattern()
            let condition = skipKeyword(.where) ? try expression() : nil
            items.append(SwitchStatement.Item(pattern: pattern, condition: condition))
        } while skip(.comma)
        return items
    }
}
