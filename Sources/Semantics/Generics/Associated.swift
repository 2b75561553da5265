/// Members of generic parameters, and what they are once a parameter is known.
extension Checker {
    /// `base.Name`, reduced as far as it is known: by the type's witness, by `where`, or by what a protocol says.
    func makeAssociated(_ base: Type, _ associated: AssociatedTypeDecl) -> Type {
        switch types[base] {
        case .nominal:
            if let (conformance, arguments) = conformanceWith(base, associated.owner) {
                return substitute(typeWitness(associated, conformance), conformance.nominal.signature, arguments)
            }
            return types.error
        case .existential, .tuple, .function, .metatype, .error: return types.error
        case .opaque(let function, let arguments):
            if let (_, stated) = function.opaqueAssociated.first(where: { $0.0 === associated }) {
                return substitute(stated, function.signature, arguments)
            }
            if let underlying = opaqueUnderlying(function) {
                return makeAssociated(substitute(underlying, function.signature, arguments), associated)
            }
        case .parameter, .associated, .variable: break
        }
        let type = types.make(.associated(base, associated))
        if let known = currentSignature?.rewrites[type] { return known }
        // `where Magnitude == Self` in a protocol that the base conforms to; `Iterator.Element == Element` one level up.
        for decl in protocolsTransitively(of: base) {
            guard let parameter = decl.signature.parameters.first else { continue }
            let own = types.parameter(parameter)
            let inner = types.make(.associated(own, associated))
            if let known = decl.signature.rewrites[inner], known != inner {
                return substituteSelf(known, decl, base)
            }
        }
        if case .associated(let root, let middle) = types[base] {
            for decl in protocolsTransitively(of: root) {
                guard let parameter = decl.signature.parameters.first else { continue }
                let path = types.make(
                    .associated(types.make(.associated(types.parameter(parameter), middle)), associated))
                if let known = decl.signature.rewrites[path], known != path { return substituteSelf(known, decl, root) }
            }
        }
        return type
    }

    private func substituteSelf(_ type: Type, _ decl: NominalDecl, _ own: Type) -> Type {
        substitute(type, GenericSignature(parameters: [decl.signature.parameters[0]]), [own])
    }

    /// The conformance of a concrete type to the protocol that declares an associated type, or to one that inherits it.
    private func conformanceWith(_ type: Type, _ owner: NominalDecl) -> (ConformanceDecl, [Type])? {
        guard case .nominal(var decl, var arguments) = types[type] else { return nil }
        while true {
            resolveInheritance(of: decl)
            if let found = decl.conformances.first(where: { $0.protocolDecl === owner }) { return (found, arguments) }
            guard let superclass = decl.superclass,
                case .nominal(let parent, let parentArguments) = types[
                    substitute(superclass, decl.signature, arguments)]
            else { return nil }
            decl = parent
            arguments = parentArguments
        }
    }

    /// What an associated type is for a conforming type, in terms of that type's parameters: as stated by an alias, a nested
    /// type or a parameter of that name, else as the requirements' witnesses imply, else the protocol's default.
    func typeWitness(_ associated: AssociatedTypeDecl, _ conformance: ConformanceDecl) -> Type {
        if let known = conformance.typeWitnesses[associated] { return known }
        // All conformances of the type share one answer.
        if conformance.resolving.contains(associated) { return types.error }
        conformance.resolving.insert(associated)
        defer { conformance.resolving.remove(associated) }
        let decl = conformance.nominal
        let signature = conformance.extension.map { resolveExtensionSignature($0) } ?? resolveSignature(of: decl)
        let result = withSignature(signature) { () -> Type in
            if let parameter = signature.parameters.first(where: { $0.name == associated.name }) {
                return types.parameter(parameter)
            }
            for entry in decl.members.byName[associated.name] ?? [] {
                switch entry.named {
                case .nominal(let nested): return selfType(of: nested)
                case .alias(let alias): return resolveAlias(alias)
                default: break
                }
            }
            if let inferred = inferWitness(associated, conformance) { return inferred }
            if let standard = synthesizedTypeWitness(associated, decl) { return standard }
            resolveAssociated(associated)
            if let stated = statedBySameType(associated, conformance) { return stated }
            var owner: NominalDecl? = nil
            for candidate in allConformances(of: decl) {
                for other in candidate.protocolDecl.associatedTypes where other.name == associated.name {
                    resolveAssociated(other)
                    if other.defaultType != nil { owner = candidate.protocolDecl }
                    if let defaultType = other.defaultType, let owner {
                        return substituteSelf(defaultType, owner, selfType(of: decl))
                    }
                }
            }
            for candidate in allConformances(of: decl) {
                for entry in candidate.protocolDecl.members.byName[associated.name] ?? [] {
                    if case .alias(let alias) = entry.named {
                        return substituteSelf(resolveAlias(alias), candidate.protocolDecl, selfType(of: decl))
                    }
                }
            }
            return types.error
        }
        if !types.hasError(result) { conformance.typeWitnesses[associated] = result }
        return result
    }

    private func statedBySameType(_ associated: AssociatedTypeDecl, _ conformance: ConformanceDecl) -> Type? {
        for candidate in allConformances(of: conformance.nominal) {
            let protocolDecl = candidate.protocolDecl
            _ = resolveSignature(of: protocolDecl)
            let own = types.parameter(protocolDecl.signature.parameters[0])
            let path = types.make(.associated(own, associated))
            for case .same(let x, let y) in protocolDecl.signature.requirements {
                guard x == path || y == path, x != y else { continue }
                let result = substituteSelf(x == path ? y : x, protocolDecl, selfType(of: conformance.nominal))
                if !types.hasError(result) { return result }
            }
        }
        return nil
    }

    private func synthesizedTypeWitness(_ associated: AssociatedTypeDecl, _ decl: NominalDecl) -> Type? {
        if associated.owner === wellKnown.rawRepresentable, decl.kind == .enum { return decl.rawType }
        if associated.owner === wellKnown.caseIterable, decl.kind == .enum { return array(selfType(of: decl)) }
        return nil
    }

    /// Compares the protocol's requirements that mention the associated type with the type's members of the same name.
    private func inferWitness(_ associated: AssociatedTypeDecl, _ conformance: ConformanceDecl) -> Type? {
        let decl = conformance.nominal
        for candidate in allConformances(of: decl) {
            let protocolDecl = candidate.protocolDecl
            // Associated types of one name in several protocols are one to the type.
            guard let own = canonicalAssociated(associated.name, in: protocolDecl) else { continue }
            _ = resolveSignature(of: protocolDecl)
            let parameter = types.parameter(protocolDecl.signature.parameters[0])
            let wanted = types.make(.associated(parameter, own))
            for requirement in protocolDecl.requirements {
                ensureSignature(of: requirement)
                if let found = match(requirement, wanted, decl) { return found }
            }
        }
        for candidate in allConformances(of: decl) {
            guard let found = inferFromDefaults(associated, candidate.protocolDecl, decl) else { continue }
            return found
        }
        return nil
    }

    /// The default implementation of a requirement may say what an associated type is: `makeIterator` of a collection.
    private func inferFromDefaults(
        _ associated: AssociatedTypeDecl, _ protocolDecl: NominalDecl, _ decl: NominalDecl
    ) -> Type? {
        let owner = associated.owner
        let wanted = withSignature(owner.signature) {
            types.make(.associated(types.parameter(owner.signature.parameters[0]), associated))
        }
        for requirement in owner.requirements {
            ensureSignature(of: requirement)
            guard requirement.storage == nil, mentions(wanted, requirement) else { continue }
            for entry in protocolDecl.members.byName[requirement.name] ?? [] {
                guard case .function(let function) = entry.named, let ext = entry.extension else { continue }
                ensureSignature(of: function)
                guard function.parameters.count == requirement.parameters.count,
                    zip(function.parameters, requirement.parameters).allSatisfy({ $0.label == $1.label }),
                    satisfies([selfType(of: decl)], ext)
                else { continue }
                if let found = find(wanted, in: requirement.result, matching: function.result) {
                    return substituteSelf(found, protocolDecl, selfType(of: decl))
                }
            }
        }
        return nil
    }

    private func mentions(_ wanted: Type, _ requirement: FunctionDecl) -> Bool {
        var found = false
        _ = types.rebuild(requirement.result) { leaf, _ in
            if leaf == wanted { found = true }
            return leaf
        }
        return found
    }

    private func match(_ requirement: FunctionDecl, _ wanted: Type, _ decl: NominalDecl) -> Type? {
        for entry in decl.members.byName[requirement.storage?.name ?? requirement.name] ?? [] {
            switch entry.named {
            case .function(let function):
                ensureSignature(of: function)
                guard function.parameters.count == requirement.parameters.count else { continue }
                let labels = zip(function.parameters, requirement.parameters).allSatisfy { $0.label == $1.label }
                let couldFit = zip(requirement.parameters, function.parameters).allSatisfy {
                    couldMatch($0.type, $1.type)
                }
                if !labels || !couldFit { continue }
                if let found = find(wanted, in: requirement.result, matching: function.result) { return found }
                for (own, asked) in zip(function.parameters, requirement.parameters) {
                    if let found = find(wanted, in: asked.type, matching: own.type) { return found }
                }
            case .property(let property):
                guard let asked = requirement.storage, asked.isSubscript == property.isSubscript else { continue }
                if property.isResolvingType { continue }
                ensureType(of: property)
                guard property.parameters.count == asked.parameters.count,
                    zip(asked.parameters, property.parameters).allSatisfy({ couldMatch($0.type, $1.type) })
                else { continue }
                if let found = find(wanted, in: asked.type, matching: property.type) { return found }
                for (own, other) in zip(property.parameters, asked.parameters) {
                    if let found = find(wanted, in: other.type, matching: own.type) { return found }
                }
            default: break
            }
        }
        return nil
    }

    /// Whether a pattern can be a concrete type at all: `Range<Index>` is no Int.
    private func couldMatch(_ pattern: Type, _ concrete: Type) -> Bool {
        switch (types[pattern], types[concrete]) {
        case (.nominal(let a, let left), .nominal(let b, let right)):
            a === b && zip(left, right).allSatisfy { couldMatch($0, $1) }
        case (.nominal, .parameter), (.nominal, .tuple), (.nominal, .function), (.tuple, .nominal),
            (.function, .nominal):
            false
        case (.tuple(let left), .tuple(let right)): left.count == right.count
        default: true
        }
    }

    /// What stands in `concrete` where `pattern` has `wanted`.
    private func find(_ wanted: Type, in pattern: Type, matching concrete: Type) -> Type? {
        if pattern == wanted { return types.hasError(concrete) ? nil : concrete }
        switch (types[pattern], types[concrete]) {
        case (.nominal(let a, let left), .nominal(let b, let right)) where a === b:
            for (x, y) in zip(left, right) { if let found = find(wanted, in: x, matching: y) { return found } }
        case (.tuple(let left), .tuple(let right)) where left.count == right.count:
            for (x, y) in zip(left, right) {
                if let found = find(wanted, in: x.type, matching: y.type) { return found }
            }
        case (.function(let left), .function(let right)) where left.parameters.count == right.parameters.count:
            for (x, y) in zip(left.parameters, right.parameters) {
                if let found = find(wanted, in: x.type, matching: y.type) { return found }
            }
            return find(wanted, in: left.result, matching: right.result)
        default: break
        }
        return nil
    }

    /// Replaces the signature's parameters by the arguments (one each), and reduces `T.Element` where that is known then.
    /// Opaque results become what they really are. O(size of the type).
    public func substitute(_ type: Type, _ signature: GenericSignature, _ arguments: [Type]) -> Type {
        substitute(type, signature, arguments, opensOpaque: true)
    }

    func substituteOnce(_ type: Type, _ signature: GenericSignature, _ arguments: [Type]) -> Type {
        substitute(type, signature, arguments, opensOpaque: false)
    }

    private func substitute(
        _ type: Type, _ signature: GenericSignature, _ arguments: [Type], opensOpaque: Bool
    ) -> Type {
        types.rebuild(type) { _, shape in
            switch shape {
            case .parameter(let parameter):
                for (index, candidate) in signature.parameters.enumerated() where candidate === parameter {
                    return index < arguments.count ? arguments[index] : nil
                }
                return nil
            case .associated(let base, let associated):
                return makeAssociated(
                    substitute(base, signature, arguments, opensOpaque: opensOpaque), associated)
            case .opaque(let function, let inner):
                let replaced = inner.map { substitute($0, signature, arguments, opensOpaque: opensOpaque) }
                if opensOpaque, let underlying = opaqueUnderlying(function) {
                    return substitute(underlying, function.signature, replaced, opensOpaque: true)
                }
                return types.make(.opaque(function, replaced))
            default: return nil
            }
        }
    }

    /// What a function with an opaque result returns: known once its body is checked.
    func opaqueUnderlying(_ function: FunctionDecl) -> Type? {
        if function.underlyingResult == nil { _ = body(of: function) }
        return function.underlyingResult
    }
}
