/// Parts of an expression that share no type variable.
extension ConstraintSystem {
    /// The unsolved constraints that hang together with the first one; nil where all of them do, or none is left.
    func nextPart() -> [Constraint]? {
        let open = constraints.filter { !$0.isSolved }
        if open.count < 2 { return nil }
        var parts = Partition()
        var first: [Int32?] = []
        for constraint in open {
            let variables = variables(of: constraint)
            for variable in variables.dropFirst() { parts.join(variables[0], variable) }
            first.append(variables.first)
        }
        guard let start = first.compactMap({ $0 }).first.map({ parts.root($0) }) else { return nil }
        var part: [Constraint] = []
        for (constraint, variable) in zip(open, first) {
            // What has no variable of its own is settled with the first part.
            guard let variable else {
                part.append(constraint)
                continue
            }
            if parts.root(variable) == start { part.append(constraint) }
        }
        return part.count == open.count ? nil : part
    }

    func park(allBut part: [Constraint]) {
        let kept = Set(part.map { ObjectIdentifier($0) })
        for constraint in constraints where !constraint.isSolved && !kept.contains(ObjectIdentifier(constraint)) {
            constraint.isParked = true
            parkedVariables.formUnion(variables(of: constraint))
        }
    }

    func unpark() {
        for constraint in constraints { constraint.isParked = false }
        parkedVariables = []
    }

    private func variables(of constraint: Constraint) -> [Int32] {
        var found: [Int32] = []
        switch constraint.kind {
        case .convert(let a, let b), .equal(let a, let b), .subclass(let a, let b), .arrayLiteral(let a, let b),
            .wrap(let a, let b), .implicit(let a, let b), .unwrap(let a, let b), .associated(let a, _, let b):
            add(a, to: &found)
            add(b, to: &found)
        case .conforms(let type, _), .conformsOpened(let type, _): add(type, to: &found)
        case .dictionaryLiteral(let a, let b, let c): for type in [a, b, c] { add(type, to: &found) }
        case .member(let overload, let result):
            add(overload, to: &found)
            add(result, to: &found)
        case .apply(let apply):
            switch apply.callee {
            case .overload(let overload): add(overload, to: &found)
            case .value(let node): add(node.type, to: &found)
            }
            for argument in apply.arguments {
                add(argument.node.type, to: &found)
                if case .inoutReference(let place) = argument.node.kind { add(place.type, to: &found) }
            }
            add(apply.result, to: &found)
        case .closureBody(let closure):
            for type in closure.parameterTypes { add(type, to: &found) }
            add(closure.result, to: &found)
        }
        add(constraint.node.type, to: &found)
        return found
    }

    private func add(_ overload: Overload, to found: inout [Int32]) {
        if let base = overload.base { add(base.type, to: &found) }
        if let type = overload.lookUpType { add(type, to: &found) }
    }

    private func add(_ type: Type, to found: inout [Int32]) {
        if !types.hasVariable(type) { return }
        var inner: [Int32] = []
        _ = types.rebuild(simplify(type)) { leaf, shape in
            if case .variable(let index) = shape { inner.append(index) }
            return leaf
        }
        found += inner
    }
}

/// Disjoint sets of variables.
private struct Partition {
    private var parents: [Int32: Int32] = [:]

    mutating func root(_ variable: Int32) -> Int32 {
        var current = variable
        while let parent = parents[current], parent != current { current = parent }
        parents[variable] = current
        return current
    }

    mutating func join(_ a: Int32, _ b: Int32) {
        let first = root(a)
        let second = root(b)
        if first != second { parents[second] = first }
    }
}
