import SourceText
import Syntax

/// Member variables, subscripts and computed variables, with their accessors as functions.
extension Checker {
    func declareProperties(
        _ syntax: VariableSyntax, _ declaration: Declaration, scope: Scope, owner: NominalDecl,
        extension ext: ExtensionDecl?
    ) {
        let isStatic = declaration.modifiers.contains(.static) || declaration.modifiers.contains(.class)
        for binding in syntax.typedBindings {
            guard case .binding(let name) = binding.pattern.strippedKind else {
                report(.unsupported("a pattern as a property"), at: binding.pattern.span, in: scope.file)
                continue
            }
            let native = declaration.attributes.first { $0.name == "native" }?.argument
            let property = makeProperty(
                name, binding, isLet: syntax.isLet, isStatic: isStatic, declaration, scope: scope, owner: owner,
                extension: ext, native: native)
            let clash = owner.members.byName[name]?.contains { entry in
                if case .property(let other) = entry.named {
                    return other.isStatic == isStatic && ext == nil && entry.extension == nil
                }
                return false
            }
            if clash == true { report(.redeclared(name), at: binding.pattern.span, in: scope.file) }
            owner.members.add(name, .property(property), ext)
            if case .stored = property.storage {
                if ext != nil || owner.kind == .enum {
                    report(
                        .other(
                            "an extension or an enum cannot have a stored property",
                            hint: "make it computed: var \(name): Type { … }"),
                        at: binding.pattern.span, in: scope.file)
                }
                property.storage = .stored(owner.storedProperties.count)
                owner.storedProperties.append(property)
            }
        }
    }

    func makeProperty(
        _ name: String, _ binding: VariableSyntax.Binding, isLet: Bool, isStatic: Bool, _ declaration: Declaration,
        scope: Scope, owner: NominalDecl?, extension ext: ExtensionDecl?, native: String?
    ) -> PropertyDecl {
        var accessors = binding.accessors?.accessors ?? []
        if declaration.modifiers.contains(.override), owner?.kind == .class, !isStatic,
            !accessors.contains(where: { $0.kind == .get || $0.kind == .set })
        {
            if binding.initializer != nil || isLet {
                report(
                    .other(
                        "a stored property cannot override another property",
                        hint: "give the inherited one its value in init"), at: binding.pattern.span, in: scope.file)
            }
            accessors = ObservedOverride(name: name, span: binding.pattern.span).accessors(around: accessors)
        }
        if isLet, !accessors.isEmpty, native == nil {
            report(
                .other("a computed property cannot be a `let`", hint: "write var"), at: binding.pattern.span,
                in: scope.file)
        }
        let isComputed = accessors.contains { $0.kind == .get || $0.kind == .set } || native != nil
        let isRequirement = owner?.kind == .protocol && ext == nil
        var storage: PropertyDecl.Storage = isRequirement ? .requirement : .computed
        if !isComputed && !isRequirement { storage = .stored(0) }
        let property = PropertyDecl(
            name: name, type: types.error, isLet: isLet, isStatic: isStatic, storage: storage, owner: owner,
            signature: GenericSignature(), span: binding.pattern.span)
        property.typeSyntax = binding.type
        property.initializerSyntax = binding.initializer
        property.scope = scope
        property.modifiers = declaration.modifiers
        property.extensionDecl = ext
        property.isWeak = declaration.modifiers.contains(.weak) || declaration.modifiers.contains(.unowned)
        property.isLazy = declaration.modifiers.contains(.lazy)
        if isStatic, case .stored = storage {
            let variable = VariableDecl(name: name, type: types.error, isLet: isLet, span: property.span, owner: nil)
            variable.isGlobal = true
            property.storage = .global(variable)
        }
        property.accessorsSyntax = binding.accessors
        makeAccessors(property, accessors, native: native, scope: scope)
        return property
    }

    func makeAccessors(
        _ property: PropertyDecl, _ accessors: [AccessorsSyntax.Accessor], native: String?, scope: Scope
    ) {
        let isRequirement: Bool
        if case .requirement = property.storage { isRequirement = true } else { isRequirement = false }
        for accessor in accessors {
            let role: FunctionDecl.Role =
                switch accessor.kind {
                case .get: .getter
                case .set: .setter
                case .willSet: .willSet
                case .didSet: .didSet
                }
            let function = FunctionDecl(
                name: property.name, role: role, file: scope.file, span: accessor.span, signature: GenericSignature(),
                result: types.error)
            function.storage = property
            function.scope = scope
            function.owner = property.owner
            function.extensionDecl = property.extensionDecl
            function.isStatic = property.isStatic
            function.accessor = accessor
            function.bodySyntax = accessor.body
            function.isRequirement = isRequirement
            function.isPrelude = isPrelude
            let isValueType = property.owner.map { $0.kind != .class } ?? false
            switch accessor.kind {
            case .get: function.isMutating = accessor.isMutating
            default: function.isMutating = isValueType && !accessor.isNonmutating && !property.isStatic
            }
            if let native { function.native = accessor.kind == .get ? native : native + ".set" }
            switch accessor.kind {
            case .get: property.getter = function
            case .set: property.setter = function
            case .willSet: property.willSet = function
            case .didSet: property.didSet = function
            }
            if isRequirement { property.owner?.requirements.append(function) }
            if !isPrelude { pendingBodies.append(function) }
        }
    }

    func declareSubscript(
        _ syntax: FunctionSyntax, _ declaration: Declaration, scope: Scope, owner: NominalDecl,
        extension ext: ExtensionDecl?
    ) {
        let isRequirement = owner.kind == .protocol && ext == nil
        let property = PropertyDecl(
            name: "subscript", type: types.error, isLet: false,
            isStatic: declaration.modifiers.contains(.static), isSubscript: true,
            storage: isRequirement ? .requirement : .computed, owner: owner, signature: GenericSignature(),
            span: declaration.nameSpan)
        property.functionSyntax = syntax
        property.scope = scope
        property.modifiers = declaration.modifiers
        property.extensionDecl = ext
        property.typeSyntax = syntax.result
        let native = declaration.attributes.first { $0.name == "native" }?.argument
        makeAccessors(property, syntax.accessors?.accessors ?? [], native: native, scope: scope)
        owner.members.add("subscript", .property(property), ext)
    }

    /// Reads a property's type: as written, or that of its initial value.
    func ensureType(of property: PropertyDecl) {
        if property.isTypeResolved { return }
        guard let scope = property.scope else { return }
        if property.isResolvingType {
            report(.cannotInfer("`\(property.name)`"), at: property.span, in: scope.file)
            return
        }
        property.isResolvingType = true
        defer { property.isResolvingType = false }
        let outer = ensureOuterSignature(owner: property.owner, extension: property.extensionDecl)
        property.signature = outer
        var inner = scope
        if let syntax = property.functionSyntax {
            let signature = GenericSignature(parameters: outer.parameters, requirements: outer.requirements)
            signature.conformances = outer.conformances
            signature.rewrites = outer.rewrites
            inner = scope.child(.generics)
            inner.ownSignature = signature
            readGenerics(syntax.generics, syntax.requirements, into: signature, scope: inner)
            property.signature = signature
            withSignature(signature) {
                property.parameters = readParameters(syntax.parameters, scope: inner, context: nil)
            }
        }
        withSignature(property.signature) {
            if let syntax = property.typeSyntax {
                let (type, isImplicitlyUnwrapped) = resolveDeclared(syntax, scope: inner)
                property.isImplicitlyUnwrapped = isImplicitlyUnwrapped
                property.type = type
                property.isTypeResolved = true
                if property.isWeak {
                    checkHeldWeakly(
                        type, isWeak: property.modifiers.contains(.weak), property.span, scope: scope)
                }
            } else if property.initializerSyntax != nil {
                checkInitializer(of: property)
            } else {
                report(.needsAnnotation(property.name), at: property.span, in: scope.file)
            }
        }
        property.isTypeResolved = true
        if case .global(let variable) = property.storage { variable.type = property.type }
    }

    /// The signature of the type or extension around, resolved.
    func ensureOuterSignature(owner: NominalDecl?, extension ext: ExtensionDecl?) -> GenericSignature {
        if let ext { return resolveExtensionSignature(ext) }
        if let owner { return resolveSignature(of: owner) }
        return GenericSignature()
    }

    public func initialValue(of property: PropertyDecl) -> TypedExpression? {
        checkInitializer(of: property)
        return property.initializer
    }

    func checkInitializer(of property: PropertyDecl) {
        guard let syntax = property.initializerSyntax, !property.isInitializerChecked, let scope = property.scope else {
            return
        }
        property.isInitializerChecked = true
        let hasType = property.typeSyntax != nil
        if hasType { ensureType(of: property) }
        let context = FunctionContext(parent: nil)
        let inner = scope.child(.block, context: context)
        inner.isInitialValue = !property.isLazy
        if property.isLazy, let owner = property.owner {
            let own = withSignature(property.signature) { canonical(selfType(of: owner)) }
            let variable = VariableDecl(name: "self", type: own, isLet: true, span: property.span, owner: context)
            inner.selfVariable = variable
            property.lazySelf = variable
        }
        withSignature(property.signature) {
            let checked = checkExpression(syntax, scope: inner, contextual: hasType ? property.type : nil)
            property.initializer = checked
            if !hasType { property.type = checked.type }
        }
    }
}

extension Pattern {
    /// Without `let` and `var` around.
    var strippedKind: Kind {
        if case .introducer(_, let inner) = kind { return inner.strippedKind }
        return kind
    }
}

extension VariableSyntax {
    /// In `var x, y: Double` the type is that of both.
    var typedBindings: [Binding] {
        var result = bindings
        for index in result.indices.reversed().dropFirst() {
            if result[index].type == nil, result[index].initializer == nil {
                result[index].type = result[index + 1].type
            }
        }
        return result
    }
}
