import SourceText
import Syntax

/// Statements, in order: each may add names for those after it.
extension Checker {
    func checkBlock(_ block: Block, scope: Scope) -> TypedBlock {
        let inner = scope.child()
        return TypedBlock(statements: checkStatements(block.statements, scope: inner), span: block.span)
    }

    func checkStatements(_ statements: [Statement], scope: Scope) -> [TypedStatement] {
        declareLocals(statements, scope: scope)
        var result: [TypedStatement] = []
        for statement in statements {
            if case .declaration(let declaration) = statement.kind {
                result += checkDeclaration(declaration, scope: scope)
            } else {
                result.append(checkStatement(statement, scope: scope))
            }
        }
        return result
    }

    /// Local types and functions are known in the whole block.
    private func declareLocals(_ statements: [Statement], scope: Scope) {
        var extensions: [(ExtensionSyntax, Declaration)] = []
        let before = userNominals.count
        defer { markOverridden(in: Array(userNominals[before...])) }
        for statement in statements {
            guard case .declaration(let declaration) = statement.kind else { continue }
            switch declaration.kind {
            case .nominal, .typealias: collectType(declaration, scope: scope, parent: nil, extensions: &extensions)
            case .function(let syntax):
                let function = makeFunction(syntax, declaration, scope: scope, owner: nil, extension: nil)
                scope.add(function.name, .function(function))
                localFunctions[ObjectIdentifier(declaration)] = function
            default: break
            }
        }
    }

    func checkDeclaration(_ declaration: Declaration, scope: Scope) -> [TypedStatement] {
        switch declaration.kind {
        case .variable(let variable): return checkVariable(variable, declaration, scope: scope)
        case .function:
            guard let function = localFunctions[ObjectIdentifier(declaration)] else { return [] }
            _ = body(of: function)
            return [TypedStatement(.function(function), declaration.span)]
        case .extension:
            if case .module = scope.kind { return [] }
            report(.other("an extension can only stand at the top", hint: ""), at: declaration.span, in: scope.file)
            return []
        default: return []
        }
    }

    // MARK: Variables

    func checkVariable(_ syntax: VariableSyntax, _ declaration: Declaration, scope: Scope) -> [TypedStatement] {
        var result: [TypedStatement] = []
        for binding in syntax.typedBindings {
            if let accessors = binding.accessors,
                accessors.accessors.contains(where: { $0.kind == .get || $0.kind == .set })
            {
                declareComputed(binding, declaration, scope: scope)
                continue
            }
            if binding.accessors != nil {
                result.append(declareObserved(binding, declaration, scope: scope))
                continue
            }
            if declaration.modifiers.contains(.lazy) {
                report(.unsupported("a lazy variable that is no property"), at: declaration.nameSpan, in: scope.file)
            }
            result.append(
                heldWeakly(checkBinding(binding, isLet: syntax.isLet, declaration, scope: scope), declaration, scope))
        }
        return result
    }

    /// `weak var x = …` and `unowned let x = …` outside of types.
    private func heldWeakly(_ statement: TypedStatement, _ declaration: Declaration, _ scope: Scope) -> TypedStatement {
        let isWeak = declaration.modifiers.contains(.weak)
        guard isWeak || declaration.modifiers.contains(.unowned), case .bind(let pattern, let value) = statement.kind,
            case .variable(let variable) = pattern.kind
        else { return statement }
        var held = value
        if isWeak, wrapped(variable.type) == nil, let value {
            variable.type = optional(variable.type)
            held = TypedExpression(.convert(.wrapOptional, value), variable.type, value.span)
        }
        checkHeldWeakly(variable.type, isWeak: isWeak, declaration.nameSpan, scope: scope)
        guard let weakly = holdWeakly(variable, isWeak: isWeak, value: held, span: statement.span) else {
            return statement
        }
        return TypedStatement(
            .bind(TypedPattern(.variable(weakly.holder), weakly.holder.type, pattern.span), weakly.value),
            statement.span)
    }

    private func declareComputed(_ binding: VariableSyntax.Binding, _ declaration: Declaration, scope: Scope) {
        guard case .binding(let name) = binding.pattern.strippedKind else { return }
        let property = makeProperty(
            name, binding, isLet: false, isStatic: true, declaration, scope: scope, owner: nil, extension: nil,
            native: nil)
        addName(name, .property(property), to: scope, at: binding.pattern.span)
        readCaptures(of: property)
    }

    /// What a local variable's accessors capture has to be known before anything uses them.
    private func readCaptures(of property: PropertyDecl) {
        guard property.scope?.context != nil else { return }
        for accessor in property.accessors { _ = body(of: accessor) }
    }

    /// A variable with `willSet` and `didSet`, which do not observe what they store themselves.
    private func declareObserved(
        _ binding: VariableSyntax.Binding, _ declaration: Declaration, scope: Scope
    ) -> TypedStatement {
        let span = binding.pattern.span
        let contextual = binding.type.map { resolve($0, scope: scope) }
        var value = binding.initializer.map { checkExpression($0, scope: scope, contextual: contextual) }
        guard case .binding(let name) = binding.pattern.strippedKind, let type = contextual ?? value?.type else {
            report(.needsAnnotation(name(of: binding.pattern)), at: span, in: scope.file)
            return TypedStatement(.block(TypedBlock(statements: [], span: span)), span)
        }
        if value == nil, wrapped(type) != nil { value = TypedExpression(.none, type, span) }
        let inner = scope.child()
        let variable = declare(name, type, false, span, inner)
        variable.isMutated = true
        variable.isInitializedLater = value == nil
        if case .module = scope.kind {
            variable.isGlobal = true
            globalsOfUnit.append(variable)
        }
        let property = makeProperty(
            name, binding, isLet: false, isStatic: true, declaration, scope: inner, owner: nil, extension: nil,
            native: nil)
        property.storage = .global(variable)
        property.type = type
        property.isTypeResolved = true
        property.initializerSyntax = nil
        addName(name, .property(property), to: scope, at: span)
        readCaptures(of: property)
        return TypedStatement(.bind(TypedPattern(.variable(variable), type, span), value), declaration.span)
    }

    private func checkBinding(
        _ binding: VariableSyntax.Binding, isLet: Bool, _ declaration: Declaration, scope: Scope
    ) -> TypedStatement {
        let span = declaration.span
        if let initializer = binding.initializer, let annotation = binding.type, isOpenGeneric(annotation, scope) {
            // `let s: Set = [1, 2]`: the arguments come from the value.
            let whole = Expression(
                .sequence(
                    initializer, [SequenceItem(operator: .as(annotation, .coerce), operatorSpan: span, operand: nil)]),
                initializer.span)
            let value = checkExpression(whole, scope: scope, contextual: nil)
            return TypedStatement(
                .bind(bindPattern(binding.pattern, to: value.type, isLet: isLet, scope: scope), value), span)
        }
        let declared = binding.type.map { resolveDeclared($0, scope: scope) }
        let contextual = declared?.type
        defer {
            if declared?.isImplicitlyUnwrapped == true, case .binding(let name) = binding.pattern.strippedKind {
                markImplicitlyUnwrapped(name, scope)
            }
        }
        guard let initializer = binding.initializer else {
            guard let contextual else {
                report(.needsAnnotation(name(of: binding.pattern)), at: binding.pattern.span, in: scope.file)
                let pattern = bindPattern(binding.pattern, to: types.error, isLet: isLet, scope: scope)
                return TypedStatement(.bind(pattern, nil), span)
            }
            let pattern = bindPattern(binding.pattern, to: contextual, isLet: isLet, scope: scope)
            if case .variable(let variable) = pattern.kind {
                if !isLet, wrapped(contextual) != nil {
                    return TypedStatement(.bind(pattern, TypedExpression(.none, contextual, span)), span)
                }
                variable.isInitializedLater = true
            }
            return TypedStatement(.bind(pattern, nil), span)
        }
        let value = checkExpression(initializer, scope: scope, contextual: contextual)
        let pattern = bindPattern(binding.pattern, to: contextual ?? value.type, isLet: isLet, scope: scope)
        return TypedStatement(.bind(pattern, value), span)
    }

    private func markImplicitlyUnwrapped(_ name: String, _ scope: Scope) {
        let found: [Named]
        if case .module = scope.kind {
            found = currentModule.names[name] ?? []
        } else {
            found = scope.names[name] ?? []
        }
        for case .variable(let variable) in found { variable.isImplicitlyUnwrapped = true }
    }

    private func isOpenGeneric(_ syntax: TypeSyntax, _ scope: Scope) -> Bool {
        guard case .named(let components) = syntax.kind, components.count == 1, components[0].arguments.isEmpty,
            let decl = lookUpNominal(components[0].name, scope: scope), decl.kind != .protocol
        else { return false }
        return !decl.signature.parameters.isEmpty && decl.parent == nil
    }

    private func name(of pattern: Pattern) -> String {
        if case .binding(let name) = pattern.strippedKind { return name }
        return "this"
    }

    // MARK: Each kind

    func checkStatement(_ statement: Statement, scope: Scope) -> TypedStatement {
        let span = statement.span
        switch statement.kind {
        case .expression(let expression):
            let value = withoutBranches { checkExpression(expression, scope: scope, contextual: nil) }
            return TypedStatement(.expression(value), span)
        case .declaration(let declaration):
            let statements = checkDeclaration(declaration, scope: scope)
            if statements.count == 1 { return statements[0] }
            return TypedStatement(.block(TypedBlock(statements: statements, span: span)), span)
        case .if(let syntax): return checkIf(syntax, scope: scope)
        case .guard(let conditions, let block):
            let inner = scope.child()
            let typed = withoutBranches { checkConditions(conditions, scope: inner, declaringIn: scope) }
            let body = checkBlock(block, scope: scope)
            if FlowScan.fallsThrough(body, self) { report(.unusedGuard, at: block.span, in: scope.file) }
            return TypedStatement(.guard(typed, body), span)
        case .while(let label, let conditions, let block):
            let inner = scope.child()
            let typed = checkConditions(conditions, scope: inner, declaringIn: inner)
            let target = push(label, isLoop: true, inner)
            let body = checkBlock(block, scope: inner)
            jumps.removeLast()
            return TypedStatement(.while(typed, body, target), span)
        case .repeatWhile(let label, let block, let condition):
            let target = push(label, isLoop: true, scope)
            let body = checkBlock(block, scope: scope)
            jumps.removeLast()
            return TypedStatement(
                .repeatWhile(body, checkExpression(condition, scope: scope, contextual: boolType), target), span)
        case .forIn(let loop): return checkFor(loop, span, scope: scope)
        case .switch(let syntax): return checkSwitch(syntax, scope: scope)
        case .do(let syntax): return checkDo(syntax, span, scope: scope)
        case .defer(let block): return TypedStatement(.defer(checkBlock(block, scope: scope)), span)
        case .return(let value): return checkReturn(value, span, scope: scope)
        case .throw(let expression): return checkThrow(expression, span, scope: scope)
        case .break(let label): return jump(label, "break", span, scope: scope)
        case .continue(let label): return jump(label, "continue", span, scope: scope)
        case .fallthrough: return TypedStatement(.fallthrough, span)
        case .error: return TypedStatement(.block(TypedBlock(statements: [], span: span)), span)
        }
    }

    func withoutBranches<T>(_ body: () -> T) -> T {
        let saved = branchDepth
        branchDepth = 0
        defer { branchDepth = saved }
        return body()
    }

    private func push(_ label: String?, isLoop: Bool, _ scope: Scope) -> JumpTarget {
        let target = JumpTarget(isLoop: isLoop)
        jumps.append(Jump(label: label, target: target, context: scope.context))
        return target
    }

    private func jump(_ label: String?, _ word: String, _ span: Span, scope: Scope) -> TypedStatement {
        for jump in jumps.reversed() where jump.context === scope.context {
            if let label {
                if jump.label != label { continue }
            } else if word == "continue" && !jump.target.isLoop || jump.isPlainBlock {
                continue
            }
            if word == "continue" {
                jump.target.isContinued = true
                return TypedStatement(.continue(jump.target), span)
            }
            jump.target.isBroken = true
            return TypedStatement(.break(jump.target), span)
        }
        report(.outsideLoop(label.map { "\(word) \($0)" } ?? word), at: span, in: scope.file)
        return TypedStatement(.block(TypedBlock(statements: [], span: span)), span)
    }

    private func checkIf(_ syntax: IfStatement, scope: Scope) -> TypedStatement {
        let target = JumpTarget(isLoop: false)
        if let label = syntax.label {
            jumps.append(Jump(label: label, target: target, context: scope.context, isPlainBlock: true))
        }
        defer { if syntax.label != nil { jumps.removeLast() } }
        var clauses: [TypedStatement.Clause] = []
        for clause in syntax.clauses {
            let inner = scope.child()
            let conditions = withoutBranches { checkConditions(clause.conditions, scope: inner, declaringIn: inner) }
            clauses.append(TypedStatement.Clause(conditions: conditions, body: checkBranch(clause.body, scope: inner)))
        }
        let otherwise = syntax.otherwise.map { checkBranch($0, scope: scope.child()) }
        if branchDepth > 0 && otherwise == nil {
            report(.other("an `if` that gives a value needs `else`", hint: ""), at: syntax.span, in: scope.file)
        }
        return TypedStatement(.if(clauses, otherwise: otherwise, target), syntax.span)
    }

    func checkConditions(_ conditions: [Condition], scope: Scope, declaringIn target: Scope) -> [TypedCondition] {
        var result: [TypedCondition] = []
        for condition in conditions {
            // Each condition sees the names of those before it.
            let names = target === scope ? scope : target
            switch condition.kind {
            case .expression(let expression):
                result.append(.expression(checkExpression(expression, scope: names, contextual: boolType)))
            case .optionalBinding(let isVar, let pattern, let annotation, let expression):
                result.append(
                    checkOptionalBinding(isVar, pattern, annotation, expression, condition.span, names: names))
            case .pattern(let pattern, let annotation, let expression):
                let contextual = annotation.map { resolve($0, scope: names) }
                let value = checkExpression(expression, scope: names, contextual: contextual)
                let typed = checkPattern(pattern, subject: value.type, isLet: true, scope: names)
                result.append(.pattern(typed, value))
            case .available: result.append(.expression(TypedExpression(.boolean(true), boolType, condition.span)))
            }
        }
        return result
    }

    private func checkOptionalBinding(
        _ isVar: Bool, _ pattern: Pattern, _ annotation: TypeSyntax?, _ expression: Expression?, _ span: Span,
        names: Scope
    ) -> TypedCondition {
        let contextual = annotation.map { optional(resolve($0, scope: names)) }
        var source = expression
        if source == nil, case .binding(let name) = pattern.strippedKind {
            source = Expression(.name(name, arguments: [], argumentLabels: nil), pattern.span)
        }
        guard let source else { return .expression(TypedExpression(.error, types.error, span)) }
        let value = checkExpression(source, scope: names, contextual: contextual)
        guard let inner = wrapped(value.type) else {
            if !types.hasError(value.type) { report(.notOptional(text(value.type)), at: source.span, in: names.file) }
            let typed = bindPattern(pattern, to: types.error, isLet: !isVar, scope: names)
            return .pattern(typed, value)
        }
        let typed = bindPattern(pattern, to: inner, isLet: !isVar, scope: names, mayShadow: true)
        return .pattern(TypedPattern(.some(typed), value.type, pattern.span), value)
    }

    private func checkFor(_ loop: ForStatement, _ span: Span, scope: Scope) -> TypedStatement {
        let annotated = loop.isCase ? nil : loop.type.map { resolve($0, scope: scope) }
        var contextual: Type?
        if let annotated, case .array = loop.sequence.kind { contextual = array(annotated) }
        var sequence = checkExpression(loop.sequence, scope: scope, contextual: contextual)
        let inner = scope.child()
        if sequence.isImplicitlyUnwrapped, let wrapped = wrapped(sequence.type) {
            sequence = TypedExpression(.forceUnwrap(sequence), wrapped, sequence.span)
        }
        if case .existential = types[sequence.type], !types.hasError(sequence.type) {
            report(
                .unsupported("a loop over a value of type \(text(sequence.type))"), at: loop.sequence.span,
                in: scope.file)
            sequence = TypedExpression(.error, types.error, span)
        }
        guard let sequenceDecl = wellKnown.sequence, !types.hasError(sequence.type),
            conforms(sequence.type, to: sequenceDecl),
            let parts = iteration(over: sequence.type, sequenceDecl)
        else {
            if !types.hasError(sequence.type) {
                if let inner = wrapped(sequence.type) {
                    report(
                        .needsUnwrap(type: text(sequence.type), wanted: text(inner)), at: loop.sequence.span,
                        in: scope.file)
                } else {
                    report(
                        .other(
                            "\(text(sequence.type)) is not a Sequence: there is nothing in it to loop over",
                            hint: sequence.type == intType
                                ? "write 0..<n" : "a loop needs an array, a range or another sequence"),
                        at: loop.sequence.span, in: scope.file)
                }
            }
            _ = bindPattern(loop.pattern, to: types.error, isLet: true, scope: inner)
            let target = push(loop.label, isLoop: true, inner)
            _ = checkBlock(loop.body, scope: inner)
            jumps.removeLast()
            _ = target
            return TypedStatement(.expression(sequence), span)
        }
        let pattern: TypedPattern
        if loop.isCase {
            pattern = checkPattern(loop.pattern, subject: parts.element, isLet: true, scope: inner)
        } else {
            if let annotated, annotated != parts.element, !types.hasError(annotated) {
                report(
                    .mismatch(found: text(parts.element), wanted: text(annotated)), at: loop.pattern.span,
                    in: scope.file)
            }
            pattern = bindPattern(loop.pattern, to: annotated ?? parts.element, isLet: true, scope: inner)
        }
        let condition = loop.condition.map { checkExpression($0, scope: inner, contextual: boolType) }
        let target = push(loop.label, isLoop: true, inner)
        let body = checkBlock(loop.body, scope: inner)
        jumps.removeLast()
        let checked = ForLoop(
            pattern: pattern, sequence: sequence, elementType: parts.element, iteratorType: parts.iterator,
            makeIterator: parts.make, next: parts.next, condition: condition, body: body)
        return TypedStatement(.forIn(checked, target), span)
    }

    /// The element, the iterator and the two requirements of a sequence.
    func iteration(
        over type: Type, _ sequence: NominalDecl
    ) -> (element: Type, iterator: Type, make: FunctionReference, next: FunctionReference)? {
        guard let iteratorProtocol = wellKnown.iterator,
            let elementDecl = canonicalAssociated("Element", in: sequence),
            let iteratorDecl = canonicalAssociated("Iterator", in: sequence),
            let make = sequence.requirements.first(where: { $0.name == "makeIterator" }),
            let next = iteratorProtocol.requirements.first(where: { $0.name == "next" })
        else { return nil }
        ensureSignature(of: make)
        ensureSignature(of: next)
        let element = makeAssociated(type, elementDecl)
        let iterator = makeAssociated(type, iteratorDecl)
        if types.hasError(element) || types.hasError(iterator) { return nil }
        return (element, iterator, FunctionReference(make, [type]), FunctionReference(next, [iterator]))
    }

    private func checkSwitch(_ syntax: SwitchStatement, scope: Scope) -> TypedStatement {
        let subject = withoutBranches { checkExpression(syntax.subject, scope: scope, contextual: nil) }
        let target = push(syntax.label, isLoop: false, scope)
        defer { jumps.removeLast() }
        var cases: [TypedStatement.SwitchCase] = []
        for clause in syntax.cases {
            let inner = scope.child()
            let items = checkItems(clause.items, subject: subject.type, scope: inner)
            let falls: Bool
            if case .fallthrough? = clause.body.statements.last?.kind { falls = true } else { falls = false }
            let block = clause.body
            if block.statements.isEmpty {
                report(.other("this case does nothing", hint: "write `break` in it"), at: clause.span, in: scope.file)
            }
            let body = checkBranch(block, scope: inner)
            cases.append(TypedStatement.SwitchCase(items: items, body: body, endsInFallthrough: falls))
        }
        if !types.hasError(subject.type) {
            checkExhaustive(cases, subject.type, syntax.subject.span.union(syntax.span), scope: scope)
        }
        return TypedStatement(.switch(subject: subject, cases, target), syntax.span)
    }

    /// Several patterns of a case bind the same names: one variable each.
    func checkItems(
        _ items: [SwitchStatement.Item], subject: Type, scope: Scope
    ) -> [(pattern: TypedPattern, condition: TypedExpression?)] {
        var result: [(pattern: TypedPattern, condition: TypedExpression?)] = []
        for (position, item) in items.enumerated() {
            let pattern = checkPattern(item.pattern, subject: subject, isLet: true, scope: scope, reuses: position > 0)
            let condition = withoutBranches {
                item.condition.map { checkExpression($0, scope: scope, contextual: boolType) }
            }
            result.append((pattern: pattern, condition: condition))
        }
        return result
    }

    private func checkReturn(_ value: Expression?, _ span: Span, scope: Scope) -> TypedStatement {
        guard let context = scope.context else {
            report(.outsideFunction("return"), at: span, in: scope.file)
            return TypedStatement(.return(nil), span)
        }
        if let result = context.result, case .opaque(let function, _) = types[result], let value {
            return returnOpaque(value, function, scope, span)
        }
        guard let value else {
            if case .initializer? = context.function?.role { return TypedStatement(.return(nil), span) }
            if let result = context.result, result != types.void, !types.hasError(result), !context.infersResult {
                report(
                    .other("a value of type \(text(result)) must be returned", hint: "write it after `return`"),
                    at: span, in: scope.file)
            } else if context.result == nil {
                context.result = types.void
            }
            return TypedStatement(.return(nil), span)
        }
        if case .initializer(let isFailable)? = context.function?.role {
            if isFailable, case .nilLiteral = value.kind {
                return TypedStatement(
                    .return(TypedExpression(.none, context.function?.result ?? types.error, span)), span)
            }
            report(.other("an initialiser returns nothing", hint: ""), at: span, in: scope.file)
            return TypedStatement(.return(nil), span)
        }
        if context.result == types.void, !context.infersResult {
            let checked = checkExpression(value, scope: scope, contextual: nil)
            if checked.type != types.void && checked.type != neverType && !types.hasError(checked.type) {
                report(
                    .other(
                        "this function returns nothing, and here \(text(checked.type)) is returned",
                        hint: "give it a result: -> \(text(checked.type))"),
                    at: value.span, in: scope.file)
            }
            return TypedStatement(.return(checked), span)
        }
        if context.infersResult, case .nilLiteral = value.kind {
            context.sawNil = true
            return TypedStatement(.return(TypedExpression(.none, types.error, span)), span)
        }
        let checked = checkExpression(value, scope: scope, contextual: context.result)
        if context.result == nil { context.result = checked.type }
        return TypedStatement(.return(checked), span)
    }

    private func checkThrow(_ expression: Expression, _ span: Span, scope: Scope) -> TypedStatement {
        var contextual = errorType
        if let thrown = scope.context?.thrown, scope.context?.handledDepth == 0 { contextual = thrown }
        let value = checkExpression(expression, scope: scope, contextual: contextual)
        scope.context?.sawThrow = true
        (scope.context ?? topContext).thrownHere.append((errorType, span))
        if !isHandled(scope) { report(.unhandledThrow, at: span, in: scope.file) }
        return TypedStatement(.throw(value), span)
    }
}

/// A loop, switch or labelled statement around the place at hand.
struct Jump {
    var label: String?
    var target: JumpTarget
    var context: FunctionContext?
    /// A labelled `if` or `do`: only its label names it.
    var isPlainBlock = false
}

extension Pattern {
    var isIrrefutable: Bool {
        switch kind {
        case .wildcard, .binding: true
        case .introducer(_, let inner): inner.isIrrefutable
        default: false
        }
    }
}
