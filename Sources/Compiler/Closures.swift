import Machine
import Semantics
import SourceText

/// A closure literal whose body is compiled later, as a function of its own.
struct ClosureWork {
    var closure: TypedClosure
    var captures: [VariableDecl]
    var substitution: Substitution
    var file: SourceFile
}

extension FunctionCompiler {
    /// Makes the closure object: the function and what it captures.
    func closureValue(_ closure: TypedClosure, _ target: Int?, captured: [VariableDecl]? = nil) -> Operand {
        let register = target ?? allocate(1)
        let mark = next
        let depth = cleanups.count
        for (variable, initial) in closure.captureInitializers { bindCapture(variable, initial) }
        let variables = captured ?? closure.captures.filter { !$0.isGlobal } + closure.captureInitializers.map { $0.0 }
        let index = session.closure(
            ClosureWork(closure: closure, captures: variables, substitution: substitution, file: file))
        let layouts = variables.map { captureLayout($0) }
        makeClosure(register, index, layouts) { [self] position, words in capture(variables[position], into: words) }
        popCleanups(to: depth)
        next = mark
        return own(register, session.closureLayout)
    }

    /// An autoclosure: what it uses of this frame is captured.
    func autoclosureValue(_ closure: TypedClosure, _ target: Int?) -> Operand {
        let used = UsedVariables(closure.body).found.filter { homes[ObjectIdentifier($0)] != nil }
        return closureValue(closure, target, captured: used)
    }

    /// `[x = e]` and `[x]`: a copy made now.
    private func bindCapture(_ variable: VariableDecl, _ initial: TypedExpression) {
        let operand = stabilize(value(initial))
        settle(variable, in: .registers(operand.register))
    }

    func captureLayout(_ variable: VariableDecl) -> ValueLayout {
        session.isBoxed(variable) ? session.boxLayout : layout(variable.type)
    }

    /// `fill` puts the borrowed words of each capture into registers.
    func makeClosure(_ register: Int, _ function: Int, _ captures: [ValueLayout], _ fill: (Int, Int) -> Void) {
        let width = captures.reduce(0) { $0 + $1.width }
        let words = allocate(width)
        var offset = words
        for (index, layout) in captures.enumerated() {
            fill(index, offset)
            retain(offset, layout)
            offset += layout.width
        }
        emit(
            .newClosure, a: register, b: function & 0xFFFF, c: session.closureDescriptor(captures), x: function >> 16)
        storeFields(register, 1, width, from: words)
    }

    /// The captures of a closure body, read from the closure object in its register: all of them at once.
    func openCaptures(_ variables: [VariableDecl], _ closureRegister: Int) {
        let layouts = variables.map { captureLayout($0) }
        let width = layouts.reduce(0) { $0 + $1.width }
        let first = allocate(width)
        loadFields(closureRegister, 1, width, into: first)
        var offset = first
        for (variable, layout) in zip(variables, layouts) {
            settle(variable, in: session.isBoxed(variable) ? .box(offset) : .registers(offset))
            offset += layout.width
        }
    }

    // MARK: Functions as values

    func functionValue(
        _ reference: FunctionReference, _ base: TypedExpression?, _ type: Type, _ target: Int?
    ) -> Operand {
        let reference = concrete(reference)
        let register = target ?? allocate(1)
        let mark = next
        let depth = cleanups.count
        var captures: [(layout: ValueLayout, register: Int)] = []
        if let base {
            let operand = stabilize(value(base))
            captures.append((operand.layout, operand.register))
        }
        for variable in session.captures(of: reference.decl) {
            let layout = captureLayout(variable)
            let words = allocate(layout.width)
            capture(variable, into: words)
            captures.append((layout, words))
        }
        let thunk = session.instance(
            .functionThunk(reference, isBound: base != nil, isDirect: isSuper(base)),
            named: reference.decl.qualifiedName)
        makeClosure(register, thunk, captures.map { $0.layout }) { [self] index, words in
            move(captures[index].layout.width, from: captures[index].register, to: words)
        }
        popCleanups(to: depth)
        next = mark
        return own(register, session.closureLayout)
    }

    func caseConstructor(_ enumCase: EnumCaseDecl, _ type: Type, _ target: Int?) -> Operand {
        let register = target ?? allocate(1)
        let thunk = session.instance(.caseThunk(Identity(enumCase), concrete(type)), named: enumCase.name)
        makeClosure(register, thunk, []) { _, _ in }
        return own(register, session.closureLayout)
    }
}

extension CompilerSession {
    func closure(_ work: ClosureWork) -> Int {
        let index = program.reserveFunction("closure")
        closures.append((work, index))
        return index
    }

    /// How a closure literal is called.
    func convention(of closure: TypedClosure, _ substitution: Substitution) -> Convention {
        func concrete(_ type: Type) -> Type {
            guard let signature = substitution.signature else { return withoutOpaque(type) }
            return withoutOpaque(checker.substitute(type, signature, substitution.arguments))
        }
        var convention = Convention(result: layout(concrete(closure.result)), canThrow: true)
        for (index, variable) in closure.parameters.enumerated() {
            let flags = index < closure.parameterFlags.count ? closure.parameterFlags[index] : nil
            convention.add(layout(concrete(variable.type)), isInout: flags?.isInout ?? variable.isInout)
        }
        return convention
    }

    func compile(_ work: ClosureWork) -> Function {
        let closure = work.closure
        let substitution = work.substitution
        let convention = convention(of: closure, substitution)
        // What stands without braces, as behind `??`, is a part of the line that it stands in.
        let isThunk = work.file.text(closure.span).utf8.first != UInt8(ascii: "{")
        let compiler = FunctionCompiler(self, substitution, convention, file: work.file, isThunk: isThunk)
        // The closure object comes right after the arguments.
        let own = compiler.allocate(1)
        compiler.assembler.span = closure.span
        compiler.openCaptures(work.captures, own)
        for (variable, parameter) in zip(closure.parameters, convention.parameters) {
            compiler.parameter(variable, parameter)
        }
        compiler.body(closure.body)
        return compiler.finish(name: "closure")
    }
}
