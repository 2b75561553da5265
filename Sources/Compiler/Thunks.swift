import Machine
import Semantics

/// Functions that stand between two ways of calling.
extension CompilerSession {
    /// A closure over a function: its parameters go on in order, after a bound `self` and before captured variables.
    func functionThunk(_ reference: FunctionReference, _ isBound: Bool, _ isDirect: Bool) -> Function {
        let inner = convention(reference)
        let captured = captures(of: reference.decl)
        let boundCount = isBound ? 1 : 0
        var outer = Convention(result: inner.result, canThrow: true)
        let middle = inner.parameters.dropFirst(boundCount).dropLast(captured.count)
        for parameter in middle { outer.add(parameter.layout, isInout: parameter.isInout) }
        let compiler = FunctionCompiler(self, .none, outer, file: reference.decl.file)
        compiler.assembler.span = reference.decl.span
        let own = compiler.allocate(1)
        let held = Array(inner.parameters.prefix(boundCount)) + inner.parameters.suffix(captured.count)
        let width = held.reduce(0) { $0 + $1.layout.width }
        let words = compiler.allocate(width)
        compiler.loadFields(own, 1, width, into: words)
        var operands: [Operand] = []
        var moved: Set<Int> = []
        var offset = words
        func next(_ parameter: Convention.Parameter) -> Operand {
            let operand = Operand(register: offset, layout: parameter.layout, hold: .lasting)
            offset += parameter.layout.width
            return operand
        }
        if isBound { operands.append(next(inner.parameters[0])) }
        for parameter in outer.parameters {
            if parameter.isInout { moved.insert(operands.count) }
            operands.append(Operand(register: parameter.register, layout: parameter.layout, hold: .lasting))
        }
        for parameter in inner.parameters.suffix(captured.count) { operands.append(next(parameter)) }
        compiler.capturesArePassed = true
        compiler.finishThunk(compiler.invoke(reference, operands, moved, nil, isDirect: isDirect))
        return compiler.finish(name: reference.decl.qualifiedName)
    }

    func caseThunk(_ enumCase: EnumCaseDecl, _ type: Type) -> Function {
        guard let outer = closureConvention(type), case .function(let shape) = checker.types[type] else {
            return Function(name: enumCase.name)
        }
        let compiler = FunctionCompiler(self, .none, outer, file: enumCase.owner.file)
        let whole = layout(withoutOpaque(shape.result))
        compiler.next += 1
        compiler.highest += 1
        let register = compiler.allocate(whole.width)
        compiler.buildCase(enumCase, whole, register) { index, words in
            let parameter = outer.parameters[index]
            compiler.move(parameter.layout.width, from: parameter.register, to: words)
            compiler.retain(words, parameter.layout)
        }
        compiler.finishThunk(compiler.own(register, whole))
        return compiler.finish(name: enumCase.name)
    }

    /// Converts arguments and the result around the closure that it captures.
    func conversionThunk(_ from: Type, _ to: Type) -> Function {
        guard let outer = closureConvention(to), let inner = closureConvention(from),
            case .function(let given) = checker.types[from], case .function(let wanted) = checker.types[to]
        else { return Function(name: "conversion") }
        let compiler = FunctionCompiler(self, .none, outer, file: anyFile)
        let own = compiler.allocate(1)
        let closure = compiler.allocate(1)
        compiler.loadFields(own, 1, 1, into: closure)
        let operands = outer.parameters.enumerated().map { index, parameter in
            let operand = Operand(register: parameter.register, layout: parameter.layout, hold: .lasting)
            return compiler.adapt(operand, from: wanted.parameters[index].type, to: given.parameters[index].type)
        }
        let result = compiler.callClosure(closure, inner, canThrow(from), nil, operands)
        compiler.finishThunk(compiler.adapt(result, from: given.result, to: wanted.result))
        return compiler.finish(name: "conversion")
    }
}

extension FunctionCompiler {
    func finishThunk(_ result: Operand) {
        if result.layout.width > 0 { consume(place(result, at: 0)) }
        emitCleanups(downTo: 0)
        cleanups = []
        finishReturn()
    }

    /// A value as another type that it converts to without words from the source: to an existential or an optional.
    func adapt(_ operand: Operand, from: Type, to: Type) -> Operand {
        if from == to { return operand }
        if session.isExistential(to) { return erase(operand, from, nil) }
        if let wrappedType = session.layouts.optionalPayload(to), wrappedType == from {
            let whole = session.layout(to)
            let register = allocate(whole.width)
            wrap(operand, whole, into: register)
            return own(register, whole)
        }
        if session.isClass(from) && session.isClass(to) || session.layout(to).width == 0 { return operand }
        fail("a function of this type cannot be converted", hint: "write a closure that calls it")
        return operand
    }
}
