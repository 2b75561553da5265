import SourceText

/// Opening a chosen overload: its generic parameters become variables, its parameters conversions.
extension ConstraintSystem {
    /// Fresh variables for a signature's parameters beyond those known, and constraints for its requirements.
    func open(
        _ signature: GenericSignature, _ known: [Type], _ explicit: [Type], _ node: Node, openable: [Type] = []
    ) -> [Type]? {
        var arguments = known
        let missing = signature.parameters.count - known.count
        if missing > 0 {
            for position in 0..<missing { arguments.append(position < explicit.count ? explicit[position] : fresh()) }
        }
        for requirement in signature.requirements {
            switch requirement {
            case .conforms(let type, let decl):
                // A member of a protocol reached through `any P`: there Self is the existential.
                if let own = known.first, let first = signature.parameters.first, type == types.parameter(first),
                    case .existential = types[shallow(own)]
                {
                    continue
                }
                let own = opened(type, signature, arguments, node)
                add(openable.contains(type) ? .conformsOpened(own, decl) : .conforms(own, decl), node)
            case .superclass(let type, let superclass):
                add(
                    .subclass(opened(type, signature, arguments, node), opened(superclass, signature, arguments, node)),
                    node)
            case .same(let a, let b):
                if !unify(opened(a, signature, arguments, node), opened(b, signature, arguments, node)) { return nil }
            }
        }
        return arguments
    }

    /// A type with the signature's parameters replaced; `T.Element` of an open `T` waits as a variable of its own.
    func opened(_ type: Type, _ signature: GenericSignature, _ arguments: [Type], _ node: Node) -> Type {
        types.rebuild(type) { _, shape in
            switch shape {
            case .parameter(let parameter):
                for (index, candidate) in signature.parameters.enumerated() where candidate === parameter {
                    return arguments[index]
                }
                return nil
            case .associated(let base, let associated):
                let inner = simplify(opened(base, signature, arguments, node))
                if types.hasVariable(inner), variable(inner) != nil {
                    let result = fresh()
                    add(.associated(inner, associated, result: result), node)
                    return result
                }
                return normalised(checker.makeAssociated(inner, associated), node)
            default: return nil
            }
        }
    }

    /// Members of open types inside a type become variables that wait for them.
    func normalised(_ type: Type, _ node: Node) -> Type {
        if !types.hasVariable(type) { return type }
        return types.rebuild(type) { leaf, shape in
            guard case .associated(let base, let associated) = shape, types.hasVariable(base) else { return nil }
            let inner = normalised(simplify(base), node)
            guard variable(inner) != nil else { return normalised(checker.makeAssociated(inner, associated), node) }
            let result = fresh()
            add(.associated(inner, associated, result: result), node)
            return result
        }
    }

    /// Decides an overload that is called; false where it turns out not to fit.
    func commit(_ apply: Apply, _ overload: Overload, _ index: Int, _ node: Node) -> Bool {
        let candidate = overload.candidates[index]
        let signature = signature(of: candidate)
        guard let callable = callable(candidate, form: apply.form) else {
            return commitValueCall(apply, overload, candidate, node)
        }
        guard let mapping = matchArguments(apply.arguments, callable) else { return false }
        let openable = openable(callable, signature, known: candidate.ownerArguments.count)
        guard
            let arguments = open(
                signature, candidate.ownerArguments, overload.explicitArguments, node, openable: openable)
        else { return false }
        trail.append(.chosen(overload))
        overload.chosen = Overload.Chosen(candidate: candidate, arguments: arguments, type: types.error)
        apply.mapping = mapping
        apply.isValueCall = false
        progress += 1
        let result = opened(callable.result, signature, arguments, node)
        if !unify(result, apply.result) { return false }
        return convertArguments(apply, callable, mapping, node) { opened($0, signature, arguments, node) }
    }

    /// The generic parameters for which an existential may be given, to be opened: each is the type of one parameter, is in
    /// no other, and in the result only where a value of it can be an existential again.
    private func openable(_ callable: Callable, _ signature: GenericSignature, known: Int) -> [Type] {
        signature.parameters.dropFirst(known).map { types.parameter($0) }.filter { own in
            let using = callable.parameters.filter { mentions(own, $0.type) }
            guard using.count == 1, using[0].type == own, !using[0].isVariadic else { return false }
            return !mentions(own, callable.result) || isCovariant(own, in: callable.result)
        }
    }

    private func mentions(_ wanted: Type, _ type: Type) -> Bool {
        if !types.hasParameter(type) { return false }
        var found = false
        _ = types.rebuild(type) { leaf, shape in
            if leaf == wanted { found = true }
            if case .associated(let base, _) = shape { found = found || mentions(wanted, base) }
            return nil
        }
        return found
    }

    private func isCovariant(_ wanted: Type, in type: Type) -> Bool {
        if type == wanted { return true }
        switch types[type] {
        case .nominal(let decl, let arguments):
            guard decl === checker.wellKnown.optional || decl === checker.wellKnown.array else {
                return !mentions(wanted, type)
            }
            return isCovariant(wanted, in: arguments[0])
        case .tuple(let fields): return fields.allSatisfy { isCovariant(wanted, in: $0.type) }
        default: return !mentions(wanted, type)
        }
    }

    func convertArguments(
        _ apply: Apply, _ callable: Callable, _ mapping: [[Int]], _ node: Node, _ open: (Type) -> Type
    ) -> Bool {
        for (position, parameter) in callable.parameters.enumerated() where !mapping[position].isEmpty {
            let wanted = open(parameter.type)
            for argument in mapping[position] {
                let value = apply.arguments[argument].node
                if parameter.isInout {
                    let place: Node
                    if case .inoutReference(let inner) = value.kind { place = inner } else { place = value }
                    if case .inoutReference = value.kind {
                    } else if apply.form != .operator {
                        fail(value, .inoutNeeded)
                        return false
                    }
                    if !unify(place.type, wanted) {
                        fail(place, .mismatch(found: text(place.type), wanted: text(wanted)))
                        return false
                    }
                    continue
                }
                if case .inoutReference = value.kind {
                    fail(value, .unexpectedInout)
                    return false
                }
                switch convert(value.type, wanted, value) {
                case .failed:
                    failConversion(value.type, wanted, value)
                    return false
                case .deferred: add(.convert(value.type, wanted), value)
                case .solved: break
                }
            }
        }
        return true
    }

    /// A call of what a variable or property holds.
    private func commitValueCall(
        _ apply: Apply, _ overload: Overload, _ candidate: MemberCandidate, _ node: Node
    ) -> Bool {
        guard chooseValue(overload, candidate, node), let chosen = overload.chosen else { return false }
        apply.isValueCall = true
        apply.forward = nil
        let type = shallow(chosen.type)
        if case .function = types[type] { return applyValue(apply, type, node) }
        if case .error = types[type] { return unify(apply.result, type) }
        if variable(type) != nil {
            // What it holds is not known yet: the call waits for it.
            let callee = Node(.overload(overload), type, overload.span)
            let inner = Apply(
                callee: .value(callee), form: .call, arguments: apply.arguments, result: apply.result, span: apply.span)
            let forward = Node(.apply(inner), apply.result, node.span)
            apply.forward = forward
            add(.apply(inner), forward)
            return true
        }
        return callAsFunction(apply, Node(.overload(overload), type, overload.span), type, node) == .solved
    }

    /// Calls a value of a known function type.
    func applyValue(_ apply: Apply, _ type: Type, _ node: Node) -> Bool {
        guard case .function(let function) = types[type] else { return false }
        let callable = callable(function)
        guard let mapping = matchArguments(apply.arguments, callable) else {
            fail(node, .wrongArgumentCount(found: apply.arguments.count, wanted: callable.parameters.count))
            return false
        }
        apply.mapping = mapping
        progress += 1
        return unify(function.result, apply.result) && convertArguments(apply, callable, mapping, node) { $0 }
    }

    /// Decides a name or member that is not called: its type as a value.
    func chooseValue(_ overload: Overload, _ candidate: MemberCandidate, _ node: Node) -> Bool {
        let signature = signature(of: candidate)
        switch candidate.named {
        case .variable(let variable):
            trail.append(.chosen(overload))
            overload.chosen = Overload.Chosen(candidate: candidate, arguments: [], type: variable.type)
            return true
        case .property(let property):
            guard let arguments = open(signature, candidate.ownerArguments, [], node) else { return false }
            trail.append(.chosen(overload))
            overload.chosen = Overload.Chosen(
                candidate: candidate, arguments: arguments, type: opened(property.type, signature, arguments, node))
            return true
        case .enumCase(let decl):
            guard let arguments = open(signature, candidate.ownerArguments, [], node) else { return false }
            checker.ensurePayload(of: decl)
            let own = opened(checker.selfType(of: decl.owner), signature, arguments, node)
            var type = own
            if !decl.payload.isEmpty {
                type = types.make(
                    .function(
                        FunctionShape(
                            parameters: decl.payload.map {
                                FunctionShape.Parameter(opened($0.type, signature, arguments, node))
                            }, thrown: nil, result: own)))
            }
            trail.append(.chosen(overload))
            overload.chosen = Overload.Chosen(candidate: candidate, arguments: arguments, type: type)
            return true
        case .function(let function):
            if let labels = overload.argumentLabels {
                let own = function.parameters.map { $0.label ?? "_" }
                if own != labels { return false }
            }
            guard let arguments = open(signature, candidate.ownerArguments, overload.explicitArguments, node) else {
                return false
            }
            var type = opened(functionType(function), signature, arguments, node)
            var isUnbound = false
            if overload.isStatic, !function.isStatic, !function.isInitializer, let owner = function.owner {
                isUnbound = true
                let own = opened(checker.selfType(of: owner), signature, arguments, node)
                type = types.make(
                    .function(FunctionShape(parameters: [FunctionShape.Parameter(own)], thrown: nil, result: type)))
            }
            trail.append(.chosen(overload))
            overload.chosen = Overload.Chosen(
                candidate: candidate, arguments: arguments, type: type, isUnbound: isUnbound)
            return true
        case .nominal(let decl):
            trail.append(.chosen(overload))
            let own = types.nominal(decl, decl.signature.parameters.map { _ in fresh() })
            overload.chosen = Overload.Chosen(candidate: candidate, arguments: [], type: types.make(.metatype(own)))
            return true
        case .type(let type):
            trail.append(.chosen(overload))
            overload.chosen = Overload.Chosen(candidate: candidate, arguments: [], type: type)
            return true
        case .alias, .associated: return false
        }
    }

    func functionType(_ function: FunctionDecl) -> Type {
        types.make(
            .function(
                FunctionShape(
                    parameters: function.parameters.map {
                        FunctionShape.Parameter(
                            $0.isAutoclosure || $0.isVariadic ? $0.variable.type : $0.type, isInout: $0.isInout,
                            isAutoclosure: $0.isAutoclosure)
                    }, thrown: function.thrown, result: function.result)))
    }

    func fail(_ node: Node, _ problem: Problem) {
        if speculation > 0 && failure != nil { return }
        var problem = problem
        if case .apply(let apply) = node.kind, apply.form == .operator, case .overload(let overload) = apply.callee {
            // Of an operator one wants to hear of its two sides, not of what the library asks of them.
            problem = checker.explain(apply, overload, self)
        }
        if failure == nil || progress >= failure!.progress {
            failure = Failure(
                constraint: Constraint(.convert(node.type, node.type), node), progress: progress, problem: problem)
        }
    }

    func failConversion(_ from: Type, _ to: Type, _ node: Node) {
        fail(node, conversionProblem(simplify(from), simplify(to)))
    }

    func conversionProblem(_ from: Type, _ to: Type) -> Problem {
        if let wrapped = checker.wrapped(from), wrapped == to {
            return .needsUnwrap(type: text(from), wanted: text(to))
        }
        return .mismatch(found: text(from), wanted: text(to))
    }

    /// A type for a message; a literal that is still open as what it would be.
    func text(_ type: Type) -> String {
        let shown = types.rebuild(simplify(type)) { leaf, shape in
            if case .variable(let index) = shape {
                let kinds = literals[Int(index)]
                if kinds == .none { return checker.optional(types.any) }
                if !kinds.isEmpty, kinds.isDisjoint(with: [.array, .dictionary]) { return defaultType(kinds) }
            }
            return leaf
        }
        return checker.text(shown)
    }
}
