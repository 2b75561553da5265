/// In which order candidates are tried: the first that fits with as good a score is the one that Swift takes.
extension ConstraintSystem {
    /// Own, concrete and plain before inherited, generic and variadic; with literals, their default types first. Where
    /// nothing is called, own before inherited.
    func order(_ viable: [Int], _ apply: Apply?, _ overload: Overload) -> [Int] {
        var keyed: [(key: [Int], index: Int)] = []
        for index in viable {
            keyed.append((apply.map { rank(index, $0, overload) } ?? [overload.candidates[index].level], index))
        }
        keyed.sort { a, b in
            for (x, y) in zip(a.key, b.key) where x != y { return x < y }
            return a.index < b.index
        }
        return keyed.map { $0.index }
    }

    private func rank(_ index: Int, _ apply: Apply, _ overload: Overload) -> [Int] {
        let candidate = overload.candidates[index]
        guard let callable = callable(candidate, form: apply.form) else { return [] }
        let signature = signature(of: candidate)
        var literalMisses = 0
        if let mapping = matchArguments(apply.arguments, callable) {
            for (position, arguments) in mapping.enumerated() {
                for argument in arguments {
                    let type = shallow(apply.arguments[argument].node.type)
                    if let variable = variable(type), !literals[Int(variable)].isEmpty,
                        literals[Int(variable)].isDisjoint(with: [.array, .dictionary, .none])
                    {
                        let wanted = callable.parameters[position].type
                        if let standard = defaultType(literals[Int(variable)]), standard != wanted {
                            literalMisses += 1
                        }
                    }
                }
            }
        }
        let isVariadic = callable.parameters.contains { $0.isVariadic } ? 1 : 0
        let isGeneric = signature.parameters.count > candidate.ownerArguments.count ? 1 : 0
        let isInherited = candidate.level
        let unused = callable.parameters.count - apply.arguments.count
        // A parameter that is `T` itself takes anything: one that says more of its type goes first.
        var bare = 0
        for parameter in callable.parameters {
            guard case .parameter(let own) = types[parameter.type],
                let position = signature.parameters.firstIndex(where: { $0 === own }),
                position >= candidate.ownerArguments.count
            else { continue }
            bare += 1
        }
        let (isDefault, refinement) = protocolRank(candidate)
        return [
            literalMisses, isVariadic, isInherited, isDefault, isGeneric, bare, -refinement,
            -signature.requirements.count, -strength(of: signature), unused,
        ]
    }

    /// How much a signature's requirements ask for: `Element: StringProtocol` more than `Element: Sequence`, which it
    /// implies.
    private func strength(of signature: GenericSignature) -> Int {
        var sum = 0
        for requirement in signature.requirements {
            if case .conforms(_, let wanted) = requirement { sum += checker.refinementCount(wanted) } else { sum += 1 }
        }
        return sum
    }

    /// A protocol's requirement goes before members of extensions, and a refining protocol's members before those of
    /// the protocols that it refines.
    private func protocolRank(_ candidate: MemberCandidate) -> (isDefault: Int, refinement: Int) {
        let owner: NominalDecl?
        let isRequirement: Bool
        switch candidate.named {
        case .function(let function):
            owner = function.owner
            isRequirement = function.isRequirement
        case .property(let property):
            owner = property.owner
            if case .requirement = property.storage { isRequirement = true } else { isRequirement = false }
        default: return (0, 0)
        }
        guard let owner, owner.kind == .protocol else { return (0, 0) }
        return (isRequirement ? 0 : 1, checker.refinementCount(owner))
    }
}
