import SourceText
import Syntax

/// Which type conforms to which protocol.
extension Checker {
    /// Reads what a type inherits: protocols, a superclass, an enum's raw type. Its extensions' too.
    func resolveInheritance(of decl: NominalDecl) {
        if decl.areInheritancesResolved { return }
        decl.areInheritancesResolved = true
        guard let syntax = decl.syntax, let scope = decl.scope else { return }
        let wasPrelude = isPrelude
        isPrelude = decl.isPrelude
        defer { isPrelude = wasPrelude }
        for (position, inherited) in syntax.inherited.enumerated() {
            withSignature(decl.signature) {
                readInherited(inherited, of: decl, isFirst: position == 0, extension: nil, scope: scope)
            }
        }
        if decl.kind == .enum, decl.cases.contains(where: { _ in true }), decl.rawType == nil {
            let hasPayload = decl.cases.contains { !($0.syntax?.payload.isEmpty ?? $0.payload.isEmpty) }
            // An enum without payloads is Equatable and Hashable without saying so.
            if !hasPayload, let hashable = wellKnown.hashable ?? standard("Hashable") {
                addConformances(decl, hashable, extension: nil)
            }
        }
        if decl.kind == .class, let superclass = decl.superclass, case .nominal(let parent, _) = types[superclass] {
            resolveInheritance(of: parent)
        }
    }

    func resolveInheritance(of ext: ExtensionDecl) {
        guard let scope = ext.scope, !ext.isInheritanceResolved else { return }
        ext.isInheritanceResolved = true
        for inherited in ext.syntax.inherited {
            withSignature(ext.signature) {
                readInherited(inherited, of: ext.nominal, isFirst: false, extension: ext, scope: scope)
            }
        }
    }

    private func readInherited(
        _ syntax: TypeSyntax, of decl: NominalDecl, isFirst: Bool, extension ext: ExtensionDecl?, scope: Scope
    ) {
        let type = resolveConstraint(syntax, scope: scope)
        switch types[type] {
        case .existential(let protocols, let isObject):
            for inherited in protocols {
                if decl.kind == .protocol {
                    if inherited === decl {
                        report(.other("`\(decl.name)` inherits from itself", hint: ""), at: syntax.span, in: scope.file)
                    } else if !decl.inheritedProtocols.contains(inherited) {
                        decl.inheritedProtocols.append(inherited)
                    }
                } else {
                    addConformances(decl, inherited, extension: ext)
                }
            }
            if isObject { decl.isClassBound = true }
        case .nominal(let parent, _) where parent.kind == .class && decl.kind == .class:
            if inherits(parent, from: decl) {
                report(.other("`\(decl.name)` inherits from itself", hint: ""), at: syntax.span, in: scope.file)
            } else {
                if parent.isFinal {
                    report(
                        .other("\(parent.name) is final: no class can inherit from it", hint: ""), at: syntax.span,
                        in: scope.file)
                }
                decl.superclass = type
            }
        case .nominal where decl.kind == .enum && isFirst:
            decl.rawType = type
            for wellKnown in [wellKnown.rawRepresentable, wellKnown.hashable] {
                if let wellKnown { addConformances(decl, wellKnown, extension: nil) }
            }
        case .error: break
        default:
            report(
                .other(
                    "\(text(type)) cannot be inherited from", hint: "a type can take on protocols; a class also a class"
                ),
                at: syntax.span, in: scope.file)
        }
    }

    private func inherits(_ decl: NominalDecl, from ancestor: NominalDecl) -> Bool {
        var current: NominalDecl? = decl
        var seen = 0
        while let decl = current, seen < 1000 {
            if decl === ancestor { return true }
            seen += 1
            resolveInheritance(of: decl)
            guard let superclass = decl.superclass, case .nominal(let parent, _) = types[superclass] else {
                return false
            }
            current = parent
        }
        return false
    }

    private func addConformances(_ decl: NominalDecl, _ protocolDecl: NominalDecl, extension ext: ExtensionDecl?) {
        resolveInheritance(of: protocolDecl)
        if let existing = decl.conformances.firstIndex(where: { $0.protocolDecl === protocolDecl }) {
            // One without conditions replaces one with them.
            if decl.conformances[existing].extension == nil || ext != nil { return }
            decl.conformances.remove(at: existing)
        }
        let conformance = ConformanceDecl(
            nominal: decl, protocolDecl: protocolDecl, extension: ext, isPrelude: isPrelude)
        decl.conformances.append(conformance)
        if !isPrelude { userConformances.append(conformance) }
        for inherited in protocolDecl.inheritedProtocols { addConformances(decl, inherited, extension: ext) }
    }

    /// All conformances of a type, its superclasses' included.
    func allConformances(of decl: NominalDecl) -> [ConformanceDecl] {
        resolveInheritance(of: decl)
        guard let superclass = decl.superclass, case .nominal(let parent, _) = types[superclass] else {
            return decl.conformances
        }
        return decl.conformances + allConformances(of: parent)
    }

    /// The conformance and the type's arguments that it speaks of; conditions are checked.
    func conformance(of type: Type, to protocolDecl: NominalDecl) -> (ConformanceDecl, [Type])? {
        guard case .nominal(var decl, var arguments) = types[type] else { return nil }
        while true {
            resolveInheritance(of: decl)
            if let found = decl.conformances.first(where: { $0.protocolDecl === protocolDecl }) {
                if let ext = found.extension, !ext.syntax.requirements.isEmpty, !satisfies(arguments, ext) {
                    return nil
                }
                return (found, arguments)
            }
            guard let superclass = decl.superclass else { return nil }
            let parent = substitute(superclass, decl.signature, arguments)
            guard case .nominal(let parentDecl, let parentArguments) = types[parent] else { return nil }
            decl = parentDecl
            arguments = parentArguments
        }
    }

    /// Whether arguments fulfil what an extension requires beyond what the type itself does.
    func satisfies(_ arguments: [Type], _ ext: ExtensionDecl) -> Bool {
        if ext.syntax.requirements.isEmpty { return true }
        let signature = resolveExtensionSignature(ext)
        for requirement in signature.requirements.dropFirst(resolveSignature(of: ext.nominal).requirements.count) {
            switch requirement {
            case .conforms(let type, let decl):
                if !conforms(substituteOnce(type, signature, arguments), to: decl) { return false }
            case .superclass(let type, let superclass):
                if !isSubclass(
                    substituteOnce(type, signature, arguments), of: substituteOnce(superclass, signature, arguments))
                {
                    return false
                }
            case .same(let a, let b):
                if substituteOnce(a, signature, arguments) != substituteOnce(b, signature, arguments) { return false }
            }
        }
        return true
    }

    /// Whether only classes conform to a protocol.
    func isClassBound(_ decl: NominalDecl) -> Bool {
        resolveInheritance(of: decl)
        return decl.isClassBound || decl.inheritedProtocols.contains { isClassBound($0) }
    }

    func isSubclass(_ type: Type, of superclass: Type) -> Bool {
        if type == superclass { return true }
        if case .existential(let protocols, true) = types[superclass], protocols.isEmpty {
            switch types[type] {
            case .nominal(let decl, _): return decl.kind == .class
            case .existential(let all, let isObject): return isObject || all.contains { isClassBound($0) }
            case .parameter, .associated:
                return currentSignature?.requirements.contains { requirement in
                    if case .superclass(let bound, _) = requirement { return bound == type }
                    return false
                } ?? false || self.protocols(of: type).contains { isClassBound($0) }
            default: return false
            }
        }
        if let bound = currentSignature?.superclasses[type] { return isSubclass(bound, of: superclass) }
        guard case .nominal(let decl, let arguments) = types[type] else { return false }
        resolveInheritance(of: decl)
        guard let parent = decl.superclass else { return false }
        return isSubclass(substitute(parent, decl.signature, arguments), of: superclass)
    }

    public func conforms(_ type: Type, to protocolDecl: NominalDecl) -> Bool {
        switch types[type] {
        case .nominal: return conformance(of: type, to: protocolDecl) != nil
        case .parameter, .associated, .opaque:
            return protocols(of: type).contains { inheritsProtocol($0, protocolDecl) }
                || (currentSignature?.superclasses[type].map { conforms($0, to: protocolDecl) } ?? false)
        case .existential(let protocols, _):
            return protocolDecl === wellKnown.error && protocols.contains { inheritsProtocol($0, protocolDecl) }
        case .error: return true
        case .tuple, .function, .metatype, .variable: return false
        }
    }

    /// Whether what an existential holds surely conforms: where it is opened, that is enough.
    func mayOpen(_ type: Type, as protocolDecl: NominalDecl) -> Bool {
        guard case .existential(let protocols, _) = types[type] else { return false }
        return protocols.contains { inheritsProtocol($0, protocolDecl) }
    }

    func inheritsProtocol(_ decl: NominalDecl, _ ancestor: NominalDecl) -> Bool {
        if decl === ancestor { return true }
        resolveInheritance(of: decl)
        for inherited in decl.inheritedProtocols where inheritsProtocol(inherited, ancestor) { return true }
        return false
    }

    /// The protocols that an abstract type is known to conform to, without those that they inherit.
    func protocols(of type: Type) -> [NominalDecl] {
        var result: [NominalDecl] = []
        func add(_ decls: [NominalDecl]) {
            for decl in decls where !result.contains(where: { $0 === decl }) { result.append(decl) }
        }
        add(currentSignature?.conformances[type] ?? [])
        switch types[type] {
        case .parameter(let parameter): add(parameter.bounds)
        case .associated(let base, let associated):
            resolveAssociated(associated)
            add(associated.bounds)
            // What protocols further down say of it: `associatedtype Index` again with a bound, or a `where`.
            for decl in protocolsTransitively(of: base) {
                guard let parameter = decl.signature.parameters.first else { continue }
                _ = resolveSignature(of: decl)
                let inner = types.make(.associated(types.parameter(parameter), associated))
                add(decl.signature.conformances[inner] ?? [])
                if case .associated(let root, let middle) = types[base] {
                    // `Self.Middle.Name: P` said by a protocol of the root.
                    _ = (root, middle)
                }
            }
            if case .associated(let root, let middle) = types[base] {
                for decl in protocolsTransitively(of: root) {
                    guard let parameter = decl.signature.parameters.first else { continue }
                    _ = resolveSignature(of: decl)
                    let path = types.make(
                        .associated(types.make(.associated(types.parameter(parameter), middle)), associated))
                    add(decl.signature.conformances[path] ?? [])
                }
            }
        case .opaque(let function, _): add(function.opaqueBounds)
        default: break
        }
        return result
    }

    func protocolsTransitively(of type: Type) -> [NominalDecl] {
        var result: [NominalDecl] = []
        var waiting = protocols(of: type)
        while let decl = waiting.popLast() {
            if result.contains(where: { $0 === decl }) { continue }
            result.append(decl)
            resolveInheritance(of: decl)
            waiting.append(contentsOf: decl.inheritedProtocols)
        }
        return result
    }
}
