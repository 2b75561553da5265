import SourceText
import Syntax

/// Names, members and calls.
extension ConstraintSystem {
    func generateName(
        _ name: String, _ arguments: [TypeSyntax], _ labels: [String]?, _ span: Span, _ scope: Scope
    ) -> Node {
        if name == "self" { return selfNode(span, scope) }
        if name == "super" {
            guard let nominal = scope.nominal, let superclass = nominal.superclass, scope.context != nil else {
                report(.other("there is no superclass here", hint: ""), span)
                return Node(.error, types.error, span)
            }
            guard let variable = selfVariable(scope) else { return metatypeNode(superclass, span) }
            guard variable.weakHolder == nil else {
                report(.other("there is no superclass here", hint: ""), span)
                return Node(.error, types.error, span)
            }
            scope.context?.noteUse(of: variable)
            return Node(.superReference(variable), superclass, span)
        }
        if let type = typeNamed(name, arguments, span, scope) { return metatypeNode(type, span) }
        guard let overload = overload(name, span, scope) else {
            return Node(.error, types.error, span)
        }
        overload.explicitArguments = arguments.map { checker.resolve($0, scope: scope) }
        overload.argumentLabels = labels
        return overloadNode(overload, span)
    }

    func metatypeNode(_ type: Type, _ span: Span) -> Node { Node(.metatype(type), types.make(.metatype(type)), span) }

    func overloadNode(_ overload: Overload, _ span: Span) -> Node {
        if overload.candidates.count == 1, overload.base == nil, overload.implicitSelf == nil,
            case .variable(let variable) = overload.candidates[0].named, !variable.isImplicitlyUnwrapped
        {
            return Node(.variable(variable), variable.type, span)
        }
        let result = fresh()
        let node = Node(.overload(overload), result, span)
        add(.member(overload, result: result), node)
        return node
    }

    private func selfNode(_ span: Span, _ scope: Scope) -> Node {
        if let variable = selfVariable(scope) {
            scope.context?.noteUse(of: variable.weakHolder ?? variable)
            return Node(.variable(variable), variable.type, span)
        }
        if let nominal = scope.nominal, scope.context != nil, !scope.isInitialValue {
            return metatypeNode(checker.selfType(of: nominal), span)
        }
        report(.other("there is no `self` here", hint: ""), span)
        return Node(.error, types.error, span)
    }

    func selfVariable(_ scope: Scope) -> VariableDecl? {
        var current: Scope? = scope
        while let scope = current {
            if let variable = scope.selfVariable { return variable }
            if scope.isInitialValue { return nil }
            if case .nominal = scope.kind { return nil }
            current = scope.parent
        }
        return nil
    }

    /// What a name can be as a value here, innermost first; reports where there is nothing.
    func overload(_ name: String, _ span: Span, _ scope: Scope) -> Overload? {
        let overload = Overload(name, span)
        overload.isLookedUp = true
        var current: Scope? = scope
        while let inner = current {
            let values = (inner.names[name] ?? []).filter { !$0.isType }
            if !values.isEmpty {
                addValues(values, to: overload, scope: scope)
                return overload
            }
            if case .nominal(let decl, _) = inner.kind {
                if addMembers(name, of: decl, to: overload, scope: scope) { return overload }
            }
            current = inner.parent
        }
        let globals = checker.lookUpGlobal(name).filter { !$0.isType }
        if !globals.isEmpty {
            addValues(globals, to: overload, scope: scope)
            return overload
        }
        let hidden = checker.modules.first { module in
            !checker.visibleModules.contains { $0 === module } && module.names[name] != nil
        }
        if let hidden {
            report(.other("`\(name)` is in \(hidden.name)", hint: "write `import \(hidden.name)` at the top"), span)
        } else if let refused = Checker.refusedTypes[name] ?? Checker.refusedFunctions[name] {
            report(.unsupported(refused), span)
        } else {
            report(.unknownName(name, similar: checker.similarName(to: name, scope: scope)), span)
        }
        return nil
    }

    private func addValues(_ values: [Named], to overload: Overload, scope: Scope) {
        for value in values {
            if case .variable(let variable) = value { scope.context?.noteUse(of: variable.weakHolder ?? variable) }
            if case .function(let function) = value, function.scope?.context != nil {
                // A local function brings what it captures.
                checker.ensureSignature(of: function)
                scope.context?.noteUse(ofLocal: function, checker: checker)
            }
            if case .property(let property) = value, property.scope?.context != nil {
                if case .global(let variable) = property.storage { scope.context?.noteUse(of: variable) }
                for accessor in property.accessors { scope.context?.noteUse(ofLocal: accessor, checker: checker) }
            }
            overload.candidates.append(MemberCandidate(named: value, ownerArguments: [], level: 0))
        }
    }

    /// Members reached without `self.`; those of outer types only where they are static.
    private func addMembers(_ name: String, of decl: NominalDecl, to overload: Overload, scope: Scope) -> Bool {
        let own = checker.canonical(checker.selfType(of: decl))
        let variable = scope.nominal === decl ? selfVariable(scope) : nil
        if let variable {
            let members = checker.memberCandidates(name, of: own, isStatic: false).filter {
                !$0.named.isType && !isCase($0.named)
            }
            if !members.isEmpty {
                scope.context?.noteUse(of: variable)
                overload.implicitSelf = variable
                overload.candidates = members
                return true
            }
        }
        let statics = checker.memberCandidates(name, of: own, isStatic: true).filter { candidate in
            if candidate.named.isType { return false }
            if case .function(let function) = candidate.named {
                return function.isStatic && !OperatorTable.isOperatorName(name)
            }
            return variable == nil || isCase(candidate.named) == false
        }
        if statics.isEmpty || variable != nil { return false }
        overload.isStatic = true
        overload.isDynamicType = decl.kind == .class
        overload.lookUpType = own
        overload.candidates = statics
        return true
    }

    private func isCase(_ named: Named) -> Bool { if case .enumCase = named { true } else { false } }

    // MARK: Types as expressions

    func typeNamed(_ name: String, _ arguments: [TypeSyntax], _ span: Span, _ scope: Scope) -> Type? {
        if name == "Self", let nominal = scope.nominal { return checker.selfType(of: nominal) }
        if hasValue(name, scope) { return nil }
        let found = checker.lookUpTypes(name, scope: scope)
        guard let first = found.first else { return name == "Any" ? types.any : nil }
        if arguments.isEmpty {
            switch first {
            case .nominal(let decl):
                if decl.kind == .protocol { return types.make(.existential([decl], isObject: false)) }
                _ = checker.resolveSignature(of: decl)
                let parameters = decl.signature.parameters
                if parameters.isEmpty { return types.nominal(decl) }
                // Inside the type, its name alone may still mean other arguments: they are inferred. Those of the types
                // around it are what they are there.
                guard case .nominal(_, let own) = types[checker.canonical(checker.selfType(of: decl))] else { break }
                let outer = decl.parent?.signature.parameters.count ?? 0
                return types.nominal(decl, own.prefix(outer) + parameters.dropFirst(outer).map { _ in fresh() })
            case .alias(let alias) where !alias.parameters.isEmpty:
                return checker.substituteOnce(
                    checker.resolveAlias(alias), GenericSignature(parameters: alias.parameters),
                    alias.parameters.map { _ in fresh() })
            default: break
            }
        }
        return checker.resolve(
            TypeSyntax(.named([TypeSyntax.Component(name: name, arguments: arguments, span: span)]), span), scope: scope
        )
    }

    private func hasValue(_ name: String, _ scope: Scope) -> Bool {
        var current: Scope? = scope
        while let inner = current {
            if let values = inner.names[name] {
                return values.contains { !$0.isType }
            }
            current = inner.parent
        }
        return false
    }

    /// An expression that is a type: `Int`, `[Int]`, `[String: Int]`, `Int?`, `Outer.Inner`, `(Int, Int)`.
    func typeExpression(_ expression: Expression, _ scope: Scope) -> Type? {
        switch expression.kind {
        case .name(let name, let arguments, nil): return typeNamed(name, arguments, expression.span, scope)
        case .array(let elements):
            guard elements.count == 1, let element = typeExpression(elements[0], scope) else { return nil }
            return checker.array(element)
        case .dictionary(let items):
            guard items.count == 1, let decl = checker.wellKnown.dictionary,
                let key = typeExpression(items[0].key, scope),
                let value = typeExpression(items[0].value, scope)
            else { return nil }
            return types.nominal(decl, [key, value])
        case .optionalChain(let inner): return typeExpression(inner, scope).map { checker.optional($0) }
        case .parenthesized(let inner): return typeExpression(inner, scope)
        case .tuple(let elements):
            if elements.isEmpty { return nil }
            var fields: [TupleField] = []
            for element in elements {
                guard let type = typeExpression(element.value, scope) else { return nil }
                fields.append(TupleField(label: element.label, type: type))
            }
            return types.make(.tuple(fields))
        case .member(let base, let name, _, let arguments, nil):
            guard name != "self", name != "init", name != "Type", let outer = typeExpression(base, scope) else {
                return nil
            }
            guard let type = checker.quietly({ checker.memberType(name, of: outer) }) else { return nil }
            if !arguments.isEmpty, case .nominal(let decl, _) = types[type] {
                return types.nominal(decl, arguments.map { checker.resolve($0, scope: scope) })
            }
            if case .nominal(let decl, let own) = types[type], own.count < decl.signature.parameters.count {
                return types.nominal(decl, own + decl.signature.parameters.dropFirst(own.count).map { _ in fresh() })
            }
            return type
        case .type(let syntax): return checker.resolve(syntax, scope: scope)
        default: return nil
        }
    }

    // MARK: Members and calls

    func generateMember(
        _ base: Expression, _ name: String, _ nameSpan: Span, _ arguments: [TypeSyntax], _ labels: [String]?,
        _ span: Span, _ scope: Scope
    ) -> Node {
        if let type = typeExpression(base, scope) {
            if name == "self" { return metatypeNode(type, span) }
            let nested = checker.quietly { checker.memberType(name, of: simplify(type)) }
            if let nested, !types.hasError(nested), case .nominal(let decl, let own) = types[nested] {
                if own.count < decl.signature.parameters.count {
                    return metatypeNode(
                        types.nominal(decl, own + decl.signature.parameters.dropFirst(own.count).map { _ in fresh() }),
                        span)
                }
                return metatypeNode(nested, span)
            }
            let overload = Overload(name, nameSpan)
            overload.base = metatypeNode(type, base.span)
            if case .name("Self", _, _) = base.kind, scope.nominal?.kind == .class { overload.isDynamicType = true }
            overload.isStatic = true
            overload.lookUpType = type
            overload.argumentLabels = labels
            return overloadNode(overload, span)
        }
        if case .name(let module, let none, nil) = base.kind, none.isEmpty, !hasValue(module, scope),
            let found = checker.modules.first(where: { $0.name == module })?.values(name),
            !found.isEmpty
        {
            let overload = Overload(name, nameSpan)
            overload.isLookedUp = true
            overload.argumentLabels = labels
            addValues(found, to: overload, scope: scope)
            return overloadNode(overload, span)
        }
        let baseNode = base.hasChainLink ? generateChained(base, scope) : generate(base, scope: scope)
        if name == "self" { return baseNode }
        let overload = Overload(name, nameSpan)
        overload.base = baseNode
        overload.explicitArguments = arguments.map { checker.resolve($0, scope: scope) }
        overload.argumentLabels = labels
        if case .superReference = baseNode.kind { overload.isSuper = true }
        if case .metatype(let type) = baseNode.kind {
            overload.isStatic = true
            overload.lookUpType = type
        }
        return overloadNode(overload, span)
    }

    /// The base of a longer chain stays open: the whole chain closes it.
    private func generateChained(_ base: Expression, _ scope: Scope) -> Node { generateOpen(base, scope: scope) }

    func implicitMember(_ name: String, _ span: Span, apply arguments: [ArgumentNode]?) -> Node {
        let context = fresh()
        let overload = Overload(name, span)
        overload.isStatic = true
        overload.lookUpType = context
        overload.isImplicit = true
        let node: Node
        if let arguments {
            let apply = Apply(
                callee: .overload(overload), form: .call, arguments: arguments, result: context, span: span)
            node = Node(.apply(apply), context, span)
            add(.apply(apply), node)
        } else {
            node = Node(.overload(overload), context, span)
            add(.member(overload, result: context), node)
        }
        return node
    }

    func generateCall(_ callee: Expression, _ arguments: [Argument], _ span: Span, _ scope: Scope) -> Node {
        if case .implicitMember(let name, _) = callee.kind {
            return implicitMember(name, span, apply: generateArguments(arguments, scope))
        }
        if let type = typeExpression(callee, scope) {
            return initializerCall(type, callee.span, generateArguments(arguments, scope), span)
        }
        if case .name(let name, let explicit, nil) = callee.kind, name != "self", name != "super" {
            let isToStream = name == "print" && arguments.contains { $0.label == "to" }
            guard let overload = overload(isToStream ? "_printTo" : name, callee.span, scope) else {
                for argument in arguments { _ = generate(argument.value, scope: scope) }
                return Node(.error, types.error, span)
            }
            overload.explicitArguments = explicit.map { checker.resolve($0, scope: scope) }
            return applyNode(.overload(overload), .call, generateArguments(arguments, scope), span)
        }
        let calleeNode = callee.hasChainLink ? generateOpen(callee, scope: scope) : generate(callee, scope: scope)
        let nodes = generateArguments(arguments, scope)
        switch calleeNode.kind {
        case .overload(let overload):
            // The member's own constraint gives way to the call's.
            constraints.removeAll { constraint in
                if case .member(let other, _) = constraint.kind { return other === overload }
                return false
            }
            return applyNode(.overload(overload), .call, nodes, span)
        case .metatype(let type): return initializerCall(type, callee.span, nodes, span)
        default: return applyNode(.value(calleeNode), .call, nodes, span)
        }
    }

    func initializerCall(_ type: Type, _ nameSpan: Span, _ arguments: [ArgumentNode], _ span: Span) -> Node {
        let overload = Overload("init", nameSpan)
        overload.lookUpType = type
        overload.isStatic = true
        overload.base = metatypeNode(type, nameSpan)
        return applyNode(.overload(overload), .call, arguments, span)
    }
}

extension FunctionContext {
    /// A variable of an outer frame is captured by all frames in between.
    func noteUse(of variable: VariableDecl) {
        guard let owner = variable.owner, owner !== self, !variable.isGlobal else { return }
        noteCapture(of: variable)
    }

    /// A local function is called with what it captures: so its captures are the caller's too.
    func noteUse(ofLocal function: FunctionDecl, checker: Checker) {
        guard function.context !== self else { return }
        for variable in function.captures { noteUse(of: variable) }
        function.users.append(self)
    }
}
