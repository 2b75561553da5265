import Machine
import Semantics
import SourceText

/// What a function of the program was made for: a declaration with concrete arguments, or one of the compiler's own.
enum InstanceKey: Hashable {
    case function(FunctionReference)
    /// A function as a closure: arguments go on to it, captured words with them.
    case functionThunk(FunctionReference, isBound: Bool, isDirect: Bool)
    case caseThunk(Identity<EnumCaseDecl>, Type)
    case conversionThunk(Type, Type)
    /// A requirement as an existential's box calls it.
    case witness(FunctionReference, Type)
    /// A generic function for the type inside an existential, called with its box.
    case openedWitness(FunctionReference, Type)
    /// Appends what `print` (or a collection around the value) shows to a string.
    case describe(Type, isDebug: Bool)
    /// The same for the box or instance of an existential.
    case describeBox(Type, isDebug: Bool)
    /// Evaluates a static property's initial value on its first use.
    case globalInitializer(Identity<PropertyDecl>)
    /// Evaluates a lazy property's initial value, of the owner's arguments, for a `self`.
    case lazyInitializer(Identity<PropertyDecl>, [Type])
    case deinitializer(Type)

    var file: SourceFile? {
        switch self {
        case .function(let reference), .functionThunk(let reference, _, _), .witness(let reference, _),
            .openedWitness(let reference, _):
            reference.decl.file
        default: nil
        }
    }

    var span: Span {
        switch self {
        case .function(let reference), .functionThunk(let reference, _, _), .witness(let reference, _),
            .openedWitness(let reference, _):
            reference.decl.span
        default: .none
        }
    }
}

/// A declaration as a key, by identity.
struct Identity<Object: AnyObject>: Hashable {
    let object: Object
    init(_ object: Object) { self.object = object }
    static func == (a: Identity, b: Identity) -> Bool { a.object === b.object }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(object)) }
}

extension FunctionDecl {
    var qualifiedName: String { owner.map { "\($0.name).\(name)" } ?? name }
    var isClassInitializer: Bool {
        if case .initializer = role { owner?.kind == .class } else { false }
    }
    var isInitializer: Bool { if case .initializer = role { true } else { false } }
    var isFailable: Bool { if case .initializer(true) = role { true } else { false } }
    /// The declaration whose calls this one has to answer: the one at the top of the class hierarchy.
    var root: FunctionDecl {
        var decl = self
        while vtableSlot != nil, let overridden = decl.overrides { decl = overridden }
        return decl
    }
}

extension CompilerSession {
    func compile(_ key: InstanceKey) -> Function {
        switch key {
        case .function(let reference): compile(reference)
        case .functionThunk(let reference, let isBound, let isDirect): functionThunk(reference, isBound, isDirect)
        case .caseThunk(let enumCase, let type): caseThunk(enumCase.object, type)
        case .conversionThunk(let from, let to): conversionThunk(from, to)
        case .witness(let reference, let type): witnessThunk(reference, type)
        case .openedWitness(let reference, let type): openedWitness(reference, type)
        case .describe(let type, let isDebug): describeFunction(type, isDebug)
        case .describeBox(let type, let isDebug): describeBoxFunction(type, isDebug)
        case .globalInitializer(let property): globalInitializer(property.object)
        case .lazyInitializer(let property, let arguments): lazyInitializer(property.object, arguments)
        case .deinitializer(let type): deinitializer(type)
        }
    }

    // MARK: Conventions

    /// How the instance is called.
    func convention(_ reference: FunctionReference) -> Convention {
        let decl = reference.decl
        func concrete(_ type: Type) -> Type {
            withoutOpaque(checker.substitute(type, decl.signature, reference.arguments))
        }
        _ = checker.body(of: decl)
        let result: ValueLayout
        if decl.isClassInitializer {
            result = decl.isFailable ? boolLayout : layout(checker.types.void)
        } else {
            result = layout(concrete(decl.result))
        }
        var convention = Convention(result: result, canThrow: decl.root.thrown != nil)
        if let own = decl.selfVariable, !decl.isInitializer || decl.isClassInitializer {
            convention.add(layout(concrete(own.type)), isInout: decl.isMutating && decl.owner?.kind != .class)
        }
        for parameter in decl.parameters {
            convention.add(layout(concrete(parameter.variable.type)), isInout: parameter.isInout)
        }
        for variable in captures(of: decl) {
            convention.add(isBoxed(variable) ? boxLayout : layout(concrete(variable.type)))
        }
        return convention
    }

    /// How values of a function type are called: always with an error register, so that a function that does not throw
    /// can stand for one that may.
    func closureConvention(_ type: Type) -> Convention? {
        guard case .function(let shape) = checker.types[type] else { return nil }
        var convention = Convention(result: layout(withoutOpaque(shape.result)), canThrow: true)
        for parameter in shape.parameters {
            let held = parameter.isVariadic ? arrayType(of: parameter.type) : parameter.type
            convention.add(parameter.isAutoclosure ? closureLayout : layout(held), isInout: parameter.isInout)
        }
        return convention
    }

    func canThrow(_ type: Type) -> Bool {
        guard case .function(let shape) = checker.types[type], let thrown = shape.thrown else { return false }
        if case .nominal(let decl, _) = checker.types[thrown], decl.name == "Never" { return false }
        return true
    }

    /// Whether two function types pass and return the same words.
    func sameWords(_ a: Type, _ b: Type) -> Bool {
        guard case .function(let first) = checker.types[a], case .function(let second) = checker.types[b],
            first.parameters.count == second.parameters.count
        else { return a == b }
        func same(_ x: Type, _ y: Type) -> Bool {
            if x == y || isClass(x) && isClass(y) { return true }
            if isFunction(x) && isFunction(y) { return sameWords(x, y) }
            return isExistential(x) && isExistential(y)
        }
        return same(first.result, second.result)
            && zip(first.parameters, second.parameters).allSatisfy { same($0.type, $1.type) }
    }

    // MARK: Bodies

    private func compile(_ reference: FunctionReference) -> Function {
        if let opened = openedArgument(reference) { return dispatcher(reference, opened) }
        let decl = reference.decl
        let substitution = Substitution(signature: decl.signature, arguments: reference.arguments)
        let body = checker.body(of: decl)
        let convention = convention(reference)
        // Default values and what nobody wrote are worked out where they are wanted, and are no step of their own.
        var isThunk = decl.synthesized != nil
        if case .thunk = decl.role { isThunk = true }
        let compiler = FunctionCompiler(self, substitution, convention, file: decl.file, isThunk: isThunk)
        compiler.assembler.span = decl.span
        switch decl.role {
        case .willSet, .didSet: compiler.observedProperty = decl.storage
        default: break
        }
        if let native = decl.native, isOperation(native, reference) {
            compiler.nativeBody(native, reference)
        } else if let synthesized = decl.synthesized {
            compiler.synthesizedBody(synthesized, decl, reference)
        } else if decl.isInitializer {
            compiler.initializerBody(decl, body)
        } else if let body {
            compiler.openParameters(decl)
            compiler.body(body)
        } else {
            fail(
                Diagnostic(
                    in: decl.file, at: decl.span,
                    "the machine knows no operation named \(decl.native ?? decl.qualifiedName)"))
        }
        return compiler.finish(name: decl.qualifiedName)
    }

    // MARK: Captures

    /// The variables that a local function uses of the functions around it, and those that the local functions that it
    /// calls use.
    func captures(of decl: FunctionDecl) -> [VariableDecl] {
        guard !decl.captures.isEmpty else { return [] }
        return decl.captures.filter { !$0.isGlobal }
    }

    /// Lets a local function's body be checked, so that its captures are known.
    func captured(_ decl: FunctionDecl) { _ = checker.body(of: decl) }

    /// Whether a variable is shared with closures through a box.
    func isBoxed(_ variable: VariableDecl) -> Bool {
        !variable.isGlobal && variable.isCaptured && (variable.isMutated || variable.isInitializedLater)
    }
}

extension FunctionCompiler {
    /// Gives the parameters their homes.
    func openParameters(_ decl: FunctionDecl) {
        var index = 0
        if let own = decl.selfVariable, !decl.isInitializer || decl.isClassInitializer {
            parameter(own, convention.parameters[0])
            index = 1
        }
        for item in decl.parameters {
            parameter(item.variable, convention.parameters[index])
            index += 1
        }
        for variable in session.captures(of: decl) {
            let register = convention.parameters[index].register
            settle(variable, in: session.isBoxed(variable) ? .box(register) : .registers(register))
            index += 1
        }
    }

    func parameter(_ variable: VariableDecl, _ parameter: Convention.Parameter) {
        settle(variable, in: .registers(parameter.register))
        guard session.isBoxed(variable), parameter.isInout else { return }
        let box = allocate(1)
        emit(.newObject, a: box, wide: session.cellDescriptor(parameter.layout))
        storeFields(box, 0, parameter.layout.width, from: parameter.register)
        pushCleanup(.release(register: box, session.boxLayout))
        pushCleanup(.unbox(box: box, register: parameter.register, parameter.layout))
        settle(variable, in: .box(box))
    }

    /// The statements of a body, then the return at its end.
    func body(_ body: TypedBlock) {
        markEnter(body.span)
        let depth = cleanups.count
        if let expression = body.singleExpression, convention.result.width > 0 {
            statement(TypedStatement(.return(expression), expression.span))
            return
        }
        reserveConstants(for: body.statements)
        statements(body)
        if convention.result.width > 0, initializerSelf == nil {
            trap(.unreachable)
        } else if initializerSelf != nil {
            returnSelf()
        } else {
            emitCleanups(downTo: 0)
            finishReturn()
        }
        cleanups = Array(cleanups.prefix(depth))
    }
}
