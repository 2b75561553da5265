import SourceText
import Syntax

/// Calls, members and names.
extension Finisher {
    func finishApply(_ apply: Apply, _ node: Node) -> TypedExpression {
        let span = node.span
        if let forward = apply.forward { return finish(forward) }
        let type = final(node.type, span)
        switch apply.callee {
        case .value(let callee):
            let function = finish(callee)
            return callValue(function, apply, type, span)
        case .overload(let overload):
            guard let chosen = overload.chosen else { return error(span) }
            if apply.isValueCall {
                let value = finishValue(overload, Node(.overload(overload), chosen.type, overload.span))
                return callValue(value, apply, type, span)
            }
            let arguments = chosen.arguments.map { final($0, span) }
            switch chosen.candidate.named {
            case .function(let function): return call(function, arguments, overload, apply, type, span)
            case .enumCase(let decl): return construct(decl, arguments, apply, type, span)
            case .property(let property): return index(property, arguments, overload, apply, type, span)
            default: return error(span)
            }
        }
    }

    private func callValue(_ value: TypedExpression, _ apply: Apply, _ type: Type, _ span: Span) -> TypedExpression {
        guard case .function(let function) = types[value.type] else { return error(span) }
        let callable = system.callable(function)
        let arguments = self.arguments(apply, callable, owner: nil) { $0 }
        noteThrow(function.thrown, span)
        return TypedExpression(.call(.value(value), arguments), type, span)
    }

    /// Private members are for their own type's code; the cells of a lesson are one file otherwise.
    func checkAccess(_ modifiers: Modifiers, _ owner: NominalDecl?, _ name: String, _ span: Span) {
        guard modifiers.contains(.private), let owner else { return }
        var current: Scope? = scope
        while let inner = current {
            if case .nominal(let decl, _) = inner.kind, decl === owner { return }
            current = inner.parent
        }
        report(.other("`\(name)` is private to \(owner.name)", hint: "use it inside \(owner.name) only"), span)
    }

    /// A call that throws wants `try`, and someone to handle the error.
    func noteThrow(_ thrown: Type?, _ span: Span) {
        guard let thrown, thrown != checker.neverType else { return }
        if tryDepth == 0 {
            report(.missingTry, span)
            return
        }
        if handledDepth > 0 { return }
        scope.context?.sawThrow = true
        (scope.context ?? checker.topContext).thrownHere.append((thrown, span))
        if !checker.isHandled(scope) {
            report(.unhandledThrow, span)
        } else {
            checkThrown(thrown, span)
        }
    }

    /// A function that says which errors it throws passes on no others.
    private func checkThrown(_ thrown: Type, _ span: Span) {
        guard let context = scope.context, context.handledDepth == 0, let allowed = context.thrown,
            allowed != checker.errorType, !types.hasVariable(allowed), !types.hasError(thrown), thrown != allowed
        else { return }
        report(.mismatch(found: system.text(thrown), wanted: system.text(allowed)), span)
    }

    /// `rethrows`: only where a closure given to it throws.
    private func throwsHere(_ function: FunctionDecl, _ arguments: [TypedArgument]) -> Type? {
        guard function.isRethrows else { return function.thrown }
        for argument in arguments {
            switch argument {
            case .value(let value):
                if case .function(let shape) = types[value.unconverted.type], shape.thrown != nil {
                    return function.thrown
                }
            case .autoclosure(let closure): if closure.thrown != nil { return function.thrown }
            default: break
            }
        }
        return nil
    }

    func arguments(
        _ apply: Apply, _ callable: Callable, owner: FunctionDecl?, _ substitute: (Type) -> Type
    ) -> [TypedArgument] {
        var result: [TypedArgument] = []
        for (position, parameter) in callable.parameters.enumerated() {
            let given = position < apply.mapping.count ? apply.mapping[position] : []
            let type = substitute(parameter.type)
            if parameter.isVariadic {
                result.append(
                    .variadic(given.map { finish(apply.arguments[$0].node, as: type) }, element: type))
                continue
            }
            guard let first = given.first else {
                result.append(defaultArgument(owner, position))
                continue
            }
            let node = apply.arguments[first].node
            if parameter.isInout {
                var place = node
                if case .inoutReference(let inner) = node.kind { place = inner }
                let value = finish(place)
                checkPlace(value, place.span)
                result.append(.reference(value))
            } else if parameter.isAutoclosure {
                result.append(.autoclosure(autoclosure(node, result: type, throwing: false)))
            } else {
                result.append(.value(finish(node, as: type)))
            }
        }
        return result
    }

    private func defaultArgument(_ owner: FunctionDecl?, _ position: Int) -> TypedArgument {
        guard let owner else { return .value(error(.none)) }
        let thunk = checker.defaultThunk(of: owner, at: position)
        return .defaultValue(FunctionReference(thunk, currentArguments))
    }

    private func call(
        _ function: FunctionDecl, _ arguments: [Type], _ overload: Overload, _ apply: Apply, _ type: Type, _ span: Span
    ) -> TypedExpression {
        guard
            let callable = system.callable(
                MemberCandidate(named: .function(function), ownerArguments: [], level: 0), form: apply.form)
        else { return error(span) }
        checkAccess(function.modifiers, function.owner, function.name, overload.span)
        if overload.isStatic, !function.isStatic, !function.isInitializer, function.owner != nil,
            apply.form == .call
        {
            report(
                .other("`\(function.name)` is called on a value, not on the type", hint: "make a value first"),
                overload.span)
            return error(span)
        }
        if function.isPrelude, function.name == "pow", case .nominal(let decl, _) = types[type], decl.name == "_Decimal"
        {
            report(
                .other(
                    "Foundation's pow of two whole numbers is a Decimal, which cells cannot use",
                    hint: "write pow(2.0, 3.0) for a Double"), overload.span)
            return error(span)
        }
        if function.isOverriddenClassMember { checkKnownType(overload, function.name) }
        if function.isStatic, function.givesSelf { checkMaker(function, overload) }
        let reference = FunctionReference(function, arguments)
        let saved = currentArguments
        // The base is evaluated first.
        let base = selfArgument(function, arguments, overload, span)
        currentArguments = arguments
        let values = self.arguments(apply, callable, owner: function) {
            checker.substituteOnce($0, function.signature, arguments)
        }
        currentArguments = saved
        checkExclusive(base, values)
        noteThrow(
            throwsHere(function, values).map { checker.substituteOnce($0, function.signature, arguments) }, span)
        checkDivisor(function, values)
        if function.isInitializer { return initialise(function, reference, overload, values, type, span) }
        if let base, case .value(let value) = base, function.vtableSlot != nil, !overload.isSuper,
            case .nominal(let decl, _) = types[value.type], decl.kind == .class
        {
            return TypedExpression(.call(.virtual(reference, base: value), values), type, span)
        }
        return TypedExpression(.call(.function(reference, base: base), values), type, span)
    }

    /// A class's initialiser as a value: a closure that creates an instance.
    private func creator(
        _ reference: FunctionReference, _ overload: Overload, _ shape: FunctionShape, _ type: Type, _ span: Span
    ) -> TypedExpression {
        let context = FunctionContext(parent: scope.context)
        let parameters = shape.parameters.enumerated().map { index, parameter in
            VariableDecl(name: "$\(index)", type: parameter.type, isLet: true, span: span, owner: context)
        }
        let values = parameters.map { TypedArgument.value(TypedExpression(.variable($0), $0.type, span)) }
        let made = initialise(reference.decl, reference, overload, values, shape.result, span)
        let closure = TypedClosure(
            parameters: parameters, parameterFlags: shape.parameters, result: shape.result, thrown: shape.thrown,
            body: TypedBlock(statements: [TypedStatement(.return(made), span)], span: span), captures: [],
            captureInitializers: [], span: span)
        return TypedExpression(.closure(closure), type, span)
    }

    private func initialise(
        _ function: FunctionDecl, _ reference: FunctionReference, _ overload: Overload, _ values: [TypedArgument],
        _ type: Type, _ span: Span
    ) -> TypedExpression {
        if let base = overload.base {
            var core = base
            while case .parenthesized(let inner) = core.kind { core = inner }
            switch core.kind {
            case .superReference(let variable):
                return TypedExpression(
                    .call(.delegatingInitializer(reference, selfVariable: variable), values), types.void, span)
            case .variable(let variable) where variable.name == "self":
                variable.isMutated = true
                return TypedExpression(
                    .call(.delegatingInitializer(reference, selfVariable: variable), values), types.void, span)
            case .metatype where isOpenSelf(type, core.span) && !isWithinMaker:
                report(.unsupported("creating a value of `Self`, which may be a subclass,"), span)
                return error(span)
            case .metatype: break
            case _ where isExactType(type): break
            default:
                report(.unsupported("creating a value through a stored type"), span)
                return error(span)
            }
        }
        var own = type
        if case .initializer(true) = function.role, let wrapped = checker.wrapped(type) { own = wrapped }
        if case .existential = types[own] {
            report(
                .other(
                    "\(checker.text(own)) is a protocol: it cannot be created",
                    hint: "create a type that conforms to it"), span)
        }
        return TypedExpression(.call(.initializer(reference, type: own), values), type, span)
    }

    /// Two changes of one variable at the same time are refused, as in Swift; different stored properties are two.
    private func checkExclusive(_ base: SelfArgument?, _ values: [TypedArgument]) {
        var places: [TypedExpression] = []
        if case .reference(let place)? = base { places.append(place) }
        for case .reference(let place) in values { places.append(place) }
        guard places.count > 1 else { return }
        for (index, place) in places.enumerated() {
            for other in places[..<index] where overlap(path(place), path(other)) {
                report(
                    .other(
                        "this changes a variable that the same call changes already: overlapping access",
                        hint: "copy one of them first, or use swapAt"),
                    place.span)
                return
            }
        }
    }

    private func overlap(_ a: (VariableDecl, [Int])?, _ b: (VariableDecl, [Int])?) -> Bool {
        guard let a, let b, a.0 === b.0 else { return false }
        for (x, y) in zip(a.1, b.1) where x != y && x >= 0 && y >= 0 { return false }
        return true
    }

    /// The variable that a place is in, and the parts on the way: stored properties by number, elements as -1.
    private func path(_ place: TypedExpression) -> (VariableDecl, [Int])? {
        switch place.kind {
        case .variable(let variable): return (variable, [])
        case .field(let base, let property):
            guard case .stored(let index) = property.storage else { return nil }
            return path(base).map { ($0.0, $0.1 + [index]) }
        case .tupleElement(let base, let index): return path(base).map { ($0.0, $0.1 + [index]) }
        case .forceUnwrap(let base): return path(base)
        case .subscript(let base?, let property, _, _):
            if property.owner?.kind == .class { return nil }
            return path(base).map { ($0.0, $0.1 + [-1]) }
        default: return nil
        }
    }

    /// Division by a zero that is written there.
    private func checkDivisor(_ function: FunctionDecl, _ values: [TypedArgument]) {
        guard ["/", "%", "/=", "%="].contains(function.name), values.count == 2, case .value(let divisor) = values[1],
            case .integer(0) = divisor.kind, case .nominal(let decl, _) = types[divisor.type], decl.native != nil,
            divisor.type != checker.doubleType, decl.name != "Float"
        else { return }
        report(.other("division by zero", hint: "divide by something else"), divisor.span)
    }

    /// What a method works on.
    private func selfArgument(
        _ function: FunctionDecl, _ arguments: [Type], _ overload: Overload, _ span: Span
    ) -> SelfArgument? {
        guard let owner = function.owner, !function.isInitializer else { return nil }
        if function.isStatic {
            if owner.kind == .protocol { return .type(arguments[0]) }
            return nil
        }
        let value: TypedExpression
        if let variable = overload.implicitSelf {
            value = TypedExpression(.variable(variable), variable.type, overload.span)
        } else if let base = overload.base {
            value = finish(base)
        } else {
            return nil
        }
        if function.isMutating, owner.kind != .class, !isClass(value.type) {
            checkPlace(value, value.span)
            return .reference(upcast(value, owner, arguments))
        }
        return .value(upcast(value, owner, arguments))
    }

    private func isClass(_ type: Type) -> Bool {
        if case .nominal(let decl, _) = types[type] { return decl.kind == .class }
        return false
    }

    /// A method of a superclass works on the object as one of that class.
    private func upcast(_ value: TypedExpression, _ owner: NominalDecl, _ arguments: [Type]) -> TypedExpression {
        guard owner.kind == .class, case .nominal(let decl, _) = types[value.type], decl !== owner else { return value }
        let wanted = types.nominal(owner, Array(arguments.prefix(owner.signature.parameters.count)))
        return TypedExpression(.convert(.upcast, value), wanted, value.span)
    }

    private func construct(
        _ decl: EnumCaseDecl, _ arguments: [Type], _ apply: Apply, _ type: Type, _ span: Span
    ) -> TypedExpression {
        var values: [TypedExpression] = []
        for (position, payload) in decl.payload.enumerated() {
            let wanted = checker.substituteOnce(payload.type, decl.owner.signature, arguments)
            if let first = apply.mapping[position].first {
                values.append(finish(apply.arguments[first].node, as: wanted))
            } else if let syntax = payload.defaultValue, let scope = decl.owner.scope {
                values.append(checker.checkExpression(syntax, scope: scope, contextual: wanted))
            }
        }
        return TypedExpression(.enumCase(decl, values), type, span)
    }

    private func index(
        _ property: PropertyDecl, _ arguments: [Type], _ overload: Overload, _ apply: Apply, _ type: Type, _ span: Span
    ) -> TypedExpression {
        guard
            let callable = system.callable(
                MemberCandidate(named: .property(property), ownerArguments: [], level: 0), form: .index)
        else { return error(span) }
        let base = baseValue(overload, property, arguments)
        var values: [TypedArgument] = []
        for (position, parameter) in callable.parameters.enumerated() {
            let wanted = checker.substituteOnce(parameter.type, property.signature, arguments)
            let given = apply.mapping[position]
            if parameter.isVariadic {
                values.append(.variadic(given.map { finish(apply.arguments[$0].node, as: wanted) }, element: wanted))
            } else if let first = given.first {
                let node = apply.arguments[first].node
                if parameter.isAutoclosure {
                    values.append(.autoclosure(autoclosure(node, result: wanted, throwing: false)))
                } else {
                    values.append(.value(finish(node, as: wanted)))
                }
            } else {
                let thunk = checker.defaultThunk(of: property, at: position)
                values.append(.defaultValue(FunctionReference(thunk, arguments)))
            }
        }
        ensureAccessors(property)
        return TypedExpression(.subscript(base: base, property, arguments: arguments, values), type, span)
    }

    func ensureAccessors(_ property: PropertyDecl) {
        for accessor in [property.getter, property.setter, property.willSet, property.didSet] {
            if let accessor { checker.ensureSignature(of: accessor) }
        }
    }

    private func baseValue(_ overload: Overload, _ property: PropertyDecl, _ arguments: [Type]) -> TypedExpression? {
        if property.isStatic { return nil }
        let value: TypedExpression
        if let variable = overload.implicitSelf {
            value = TypedExpression(.variable(variable), variable.type, overload.span)
        } else if let base = overload.base {
            value = finish(base)
        } else {
            return nil
        }
        guard let owner = property.owner else { return value }
        return upcast(value, owner, arguments)
    }

    // MARK: Values

    /// A name or member that is not called; what is declared as `T!` is unwrapped where the solver wants a T.
    func finishValue(_ overload: Overload, _ node: Node) -> TypedExpression {
        let value = finishWhole(overload, node)
        guard let named = overload.chosen?.candidate.named else { return value }
        let whole: Type
        switch named {
        case .variable(let variable) where variable.isImplicitlyUnwrapped: whole = variable.type
        case .property(let property) where property.isImplicitlyUnwrapped:
            whole = overload.chosen.map { final($0.type, node.span) } ?? value.type
        default: return value
        }
        let wanted = final(node.type, node.span)
        if wanted == whole { return value }
        return TypedExpression(.forceUnwrap(value.retyped(whole)), wanted, node.span)
    }

    private func finishWhole(_ overload: Overload, _ node: Node) -> TypedExpression {
        let span = node.span
        guard let chosen = overload.chosen else { return error(span) }
        let type = final(node.type, span)
        let arguments = chosen.arguments.map { final($0, span) }
        switch chosen.candidate.named {
        case .variable(let variable): return checker.mention(variable, variable.type, span)
        case .property(let property):
            checkAccess(property.modifiers, property.owner, property.name, overload.span)
            ensureAccessors(property)
            if property.isStatic && property.isOverridden { checkKnownType(overload, property.name) }
            if property.owner?.kind == .class, let owner = property.owner { checker.buildVtable(of: owner) }
            let base = baseValue(overload, property, arguments)
            if case .stored = property.storage, let base, property.willSet == nil, property.didSet == nil,
                !property.isLazy, !property.isOverridden
            {
                if let owner = property.owner, owner.kind == .class {
                    return TypedExpression(.classField(base, property), type, span)
                }
                return TypedExpression(.field(base, property), type, span)
            }
            if case .global(let variable) = property.storage { variable.type = property.type }
            return TypedExpression(.property(base: base, property, arguments: arguments), type, span)
        case .enumCase(let decl):
            if decl.payload.isEmpty { return TypedExpression(.enumCase(decl, []), type, span) }
            return TypedExpression(.caseConstructor(decl), type, span)
        case .function(let function):
            if chosen.isUnbound {
                report(.unsupported("a method without its value, \(overload.name),"), span)
                return error(span)
            }
            if function.isInitializer, function.owner?.kind == .class, case .function(let shape) = types[type] {
                return creator(FunctionReference(function, arguments), overload, shape, type, span)
            }
            let base: TypedExpression?
            switch selfArgument(function, arguments, overload, span) {
            case .value(let value)?: base = value
            case .reference?:
                report(.other("a mutating method cannot be used as a value", hint: "call it"), span)
                return error(span)
            case .type?, nil: base = nil
            }
            return TypedExpression(.function(FunctionReference(function, arguments), base: base), type, span)
        case .type:
            if let index = overload.tupleIndex, let base = overload.base {
                return TypedExpression(.tupleElement(finish(base), index), type, span)
            }
            return error(span)
        case .nominal:
            if case .metatype(let instance) = types[type] { return TypedExpression(.metatype(instance), type, span) }
            return error(span)
        case .alias, .associated: return error(span)
        }
    }

}

extension TypedExpression {
    fileprivate func retyped(_ type: Type) -> TypedExpression { TypedExpression(kind, type, span, isSuper: isSuper) }

    /// A variable or property that is declared as `T!`.
    var isImplicitlyUnwrapped: Bool {
        switch kind {
        case .variable(let variable): variable.isImplicitlyUnwrapped
        case .field(_, let property), .classField(_, let property), .property(_, let property, _):
            property.isImplicitlyUnwrapped
        default: false
        }
    }

    /// Without conversions around.
    var unconverted: TypedExpression {
        if case .convert(_, let inner) = kind { return inner.unconverted }
        return self
    }
}
