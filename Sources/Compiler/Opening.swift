import Machine
import Semantics

/// A generic function given an `any P` for its `T: P`, a member of a protocol's extension called on one, a generic
/// requirement called on one: Swift opens the value, so that inside `T` is the type that it has at run time.
///
/// What is called is a dispatcher of the function's own convention. It finds the value's type by a table with one
/// witness, made for this function alone, and each type's witness is the function specialised for that type.
struct OpenedFunction {
    let reference: FunctionReference
    /// The generic argument that is opened, and the parameter of the convention that has the value.
    let argument: Int
    let parameter: Int
    /// Among the program's protocols.
    let index: Int
}

extension CompilerSession {
    /// Which generic argument of a function stands for whatever type an existential holds; nil for ordinary functions.
    func openedArgument(_ reference: FunctionReference) -> (argument: Int, parameter: Int)? {
        let decl = reference.decl
        if decl.isRequirement {
            guard reference.arguments.count > 1, isExistential(reference.arguments[0]) else { return nil }
            return (0, 0)
        }
        let signature = decl.signature
        for (position, argument) in reference.arguments.enumerated() where position < signature.parameters.count {
            guard case .existential(let protocols, _) = checker.types[argument], !protocols.isEmpty else { continue }
            let own = checker.types.parameter(signature.parameters[position])
            let isBound = signature.requirements.contains { requirement in
                if case .conforms(let type, let bound) = requirement, type == own {
                    return !checker.conforms(argument, to: bound)
                }
                return false
            }
            if isBound, let parameter = valueParameter(of: own, decl) { return (position, parameter) }
        }
        return nil
    }

    /// The place in the convention of the one parameter whose type is the generic one.
    private func valueParameter(of type: Type, _ decl: FunctionDecl) -> Int? {
        let hasSelf = decl.selfVariable != nil && (!decl.isInitializer || decl.isClassInitializer)
        if hasSelf, decl.selfVariable?.type == type { return 0 }
        return decl.parameters.firstIndex { $0.variable.type == type }.map { $0 + (hasSelf ? 1 : 0) }
    }

    private func opened(_ reference: FunctionReference, _ position: (argument: Int, parameter: Int)) -> OpenedFunction {
        if let known = existentials.opened.first(where: { $0.reference == reference }) { return known }
        program.protocols.append("(opened \(reference.decl.qualifiedName))")
        let made = OpenedFunction(
            reference: reference, argument: position.argument, parameter: position.parameter,
            index: program.protocols.count - 1)
        existentials.opened.append(made)
        return made
    }

    /// The opened value first, since the call through its table finds it there, then the others in order.
    private func openedConvention(_ opened: OpenedFunction) -> (Convention, order: [Int]) {
        let plain = convention(opened.reference)
        let others = plain.parameters.indices.filter { $0 != opened.parameter }
        var result = Convention(result: plain.result, canThrow: plain.canThrow)
        let order = [opened.parameter] + others
        for index in order { result.add(plain.parameters[index].layout, isInout: plain.parameters[index].isInout) }
        return (result, order)
    }

    /// The function that callers know: goes on to the one for the type that the value has.
    func dispatcher(_ reference: FunctionReference, _ position: (argument: Int, parameter: Int)) -> Function {
        let opened = opened(reference, position)
        let plain = convention(reference)
        let (inner, order) = openedConvention(opened)
        let compiler = FunctionCompiler(self, .none, plain, file: reference.decl.file)
        compiler.assembler.span = reference.decl.span
        let first = compiler.allocate(1 + inner.width) + 1
        for (place, index) in order.enumerated() {
            let parameter = inner.parameters[place]
            compiler.move(
                parameter.layout.width, from: plain.parameters[index].register, to: first + parameter.register)
        }
        if inner.canThrow { compiler.loadConstant(0, into: first + inner.errorRegister) }
        let value = inner.parameters[0]
        if value.register != 0 { compiler.emit(.move, a: first, b: first + value.register) }
        compiler.emit(.callWitness, a: first, b: opened.index, c: 0)
        for (place, index) in order.enumerated() where inner.parameters[place].isInout {
            let parameter = inner.parameters[place]
            compiler.move(
                parameter.layout.width, from: first + parameter.register, to: plain.parameters[index].register)
        }
        if inner.canThrow { compiler.propagate(first + inner.errorRegister) }
        compiler.finishThunk(compiler.own(first, inner.result))
        return compiler.finish(name: reference.decl.qualifiedName)
    }

    /// The tables of one type for all functions that are called on opened values.
    func openedTables(for type: Type) -> [TypeDescriptor.Conformance] {
        var tables: [TypeDescriptor.Conformance] = []
        for opened in existentials.opened {
            guard case .existential(let protocols, _) = checker.types[opened.reference.arguments[opened.argument]],
                protocols.allSatisfy({ checker.conforms(type, to: $0) })
            else { continue }
            let witness = instance(
                .openedWitness(opened.reference, type), named: "\(typeName(type)).\(opened.reference.decl.name)")
            tables.append(TypeDescriptor.Conformance(protocol: opened.index, witnesses: [witness]))
        }
        return tables
    }

    /// Takes the value out of its box and calls the function for its type; what comes back is made what callers expect.
    func openedWitness(_ reference: FunctionReference, _ type: Type) -> Function {
        guard let position = openedArgument(reference) else { return Function(name: reference.decl.name) }
        let opened = opened(reference, position)
        let (outer, order) = openedConvention(opened)
        let compiler = FunctionCompiler(self, .none, outer, file: reference.decl.file)
        compiler.assembler.span = reference.decl.span
        var arguments = reference.arguments
        arguments[opened.argument] = type
        let inside = checker.resolve(FunctionReference(reference.decl, arguments))
        let own = outer.parameters[0]
        var operands = [Operand?](repeating: nil, count: order.count)
        var moved: Set<Int> = []
        let layout = layout(type)
        if isClass(type) {
            operands[opened.parameter] = Operand(register: own.register, layout: layout, hold: .lasting)
        } else {
            let words = compiler.allocate(layout.width)
            if own.isInout {
                compiler.emit(.objectUnique, a: own.register)
                compiler.emit(.fieldTake, a: words, b: own.register, c: 0, x: layout.width)
            } else {
                compiler.loadFields(own.register, 0, layout.width, into: words)
            }
            operands[opened.parameter] = Operand(register: words, layout: layout, hold: .lasting)
        }
        if own.isInout { moved.insert(opened.parameter) }
        for (place, index) in order.enumerated().dropFirst() {
            let parameter = outer.parameters[place]
            let operand = Operand(register: parameter.register, layout: parameter.layout, hold: .lasting)
            operands[index] = compiler.asOpened(operand, convention(inside).parameters[index].layout.type)
            if parameter.isInout { moved.insert(index) }
        }
        compiler.capturesArePassed = true
        let result = compiler.invoke(inside, operands.compactMap { $0 }, moved, nil)
        if own.isInout, !isClass(type), let operand = operands[opened.parameter] {
            compiler.storeFields(own.register, 0, layout.width, from: operand.register)
        }
        compiler.finishThunk(compiler.asOpened(result, outer.result.type))
        return compiler.finish(name: "\(typeName(type)).\(reference.decl.name)")
    }
}

extension FunctionCompiler {
    /// A value between a function specialised for the type inside an existential and those who know the existential only.
    func asOpened(_ operand: Operand, _ type: Type) -> Operand {
        let from = operand.layout.type
        if from == type { return operand }
        guard let conversion = session.checker.conversion(from: from, to: type) else { return operand }
        return convert(operand, conversion, from: from, to: type, nil)
    }
}
