import SourceText

/// Parameters that are closures may only be called, or passed on to be called, unless they are `@escaping`; a closure that
/// outlives the call cannot share an `inout` parameter.
struct EscapeScan {
    let checker: Checker
    let file: SourceFile

    func visit(_ block: TypedBlock) { for statement in block.statements { visit(statement) } }

    func visit(_ statement: TypedStatement) {
        switch statement.kind {
        case .expression(let value), .throw(let value), .yield(let value): visit(value)
        case .bind(_, let value), .return(let value): if let value { visit(value) }
        case .if(let clauses, let otherwise, _):
            for clause in clauses {
                visit(clause.conditions)
                visit(clause.body)
            }
            if let otherwise { visit(otherwise) }
        case .guard(let conditions, let body), .while(let conditions, let body, _):
            visit(conditions)
            visit(body)
        case .repeatWhile(let body, let condition, _):
            visit(body)
            visit(condition)
        case .forIn(let loop, _):
            visit(loop.sequence)
            if let condition = loop.condition { visit(condition) }
            visit(loop.body)
        case .switch(let subject, let cases, _):
            visit(subject)
            for item in cases {
                for pattern in item.items { if let condition = pattern.condition { visit(condition) } }
                visit(item.body)
            }
        case .do(let body, let catches, _, _):
            visit(body)
            for item in catches { visit(item.body) }
        case .defer(let body), .block(let body): visit(body)
        case .function, .break, .continue, .fallthrough: break
        }
    }

    private func visit(_ conditions: [TypedCondition]) {
        for condition in conditions {
            switch condition {
            case .expression(let value), .pattern(_, let value): visit(value)
            }
        }
    }

    func visit(_ value: TypedExpression) {
        switch value.kind {
        case .variable(let variable):
            if variable.isNonEscaping {
                checker.report(.closureEscapes(variable.name), at: value.span, in: file)
            }
        case .closure(let closure): visitEscaping(closure)
        case .call(let callee, let arguments): visit(callee, arguments)
        default:
            value.forEachPart { part in
                switch part {
                case .expression(let inner): visit(inner)
                case .argument(let argument): visit(argument, isKept: false)
                case .statement(let statement): visit(statement)
                }
            }
        }
    }

    private func visit(_ callee: Callee, _ arguments: [TypedArgument]) {
        let parameters: [ParameterDecl]
        switch callee {
        case .function(let reference, _), .virtual(let reference, _), .initializer(let reference, _),
            .delegatingInitializer(let reference, _):
            parameters = reference.decl.parameters
            if let base = callee.base { visit(base) }
        case .value(let function):
            visitCalled(function)
            for argument in arguments { visit(argument, isKept: false) }
            return
        }
        for (position, argument) in arguments.enumerated() {
            let isKept = position < parameters.count && !parameters[position].variable.isNonEscaping
            visit(argument, isKept: isKept)
        }
    }

    private func visit(_ argument: TypedArgument, isKept: Bool) {
        switch argument {
        case .value(let value): if isKept { visit(value) } else { visitCalled(value) }
        case .reference(let value): visit(value)
        case .autoclosure(let closure): if isKept { visitEscaping(closure) } else { visit(closure.body) }
        case .variadic(let values, _): for value in values { visit(value) }
        case .defaultValue: break
        }
    }

    /// What is called, now or by the function that it is passed to.
    private func visitCalled(_ value: TypedExpression) {
        switch value.kind {
        case .variable: break
        case .closure(let closure): visit(closure.body)
        case .convert(_, let inner): visitCalled(inner)
        default: visit(value)
        }
    }

    private func visitEscaping(_ closure: TypedClosure) {
        for variable in closure.captures {
            if variable.isNonEscaping {
                checker.report(.closureCaptures(variable.name), at: closure.span, in: file)
            } else if variable.isInout {
                checker.report(.inoutCaptured(variable.name), at: closure.span, in: file)
            }
        }
        visit(closure.body)
    }
}
