import SourceText
import Syntax

/// `do … catch`. Where all calls inside throw errors of one known type, that is the type of what is caught.
extension Checker {
    func checkDo(_ syntax: DoStatement, _ span: Span, scope: Scope) -> TypedStatement {
        let target = JumpTarget(isLoop: false)
        if let label = syntax.label {
            jumps.append(Jump(label: label, target: target, context: scope.context, isPlainBlock: true))
        }
        defer { if syntax.label != nil { jumps.removeLast() } }
        if syntax.catches.isEmpty {
            return TypedStatement(.do(checkBlock(syntax.body, scope: scope), [], errorType: nil, target), span)
        }
        let context = scope.context ?? topContext
        let outer = context.thrownHere
        context.thrownHere = []
        // Whether the clauses handle all is known when what is thrown is known.
        context.handledDepth += 1
        let body = checkBlock(syntax.body, scope: scope)
        context.handledDepth -= 1
        let thrown = context.thrownHere
        context.thrownHere = outer
        var caught = errorType
        if let first = thrown.first?.type, thrown.allSatisfy({ $0.type == first }), !types.hasVariable(first) {
            caught = first
        }
        var catches: [TypedStatement.Catch] = []
        var cases: [TypedStatement.SwitchCase] = []
        for clause in syntax.catches {
            let inner = scope.child()
            var items: [(pattern: TypedPattern, condition: TypedExpression?)] = []
            if clause.items.isEmpty {
                let variable = VariableDecl(
                    name: "error", type: caught, isLet: true, span: clause.span, owner: scope.context ?? topContext)
                inner.add("error", .variable(variable))
                items = [(TypedPattern(.variable(variable), caught, clause.span), nil)]
            } else {
                items = checkItems(clause.items, subject: caught, scope: inner)
            }
            let handler = checkBlock(clause.body, scope: inner)
            cases.append(TypedStatement.SwitchCase(items: items, body: handler, endsInFallthrough: false))
            catches.append(self.clause(items, caught, handler, isBare: clause.items.isEmpty))
        }
        if !catchesAll(cases, caught) {
            for error in thrown { passOn(error.type, at: error.span, context, scope: scope) }
        } else if caught != errorType {
            // What cannot come is caught as well, so that nothing is left to be passed on.
            let rest = VariableDecl(
                name: "_", type: errorType, isLet: true, span: span, owner: scope.context ?? topContext)
            let nothing = TypedBlock(statements: [], span: span)
            catches.append(TypedStatement.Catch(items: [], errorVariable: rest, body: nothing, isImpossible: true))
        }
        return TypedStatement(.do(body, catches, errorType: errorType, target), span)
    }

    /// Whether one clause takes every error: Swift does not add up the cases of an enum here.
    private func catchesAll(_ clauses: [TypedStatement.SwitchCase], _ caught: Type) -> Bool {
        clauses.contains { clause in
            clause.items.contains { item in
                if case .enumCase = item.pattern.kind { return false }
                var alone = clause
                alone.items = [item]
                return covers([alone], caught)
            }
        }
    }

    /// A clause of the machine, where each error is an `any Error`.
    private func clause(
        _ items: [(pattern: TypedPattern, condition: TypedExpression?)], _ caught: Type, _ body: TypedBlock,
        isBare: Bool
    ) -> TypedStatement.Catch {
        if caught == errorType {
            if isBare, case .variable(let variable)? = items.first?.pattern.kind {
                return TypedStatement.Catch(items: [], errorVariable: variable, body: body)
            }
            return TypedStatement.Catch(items: items, errorVariable: nil, body: body)
        }
        let narrowed = items.map { item in
            (
                pattern: TypedPattern(.asType(item.pattern, caught), errorType, item.pattern.span),
                condition: item.condition
            )
        }
        return TypedStatement.Catch(items: narrowed, errorVariable: nil, body: body)
    }

    /// An error that no clause catches goes on outwards.
    private func passOn(_ thrown: Type, at span: Span, _ context: FunctionContext, scope: Scope) {
        context.thrownHere.append((thrown, span))
        context.sawThrow = true
        if !isHandled(scope) { report(.unhandledThrow, at: span, in: scope.file) }
    }
}
