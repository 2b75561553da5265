import Machine
import Semantics

/// Which types have been made existentials, and which requirements are called on existentials: their product is what
/// the tables need. Both grow while code is compiled; `completeWitnesses` fills what is new.
struct ExistentialTable {
    /// In order of appearance, so that programs come out the same on every run.
    var types: [Type] = []
    var known: Set<Type> = []
    var protocols: [NominalDecl] = []
    var indexes: [ObjectIdentifier: Int] = [:]
    /// Requirements called so far, by protocol index.
    var used: [Int: [FunctionDecl]] = [:]
    /// The compiler's own protocol: how values show themselves.
    var describing: Int?
    var usesDebug = false
    var usesPrint = false
    /// Functions called on opened values.
    var opened: [OpenedFunction] = []
}

extension CompilerSession {
    func noteErased(_ type: Type) {
        if existentials.known.insert(type).inserted { existentials.types.append(type) }
    }

    func protocolIndex(_ decl: NominalDecl) -> Int {
        if let index = existentials.indexes[ObjectIdentifier(decl)] { return index }
        program.protocols.append(decl.name)
        let index = program.protocols.count - 1
        existentials.indexes[ObjectIdentifier(decl)] = index
        existentials.protocols.append(decl)
        return index
    }

    /// Protocol and position of a requirement in its witness table.
    func witnessSlot(_ requirement: FunctionDecl) -> (Int, Int) {
        guard let owner = requirement.owner, let slot = owner.requirements.firstIndex(where: { $0 === requirement })
        else {
            fail(tooMany("protocols"))
            return (0, 0)
        }
        let index = protocolIndex(owner)
        if existentials.used[index]?.contains(where: { $0 === requirement }) != true {
            existentials.used[index, default: []].append(requirement)
        }
        return (index, slot)
    }

    /// The compiler's own requirement: append a description to a string.
    func describeSlot(_ isDebug: Bool) -> (Int, Int) {
        if existentials.describing == nil {
            program.protocols.append("(description)")
            existentials.describing = program.protocols.count - 1
        }
        if isDebug { existentials.usesDebug = true } else { existentials.usesPrint = true }
        return (existentials.describing ?? 0, isDebug ? 1 : 0)
    }

    /// Fills the tables of all erased types; true where that asked for new functions.
    func completeWitnesses() -> Bool {
        let before = instances.count
        var index = 0
        while index < existentials.types.count {
            completeTables(existentials.types[index])
            index += 1
        }
        return instances.count > before || !queue.isEmpty || !closures.isEmpty
    }

    private func completeTables(_ type: Type) {
        let descriptor = isClass(type) ? classDescriptor(type) : existentialDescriptor(type)
        var tables: [TypeDescriptor.Conformance] = []
        for (position, decl) in existentials.protocols.enumerated() {
            guard checker.conforms(type, to: decl), let index = existentials.indexes[ObjectIdentifier(decl)] else {
                continue
            }
            _ = position
            let used = existentials.used[index] ?? []
            // Requirements that nobody calls through a table share one function, which is never called.
            let witnesses = decl.requirements.map { requirement in
                used.contains { $0 === requirement }
                    ? instance(
                        .witness(FunctionReference(requirement, []), type),
                        named: "\(typeName(type)).\(requirement.name)") : unusedWitness
            }
            tables.append(TypeDescriptor.Conformance(protocol: index, witnesses: witnesses))
        }
        if let describing = existentials.describing {
            let name = "describe \(typeName(type))"
            let plain =
                existentials.usesPrint
                ? instance(.describeBox(type, isDebug: false), named: name) : unusedWitness
            let debug =
                existentials.usesDebug
                ? instance(.describeBox(type, isDebug: true), named: name) : unusedWitness
            tables.append(TypeDescriptor.Conformance(protocol: describing, witnesses: [plain, debug]))
        }
        program.descriptors[descriptor].conformances = tables + openedTables(for: type)
    }

    /// The function of requirements that no existential calls: a trap.
    private var unusedWitness: Int {
        if let index = unusedFunction { return index }
        let index = program.reserveFunction("unused requirement")
        let message = program.string("this requirement is not called on an existential")
        program.functions[index] = Function(
            name: "unused requirement",
            code: [Instruction(.trap, wide: message, x: Int(TrapReason.unreachable.rawValue))], frameWords: 2)
        unusedFunction = index
        return index
    }

    /// What a table calls: takes the value out of its box and goes on to the witness.
    func witnessThunk(_ requirement: FunctionReference, _ type: Type) -> Function {
        let decl = requirement.decl
        let existential = checker.types.make(.existential(decl.owner.map { [$0] } ?? [], isObject: false))
        let outer = convention(FunctionReference(decl, [existential]))
        let compiler = FunctionCompiler(self, .none, outer, file: decl.file)
        compiler.assembler.span = decl.span
        let witness = checker.witness(of: decl, for: type)
        let own = outer.parameters[0]
        var operands: [Operand] = []
        var moved: Set<Int> = []
        if isClass(type) {
            operands.append(Operand(register: own.register, layout: layout(type), hold: .lasting))
        } else {
            let inner = layout(type)
            let words = compiler.allocate(inner.width)
            if own.isInout {
                compiler.emit(.objectUnique, a: own.register)
                compiler.emit(.fieldTake, a: words, b: own.register, c: 0, x: inner.width)
                moved.insert(0)
            } else {
                compiler.loadFields(own.register, 0, inner.width, into: words)
            }
            operands.append(Operand(register: words, layout: inner, hold: .lasting))
        }
        for (index, parameter) in outer.parameters.enumerated().dropFirst() {
            operands.append(Operand(register: parameter.register, layout: parameter.layout, hold: .lasting))
            if parameter.isInout { moved.insert(index) }
        }
        let result = compiler.invoke(witness, operands, moved, nil)
        if own.isInout, !isClass(type) {
            compiler.storeFields(own.register, 0, layout(type).width, from: operands[0].register)
        }
        let isSelf = outer.result.words == [.reference] && result.layout.type == type && outer.result.type != type
        let given = isSelf ? compiler.erase(result, type, nil) : result
        compiler.consume(compiler.place(given, at: 0))
        compiler.emitCleanups(downTo: 0)
        compiler.cleanups = []
        compiler.finishReturn()
        return compiler.finish(name: "\(typeName(type)).\(decl.name)")
    }
}
