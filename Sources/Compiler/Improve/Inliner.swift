import Machine

/// Puts the code of small library functions in the place of their calls.
///
/// A callee's frame lies over the temporaries of its caller, so its code becomes part of the caller's as it stands, its
/// registers counted from the call's base on; only returns turn into moves and jumps. The code takes over the span of
/// the call: a trap in the library is shown at the line that led to it anyway. Functions of the program itself stay
/// calls, so that a trap has its own line and frame.
extension CompilerSession {
    private static let calleeLimit = 16
    private static let callerLimit = 4_000

    /// Inlines in all functions from an index on and tidies up what that leaves. Not for a stepper, which shows code as
    /// it was written.
    func improve(from first: Int, entry: Int) {
        guard !isStepping, first < program.functions.count else { return }
        var state = [ImproveState](repeating: .waiting, count: program.functions.count - first)
        for index in first..<program.functions.count { improve(index, first, entry, &state) }
    }

    enum ImproveState { case waiting, running, done }

    private func improve(_ index: Int, _ first: Int, _ entry: Int, _ state: inout [ImproveState]) {
        guard index >= first, state[index - first] == .waiting else { return }
        state[index - first] = .running
        let code = program.functions[index].code
        guard !code.isEmpty else { return }
        for instruction in code where instruction.opcode == .call && isLibrary(Int(instruction.wide)) {
            improve(Int(instruction.wide), first, entry, &state)
        }
        inlineCalls(in: index, first, state)
        // Other code changes the globals, which are the entry's registers.
        if index != entry { CopyPropagation(self).improve(index) }
        state[index - first] = .done
    }

    private func isLibrary(_ index: Int) -> Bool {
        guard let file = program.functions[index].file else { return false }
        return !isUserFile(file)
    }

    private func inlineCalls(in index: Int, _ first: Int, _ state: [ImproveState]) {
        let caller = program.functions[index]
        guard caller.code.count < CompilerSession.callerLimit else { return }
        var splice = Splice(caller)
        var isChanged = false
        for (pc, instruction) in caller.code.enumerated() {
            splice.place(pc)
            let callee = Int(instruction.wide)
            if instruction.opcode == .call, callee < first || state[callee - first] == .done,
                splice.code.count < CompilerSession.callerLimit, isLibrary(callee), isSmall(program.functions[callee]),
                splice.insert(program.functions[callee], at: pc, base: Int(instruction.a))
            {
                isChanged = true
            } else {
                splice.add(instruction, at: pc)
            }
        }
        guard isChanged, let tables = splice.finish(program.switchTables) else { return }
        program.functions[index] = splice.function
        for (table, changed) in tables { program.switchTables[table] = changed }
    }

    /// Whether a function is short, without loops and switches.
    private func isSmall(_ function: Function) -> Bool {
        guard function.code.count <= CompilerSession.calleeLimit, !function.code.isEmpty else { return false }
        for instruction in function.code {
            switch instruction.opcode {
            case .loop, .loopNonZero, .loopZero, .loopLess, .loopLessEqual, .countedLoop, .countedLoopThrough,
                .switchTable, .returnWords, .halt, .mark, .nextDeinit, .finishDeinit:
                return false
            default: break
            }
        }
        return true
    }
}

/// Code that is put together anew, its branches kept as the places they go to until all is in place.
private struct Splice {
    private(set) var function: Function
    private(set) var code: [Instruction] = []
    /// For each instruction the label it goes to, −1 for none. The caller's labels are its pcs.
    private var targets: [Int] = []
    private var positions: [Int]
    private var frameWords: Int
    /// `switchTable`s: where they stand now, and where they stood.
    private var switches: [(at: Int, was: Int)] = []

    init(_ caller: Function) {
        function = caller
        positions = [Int](repeating: -1, count: caller.code.count + 1)
        frameWords = caller.frameWords
    }

    mutating func place(_ label: Int) { positions[label] = code.count }

    mutating func add(_ instruction: Instruction, at pc: Int) {
        if instruction.opcode == .switchTable { switches.append((code.count, pc)) }
        append(instruction, to: instruction.branchOffset.map { pc + 1 + $0 } ?? -1)
    }

    private mutating func append(_ instruction: Instruction, to label: Int) {
        code.append(instruction)
        targets.append(label)
    }

    /// False, and nothing added, where a register would not fit its place in an instruction.
    mutating func insert(_ callee: Function, at pc: Int, base: Int) -> Bool {
        guard base + callee.frameWords < 60_000 else { return false }
        var body: [Instruction] = []
        for instruction in callee.code {
            guard let shifted = instruction.shifted(by: base) else { return false }
            body.append(shifted)
        }
        // The end of a function that gives a value is a trap nobody comes to.
        let isTargeted = callee.code.indices.contains { index in
            callee.code[index].branchOffset.map { index + 1 + $0 == body.count - 1 } ?? false
        }
        if body.count > 1, body[body.count - 1].opcode == .trap, body[body.count - 2].opcode == .return, !isTargeted {
            body.removeLast()
        }
        let first = positions.count
        positions += [Int](repeating: -1, count: body.count)
        for (index, instruction) in body.enumerated() {
            positions[first + index] = code.count
            guard instruction.opcode == .return else {
                append(instruction, to: instruction.branchOffset.map { first + index + 1 + $0 } ?? -1)
                continue
            }
            let count = Int(instruction.x)
            if count > 0 && Int(instruction.a) != base {
                append(
                    count == 1
                        ? Instruction(.move, a: base, b: Int(instruction.a))
                        : Instruction(.moveWords, a: base, b: Int(instruction.a), x: count), to: -1)
            }
            if index < body.count - 1 { append(Instruction(.jump, wide: 0), to: pc + 1) }
        }
        frameWords = max(frameWords, base + callee.frameWords)
        return true
    }

    /// Resolves the branches; gives the switch tables that changed, or nil where a branch does not reach.
    mutating func finish(_ tables: [SwitchTable]) -> [(Int, SwitchTable)]? {
        positions[function.code.count] = code.count
        for (index, target) in targets.enumerated() where target >= 0 {
            guard code[index].setBranch(positions[target] - index - 1) else { return nil }
        }
        var changed: [(Int, SwitchTable)] = []
        for (at, was) in switches {
            let table = Int(code[at].wide)
            func moved(_ offset: Int32) -> Int32 { Int32(positions[was + 1 + Int(offset)] - at - 1) }
            changed.append(
                (
                    table,
                    SwitchTable(targets: tables[table].targets.map(moved), otherwise: moved(tables[table].otherwise))
                )
            )
        }
        function.lines = function.lines.map { LineEntry(pc: positions[Int($0.pc)], span: $0.span) }
        function.code = code
        function.frameWords = frameWords
        return changed
    }
}
