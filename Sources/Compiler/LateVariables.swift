import Semantics

/// Variables that are declared before they have a value: a stepper shows them from the statement on that is sure to have
/// given them one.
extension FunctionCompiler {
    /// Gives a variable its place in this frame, which holds nothing yet.
    func settleLater(_ variable: VariableDecl, in home: Home) {
        // An initialiser shows what it makes from the start.
        if variable.name == "self" { return settle(variable, in: home) }
        homes[ObjectIdentifier(variable)] = home
        waitForValue(variable)
    }

    func waitForValue(_ variable: VariableDecl) {
        if isStepping { lateVariables.append(variable) }
    }

    /// After a statement: those that it has given a value are shown, for as long as the scope at hand.
    func showLateVariables(after statement: TypedStatement) {
        for variable in lateVariables where statement.gives(variable) {
            if variable.isGlobal {
                settleGlobal(variable)
            } else if let home = homes[ObjectIdentifier(variable)] {
                settle(variable, in: home)
            }
        }
    }
}

extension TypedStatement {
    /// Whether a variable is sure to have a value behind the statement, as far as its form tells.
    fileprivate func gives(_ variable: VariableDecl) -> Bool {
        switch kind {
        case .expression(let expression): return expression.assigns(variable)
        case .if(let clauses, let otherwise?, _):
            return clauses.allSatisfy { $0.body.givesOrLeaves(variable) } && otherwise.givesOrLeaves(variable)
        case .switch(_, let cases, _):
            return cases.allSatisfy { $0.endsInFallthrough || $0.body.givesOrLeaves(variable) }
        case .do(let body, let catches, _, _):
            return body.givesOrLeaves(variable) && catches.allSatisfy { $0.body.givesOrLeaves(variable) }
        case .block(let block): return block.givesOrLeaves(variable)
        default: return false
        }
    }

    /// Whether nothing behind the statement is reached.
    fileprivate var leaves: Bool {
        switch kind {
        case .return, .throw, .break, .continue: true
        default: false
        }
    }
}

extension TypedBlock {
    fileprivate func givesOrLeaves(_ variable: VariableDecl) -> Bool {
        statements.contains { $0.gives(variable) || $0.leaves }
    }
}

extension TypedExpression {
    fileprivate func assigns(_ variable: VariableDecl) -> Bool {
        guard case .assign(let target, _) = kind else { return false }
        return target.names(variable)
    }

    private func names(_ variable: VariableDecl) -> Bool {
        switch kind {
        case .variable(let named): return named === variable
        case .tuple(let parts): return parts.contains { $0.names(variable) }
        default: return false
        }
    }
}
