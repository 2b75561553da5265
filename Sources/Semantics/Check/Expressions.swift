import SourceText
import Syntax

/// One expression at a time: nodes, constraints, solution, typed tree; or what is wrong with it.
extension Checker {
    func checkExpression(
        _ syntax: Expression, scope: Scope, contextual: Type?, allowsNever: Bool = false
    ) -> TypedExpression {
        switch syntax.kind {
        case .ifExpression(let statement):
            return checkBranches(Statement(.if(statement), syntax.span), scope: scope, contextual: contextual)
        case .switchExpression(let statement):
            return checkBranches(Statement(.switch(statement), syntax.span), scope: scope, contextual: contextual)
        case .sequence(let first, let items) where items.count == 1:
            if case .assign = items[0].operator, let operand = items[0].operand, operand.isStatementLike {
                return assignBranches(first, operand, scope: scope, span: syntax.span)
            }
        default: break
        }
        let system = ConstraintSystem(checker: self, file: scope.file)
        let before = problemCount
        let node = system.generate(syntax, scope: scope)
        if let contextual, !(allowsNever && isNeverCall(node)) { system.add(.convert(node.type, contextual), node) }
        guard system.solve() else {
            if allowsNever, contextual != nil {
                // A lone expression in a body may also be a statement that leaves: `fatalError()`.
                let plain = quietly { checkExpression(syntax, scope: scope, contextual: nil) }
                if plain.type == neverType { return plain }
            }
            if problemCount == before { reportFailure(system, node, syntax, contextual, scope) }
            return TypedExpression(.error, types.error, syntax.span)
        }
        if problemCount > before && types.hasError(system.simplify(node.type)) {
            return TypedExpression(.error, types.error, syntax.span)
        }
        let finisher = Finisher(system: system, scope: scope)
        if let contextual, !types.hasError(contextual) {
            let value = finisher.finish(node)
            if allowsNever, value.type == neverType || value.type == types.void { return value }
            return finisher.coerce(value, to: contextual)
        }
        return finisher.finish(node)
    }

    private func isNeverCall(_ node: Node) -> Bool {
        if case .apply(let apply) = node.kind, case .overload(let overload) = apply.callee,
            overload.candidates.count == 1,
            case .function(let function) = overload.candidates[0].named
        {
            ensureSignature(of: function)
            return function.result == neverType
        }
        return false
    }

    var problemCount: Int { diagnostics.count + quietProblems }

    private func reportFailure(
        _ system: ConstraintSystem, _ node: Node, _ syntax: Expression, _ contextual: Type?, _ scope: Scope
    ) {
        if quiet == 0, !isTooComplex(system.failure) {
            var diagnosis = Diagnosis(checker: self, scope: scope)
            if diagnosis.explain(syntax, contextual: contextual) { return }
        }
        guard let failure = system.failure else {
            report(.cannotInfer("this"), at: syntax.span, in: system.file)
            return
        }
        var problem = failure.problem
        if problem == nil {
            switch failure.constraint.kind {
            case .convert(let from, let to), .equal(let from, let to):
                problem = system.conversionProblem(system.simplify(from), system.simplify(to))
            case .conforms(let type, let decl):
                problem = .noConformance(type: system.text(type), protocolName: decl.name)
            default: problem = .cannotInfer("this")
            }
        }
        var related: [Span] = []
        var span = failure.constraint.node.span
        if case .apply(let apply) = failure.constraint.node.kind, case .overload(let overload) = apply.callee {
            span = overload.span
            if apply.form == .operator { related = apply.arguments.map { $0.node.span } }
        }
        if let problem { report(problem, at: span, in: system.file, related: related) }
    }

    private func isTooComplex(_ failure: ConstraintSystem.Failure?) -> Bool {
        if case .tooComplex? = failure?.problem { true } else { false }
    }

    // MARK: if and switch as expressions

    private func assignBranches(
        _ left: Expression, _ right: Expression, scope: Scope, span: Span
    ) -> TypedExpression {
        let place = checkExpression(left, scope: scope, contextual: nil)
        let value = checkExpression(right, scope: scope, contextual: place.type)
        let finisher = Finisher(system: ConstraintSystem(checker: self, file: scope.file), scope: scope)
        finisher.checkPlace(place, left.span, isAssignment: true)
        return TypedExpression(.assign(place, value), types.void, span)
    }

    /// Each branch's lone expression is its value; without a context the first branch's type is that of all.
    private func checkBranches(_ statement: Statement, scope: Scope, contextual: Type?) -> TypedExpression {
        let saved = yieldType
        yieldType = contextual ?? types.error
        yieldIsOpen = contextual == nil
        defer { yieldType = saved }
        branchDepth += 1
        let checked = checkStatement(statement, scope: scope)
        branchDepth -= 1
        let type = yieldType ?? types.error
        return TypedExpression(.statement(checked), type, statement.span)
    }

    /// A branch's body while an `if` or `switch` expression is checked.
    func checkBranch(_ block: Block, scope: Scope) -> TypedBlock {
        guard branchDepth > 0, let wanted = yieldType else { return checkBlock(block, scope: scope) }
        guard block.isExpressionLike, let statement = block.statements.first else {
            branchDepth -= 1
            defer { branchDepth += 1 }
            let checked = checkBlock(block, scope: scope)
            if FlowScan.fallsThrough(checked, self) {
                report(
                    .other("each branch of this `if` or `switch` must be one value", hint: ""), at: block.span,
                    in: scope.file)
            }
            return checked
        }
        switch statement.kind {
        case .expression(let expression):
            let depth = branchDepth
            branchDepth = 0
            let isOpen = yieldIsOpen
            let value = checkExpression(expression, scope: scope, contextual: isOpen ? nil : wanted, allowsNever: true)
            branchDepth = depth
            yieldIsOpen = isOpen
            if value.type == neverType {
                return TypedBlock(statements: [TypedStatement(.expression(value), statement.span)], span: block.span)
            }
            if isOpen {
                yieldType = value.type
                yieldIsOpen = false
            }
            return TypedBlock(statements: [TypedStatement(.yield(value), statement.span)], span: block.span)
        case .if, .switch:
            return TypedBlock(statements: [checkStatement(statement, scope: scope)], span: block.span)
        default:
            branchDepth -= 1
            defer { branchDepth += 1 }
            return checkBlock(block, scope: scope)
        }
    }

    // MARK: Closures of several statements

    /// Checks a closure's statements once its parameters are known; its result may come from its `return`s.
    func checkClosureBody(_ closure: ClosureNode, _ system: ConstraintSystem) -> Bool {
        guard let context = closure.context, let inner = closure.inner else { return false }
        for (variable, type) in zip(closure.parameters, closure.parameterTypes) {
            variable.type = system.simplify(type)
        }
        let result = system.simplify(closure.result)
        context.thrown = closure.thrown.map { system.simplify($0) }
        context.captures = []
        let savedBranch = branchDepth
        branchDepth = 0
        defer { branchDepth = savedBranch }
        let before = problemCount
        let block = Block(statements: closure.syntax.body, span: closure.syntax.span)
        if types.hasVariable(result) {
            var inferred = inferResult(of: closure, block, inner, context, expected: result)
            // `return []` says nothing by itself: what the closure's value has to become does.
            if types.hasError(inferred), let wanted = system.knownTarget(of: result) { inferred = wanted }
            if !system.unify(closure.result, inferred) {
                if case .failed = system.convert(inferred, result, Node(.error, inferred, block.span)) { return false }
            }
            context.captures = []
            context.result = inferred
            closure.block = checkFunctionBody(block, scope: inner, context: context)
        } else {
            context.result = result
            closure.block = checkFunctionBody(block, scope: inner, context: context)
            if result != types.void, !types.hasError(result), let checked = closure.block,
                FlowScan.fallsThrough(checked, self)
            {
                report(
                    .missingReturn(result: text(result)), at: Span(Int(block.span.upper) - 1, Int(block.span.upper)),
                    in: inner.file)
            }
        }
        return problemCount == before
    }

    /// A first reading, without reports: what the `return`s give. `return nil` says only that it is an optional.
    private func inferResult(
        of closure: ClosureNode, _ block: Block, _ scope: Scope, _ context: FunctionContext, expected: Type
    ) -> Type {
        context.infersResult = true
        context.result = nil
        context.sawNil = false
        quietly {
            if closure.syntax.body.count == 1 && closure.singleExpression?.isStatementLike == true {
                _ = checkLoneBranches(closure, scope, context)
            } else {
                _ = checkBlock(block, scope: scope)
            }
        }
        context.infersResult = false
        let inferred = context.result ?? types.void
        let wantsOptional = context.sawNil || wrapped(expected) != nil
        return wantsOptional && wrapped(inferred) == nil && inferred != types.void ? optional(inferred) : inferred
    }

    private func checkLoneBranches(_ closure: ClosureNode, _ scope: Scope, _ context: FunctionContext) -> TypedBlock {
        guard let expression = closure.singleExpression else {
            return TypedBlock(statements: [], span: closure.syntax.span)
        }
        let value = checkExpression(expression, scope: scope, contextual: nil)
        context.result = value.type
        return TypedBlock(statements: [TypedStatement(.return(value), expression.span)], span: closure.syntax.span)
    }
}
