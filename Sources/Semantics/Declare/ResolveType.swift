import SourceText
import Syntax

/// From types as written to types.
extension Checker {
    func resolve(_ syntax: TypeSyntax, scope: Scope) -> Type {
        let type = resolveConstraint(syntax, scope: scope)
        return type
    }

    /// The type of a variable, property or parameter: `T!` is an optional that is unwrapped where that is needed.
    func resolveDeclared(_ syntax: TypeSyntax, scope: Scope) -> (type: Type, isImplicitlyUnwrapped: Bool) {
        if case .implicitlyUnwrapped(let wrapped) = syntax.kind {
            return (optional(resolve(wrapped, scope: scope)), true)
        }
        return (resolve(syntax, scope: scope), false)
    }

    /// Like `resolve`; a protocol's name gives its existential, which a bound reads as the protocol.
    func resolveConstraint(_ syntax: TypeSyntax, scope: Scope) -> Type {
        switch syntax.kind {
        case .named(let components): return resolveNamed(components, scope: scope, span: syntax.span)
        case .optional(let wrapped): return optional(resolve(wrapped, scope: scope))
        case .implicitlyUnwrapped:
            report(.unsupported("an implicitly unwrapped optional, T!,"), at: syntax.span, in: scope.file)
            return types.error
        case .array(let element): return array(resolve(element, scope: scope))
        case .dictionary(let key, let value):
            guard let decl = wellKnown.dictionary else { return types.error }
            let keyType = resolve(key, scope: scope)
            if let hashable = wellKnown.hashable, !isPrelude, !conforms(keyType, to: hashable), !types.hasError(keyType)
            {
                report(.noConformance(type: text(keyType), protocolName: "Hashable"), at: key.span, in: scope.file)
            }
            return types.nominal(decl, [keyType, resolve(value, scope: scope)])
        case .tuple(let elements):
            if elements.count == 1 && elements[0].label == nil { return resolve(elements[0].type, scope: scope) }
            return types.make(
                .tuple(elements.map { TupleField(label: $0.label, type: resolve($0.type, scope: scope)) }))
        case .function(let parameters, let effect, let result):
            var thrown: Type?
            switch effect {
            case .none: break
            case .throws(let type): thrown = type.map { resolve($0, scope: scope) } ?? errorType
            case .rethrows: thrown = errorType
            }
            if thrown == neverType { thrown = nil }
            return types.make(
                .function(
                    FunctionShape(
                        parameters: parameters.map {
                            FunctionShape.Parameter(
                                resolve($0.type, scope: scope), isInout: $0.isInout, isAutoclosure: $0.isAutoclosure,
                                isVariadic: $0.isVariadic)
                        }, thrown: thrown, result: resolve(result, scope: scope))))
        case .some(let inner):
            report(.unsupported("`some` in this place"), at: syntax.span, in: scope.file)
            _ = inner
            return types.error
        case .any(let inner): return resolveConstraint(inner, scope: scope)
        case .composition(let parts):
            var protocols: [NominalDecl] = []
            var isObject = false
            for part in parts {
                if case .existential(let more, let object) = types[resolveConstraint(part, scope: scope)] {
                    for decl in more where !protocols.contains(decl) { protocols.append(decl) }
                    isObject = isObject || object
                }
            }
            protocols.sort { $0.name < $1.name }
            return types.make(.existential(protocols, isObject: isObject))
        case .metatype(let instance): return types.make(.metatype(resolve(instance, scope: scope)))
        case .error: return types.error
        }
    }

    private func resolveNamed(_ components: [TypeSyntax.Component], scope: Scope, span: Span) -> Type {
        guard let first = components.first else { return types.error }
        var type: Type
        let found = lookUpTypes(first.name, scope: scope)
        if let named = found.first {
            type = apply(named, first, scope: scope)
        } else if first.name == "Any" {
            type = types.any
        } else if first.name == "AnyObject" {
            type = types.make(.existential([], isObject: true))
        } else if first.name == "Self", let nominal = scope.nominal {
            type = selfType(of: nominal)
        } else if modules.contains(where: { $0.name == first.name }), components.count > 1 {
            // `Swift.Int`
            return resolveNamed(Array(components.dropFirst()), scope: scope, span: span)
        } else {
            let problem: Problem =
                Checker.refusedTypes[first.name].map { .unsupported($0) }
                ?? .unknownType(first.name, similar: similarType(to: first.name, scope: scope))
            report(problem, at: first.span, in: scope.file)
            return types.error
        }
        for component in components.dropFirst() {
            guard let member = memberType(component.name, of: type) else {
                if !types.hasError(type) {
                    report(
                        .unknownMember(component.name, of: text(type), similar: nil), at: component.span, in: scope.file
                    )
                }
                return types.error
            }
            type = member
            if !component.arguments.isEmpty, case .nominal(let decl, _) = types[type] {
                type = types.nominal(decl, component.arguments.map { resolve($0, scope: scope) })
            }
        }
        return type
    }

    static let refusedTypes: [String: String] = [
        "Task": "concurrency (Task)", "UnsafePointer": "an unsafe pointer", "UnsafeMutablePointer": "an unsafe pointer",
        "UnsafeBufferPointer": "an unsafe pointer", "UnsafeRawPointer": "an unsafe pointer",
        "Mirror": "reflection (Mirror)",
        "Codable": "Codable", "Encodable": "Codable", "Decodable": "Codable",
        "FileManager": "reading and writing files",
        "FileHandle": "reading and writing files", "URL": "network and files (URL)", "URLSession": "the network",
        "Process": "starting processes", "Data": "Data", "Date": "Date", "Decimal": "Decimal",
        "AnyHashable": "AnyHashable", "MemoryLayout": "MemoryLayout",
        "KeyPath": "a key path other than as a function (KeyPath)",
        "WritableKeyPath": "a key path other than as a function (WritableKeyPath)",
        "ReferenceWritableKeyPath": "a key path other than as a function (ReferenceWritableKeyPath)",
        "PartialKeyPath": "a key path other than as a function (PartialKeyPath)",
        "AnyKeyPath": "a key path other than as a function (AnyKeyPath)",
    ]

    private func apply(_ named: Named, _ component: TypeSyntax.Component, scope: Scope) -> Type {
        switch named {
        case .nominal(let decl):
            if decl.kind == .protocol { return types.make(.existential([decl], isObject: false)) }
            let count = decl.signature.parameters.count
            let outer = decl.parent?.signature.parameters.count ?? 0
            if component.arguments.isEmpty {
                if count == 0 { return types.nominal(decl) }
                // Inside the type itself, or one nested in it, its name alone means it with its own parameters.
                if isInside(decl, scope: scope) || count == outer { return selfType(of: decl) }
                report(
                    .other("\(decl.name) needs its type arguments", hint: "write \(decl.name)<…>"), at: component.span,
                    in: scope.file)
                return types.error
            }
            if component.arguments.count != count - outer {
                report(
                    .other(
                        "\(decl.name) takes \(count - outer) type argument\(count - outer == 1 ? "" : "s")", hint: ""),
                    at: component.span, in: scope.file)
                return types.error
            }
            var arguments = decl.parent.map { $0.signature.parameters.map { types.parameter($0) } } ?? []
            arguments += component.arguments.map { resolve($0, scope: scope) }
            if !scope.isPrelude { checkArguments(arguments, of: decl, component.span, scope) }
            return types.nominal(decl, arguments)
        case .alias(let alias):
            let type = resolveAlias(alias)
            if alias.parameters.isEmpty { return type }
            let arguments = component.arguments.map { resolve($0, scope: scope) }
            if arguments.count != alias.parameters.count { return types.error }
            return substitute(type, GenericSignature(parameters: alias.parameters), arguments)
        case .associated(let associated):
            guard let nominal = scope.nominal else { return types.error }
            return makeAssociated(selfType(of: nominal), associated)
        case .type(let type): return currentSignature?.rewrites[type] ?? type
        case .variable, .function, .property, .enumCase: return types.error
        }
    }

    /// `Set<P>` wants a P that is Hashable.
    private func checkArguments(_ arguments: [Type], of decl: NominalDecl, _ span: Span, _ scope: Scope) {
        let signature = resolveSignature(of: decl)
        for case .conforms(let type, let wanted) in signature.requirements {
            let own = substituteOnce(type, signature, arguments)
            if !types.hasError(own), !conforms(own, to: wanted) {
                report(.noConformance(type: text(own), protocolName: wanted.name), at: span, in: scope.file)
                return
            }
        }
    }

    private func isInside(_ decl: NominalDecl, scope: Scope) -> Bool {
        var current: Scope? = scope
        while let scope = current {
            if case .nominal(let nominal, _) = scope.kind, nominal === decl { return true }
            current = scope.parent
        }
        return false
    }

    func resolveAlias(_ alias: AliasDecl) -> Type {
        if let type = alias.resolved { return type }
        if alias.isResolving {
            report(
                .other("`\(alias.name)` is defined by itself", hint: ""), at: alias.syntax.span, in: alias.scope.file)
            return types.error
        }
        alias.isResolving = true
        let type = withSignature(alias.owner?.signature) { resolve(alias.syntax, scope: alias.scope) }
        alias.resolved = type
        return type
    }

    /// The types that a name can mean, innermost first.
    func lookUpTypes(_ name: String, scope: Scope) -> [Named] {
        let isPreludeScope = scope.isPrelude
        var current: Scope? = scope
        while let scope = current {
            let own = (scope.names[name] ?? []).filter { $0.isType }
            if !own.isEmpty { return own }
            if case .nominal(let decl, _) = scope.kind {
                if let found = memberTypeDecl(name, of: decl) { return [found] }
            }
            current = scope.parent
        }
        if !isPreludeScope {
            let own = (cells.names[name] ?? []).filter { $0.isType }
            if !own.isEmpty { return own }
        }
        for module in isPreludeScope ? modules : visibleModules {
            let found = (module.names[name] ?? []).filter { $0.isType }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// A type named in a nominal type: nested, an alias, an associated type of a protocol that it conforms to.
    func memberTypeDecl(_ name: String, of decl: NominalDecl) -> Named? {
        if decl.kind == .protocol, let associated = canonicalAssociated(name, in: decl) {
            return .associated(associated)
        }
        for entry in decl.members.byName[name] ?? [] where entry.named.isType { return entry.named }
        if decl.kind == .protocol {
            for inherited in decl.inheritedProtocols {
                if let found = memberTypeDecl(name, of: inherited) { return found }
            }
            return nil
        }
        if decl.kind == .class, decl.areInheritancesResolved, let superclass = decl.superclass,
            case .nominal(let parent, _) = types[superclass]
        {
            if let found = memberTypeDecl(name, of: parent) { return found }
        }
        if decl.areInheritancesResolved {
            for conformance in allConformances(of: decl) {
                if let associated = canonicalAssociated(name, in: conformance.protocolDecl) {
                    if conformance.resolving.contains(associated) { continue }
                    return .type(typeWitness(associated, conformance))
                }
                for entry in conformance.protocolDecl.members.byName[name] ?? [] {
                    if case .alias(let alias) = entry.named {
                        let type = resolveAlias(alias)
                        return .type(
                            substitute(type, conformance.protocolDecl.signature, [selfType(of: decl)]))
                    }
                }
            }
        }
        return nil
    }

    /// `base.Name`.
    func memberType(_ name: String, of base: Type) -> Type? {
        switch types[base] {
        case .nominal(let decl, let arguments):
            _ = resolveSignature(of: decl)
            resolveInheritance(of: decl)
            if let parameter = decl.signature.parameters.firstIndex(where: { $0.name == name }) {
                return arguments[parameter]
            }
            guard let found = memberTypeDecl(name, of: decl) else { return nil }
            switch found {
            case .nominal(let nested):
                return types.nominal(nested, Array(arguments.prefix(nested.signature.parameters.count)))
            case .alias(let alias): return substitute(resolveAlias(alias), decl.signature, arguments)
            case .type(let type): return substitute(type, decl.signature, arguments)
            case .associated(let associated): return makeAssociated(base, associated)
            default: return nil
            }
        case .parameter, .associated, .opaque:
            for decl in protocols(of: base) {
                if let associated = canonicalAssociated(name, in: decl) { return makeAssociated(base, associated) }
            }
            for decl in protocols(of: base) {
                if case .alias(let alias)? = memberTypeDecl(name, of: decl) {
                    return substitute(resolveAlias(alias), decl.signature, [base])
                }
            }
            return nil
        case .existential(let protocols, _):
            for decl in protocols {
                if case .alias(let alias)? = memberTypeDecl(name, of: decl) { return resolveAlias(alias) }
            }
            return nil
        case .error: return types.error
        default: return nil
        }
    }
}
