import SourceText
import Syntax

/// Which member of a type fulfils a protocol's requirement.
extension Checker {
    /// The function that a call runs: for a protocol's requirement whose `Self` is concrete, the witness (a default
    /// implementation among them); any other reference as it is.
    public func resolve(_ reference: FunctionReference) -> FunctionReference {
        guard reference.decl.isRequirement, let own = reference.arguments.first else { return reference }
        guard case .nominal = types[own] else { return reference }
        let found = witness(of: reference.decl, for: own)
        // The requirement's own generic arguments follow those that the witness gets from its type.
        return FunctionReference(
            found.decl, found.arguments + reference.arguments.dropFirst(ownerParameterCount(reference.decl)))
    }

    private func ownerParameterCount(_ function: FunctionDecl) -> Int {
        function.owner?.signature.parameters.count ?? 0
    }

    public func resolve(_ property: PropertyDecl, _ arguments: [Type]) -> (PropertyDecl, [Type]) {
        guard case .requirement = property.storage, let own = arguments.first, case .nominal = types[own] else {
            return (property, arguments)
        }
        guard let getter = property.getter else { return (property, arguments) }
        if let (found, foundArguments) = propertyWitness(of: getter, property, for: own) {
            return (found, foundArguments)
        }
        return (property, arguments)
    }

    /// The witness of a requirement, as a function of a concrete type's arguments.
    public func witness(of requirement: FunctionDecl, for type: Type) -> FunctionReference {
        ensureSignature(of: requirement)
        guard let owner = requirement.owner, let (conformance, arguments) = conformance(of: type, to: owner) else {
            return FunctionReference(requirement, [type])
        }
        let found: FunctionReference
        if let known = conformance.witnesses[requirement] {
            found = known
        } else {
            found = findWitness(requirement, conformance) ?? FunctionReference(requirement, [type])
            conformance.witnesses[requirement] = found
        }
        let signature = conformance.nominal.signature
        return FunctionReference(found.decl, found.arguments.map { substitute($0, signature, arguments) })
    }

    func propertyWitness(
        of requirement: FunctionDecl, _ property: PropertyDecl, for type: Type
    ) -> (PropertyDecl, [Type])? {
        ensureType(of: property)
        guard let owner = requirement.owner, case .nominal(let decl, let arguments) = types[type] else { return nil }
        let stated = allConformances(of: decl).first { $0.protocolDecl === owner }
        let signature = stated?.extension.map { resolveExtensionSignature($0) } ?? resolveSignature(of: decl)
        let own = selfType(of: decl)
        let wanted = substitute(property.type, property.signature, [own])
        let found = withSignature(signature) { () -> (PropertyDecl, [Type])? in
            var best: (PropertyDecl, [Type], Int)?
            for candidate in memberCandidates(property.name, of: own, isStatic: property.isStatic) {
                guard case .property(let other) = candidate.named, other.isSubscript == property.isSubscript,
                    other !== property
                else { continue }
                if case .requirement = other.storage { continue }
                ensureType(of: other)
                guard other.parameters.count == property.parameters.count else { continue }
                let replaced = candidate.ownerArguments
                if let ext = other.extensionDecl, !satisfies(replaced, ext) { continue }
                if substitute(other.type, other.signature, replaced) != wanted { continue }
                let sameIndexes = zip(other.parameters, property.parameters).allSatisfy {
                    $0.label == $1.label
                        && substitute($0.type, other.signature, replaced)
                            == substitute($1.type, property.signature, [own])
                }
                let rank = rank(candidate.level, other.owner, other.signature)
                if sameIndexes, best == nil || rank < best!.2 { best = (other, replaced, rank) }
            }
            return best.map { ($0.0, $0.1) }
        }
        guard let (result, resultArguments) = found else { return nil }
        return (result, resultArguments.map { substitute($0, decl.signature, arguments) })
    }

    /// Looks through the type's members, then those of extensions of its protocols; the most specific fit wins.
    func findWitness(_ requirement: FunctionDecl, _ conformance: ConformanceDecl) -> FunctionReference? {
        // What a module says of its types stays so, whatever a cell declares beside it.
        let wasPrelude = isPrelude
        isPrelude = conformance.isPrelude
        defer { isPrelude = wasPrelude }
        let decl = conformance.nominal
        let own = selfType(of: decl)
        if let property = requirement.storage {
            guard let (found, arguments) = propertyWitness(of: requirement, property, for: own) else {
                return nil
            }
            switch requirement.role {
            case .getter:
                let accessor = accessorFunction(found, isGetter: true)
                return FunctionReference(accessor, arguments)
            default:
                let accessor = accessorFunction(found, isGetter: false)
                return FunctionReference(accessor, arguments)
            }
        }
        // A conditional conformance knows what its extension requires.
        let signature = conformance.extension.map { resolveExtensionSignature($0) } ?? resolveSignature(of: decl)
        return withSignature(signature) { () -> FunctionReference? in
            var candidates = memberCandidates(
                requirement.name, of: own, isStatic: requirement.isStatic, isInitializer: requirement.isInitializer)
            if requirement.isOperator {
                for named in lookUpGlobal(requirement.name) {
                    if case .function(let function) = named {
                        candidates.append(MemberCandidate(named: .function(function), ownerArguments: [], level: 0))
                    }
                }
            }
            var best: (FunctionReference, Int)?
            for candidate in candidates {
                guard case .function(let function) = candidate.named, !function.isRequirement else { continue }
                ensureSignature(of: function)
                guard fits(function, requirement, candidate.ownerArguments, own) else { continue }
                let rank = rank(candidate.level, function.owner, function.signature)
                if best == nil || rank < best!.1 {
                    best = (FunctionReference(function, candidate.ownerArguments), rank)
                }
            }
            if let best { return best.0 }
            return nil
        }
    }

    /// Lower is better: near members before far ones, a protocol's before those of the protocols that it refines, then
    /// what asks for more.
    private func rank(_ level: Int, _ owner: NominalDecl?, _ signature: GenericSignature) -> Int {
        var refinement = 0
        if let owner, owner.kind == .protocol { refinement = min(refinementCount(owner), 99) }
        return level * 1_000_000 - refinement * 1000 - min(signature.requirements.count, 999)
    }

    /// How many protocols a protocol refines, itself among them: more than any of those.
    func refinementCount(_ decl: NominalDecl) -> Int {
        var refined: [NominalDecl] = []
        addRefined(decl, to: &refined)
        return refined.count
    }

    private func addRefined(_ decl: NominalDecl, to result: inout [NominalDecl]) {
        if result.contains(where: { $0 === decl }) { return }
        result.append(decl)
        resolveInheritance(of: decl)
        for inherited in decl.inheritedProtocols { addRefined(inherited, to: &result) }
    }

    private func fits(
        _ function: FunctionDecl, _ requirement: FunctionDecl, _ ownerArguments: [Type], _ own: Type
    ) -> Bool {
        guard function.parameters.count == requirement.parameters.count, function.role.isSameKind(as: requirement.role),
            function.isStatic == requirement.isStatic || function.owner == nil
        else { return false }
        let extra = function.signature.parameters.count - ownerArguments.count
        let requiredExtra = requirement.signature.parameters.count - 1
        guard extra == requiredExtra else { return false }
        // A default of a protocol that the type is, or is only under conditions that are not given here.
        if let owner = function.owner, owner.kind == .protocol, owner !== requirement.owner, !conforms(own, to: owner) {
            return false
        }
        let generic = requirement.signature.parameters.dropFirst().map { types.parameter($0) }
        let arguments = ownerArguments + generic
        if let ext = function.extensionDecl, !satisfies(ownerArguments, ext) { return false }
        let asked = [own] + generic
        if case .initializer(let isFailable) = function.role, case .initializer(let mayFail) = requirement.role {
            if isFailable && !mayFail { return false }
        } else {
            let result = substitute(function.result, function.signature, arguments)
            let wanted = substitute(requirement.result, requirement.signature, asked)
            if result != wanted && result != neverType { return false }
        }
        for (mine, theirs) in zip(function.parameters, requirement.parameters) {
            if !function.isOperator && mine.label != theirs.label { return false }
            if mine.isInout != theirs.isInout { return false }
            let type = substitute(mine.type, function.signature, arguments)
            let wanted = substitute(theirs.type, requirement.signature, asked)
            if type != wanted && !sameButForThrows(type, wanted) { return false }
        }
        if function.thrown != nil && requirement.thrown == nil { return false }
        return requiredExtra == 0 || asksNoMore(function, requirement, arguments)
    }

    /// Whether what a generic function asks of its own parameters is asked by the requirement as well.
    private func asksNoMore(_ function: FunctionDecl, _ requirement: FunctionDecl, _ arguments: [Type]) -> Bool {
        let own = function.signature.parameters.suffix(requirement.signature.parameters.count - 1)
        return withSignature(requirement.signature) {
            own.allSatisfy { parameter in
                function.signature.requirements.allSatisfy { asked in
                    guard case .conforms(let type, let decl) = asked, type == types.parameter(parameter) else {
                        return true
                    }
                    return conforms(substitute(type, function.signature, arguments), to: decl)
                }
            }
        }
    }

    private func sameButForThrows(_ a: Type, _ b: Type) -> Bool {
        guard case .function(var left) = types[a], case .function(var right) = types[b] else { return false }
        left.thrown = nil
        right.thrown = nil
        return left == right
    }

    /// The accessor of a property as a function; a stored one gets one that reads or writes it.
    func accessorFunction(_ property: PropertyDecl, isGetter: Bool) -> FunctionDecl {
        if let existing = isGetter ? property.getter : property.setter {
            ensureSignature(of: existing)
            return existing
        }
        let function = FunctionDecl(
            name: property.name, role: isGetter ? .getter : .setter, file: property.scope?.file ?? cellsFile,
            span: property.span, signature: GenericSignature(), result: types.error)
        function.storage = property
        function.scope = property.scope
        function.owner = property.owner
        function.extensionDecl = property.extensionDecl
        function.isStatic = property.isStatic
        function.isMutating = !isGetter && property.owner?.kind != .class && !property.isStatic
        function.synthesized = isGetter ? .storedGetter : .storedSetter
        ensureSignature(of: function)
        if isGetter { property.getter = function } else { property.setter = function }
        return function
    }

    var cellsFile: SourceFile { SourceFile(name: "main", bytes: []) }
}

extension FunctionDecl.Role {
    func isSameKind(as other: FunctionDecl.Role) -> Bool {
        switch (self, other) {
        case (.function, .function), (.function, .method), (.method, .function), (.method, .method): true
        case (.initializer, .initializer), (.deinitializer, .deinitializer), (.getter, .getter), (.setter, .setter):
            true
        default: false
        }
    }
}

extension FunctionDecl {
    var isInitializer: Bool { if case .initializer = role { true } else { false } }
}
