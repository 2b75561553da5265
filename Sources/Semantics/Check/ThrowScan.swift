import Syntax

/// Whether a closure's body can throw out of it, by its words: `throw` and `try` outside of `do … catch`.
struct ThrowScan {
    static func throwsOut(_ body: [Statement]) -> Bool { body.contains { throwsOut($0) } }

    static func throwsOut(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .throw: return true
        case .expression(let expression): return throwsOut(expression)
        case .return(let expression): return expression.map { throwsOut($0) } ?? false
        case .if(let statement):
            return statement.clauses.contains { throwsOut($0.conditions) || throwsOut($0.body.statements) }
                || (statement.otherwise.map { throwsOut($0.statements) } ?? false)
        case .guard(let conditions, let block): return throwsOut(conditions) || throwsOut(block.statements)
        case .while(_, let conditions, let block): return throwsOut(conditions) || throwsOut(block.statements)
        case .repeatWhile(_, let block, let condition): return throwsOut(block.statements) || throwsOut(condition)
        case .forIn(let loop):
            return throwsOut(loop.sequence) || throwsOut(loop.body.statements)
                || (loop.condition.map { throwsOut($0) } ?? false)
        case .switch(let statement):
            return throwsOut(statement.subject) || statement.cases.contains { throwsOut($0.body.statements) }
        case .do(let statement):
            let handlesAll = statement.catches.contains { $0.items.isEmpty }
            return (!handlesAll && throwsOut(statement.body.statements))
                || statement.catches.contains { throwsOut($0.body.statements) }
        case .declaration(let declaration):
            if case .variable(let variable) = declaration.kind {
                return variable.bindings.contains { $0.initializer.map { throwsOut($0) } ?? false }
            }
            return false
        case .defer, .break, .continue, .fallthrough, .error: return false
        }
    }

    static func throwsOut(_ conditions: [Condition]) -> Bool {
        conditions.contains {
            switch $0.kind {
            case .expression(let expression): throwsOut(expression)
            case .optionalBinding(_, _, _, let expression): expression.map { throwsOut($0) } ?? false
            case .pattern(_, _, let expression): throwsOut(expression)
            case .available: false
            }
        }
    }

    static func throwsOut(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .try(let kind, _): return kind == .plain
        case .sequence(let first, let items):
            return throwsOut(first) || items.contains { $0.operand.map { throwsOut($0) } ?? false }
        case .parenthesized(let inner), .prefix(_, _, let inner), .postfix(_, _, let inner), .forceUnwrap(let inner),
            .optionalChain(let inner), .member(let inner, _, _, _, _):
            return throwsOut(inner)
        case .call(let callee, let arguments), .index(let callee, let arguments):
            return throwsOut(callee) || arguments.contains { throwsOut($0.value) }
        case .tuple(let elements): return elements.contains { throwsOut($0.value) }
        case .array(let elements): return elements.contains { throwsOut($0) }
        default: return false
        }
    }
}
