import SourceText
import Syntax

/// A member of a type under a name, with the arguments of its owner's parameters.
struct MemberCandidate {
    var named: Named
    /// The type's own arguments, or `[Self]` for members of protocols.
    var ownerArguments: [Type]
    /// 0 for the type's own members, more for those further away: superclasses, then protocols.
    var level: Int
}

extension Checker {
    /// All members of a type by that name, own ones first.
    func memberCandidates(
        _ name: String, of type: Type, isStatic: Bool, isInitializer: Bool = false
    ) -> [MemberCandidate] {
        var result: [MemberCandidate] = []
        switch types[type] {
        case .nominal(let decl, let arguments):
            addOwn(name, decl, arguments, isStatic: isStatic, isInitializer: isInitializer, into: &result)
            for conformance in allConformances(of: decl) {
                add(
                    name, conformance.protocolDecl, [type], 10, isStatic: isStatic, isInitializer: isInitializer,
                    into: &result)
            }
        case .parameter, .associated, .opaque:
            for decl in protocolsTransitively(of: type) {
                add(name, decl, [type], 10, isStatic: isStatic, isInitializer: isInitializer, into: &result)
            }
            if let superclass = currentSignature?.superclasses[type],
                case .nominal(let decl, let arguments) = types[superclass]
            {
                addOwn(name, decl, arguments, isStatic: isStatic, isInitializer: isInitializer, into: &result)
            }
        case .existential(let protocols, _):
            var seen: [NominalDecl] = []
            var waiting = protocols
            while let decl = waiting.popLast() {
                if seen.contains(where: { $0 === decl }) { continue }
                seen.append(decl)
                resolveInheritance(of: decl)
                waiting.append(contentsOf: decl.inheritedProtocols)
                add(name, decl, [type], 10, isStatic: isStatic, isInitializer: isInitializer, into: &result)
            }
        default: break
        }
        return result
    }

    private func addOwn(
        _ name: String, _ decl: NominalDecl, _ arguments: [Type], isStatic: Bool, isInitializer: Bool,
        into result: inout [MemberCandidate]
    ) {
        var decl = decl
        var arguments = arguments
        var level = 0
        while true {
            ensureImplicitMembers(of: decl)
            let before = result.count
            add(name, decl, arguments, level, isStatic: isStatic, isInitializer: isInitializer, into: &result)
            if level > 0 { removeOverridden(in: &result, from: before) }
            // Initialisers are inherited by rule, not by look-up.
            if isInitializer { return }
            guard decl.kind == .class, let superclass = decl.superclass,
                case .nominal(let parent, let parentArguments) = types[
                    substitute(superclass, decl.signature, arguments)]
            else { return }
            decl = parent
            arguments = parentArguments
            level += 1
        }
    }

    /// A method that an override replaces is no candidate of its own.
    private func removeOverridden(in result: inout [MemberCandidate], from start: Int) {
        var index = start
        while index < result.count {
            let isHidden: Bool
            switch result[index].named {
            case .function(let function):
                isHidden = result[..<start].contains {
                    if case .function(let other) = $0.named {
                        return other.overridden.contains(where: { $0 === function })
                    }
                    return false
                }
            case .property(let property):
                isHidden =
                    !property.isSubscript
                    && result[..<start].contains {
                        if case .property(let other) = $0.named { return other.name == property.name }
                        return false
                    }
            default: isHidden = false
            }
            if isHidden { result.remove(at: index) } else { index += 1 }
        }
    }

    private func add(
        _ name: String, _ decl: NominalDecl, _ arguments: [Type], _ level: Int, isStatic: Bool, isInitializer: Bool,
        into result: inout [MemberCandidate]
    ) {
        for entry in decl.members.byName[name] ?? [] {
            if let ext = entry.extension, isHidden(name, in: ext) { continue }
            switch entry.named {
            case .function(let function):
                if isInitializer != function.isInitializer { continue }
                if !isInitializer && function.isStatic != isStatic {
                    // `Type.method` without an instance is a function of the instance.
                    if !isStatic { continue }
                }
                buildOverrides(of: function)
            case .property(let property): if property.isStatic != isStatic { continue }
            case .enumCase: if !isStatic { continue }
            case .nominal, .alias, .associated, .type, .variable: if !isStatic { continue }
            }
            result.append(MemberCandidate(named: entry.named, ownerArguments: arguments, level: level))
        }
    }

    /// What a name outside types means: own declarations hide those of modules, except that functions overload.
    func lookUpGlobal(_ name: String) -> [Named] {
        var result: [Named] = []
        if !isPrelude {
            result = cells.names[name] ?? []
            if result.contains(where: { named in if case .function = named { false } else { true } }) { return result }
        }
        let searched = isPrelude ? modules : visibleModules
        let ownCount = result.count
        for module in searched {
            for named in module.names[name] ?? [] {
                // A function of one's own with the same parameters hides the library's.
                if ownCount > 0, case .function(let function) = named,
                    result[..<ownCount].contains(where: { own in
                        if case .function(let mine) = own { return haveSameParameters(mine, function) }
                        return false
                    })
                {
                    continue
                }
                // What a file of the library keeps to itself.
                if !isPrelude, case .function(let function) = named, function.modifiers.contains(.private) { continue }
                result.append(named)
            }
        }
        if OperatorTable.isOperatorName(name) {
            for (function, ext) in operatorMembers[name] ?? [] {
                if isPrelude && !function.isPrelude { continue }
                if let ext, isHidden(name, in: ext) { continue }
                result.append(.function(function))
            }
        }
        return result
    }

    private func haveSameParameters(_ a: FunctionDecl, _ b: FunctionDecl) -> Bool {
        ensureSignature(of: a)
        ensureSignature(of: b)
        guard a.parameters.count == b.parameters.count else { return false }
        return zip(a.parameters, b.parameters).allSatisfy { $0.label == $1.label && $0.type == $1.type }
    }
}
