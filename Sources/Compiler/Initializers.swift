import Machine
import Semantics
import SourceText

/// `init` of structs, enums and classes.
///
/// A struct's or enum's initialiser builds `self` in a variable of its own and returns it. A class's gets the allocated
/// instance as its `self` argument; a failable one returns whether it succeeded.
extension FunctionCompiler {
    // MARK: Calls

    func initialize(
        _ reference: FunctionReference, _ type: Type, _ arguments: [TypedArgument], _ expression: TypedExpression,
        _ target: Int?
    ) -> Operand {
        let decl = reference.decl
        if let native = decl.native { return callNative(native, reference, nil, arguments, expression, target) }
        guard decl.isClassInitializer else {
            return perform(.direct(reference), nil, arguments, target)
        }
        return allocateInstance(reference, session.initializedClass(type), arguments, expression, target)
    }

    private func allocateInstance(
        _ reference: FunctionReference, _ type: Type, _ arguments: [TypedArgument], _ expression: TypedExpression,
        _ target: Int?
    ) -> Operand {
        let whole = layout(expression.type)
        let register = target ?? allocate(whole.width)
        let mark = next
        let depth = cleanups.count
        let instance = allocate(1)
        // Owned from before the call, so that an error thrown on the way releases it.
        loadConstant(0, into: instance)
        let made = own(instance, session.boxLayout)
        let result = perform(.direct(reference), nil, arguments, nil) { [self] in
            emit(.newObject, a: instance, wide: session.classDescriptor(type))
            return made
        }
        forward(made)
        if reference.decl.isFailable {
            let succeeded = assembler.newLabel()
            assembler.branchWide(.branchNonZero, a: result.register, to: succeeded)
            emit(.release, a: instance)
            loadConstant(0, into: instance)
            assembler.place(succeeded)
        }
        move(1, from: instance, to: register)
        popCleanups(to: depth)
        next = mark
        return own(register, whole)
    }

    /// `self.init(…)`, `super.init(…)`.
    func delegate(_ reference: FunctionReference, _ variable: VariableDecl, _ arguments: [TypedArgument]) -> Operand {
        let convention = session.convention(reference)
        let void = dummy(session.checker.types.void)
        if reference.decl.isClassInitializer {
            let own = TypedExpression(.variable(variable), variable.type, assembler.span)
            let result = perform(.direct(reference), .value(own), arguments, nil)
            if reference.decl.isFailable {
                let succeeded = assembler.newLabel()
                assembler.branchWide(.branchNonZero, a: result.register, to: succeeded)
                returnNil()
                assembler.place(succeeded)
            }
            return void
        }
        scoped {
            let result: Operand
            if let native = reference.decl.native, session.isOperation(native, reference) {
                let values = arguments.compactMap { argument -> TypedExpression? in
                    if case .value(let value) = argument { value } else { nil }
                }
                let register = allocate(convention.result.width)
                result = operation(native, reference, operands(values), into: register, convention.result)
            } else {
                result = perform(.direct(reference), nil, arguments, nil)
            }
            var made = result
            if reference.decl.isFailable {
                let succeeded = assembler.newLabel()
                assembler.branchWide(.branchNonZero, a: result.register, to: succeeded)
                returnNil()
                assembler.place(succeeded)
                made = Operand(
                    register: wrapped(in: result).register, layout: wrapped(in: result).layout, hold: .lasting)
                forward(result)
            } else {
                forward(result)
            }
            store(made.register, to: placeOf(variable))
        }
        return void
    }

    func placeOf(_ variable: VariableDecl) -> Place {
        let layout = layout(variable.type)
        switch home(of: variable) {
        case .registers(let register): return .registers(register, layout)
        case .box(let box): return .object(box, offset: 0, layout)
        case .global(let word): return .global(word, layout)
        }
    }

    // MARK: Bodies

    func initializerBody(_ decl: FunctionDecl, _ body: TypedBlock?) {
        guard let own = decl.selfVariable, let body else {
            return fail("the machine knows no operation named \(decl.native ?? decl.qualifiedName)")
        }
        initializerSelf = own
        isFailable = decl.isFailable
        openParameters(decl)
        markEnter(body.span)
        let delegates = body.delegates
        callsSuperAtEnd = decl.isClassInitializer && !delegates
        if decl.isClassInitializer {
            if !delegates || body.delegatesToSuper(decl) { initializeFields(decl, own) }
        } else {
            declareLater(own)
            openSelf(own)
            if !delegates { initializeFields(decl, own) }
        }
        self.statements(body)
        returnSelf()
        cleanups = []
    }

    /// A boxed struct needs its object before its parts can be stored.
    func openSelf(_ own: VariableDecl) {
        let layout = layout(own.type)
        guard case .boxed = layout.form else { return }
        scoped {
            let register = allocate(1)
            emit(.newObject, a: register, wide: session.boxDescriptor(layout))
            store(register, to: placeOf(own))
        }
    }

    /// Stored properties take their initial values.
    func initializeFields(_ decl: FunctionDecl, _ own: VariableDecl) {
        guard let owner = decl.owner else { return }
        for (index, property) in owner.storedProperties.enumerated() where !property.isLazy {
            guard let initial = session.checker.initialValue(of: property) else { continue }
            initializeField(own, property, index) { [self] words in _ = owned(initial, into: words) }
        }
    }

    /// The first store to a field of `self`, whose words are 0.
    func initializeField(_ own: VariableDecl, _ property: PropertyDecl, _ index: Int, _ fill: (Int) -> Void) {
        scoped {
            let type = concrete(own.type)
            if session.isClass(type) {
                guard let field = session.field(property, of: type) else { return }
                if case .weak(let strong) = field.layout.form {
                    let register = allocate(strong.width)
                    fill(register)
                    let object = load(own).register
                    return store(register, to: self.strong(.object(object, offset: field.offset, field.layout)))
                }
                let register = allocate(field.layout.width)
                fill(register)
                storeFields(load(own).register, field.offset, field.layout.width, from: register)
            } else {
                let place = part(placeOf(own), index)
                let register = allocate(place.layout.width)
                fill(register)
                store(register, to: place)
            }
        }
    }

    /// Returns `self`: the value, or nothing of a class, whose caller has the instance.
    func returnSelf() {
        guard let own = initializerSelf else { return }
        let type = concrete(own.type)
        if session.isClass(type) {
            if callsSuperAtEnd, let superclass = session.superclass(of: type) {
                callDefaultInitializer(of: superclass, own)
            }
            if isFailable { loadConstant(1, into: 0) }
        } else {
            let operand = load(own)
            if isFailable {
                retain(operand.register, operand.layout)
                let copy = allocate(operand.layout.width)
                move(operand.layout.width, from: operand.register, to: copy)
                wrapWords(copy, operand.layout, convention.result, into: 0)
            } else {
                move(operand.layout.width, from: operand.register, to: 0)
                retain(0, operand.layout)
            }
        }
        emitCleanups(downTo: 0)
        finishReturn()
    }

    private func wrapWords(_ source: Int, _ layout: ValueLayout, _ whole: ValueLayout, into register: Int) {
        switch whole.form {
        case .sum(let cases) where cases.count == 2:
            move(layout.width, from: source, to: register + (cases[1].places.first ?? 1))
            loadConstant(1, into: register)
        default: move(layout.width, from: source, to: register)
        }
    }

    func returnNil() {
        emitCleanups(downTo: 0)
        zero(0, convention.result)
        finishReturn()
    }
}

extension TypedBlock {
    /// Whether an initialiser's body passes the work on to another one.
    var delegates: Bool { contains { if case .delegatingInitializer = $0 { true } else { false } } }

    func delegatesToSuper(_ decl: FunctionDecl) -> Bool {
        contains {
            if case .delegatingInitializer(let reference, _) = $0 { reference.decl.owner !== decl.owner } else { false }
        }
    }

    private func contains(_ test: (Callee) -> Bool) -> Bool { statements.contains { $0.contains(test) } }
}

extension TypedStatement {
    /// Whether a call like this stands in the statement, not inside a larger expression.
    fileprivate func contains(_ test: (Callee) -> Bool) -> Bool {
        func inside(_ block: TypedBlock) -> Bool { block.statements.contains { $0.contains(test) } }
        func inside(_ expression: TypedExpression) -> Bool {
            switch expression.kind {
            case .call(let callee, _): test(callee)
            case .tryForced(let inner), .tryOptional(let inner, _): inside(inner)
            default: false
            }
        }
        switch kind {
        case .expression(let expression): return inside(expression)
        case .if(let clauses, let otherwise, _):
            return clauses.contains { inside($0.body) } || otherwise.map { inside($0) } ?? false
        case .guard(_, let block), .while(_, let block, _), .block(let block), .repeatWhile(let block, _, _):
            return inside(block)
        case .forIn(let loop, _): return inside(loop.body)
        case .switch(_, let cases, _): return cases.contains { inside($0.body) }
        case .do(let block, let catches, _, _): return inside(block) || catches.contains { inside($0.body) }
        default: return false
        }
    }
}

extension CompilerSession {
    /// The class that `init` makes an instance of.
    func initializedClass(_ type: Type) -> Type {
        if case .metatype(let inner) = checker.types[type] { return inner }
        return layouts.optionalPayload(type) ?? type
    }
}
