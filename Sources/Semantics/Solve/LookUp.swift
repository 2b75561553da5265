import SourceText

/// Finding a member's candidates once the type of its base is known.
extension ConstraintSystem {
    func lookUp(_ overload: Overload, _ node: Node) -> Outcome {
        var type: Type
        if let wanted = overload.lookUpType {
            type = shallow(wanted)
        } else if let base = overload.base {
            type = shallow(base.type)
        } else {
            return .deferred
        }
        if variable(type) != nil {
            guard overload.isImplicit, let expected = expectation(type) else { return .deferred }
            type = expected
        }
        if case .error = types[type] {
            return accept(overload, [MemberCandidate(named: .type(type), ownerArguments: [], level: 0)], error: true)
        }
        if case .metatype(let instance) = types[type], overload.lookUpType == nil {
            overload.isStatic = true
            type = shallow(instance)
            if variable(type) != nil { return .deferred }
        }
        if case .tuple(let fields) = types[type], !overload.isStatic {
            for (index, field) in fields.enumerated() where field.label == overload.name || "\(index)" == overload.name
            {
                overload.tupleIndex = index
                return accept(overload, [MemberCandidate(named: .type(field.type), ownerArguments: [], level: 0)])
            }
        }
        var candidates = candidates(overload, type)
        if candidates.isEmpty, overload.isImplicit, let wrapped = checker.wrapped(type) {
            candidates = self.candidates(overload, shallow(wrapped))
        } else if overload.isImplicit, let wrapped = checker.wrapped(type), overload.name != "none",
            overload.name != "some"
        {
            let inner = self.candidates(overload, shallow(wrapped))
            if !inner.isEmpty { candidates = inner }
        }
        if candidates.isEmpty {
            fail(node, missingMember(overload, type))
            return .failed
        }
        return accept(overload, candidates)
    }

    private func candidates(_ overload: Overload, _ type: Type) -> [MemberCandidate] {
        if overload.name == "init" {
            if overload.isStatic || overload.isSuper || overload.base != nil {
                return checker.memberCandidates(
                    "init", of: simplifyHead(type), isStatic: overload.isStatic, isInitializer: true)
            }
        }
        var found = checker.memberCandidates(overload.name, of: simplifyHead(type), isStatic: overload.isStatic)
        found.removeAll { $0.named.isType }
        if overload.isStatic, found.isEmpty { return [] }
        return found
    }

    /// Protocol members want a whole type as their `Self`; what is still open in it stays open.
    private func simplifyHead(_ type: Type) -> Type { simplify(type) }

    private func accept(_ overload: Overload, _ candidates: [MemberCandidate], error: Bool = false) -> Outcome {
        trail.append(.lookedUp(overload))
        overload.isLookedUp = true
        overload.candidates = candidates
        changed = true
        return .solved
    }

    /// What the context expects of an implicit member: the type that it converts to.
    private func expectation(_ type: Type) -> Type? {
        for constraint in constraints where !constraint.isSolved {
            guard case .convert(let from, let to) = constraint.kind, shallow(from) == type else { continue }
            let wanted = shallow(to)
            if variable(wanted) == nil { return wanted }
        }
        return nil
    }

    private func missingMember(_ overload: Overload, _ type: Type) -> Problem {
        if overload.name == "init" { return .noOverload(text(type), arguments: "") }
        if let wrapped = checker.wrapped(type) {
            if !checker.memberCandidates(overload.name, of: wrapped, isStatic: overload.isStatic).isEmpty {
                return .needsUnwrap(type: text(type), wanted: text(wrapped))
            }
        }
        if !overload.isStatic, !checker.memberCandidates(overload.name, of: type, isStatic: true).isEmpty {
            return .other(
                "`\(overload.name)` belongs to the type \(text(type)), not to a value of it",
                hint: "write \(text(type)).\(overload.name)")
        }
        return .unknownMember(
            overload.name, of: text(type), similar: checker.similarMember(to: overload.name, of: type))
    }
}
