import SourceText
import Syntax

/// Bodies of functions, checked on the first call for them.
extension Checker {
    /// The checked body; nil for what the machine provides, for requirements, and where `synthesized` says what it is.
    public func body(of function: FunctionDecl) -> TypedBlock? {
        switch function.bodyState {
        case .checked(let block): return block
        case .checking: return nil
        case .unchecked: break
        }
        ensureSignature(of: function)
        function.bodyState = .checking
        let savedDepth = depth
        depth = 0
        defer { depth = savedDepth }
        let wasPrelude = isPrelude
        isPrelude = function.isPrelude
        defer { isPrelude = wasPrelude }
        let block = withSignature(function.signature) { checkBody(function) }
        function.bodyState = .checked(block)
        return block
    }

    private func checkBody(_ function: FunctionDecl) -> TypedBlock? {
        if function.synthesized != nil { return nil }
        if let syntax = function.thunkSyntax, let scope = function.innerScope {
            let context = function.context ?? FunctionContext(parent: nil, function: function)
            let value = checkExpression(
                syntax, scope: scope.child(.block, context: context), contextual: function.result)
            return TypedBlock(statements: [TypedStatement(.return(value), syntax.span)], span: syntax.span)
        }
        if let property = function.thunkProperty {
            let span = property.span
            guard let value = initialValue(of: property) else {
                let none = TypedExpression(.none, function.result, span)
                return TypedBlock(statements: [TypedStatement(.return(none), span)], span: span)
            }
            return TypedBlock(statements: [TypedStatement(.return(value), span)], span: span)
        }
        guard let syntax = function.bodySyntax?.read, let scope = function.innerScope, let context = function.context
        else {
            if function.native == nil && !function.isRequirement && !isPrelude {
                report(.other("this function has no body", hint: "write { … }"), at: function.span, in: function.file)
            }
            return nil
        }
        context.result = function.result
        context.thrown = function.thrown
        let inner = scope.child(.block, context: context)
        inner.selfVariable = function.selfVariable
        for parameter in function.parameters {
            parameter.variable.isParameter = true
            if parameter.variable.name != "_" { inner.add(parameter.variable.name, .variable(parameter.variable)) }
        }
        if case .initializer = function.role { context.result = types.void }
        var statements = checkFunctionBody(syntax, scope: inner.child(.block, context: context), context: context)
        function.captures = context.captures
        for user in function.users { for variable in function.captures { user.noteUse(of: variable) } }
        function.users = []
        statements.span = syntax.span
        if case .initializer = function.role {
            checkAllInitialized(function, statements)
        } else if context.result == neverType, FlowScan.fallsThrough(statements, self) {
            let end = Span(max(Int(syntax.span.upper) - 1, Int(syntax.span.lower)), Int(syntax.span.upper))
            report(
                .other("a function with the result Never must not come to its end", hint: "call fatalError(…)"),
                at: end, in: scope.file)
        } else if context.result != types.void, context.result != neverType, let result = context.result,
            !types.hasError(result), FlowScan.fallsThrough(statements, self)
        {
            let end = Span(max(Int(syntax.span.upper) - 1, Int(syntax.span.lower)), Int(syntax.span.upper))
            report(.missingReturn(result: text(result)), at: end, in: scope.file)
        }
        return statements
    }

    /// A body of one expression returns it.
    func checkFunctionBody(_ block: Block, scope: Scope, context: FunctionContext) -> TypedBlock {
        if block.statements.count == 1, let result = context.result, result != types.void {
            let statement = block.statements[0]
            switch statement.kind {
            case .expression(let expression):
                if case .opaque(let function, _) = types[result] {
                    return TypedBlock(
                        statements: [returnOpaque(expression, function, scope, statement.span)], span: block.span)
                }
                let value = checkExpression(expression, scope: scope, contextual: result, allowsNever: true)
                if value.type == neverType || (value.type == types.void && result != types.void) {
                    return TypedBlock(
                        statements: [TypedStatement(.expression(value), statement.span)], span: block.span)
                }
                return TypedBlock(statements: [TypedStatement(.return(value), statement.span)], span: block.span)
            case .if(let syntax) where syntax.otherwise != nil && syntax.isExpressionLike:
                let expression = Expression(.ifExpression(syntax), statement.span)
                let value = checkExpression(expression, scope: scope, contextual: result)
                return TypedBlock(statements: [TypedStatement(.return(value), statement.span)], span: block.span)
            case .switch(let syntax) where syntax.isExpressionLike:
                let expression = Expression(.switchExpression(syntax), statement.span)
                let value = checkExpression(expression, scope: scope, contextual: result)
                return TypedBlock(statements: [TypedStatement(.return(value), statement.span)], span: block.span)
            default: break
            }
        }
        return checkBlock(block, scope: scope)
    }

    /// `return e` in a function with an opaque result: e's type is what it stands for.
    func returnOpaque(_ expression: Expression, _ function: FunctionDecl, _ scope: Scope, _ span: Span)
        -> TypedStatement
    {
        let value = checkExpression(expression, scope: scope, contextual: function.underlyingResult)
        if function.underlyingResult == nil {
            function.underlyingResult = value.type
            for bound in function.opaqueBounds where !conforms(value.type, to: bound) && !types.hasError(value.type) {
                report(.noConformance(type: text(value.type), protocolName: bound.name), at: span, in: scope.file)
            }
        }
        return TypedStatement(.return(value), span)
    }

    /// The code of a default argument.
    func defaultThunk(of function: FunctionDecl, at position: Int) -> FunctionDecl {
        if let known = function.defaultThunks[position] { return known }
        let parameter = function.parameters[position]
        if let (original, index) = parameter.inheritedDefault { return defaultThunk(of: original, at: index) }
        let thunk = makeThunk(
            parameter.isAutoclosure ? parameter.type : parameter.variable.type, function.file, function.span,
            function.signature, function.innerScope, parameter.defaultSyntax)
        thunk.thunkProperty = parameter.memberwise
        thunk.isPrelude = function.isPrelude
        function.defaultThunks[position] = thunk
        return thunk
    }

    func defaultThunk(of property: PropertyDecl, at position: Int) -> FunctionDecl {
        if let known = property.defaultThunks[position] { return known }
        let parameter = property.parameters[position]
        let thunk = makeThunk(
            parameter.type, property.scope?.file ?? cellsFile, property.span, property.signature, property.scope,
            parameter.defaultSyntax)
        property.defaultThunks[position] = thunk
        return thunk
    }

    private func makeThunk(
        _ type: Type, _ file: SourceFile, _ span: Span, _ signature: GenericSignature, _ scope: Scope?,
        _ syntax: Expression?
    ) -> FunctionDecl {
        let thunk = FunctionDecl(
            name: "default", role: .thunk, file: file, span: span, signature: signature, result: type)
        thunk.isSignatureResolved = true
        thunk.innerScope = scope
        thunk.scope = scope
        thunk.thunkSyntax = syntax
        thunk.context = FunctionContext(parent: scope?.context, function: thunk)
        return thunk
    }

    /// Whether an error thrown here reaches a `catch` or leaves a function that may throw.
    func isHandled(_ scope: Scope) -> Bool {
        guard let context = scope.context else { return true }
        return context.handledDepth > 0 || context.thrown != nil
    }
}

extension IfStatement {
    /// Each branch is one expression, so that the whole can be a value.
    var isExpressionLike: Bool {
        clauses.allSatisfy { $0.body.isExpressionLike } && (otherwise?.isExpressionLike ?? false)
    }
}

extension SwitchStatement {
    var isExpressionLike: Bool { !cases.isEmpty && cases.allSatisfy { $0.body.isExpressionLike } }
}

extension Block {
    var isExpressionLike: Bool {
        guard statements.count == 1 else { return false }
        switch statements[0].kind {
        case .expression(let expression): return !expression.isAssignmentLike
        case .throw: return true
        case .if(let statement): return statement.isExpressionLike
        case .switch(let statement): return statement.isExpressionLike
        default: return false
        }
    }
}

extension Expression {
    var isAssignmentLike: Bool {
        guard case .sequence(_, let items) = kind, let first = items.first else { return false }
        if case .assign = first.operator { return true }
        if case .binary(let name) = first.operator {
            return name.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(name)
        }
        return false
    }
}
