import Semantics

/// The variables that an expression uses, in order of first use. An autoclosure's captures are these, as far as they live
/// in the frame around it.
struct UsedVariables {
    private(set) var found: [VariableDecl] = []

    init(_ block: TypedBlock) { visit(block) }

    private mutating func add(_ variable: VariableDecl) {
        if !variable.isGlobal, !found.contains(where: { $0 === variable }) { found.append(variable) }
    }

    private mutating func visit(_ block: TypedBlock) {
        for statement in block.statements {
            switch statement.kind {
            case .return(let expression?), .expression(let expression), .yield(let expression): visit(expression)
            default: break
            }
        }
    }

    private mutating func visit(_ expression: TypedExpression) {
        switch expression.kind {
        case .variable(let variable): add(variable)
        case .interpolation(let parts):
            for part in parts { if case .value(let value) = part { visit(value) } }
        case .field(let base, _), .classField(let base, _), .tupleElement(let base, _), .forceUnwrap(let base),
            .chainLink(let base), .optionalChain(let base, _), .convert(_, let base), .inoutReference(let base),
            .tryOptional(let base, _), .tryForced(let base), .isType(let base, _), .cast(let base, _, _):
            visit(base)
        case .property(let base, _, _): if let base { visit(base) }
        case .subscript(let base, _, _, let indexes):
            if let base { visit(base) }
            for index in indexes { visit(index) }
        case .call(let callee, let arguments):
            visit(callee)
            for argument in arguments { visit(argument) }
        case .function(let reference, let base):
            for variable in reference.decl.captures { add(variable) }
            if let base { visit(base) }
        case .enumCase(_, let elements), .tuple(let elements), .array(let elements):
            for element in elements { visit(element) }
        case .dictionary(let items):
            for item in items {
                visit(item.key)
                visit(item.value)
            }
        case .closure(let closure):
            for variable in closure.captures { add(variable) }
            for (_, initial) in closure.captureInitializers { visit(initial) }
        case .assign(let place, let value), .bind(_, let place, in: let value):
            visit(place)
            visit(value)
        case .ternary(let condition, let yes, let no):
            visit(condition)
            visit(yes)
            visit(no)
        case .statement(let statement): visitBranches(statement)
        case .integer, .floating, .boolean, .string, .none, .caseConstructor, .discard, .metatype, .error: break
        }
    }

    private mutating func visitBranches(_ statement: TypedStatement) {
        switch statement.kind {
        case .if(let clauses, let otherwise, _):
            for clause in clauses {
                for condition in clause.conditions {
                    switch condition {
                    case .expression(let expression), .pattern(_, let expression): visit(expression)
                    }
                }
                visit(clause.body)
            }
            if let otherwise { visit(otherwise) }
        case .switch(let subject, let cases, _):
            visit(subject)
            for item in cases { visit(item.body) }
        default: break
        }
    }

    private mutating func visit(_ callee: Callee) {
        switch callee {
        case .function(let reference, let base):
            for variable in reference.decl.captures { add(variable) }
            switch base {
            case .value(let expression), .reference(let expression): visit(expression)
            case .type, nil: break
            }
        case .virtual(_, let base): visit(base)
        case .delegatingInitializer(_, let variable): add(variable)
        case .value(let function): visit(function)
        case .initializer: break
        }
    }

    private mutating func visit(_ argument: TypedArgument) {
        switch argument {
        case .value(let expression), .reference(let expression): visit(expression)
        case .autoclosure(let closure): visit(closure.body)
        case .variadic(let elements, _): for element in elements { visit(element) }
        case .defaultValue: break
        }
    }
}
