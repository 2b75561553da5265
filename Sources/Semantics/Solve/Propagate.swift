import SourceText
import Syntax

/// Simplifying: what the constraints that are known so far leave no choice about.
extension ConstraintSystem {
    /// Simplifies until nothing moves; false where a constraint cannot hold.
    func propagate() -> Bool {
        repeat {
            changed = false
            var index = 0
            while index < constraints.count {
                let constraint = constraints[index]
                index += 1
                if constraint.isSolved || constraint.isParked { continue }
                checker.work += 1
                if checker.work > checker.workLimit {
                    failure = Failure(constraint: constraint, progress: Int.max, problem: .tooComplex)
                    return false
                }
                switch attempt(constraint) {
                case .solved:
                    constraint.isSolved = true
                    trail.append(.solved(constraint))
                case .deferred: break
                case .failed:
                    if failure == nil || (speculation == 0 && progress > failure!.progress) {
                        failure = Failure(constraint: constraint, progress: progress, problem: nil)
                    }
                    return false
                }
            }
        } while changed
        return true
    }

    private func attempt(_ constraint: Constraint) -> Outcome {
        switch constraint.kind {
        case .convert(let from, let to):
            let outcome = convert(from, to, constraint.node)
            if outcome == .failed { failConversion(from, to, constraint.node) }
            return outcome
        case .equal(let a, let b):
            if unify(a, b) { return .solved }
            failConversion(a, b, constraint.node)
            return .failed
        case .conforms(let type, let decl): return attemptConformance(type, decl, constraint.node)
        case .conformsOpened(let type, let decl):
            if checker.mayOpen(simplify(type), as: decl) { return .solved }
            return attemptConformance(type, decl, constraint.node)
        case .subclass(let type, let superclass):
            let own = simplify(type)
            if types.hasVariable(own) { return .deferred }
            return checker.isSubclass(own, of: simplify(superclass)) ? .solved : .failed
        case .associated(let base, let associated, let result):
            let own = simplify(base)
            if variable(own) != nil { return .deferred }
            let type = checker.makeAssociated(own, associated)
            if case .error = types[type], !types.hasError(own) {
                fail(constraint.node, .noConformance(type: text(own), protocolName: associated.owner.name))
                return .failed
            }
            return unify(normalised(type, constraint.node), result) ? .solved : .failed
        case .member(let overload, let result): return attemptMember(overload, result, constraint.node)
        case .apply(let apply): return attemptApply(apply, constraint.node)
        case .wrap(let inner, let result):
            let own = shallow(inner)
            if variable(own) != nil { return .deferred }
            return unify(checker.wrapped(own) != nil ? own : checker.optional(own), result) ? .solved : .failed
        case .implicit: return .deferred
        case .unwrap(let optional, let result):
            let own = shallow(optional)
            if variable(own) != nil { return .deferred }
            if case .error = types[own] { return unify(result, own) ? .solved : .failed }
            guard let wrapped = checker.wrapped(own) else {
                fail(constraint.node, .notOptional(text(own)))
                return .failed
            }
            return unify(wrapped, result) ? .solved : .failed
        case .arrayLiteral(let type, let element):
            return attemptLiteral(type, checker.wellKnown.array, checker.wellKnown.byArray, [element], constraint.node)
        case .dictionaryLiteral(let type, let key, let value):
            return attemptLiteral(
                type, checker.wellKnown.dictionary, checker.wellKnown.byDictionary, [key, value], constraint.node)
        case .closureBody: return .deferred
        }
    }

    /// A collection literal's elements are those of its type.
    private func attemptLiteral(
        _ type: Type, _ standard: NominalDecl?, _ byLiteral: NominalDecl?, _ elements: [Type], _ node: Node
    ) -> Outcome {
        var own = shallow(type)
        while let wrapped = checker.wrapped(own) { own = shallow(wrapped) }
        if variable(own) != nil { return .deferred }
        guard case .nominal(let decl, let arguments) = types[own] else {
            return .solved
        }
        if decl === standard {
            for (element, argument) in zip(elements, arguments) where !unify(element, argument) { return .failed }
            return .solved
        }
        guard let byLiteral else { return .failed }
        for (element, associated) in zip(elements, byLiteral.associatedTypes) {
            let wanted = checker.makeAssociated(own, associated)
            if !unify(element, normalised(wanted, node)) { return .failed }
        }
        return .solved
    }

    private func attemptConformance(_ type: Type, _ decl: NominalDecl, _ node: Node) -> Outcome {
        let own = simplify(type)
        if let index = variable(own) {
            if closures[index] != nil { return .failed }
            return .deferred
        }
        if types.hasVariable(own) {
            guard case .nominal(let nominal, _) = types[own] else { return .failed }
            let found = checker.allConformances(of: nominal).first { $0.protocolDecl === decl }
            guard let found else {
                fail(node, .noConformance(type: text(own), protocolName: decl.name))
                return .failed
            }
            return found.extension == nil || found.extension!.syntax.requirements.isEmpty ? .solved : .deferred
        }
        if checker.conforms(own, to: decl) { return .solved }
        fail(node, .noConformance(type: text(own), protocolName: decl.name))
        return .failed
    }

    private func attemptMember(_ overload: Overload, _ result: Type, _ node: Node) -> Outcome {
        if overload.chosen != nil { return .solved }
        if !overload.isLookedUp {
            switch lookUp(overload, node) {
            case .deferred: return .deferred
            case .failed: return .failed
            case .solved: break
            }
        }
        let own = ownValue(overload)
        if let own {
            guard chooseValue(overload, own, node), let chosen = overload.chosen else { return .failed }
            return give(chosen, to: result, node) ? .solved : .failed
        }
        return .deferred
    }

    /// A member's type, which `T!` leaves open.
    func give(_ chosen: Overload.Chosen, to result: Type, _ node: Node) -> Bool {
        let isImplicit: Bool
        switch chosen.candidate.named {
        case .variable(let variable): isImplicit = variable.isImplicitlyUnwrapped
        case .property(let property): isImplicit = property.isImplicitlyUnwrapped
        default: isImplicit = false
        }
        if isImplicit {
            add(.implicit(chosen.type, result: result), node)
            return true
        }
        return unify(chosen.type, result)
    }

    /// The only candidate, or a property of the type itself, which hides what protocols have under its name.
    private func ownValue(_ overload: Overload) -> MemberCandidate? {
        if overload.candidates.count == 1 { return overload.candidates[0] }
        for candidate in overload.candidates where candidate.level < 10 {
            if case .property = candidate.named { return candidate }
        }
        return nil
    }

    private func attemptApply(_ apply: Apply, _ node: Node) -> Outcome {
        switch apply.callee {
        case .value(let callee):
            let type = shallow(callee.type)
            if let index = variable(type) {
                guard let closure = closures[index], !closure.isBound else { return .deferred }
                // `{ $0 + 1 }(4)`: its values come from the call.
                let parameters = apply.arguments.map { _ in FunctionShape.Parameter(fresh()) }
                let shape = FunctionShape(parameters: parameters, thrown: nil, result: apply.result)
                for (argument, parameter) in zip(apply.arguments, parameters) {
                    add(.convert(argument.node.type, parameter.type), argument.node)
                }
                guard bindClosure(closure, index, to: shape, callee) else { return .failed }
                apply.mapping = apply.arguments.indices.map { [$0] }
                return .solved
            }
            if case .error = types[type] { return unify(apply.result, type) ? .solved : .failed }
            if case .function = types[type] { return applyValue(apply, type, node) ? .solved : .failed }
            return callAsFunction(apply, callee, type, node)
        case .overload(let overload):
            if overload.chosen != nil { return .solved }
            if !overload.isLookedUp {
                switch lookUp(overload, node) {
                case .deferred: return .deferred
                case .failed: return .failed
                case .solved: break
                }
            }
            return narrow(apply, overload, node)
        }
    }

    /// A value of an own type is called through its method `callAsFunction`.
    func callAsFunction(_ apply: Apply, _ callee: Node, _ type: Type, _ node: Node) -> Outcome {
        if checker.memberCandidates("callAsFunction", of: simplify(type), isStatic: false).isEmpty {
            fail(node, .notCallable(text(type)))
            return .failed
        }
        let overload = Overload("callAsFunction", callee.span)
        overload.base = callee
        let inner = Apply(
            callee: .overload(overload), form: .call, arguments: apply.arguments, result: apply.result, span: apply.span
        )
        let forward = Node(.apply(inner), apply.result, node.span)
        apply.forward = forward
        add(.apply(inner), forward)
        return .solved
    }

    private func narrow(_ apply: Apply, _ overload: Overload, _ node: Node) -> Outcome {
        let viable: [Int]
        if apply.viable == nil && overload.candidates.count == 1 {
            viable = [0]
        } else {
            viable = filter(apply, overload)
        }
        if viable.count != (apply.viable ?? []).count {
            trail.append(.viable(apply, apply.viable))
            apply.viable = viable
        }
        if viable.isEmpty {
            fail(node, noFit(apply, overload))
            return .failed
        }
        if viable.count == 1 {
            if commit(apply, overload, viable[0], node) { return .solved }
            fail(node, noFit(apply, overload))
            return .failed
        }
        if apply.form == .operator, let favoured = favoured(apply, overload, viable) {
            let before = mark
            if commit(apply, overload, favoured, node) { return .solved }
            undo(to: before)
        }
        return .deferred
    }

    /// Of several operators, the lone one that is not generic and takes an argument just as it is.
    private func favoured(_ apply: Apply, _ overload: Overload, _ viable: [Int]) -> Int? {
        var found: Int?
        for index in viable {
            guard case .function(let function) = overload.candidates[index].named, function.signature.parameters.isEmpty
            else { continue }
            if found != nil { return nil }
            found = index
        }
        guard let found, case .function(let function) = overload.candidates[found].named else { return nil }
        // What is still open may turn out to be an optional.
        if overload.name == "==" || overload.name == "!=",
            apply.arguments.contains(where: {
                variable(shallow($0.node.type)).map { literals[Int($0)].isEmpty && closures[$0] == nil } ?? false
            })
        {
            return nil
        }
        // A string may meet a substring, or any sequence of characters.
        if function.owner === checker.wellKnown.string,
            apply.arguments.contains(where: {
                variable(shallow($0.node.type)).map { literals[Int($0)].isEmpty } ?? false
            })
        {
            return nil
        }
        for (argument, parameter) in zip(apply.arguments, function.parameters) {
            var type = shallow(argument.node.type)
            if case .inoutReference(let place) = argument.node.kind { type = shallow(place.type) }
            if type == parameter.type { return found }
        }
        return shallow(apply.result) == function.result
            && apply.arguments.allSatisfy { argument in
                variable(shallow(argument.node.type)).map { !literals[Int($0)].isEmpty } ?? false
            } ? found : nil
    }

    private func noFit(_ apply: Apply, _ overload: Overload) -> Problem {
        checker.explain(apply, overload, self)
    }
}
