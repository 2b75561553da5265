import Machine
import Semantics
import SourceText

/// Static stored properties, whose initial values wait for the first use, and lazy ones.
extension FunctionCompiler {
    /// Makes sure that a static property has its value: a test of a flag beside it, then the initialiser's call.
    func initializeGlobal(_ variable: VariableDecl, _ property: PropertyDecl) {
        guard property.isStatic || property.owner != nil, property.hasInitializer else { return }
        let flag = session.flag(of: variable)
        let ready = assembler.newLabel()
        let mark = next
        var register = flag
        if !isEntry {
            register = allocate(1)
            emit(.loadGlobal, a: register, wide: flag, x: 1)
        }
        assembler.branchWide(.branchNonZero, a: register, to: ready)
        let function = session.instance(.globalInitializer(Identity(property)), named: property.name)
        let first = allocate(2) + 1
        emit(.call, a: first, wide: function)
        assembler.place(ready)
        next = mark
    }

    /// A lazy property of an instance or a struct at a place: an optional that is filled on the first read.
    func lazyPlace(_ base: TypedExpression, _ property: PropertyDecl, _ index: Int) -> Place {
        let type = concrete(base.type)
        if session.isClass(type) {
            let object = stabilize(value(base))
            return lazyPlace(of: .registers(object.register, object.layout), type, property, index)
        }
        return lazyPlace(of: place(base), type, property, index)
    }

    func lazyPlace(of own: Place, _ type: Type, _ property: PropertyDecl, _ index: Int) -> Place {
        let whole: Place
        if case .registers(let object, _) = own, session.isClass(type), let field = session.field(property, of: type) {
            whole = .object(object, offset: field.offset, field.layout)
        } else {
            whole = part(own, index)
        }
        let present = assembler.newLabel()
        scoped {
            let now = load(whole)
            assembler.branchWide(.branchNonZero, a: now.register, to: present)
        }
        scoped { fillLazy(property, whole, own) }
        assembler.place(present)
        return payloadPlace(whole)
    }

    private func fillLazy(_ property: PropertyDecl, _ whole: Place, _ own: Place) {
        let arguments = session.ownerArguments(of: property.owner, for: concrete(own.layout.type))
        let function = session.instance(
            .lazyInitializer(Identity(property), arguments), named: property.name)
        let convention = session.lazyConvention(property, arguments)
        let operand = load(own)
        let first = allocate(convention.width + 1) + 1
        move(operand.layout.width, from: operand.register, to: first + convention.parameters[0].register)
        emit(.call, a: first, wide: function)
        let register = allocate(whole.layout.width)
        wrap(self.own(first, convention.result), whole.layout, into: register)
        store(register, to: whole)
    }

    func lazyProperty(_ base: TypedExpression, _ property: PropertyDecl, _ index: Int) -> Operand {
        load(lazyPlace(base, property, index))
    }
}

extension CompilerSession {
    /// The global word that says whether a static property has its value.
    func flag(of variable: VariableDecl) -> Int {
        if let word = lazyGlobals[ObjectIdentifier(variable)] { return word }
        _ = global(variable)
        let word = program.globals.words
        program.globals = program.globals + .raw
        lazyGlobals[ObjectIdentifier(variable)] = word
        return word
    }

    func globalInitializer(_ property: PropertyDecl) -> Function {
        let convention = Convention(result: layout(checker.types.void), canThrow: false)
        let compiler = FunctionCompiler(self, .none, convention, file: property.owner?.file ?? anyFile)
        guard case .global(let variable) = property.storage, let initial = checker.initialValue(of: property) else {
            return compiler.finish(name: property.name)
        }
        compiler.assembler.span = initial.span
        compiler.scoped {
            let words = compiler.owned(initial)
            let layout = layout(withoutOpaque(variable.type))
            if layout.width > 0 { compiler.emit(.storeGlobal, a: words, wide: global(variable), x: layout.width) }
            compiler.emit(.storeGlobal, a: compiler.constant(1), wide: flag(of: variable), x: 1)
        }
        compiler.finishReturn()
        return compiler.finish(name: property.name)
    }

    func lazyConvention(_ property: PropertyDecl, _ arguments: [Type]) -> Convention {
        func concrete(_ type: Type) -> Type {
            withoutOpaque(checker.substitute(type, property.signature, arguments))
        }
        _ = checker.initialValue(of: property)
        var convention = Convention(result: layout(concrete(property.type)), canThrow: false)
        if let own = property.lazySelf { convention.add(layout(concrete(own.type))) }
        return convention
    }

    func lazyInitializer(_ property: PropertyDecl, _ arguments: [Type]) -> Function {
        let convention = lazyConvention(property, arguments)
        let substitution = Substitution(signature: property.signature, arguments: arguments)
        let compiler = FunctionCompiler(self, substitution, convention, file: property.owner?.file ?? anyFile)
        guard let own = property.lazySelf, let initial = checker.initialValue(of: property) else {
            return compiler.finish(name: property.name)
        }
        compiler.assembler.span = initial.span
        compiler.parameter(own, convention.parameters[0])
        compiler.body(
            TypedBlock(statements: [TypedStatement(.return(initial), initial.span)], span: initial.span))
        return compiler.finish(name: property.name)
    }

    /// The generic arguments of a type's ancestor, or of itself.
    func ownerArguments(of owner: NominalDecl?, for type: Type) -> [Type] {
        var current: Type? = type
        while let now = current, case .nominal(let decl, let arguments) = checker.types[now] {
            if decl === owner { return arguments }
            current = superclass(of: now)
        }
        return []
    }

    /// `deinit` of a class and of its superclasses, on a borrowed `self`.
    func deinitializer(_ type: Type) -> Function {
        var convention = Convention(result: layout(checker.types.void), canThrow: false)
        convention.add(layout(type))
        let compiler = FunctionCompiler(self, .none, convention, file: anyFile, isThunk: true)
        var current: Type? = type
        while let now = current, case .nominal(let decl, let arguments) = checker.types[now] {
            if let deinitializer = decl.deinitializer {
                let own = Operand(register: 0, layout: layout(now), hold: .lasting)
                _ = compiler.invoke(FunctionReference(deinitializer, arguments), [own], [], nil)
            }
            current = superclass(of: now)
        }
        compiler.finishReturn()
        return compiler.finish(name: "deinit")
    }
}
