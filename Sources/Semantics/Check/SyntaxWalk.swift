import Syntax

/// Visits all expressions inside a syntax tree; closures only where `entersClosures` says so.
struct SyntaxWalk {
    var entersClosures = false
    var visit: (Expression) -> Void

    func walk(_ statements: [Statement]) { for statement in statements { walk(statement) } }

    func walk(_ statement: Statement) {
        switch statement.kind {
        case .expression(let expression), .throw(let expression): walk(expression)
        case .return(let expression): if let expression { walk(expression) }
        case .declaration(let declaration):
            if case .variable(let variable) = declaration.kind {
                for binding in variable.bindings { if let value = binding.initializer { walk(value) } }
            }
        case .if(let statement): walk(statement)
        case .guard(let conditions, let block):
            walk(conditions)
            walk(block.statements)
        case .while(_, let conditions, let block):
            walk(conditions)
            walk(block.statements)
        case .repeatWhile(_, let block, let condition):
            walk(block.statements)
            walk(condition)
        case .forIn(let loop):
            walk(loop.sequence)
            if let condition = loop.condition { walk(condition) }
            walk(loop.body.statements)
        case .switch(let statement): walk(statement)
        case .do(let statement):
            walk(statement.body.statements)
            for clause in statement.catches { walk(clause.body.statements) }
        case .defer(let block): walk(block.statements)
        case .break, .continue, .fallthrough, .error: break
        }
    }

    private func walk(_ statement: IfStatement) {
        for clause in statement.clauses {
            walk(clause.conditions)
            walk(clause.body.statements)
        }
        if let otherwise = statement.otherwise { walk(otherwise.statements) }
    }

    private func walk(_ statement: SwitchStatement) {
        walk(statement.subject)
        for clause in statement.cases {
            for item in clause.items {
                walk(item.pattern)
                if let condition = item.condition { walk(condition) }
            }
            walk(clause.body.statements)
        }
    }

    private func walk(_ pattern: Pattern) {
        switch pattern.kind {
        case .expression(let expression): walk(expression)
        case .tuple(let elements): for element in elements { walk(element.pattern) }
        case .enumCase(_, _, _, let payload): for element in payload ?? [] { walk(element.pattern) }
        case .introducer(_, let inner), .optional(let inner), .as(let inner, _): walk(inner)
        case .wildcard, .binding, .is: break
        }
    }

    private func walk(_ conditions: [Condition]) {
        for condition in conditions {
            switch condition.kind {
            case .expression(let expression): walk(expression)
            case .optionalBinding(_, _, _, let expression): if let expression { walk(expression) }
            case .pattern(let pattern, _, let expression):
                walk(pattern)
                walk(expression)
            case .available: break
            }
        }
    }

    func walk(_ expression: Expression) {
        visit(expression)
        switch expression.kind {
        case .integer, .float, .boolean, .nilLiteral, .name, .implicitMember, .keyPath, .discard, .type, .error: break
        case .string(let segments):
            for segment in segments {
                if case .interpolation(let arguments) = segment { for argument in arguments { walk(argument.value) } }
            }
        case .member(let base, _, _, _, _): walk(base)
        case .call(let callee, let arguments), .index(let callee, let arguments):
            walk(callee)
            for argument in arguments { walk(argument.value) }
        case .prefix(_, _, let inner), .postfix(_, _, let inner), .parenthesized(let inner), .optionalChain(let inner),
            .forceUnwrap(let inner), .inoutReference(let inner), .try(_, let inner):
            walk(inner)
        case .sequence(let first, let items):
            walk(first)
            for item in items {
                if case .ternary(let middle) = item.operator { walk(middle) }
                if let operand = item.operand { walk(operand) }
            }
        case .tuple(let elements): for element in elements { walk(element.value) }
        case .array(let elements): for element in elements { walk(element) }
        case .dictionary(let items):
            for item in items {
                walk(item.key)
                walk(item.value)
            }
        case .closure(let closure):
            for capture in closure.captures { walk(capture.value) }
            if entersClosures { walk(closure.body) }
        case .ifExpression(let statement): walk(statement)
        case .switchExpression(let statement): walk(statement)
        }
    }

    /// How many values a closure without a signature takes: its highest `$n` plus one.
    static func anonymousParameters(of closure: Closure) -> Int {
        var count = 0
        let walk = SyntaxWalk { expression in
            if case .name(let name, _, _) = expression.kind, name.utf8.first == 0x24, let number = Int(name.dropFirst())
            {
                count = max(count, number + 1)
            }
        }
        walk.walk(closure.body)
        return count
    }
}
