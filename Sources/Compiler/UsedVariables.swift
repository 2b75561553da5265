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
        case .variable(let variable), .call(.delegatingInitializer(_, let variable), _): add(variable)
        case .function(let reference, _), .call(.function(let reference, _), _):
            for variable in reference.decl.captures { add(variable) }
        case .closure(let closure): for variable in closure.captures { add(variable) }
        default: break
        }
        expression.forEachPart { part in
            switch part {
            case .expression(let inner): visit(inner)
            case .argument(let argument): visit(argument)
            case .statement(let statement): visitBranches(statement)
            }
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

    private mutating func visit(_ argument: TypedArgument) {
        switch argument {
        case .value(let expression), .reference(let expression): visit(expression)
        case .autoclosure(let closure): visit(closure.body)
        case .variadic(let elements, _): for element in elements { visit(element) }
        case .defaultValue: break
        }
    }
}
