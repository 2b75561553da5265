import SourceText
import Syntax

/// Second pass, on demand: what declarations say of their generic parameters, parameters and results.
extension Checker {
    /// Reads `<T: P>` and `where` into a signature; the parameters become names of the scope.
    func readGenerics(
        _ generics: [GenericParameterSyntax], _ requirements: [RequirementSyntax], into signature: GenericSignature,
        scope: Scope
    ) {
        var fresh: [(GenericParameter, GenericParameterSyntax)] = []
        for syntax in generics {
            let parameter = GenericParameter(name: syntax.name)
            signature.parameters.append(parameter)
            scope.add(syntax.name, .type(types.parameter(parameter)))
            fresh.append((parameter, syntax))
        }
        withSignature(signature) {
            for (parameter, syntax) in fresh {
                if let bound = syntax.bound { addBound(types.parameter(parameter), bound, to: signature, scope: scope) }
            }
            for requirement in requirements { read(requirement, into: signature, scope: scope) }
        }
    }

    func read(_ requirement: RequirementSyntax, into signature: GenericSignature, scope: Scope) {
        let left = resolve(requirement.left, scope: scope)
        switch requirement.kind {
        case .conforms: addBound(left, requirement.right, to: signature, scope: scope)
        case .same: addSame(left, resolve(requirement.right, scope: scope), to: signature)
        }
    }

    func addBound(_ type: Type, _ bound: TypeSyntax, to signature: GenericSignature, scope: Scope) {
        switch types[resolveConstraint(bound, scope: scope)] {
        case .existential(let protocols, let isObject):
            for decl in protocols { addConformance(type, decl, to: signature) }
            if case .named(let components) = bound.kind, let arguments = components.last?.arguments, !arguments.isEmpty,
                let decl = protocols.first
            {
                for (associated, stated) in primaryAssociated(of: decl, arguments, scope: scope) {
                    addSame(types.make(.associated(type, associated)), stated, to: signature)
                }
            }
            if isObject {
                signature.requirements.append(.superclass(type, types.make(.existential([], isObject: true))))
            }
        case .nominal(let decl, _) where decl.kind == .class:
            let superclass = resolveConstraint(bound, scope: scope)
            signature.requirements.append(.superclass(type, superclass))
            signature.superclasses[type] = superclass
        case .error: break
        default:
            report(.other("a bound must be a protocol or a class", hint: ""), at: bound.span, in: scope.file)
        }
    }

    /// `some Collection<String>`: its primary associated types, and what they are said to be.
    private func primaryAssociated(
        of decl: NominalDecl, _ arguments: [TypeSyntax], scope: Scope
    ) -> [(AssociatedTypeDecl, Type)] {
        var names = decl.syntax?.generics.map { $0.name } ?? []
        if names.isEmpty { names = ["Element"] }
        var result: [(AssociatedTypeDecl, Type)] = []
        for (name, syntax) in zip(names, arguments) {
            guard let associated = canonicalAssociated(name, in: decl) else { continue }
            result.append((associated, resolve(syntax, scope: scope)))
        }
        return result
    }

    func addConformance(_ type: Type, _ decl: NominalDecl, to signature: GenericSignature) {
        signature.requirements.append(.conforms(type, decl))
        signature.conformances[type, default: []].append(decl)
    }

    /// `a == b`: the one that is a bare parameter or member of one is rewritten to the other.
    func addSame(_ a: Type, _ b: Type, to signature: GenericSignature) {
        signature.requirements.append(.same(a, b))
        if a == b { return }
        let (from, to) = isAbstract(a) && !(isAbstract(b) && rank(b) > rank(a)) ? (a, b) : (b, a)
        if isAbstract(from) {
            signature.rewrites[from] = to
            for decl in signature.conformances[from] ?? [] where isAbstract(to) {
                signature.conformances[to, default: []].append(decl)
            }
            // What the abstract one conformed to by its declaration holds of the other too.
            if case .associated(_, let associated) = types[from], isAbstract(to) {
                resolveAssociated(associated)
                signature.conformances[to, default: []].append(contentsOf: associated.bounds)
            }
        }
    }

    /// A type with what the signature at hand makes equal written one way.
    func canonical(_ type: Type) -> Type {
        guard let rewrites = currentSignature?.rewrites, !rewrites.isEmpty else { return type }
        return types.rebuild(type) { leaf, shape in
            if let known = rewrites[leaf] { return known }
            if case .associated(let base, let associated) = shape {
                let inner = canonical(base)
                return inner == base ? leaf : makeAssociated(inner, associated)
            }
            return leaf
        }
    }

    func isAbstract(_ type: Type) -> Bool {
        switch types[type] {
        case .parameter, .associated: true
        default: false
        }
    }

    /// How long a path is: longer ones are rewritten to shorter ones.
    private func rank(_ type: Type) -> Int {
        if case .associated(let base, _) = types[type] { return rank(base) + 1 }
        return 0
    }

    func resolveSignature(of decl: NominalDecl) -> GenericSignature {
        if decl.isSignatureResolved { return decl.signature }
        decl.isSignatureResolved = true
        guard let syntax = decl.syntax, let scope = decl.scope else { return decl.signature }
        let signature = decl.signature
        if let parent = decl.parent {
            let outer = decl.parentExtension.map { resolveExtensionSignature($0) } ?? resolveSignature(of: parent)
            signature.requirements = outer.requirements
            signature.conformances = outer.conformances
            signature.rewrites = outer.rewrites
            signature.superclasses = outer.superclasses
        }
        withSignature(signature) {
            if decl.kind == .protocol {
                resolveInheritance(of: decl)
                for associated in decl.associatedTypes { resolveAssociated(associated) }
                for requirement in syntax.requirements { read(requirement, into: signature, scope: scope) }
            } else {
                let own = signature.parameters.suffix(syntax.generics.count)
                for (parameter, generic) in zip(own, syntax.generics) {
                    if let bound = generic.bound {
                        addBound(types.parameter(parameter), bound, to: signature, scope: scope)
                    }
                }
                for requirement in syntax.requirements { read(requirement, into: signature, scope: scope) }
            }
        }
        return signature
    }

    func resolveAssociated(_ associated: AssociatedTypeDecl) {
        if associated.isResolved { return }
        associated.isResolved = true
        guard let declaration = associated.syntax, let scope = associated.owner.scope,
            case .associatedtype(_, let inherited, let defaultType, let requirements) = declaration.kind,
            let selfParameter = associated.owner.signature.parameters.first
        else { return }
        let owner = associated.owner
        withSignature(owner.signature) {
            resolveInheritance(of: owner)
            let canonical = canonicalAssociated(associated.name, in: owner) ?? associated
            let type = types.make(.associated(types.parameter(selfParameter), canonical))
            for bound in inherited {
                if case .existential(let protocols, _) = types[resolveConstraint(bound, scope: scope)] {
                    for decl in protocols {
                        addConformance(type, decl, to: owner.signature)
                        associated.bounds.append(decl)
                    }
                }
            }
            if let defaultType { associated.defaultType = resolve(defaultType, scope: scope) }
            for requirement in requirements { read(requirement, into: owner.signature, scope: scope) }
        }
    }

    /// A protocol that states an inherited associated type again means the inherited one.
    func canonicalAssociated(_ name: String, in decl: NominalDecl) -> AssociatedTypeDecl? {
        resolveInheritance(of: decl)
        for inherited in decl.inheritedProtocols {
            if let found = canonicalAssociated(name, in: inherited) { return found }
        }
        return decl.associatedTypes.first { $0.name == name }
    }

    func resolveExtensionSignature(_ ext: ExtensionDecl) -> GenericSignature {
        if ext.isSignatureResolved { return ext.signature }
        ext.isSignatureResolved = true
        guard let scope = ext.scope else { return ext.signature }
        let base = resolveSignature(of: ext.nominal)
        ext.signature.parameters = base.parameters
        ext.signature.requirements = base.requirements
        ext.signature.conformances = base.conformances
        ext.signature.rewrites = base.rewrites
        ext.signature.superclasses = base.superclasses
        withSignature(ext.signature) {
            for requirement in ext.syntax.requirements { read(requirement, into: ext.signature, scope: scope) }
        }
        return ext.signature
    }

    /// Reads the parameters and the result of a function.
    func ensureSignature(of function: FunctionDecl) {
        if function.isSignatureResolved || function.isResolvingSignature { return }
        guard let scope = function.scope else { return }
        function.isResolvingSignature = true
        defer {
            function.isResolvingSignature = false
            function.isSignatureResolved = true
        }
        if let property = function.storage {
            ensureAccessorSignature(function, of: property, scope: scope)
            return
        }
        guard let syntax = function.syntax else { return }
        let outer: GenericSignature
        if function.owner != nil {
            outer = ensureOuterSignature(owner: function.owner, extension: function.extensionDecl)
        } else {
            outer = scope.signature ?? GenericSignature()
        }
        let signature = GenericSignature(parameters: outer.parameters, requirements: outer.requirements)
        signature.conformances = outer.conformances
        signature.rewrites = outer.rewrites
        signature.superclasses = outer.superclasses
        let inner = scope.child(.generics)
        inner.ownSignature = signature
        function.signature = signature
        function.innerScope = inner
        readGenerics(syntax.generics, syntax.requirements, into: signature, scope: inner)
        let context = FunctionContext(parent: scope.context, function: function)
        function.context = context
        withSignature(signature) {
            function.parameters = readParameters(syntax.parameters, scope: inner, context: context)
            switch syntax.effect {
            case .none: break
            case .throws(let type): function.thrown = type.map { resolve($0, scope: inner) } ?? errorType
            case .rethrows:
                function.thrown = errorType
                function.isRethrows = true
            }
            if function.thrown == neverType { function.thrown = nil }
            switch function.role {
            case .initializer(let isFailable):
                let own = function.owner.map { selfType(of: $0) } ?? types.error
                function.result = isFailable ? optional(own) : own
            default:
                function.result = syntax.result.map { resolveResult($0, function, scope: inner) } ?? types.void
            }
        }
        if let owner = function.owner, !function.isStatic {
            let isReference = owner.kind == .class
            let own = withSignature(signature) { canonical(selfType(of: owner)) }
            let variable = VariableDecl(
                name: "self", type: own, isLet: !function.isMutating, span: function.span,
                owner: context)
            variable.isInout = function.isMutating && !isReference
            if case .initializer = function.role {
                let local = VariableDecl(
                    name: "self", type: own, isLet: isReference, span: function.span, owner: context)
                local.isInitializedLater = true
                local.isMutated = !isReference
                function.selfVariable = local
            } else {
                function.selfVariable = variable
            }
        }
    }

    /// `some P` as a result is an opaque type of this function.
    private func resolveResult(_ syntax: TypeSyntax, _ function: FunctionDecl, scope: Scope) -> Type {
        if case .some(let bound) = syntax.kind {
            if case .existential(let protocols, _) = types[resolveConstraint(bound, scope: scope)] {
                function.opaqueBounds = protocols
                if case .named(let components) = bound.kind, let arguments = components.last?.arguments,
                    let decl = protocols.first
                {
                    function.opaqueAssociated = primaryAssociated(of: decl, arguments, scope: scope)
                }
            }
            return types.make(
                .opaque(function, function.signature.parameters.map { types.parameter($0) }))
        }
        var core = syntax
        if case .optional(let wrapped) = core.kind { core = wrapped }
        if case .named(let components) = core.kind { function.givesSelf = components.last?.name == "Self" }
        return resolve(syntax, scope: scope)
    }

    func ensureAccessorSignature(_ function: FunctionDecl, of property: PropertyDecl, scope: Scope) {
        ensureType(of: property)
        function.signature = property.signature
        let context = FunctionContext(parent: scope.context, function: function)
        function.context = context
        let inner = scope.child(.generics)
        inner.ownSignature = property.signature
        function.innerScope = inner
        for parameter in property.parameters {
            var copy = parameter
            copy.variable = VariableDecl(
                name: parameter.variable.name, type: parameter.variable.type, isLet: true,
                span: parameter.variable.span,
                owner: context)
            function.parameters.append(copy)
        }
        switch function.role {
        case .getter:
            function.result = property.type
            if case .throws(let type)? = function.accessor?.effect {
                function.thrown = type.map { resolve($0, scope: inner) } ?? errorType
            }
        case .setter, .willSet:
            function.result = types.void
            addValueParameter(function.accessor?.parameter ?? "newValue", property, function, context)
        case .didSet:
            function.result = types.void
            addValueParameter(function.accessor?.parameter ?? "oldValue", property, function, context)
        default: break
        }
        if let owner = property.owner, !property.isStatic {
            let own = withSignature(property.signature) { canonical(selfType(of: owner)) }
            let variable = VariableDecl(
                name: "self", type: own, isLet: !function.isMutating, span: function.span, owner: context)
            variable.isInout = function.isMutating && owner.kind != .class
            function.selfVariable = variable
        }
    }

    private func addValueParameter(
        _ name: String, _ property: PropertyDecl, _ function: FunctionDecl, _ context: FunctionContext
    ) {
        let variable = VariableDecl(name: name, type: property.type, isLet: true, span: function.span, owner: context)
        // The value comes first, a subscript's indexes after it.
        function.parameters.insert(
            ParameterDecl(label: nil, variable: variable, type: property.type), at: 0)
    }

    func readParameters(
        _ syntaxes: [ParameterSyntax], scope: Scope, context: FunctionContext?
    ) -> [ParameterDecl] {
        var result: [ParameterDecl] = []
        for syntax in syntaxes {
            var type: Type
            var isImplicitlyUnwrapped = false
            if case .some(let bound) = syntax.type.type.kind, let signature = currentSignature {
                // `some P` as a parameter is a generic parameter without a name.
                let parameter = GenericParameter(name: "some")
                signature.parameters.append(parameter)
                type = types.parameter(parameter)
                addBound(type, bound, to: signature, scope: scope)
            } else {
                (type, isImplicitlyUnwrapped) = resolveDeclared(syntax.type.type, scope: scope)
            }
            if syntax.type.isAutoclosure, case .function(let function) = types[type] { type = function.result }
            let own = syntax.type.isVariadic ? array(type) : type
            let held = syntax.type.isAutoclosure ? resolve(syntax.type.type, scope: scope) : own
            let variable = VariableDecl(
                name: syntax.name, type: held, isLet: !syntax.type.isInout, span: syntax.span, owner: context)
            variable.isInout = syntax.type.isInout
            variable.isImplicitlyUnwrapped = isImplicitlyUnwrapped
            if !syntax.type.isEscaping && !syntax.type.isVariadic, case .function = types[held] {
                variable.isNonEscaping = true
            }
            var parameter = ParameterDecl(label: syntax.label, variable: variable, type: type)
            parameter.isInout = syntax.type.isInout
            parameter.isVariadic = syntax.type.isVariadic
            parameter.isAutoclosure = syntax.type.isAutoclosure
            parameter.hasDefault = syntax.defaultValue != nil
            parameter.defaultSyntax = syntax.defaultValue
            if syntax.name != "_", result.contains(where: { $0.variable.name == syntax.name }) {
                report(.redeclared(syntax.name), at: syntax.span, in: scope.file)
            }
            result.append(parameter)
        }
        return result
    }

    func selfType(of decl: NominalDecl) -> Type {
        if decl.kind == .protocol { return decl.signature.parameters.first.map { types.parameter($0) } ?? types.error }
        return types.nominal(decl, decl.signature.parameters.map { types.parameter($0) })
    }

    /// The payloads of an enum's cases, and raw values.
    func ensurePayload(of decl: EnumCaseDecl) {
        guard let syntax = decl.syntax, let scope = decl.owner.scope, !decl.isPayloadResolved else { return }
        decl.isPayloadResolved = true
        _ = resolveSignature(of: decl.owner)
        withSignature(decl.owner.signature) {
            for payload in syntax.payload {
                decl.payload.append(
                    EnumCaseDecl.Payload(
                        label: payload.label, type: resolve(payload.type, scope: scope),
                        defaultValue: payload.defaultValue))
            }
        }
    }
}
