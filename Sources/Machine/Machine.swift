/// Runs a `Program`, in slices of fuel, on a heap of its own.
///
///     let machine = Machine()
///     try machine.load(program)
///     machine.start(cell)
///     while case .yielded = machine.run(fuel: 1 << 20) {}
///     let text = machine.takeOutput()
///
/// The next cell's program extends the last one's: `load` it and `start` again; globals stay in the bottom frame.
/// After a trap call `recover()` first.
public final class Machine {
    public enum Outcome {
        case finished
        /// The slice is used up, or a native asks for time: `run` again.
        case yielded
        /// At the mark where `stopMark` asked to stop; the argument is the mark's index in the program.
        case marked(Int)
        case trapped(TrapReport)
    }

    public let limits: Limits
    public private(set) var program = Program()
    /// Units of fuel that the cell has used.
    public internal(set) var fuelUsed: Int64 = 0
    let state: UnsafeMutablePointer<MachineState>
    var tables = LoadedTables()
    let snapshotBytes = Pages.Account()
    /// References that the host keeps; see `keep`.
    var kept: [Int64] = []
    /// Room above the stack's end, so that an instruction with many words never leaves the allocation.
    static let stackSlack = 1024

    var heap: Heap { Heap(state) }

    public init(limits: Limits = Limits()) {
        self.limits = limits
        let arena = limits.memory * 2 + (1 << 20)
        let stack = WordPointer.allocate(capacity: limits.stackWords + Machine.stackSlack)
        state = .allocate(capacity: 1)
        state.initialize(
            to: MachineState(
                base: .allocate(byteCount: arena, alignment: 16), used: 0, end: arena,
                memoryLimit: Int64(limits.memory),
                descriptors: .allocate(capacity: 1), pool: .allocate(capacity: 1), names: .allocate(capacity: 1),
                code: .allocate(capacity: 1), functions: .allocate(capacity: 1), functionOrder: .allocate(capacity: 1),
                constants: .allocate(capacity: 1), strings: .allocate(capacity: 1), switches: .allocate(capacity: 1),
                stack: stack, stackEnd: stack, markCounts: .allocate(capacity: 1),
                output: .allocate(capacity: limits.output + 1), outputLimit: limits.output))
        // The slack and the first frames; the rest when a run comes there.
        stack.initialize(repeating: 0, count: Machine.stackSlack)
        _ = readyStack(upTo: min(Machine.firstStack, limits.stackWords))
        heap.reset()
    }

    deinit {
        heap.forEachObject { object in
            if heap.descriptor(object).pointee.kind == .foreign { heap.releaseForeign(object) }
        }
        state.pointee.base.deallocate()
        state.pointee.stack.deallocate()
        state.pointee.output.deallocate()
        state.pointee.deallocateTables()
        state.deallocate()
    }

    /// Takes in a program: the one of the last call with things appended, or the first. Verified before anything runs.
    public func load(_ program: Program) throws(VerificationError) {
        try Verifier(program).verify(from: tables.functions)
        let oldGlobals = self.program.globals.words
        self.program = program
        guard loadTables() else { throw VerificationError("the program's literals do not fit the memory limit") }
        guard program.globals.words + 2 < limits.stackWords, readyStack(upTo: program.globals.words + 2) else {
            throw VerificationError("the program's globals do not fit the stack")
        }
        for word in oldGlobals..<max(oldGlobals, program.globals.words) { state.pointee.stack[1 + word] = 0 }
    }

    /// Prepares to run a cell's function in the bottom frame, with the whole fuel and an empty output.
    public func start(_ function: Int) {
        state.pointee.frame = 1
        state.pointee.stack[0] = 0
        state.pointee.pc = Int(state.pointee.functions[function].start)
        state.pointee.outputCount = 0
        state.pointee.fault = Fault()
        state.pointee.charge = 0
        fuelUsed = 0
        takenOutput = 0
    }

    /// Prepares to run a function above the running one: an expression that a stepper evaluates. Its results are in
    /// `register(0)` … when it has finished; go on with `restore` of a snapshot taken before.
    public func startAbove(_ function: Int, arguments: [Int64] = []) -> Bool {
        let current = state.pointee.functions[state.function(at: max(1, state.pointee.pc - 1))]
        let frame = state.pointee.frame + Int(current.frameWords) + 1
        let entry = state.pointee.functions[function]
        guard readyStack(upTo: frame + Int(entry.frameWords)) else { return false }
        state.pointee.frame = frame
        state.pointee.stack[frame - 1] = 0
        for (index, argument) in arguments.enumerated() { state.pointee.stack[frame + index] = argument }
        state.pointee.pc = Int(entry.start)
        return true
    }

    /// Runs on for at most so many units of fuel.
    public func run(fuel slice: Int64) -> Outcome {
        var granted = min(slice, limits.fuel - fuelUsed)
        if granted < 0 { return trapped(.fuel(limit: limits.fuel)) }
        while true {
            state.pointee.fuel = granted
            let entry = state.pointee.functions[state.function(at: state.pointee.pc)]
            guard readyStack(upTo: state.pointee.frame + Int(entry.frameWords)) else { return trapped(.stackDepth) }
            let exit = runLoop(state)
            fuelUsed += granted - state.pointee.fuel
            granted = state.pointee.fuel
            switch exit {
            case .finished: return .finished
            case .mark: return .marked(Int(state.pointee.code[state.pointee.pc - 1].wide))
            case .fuel: return fuelUsed >= limits.fuel ? trapped(.fuel(limit: limits.fuel)) : .yielded
            case .stack:
                guard growStack() else { return trapped(.stackDepth) }
                // The call is tried again.
                state.pointee.pc -= 1
            case .trap: return trapped(decodeTrap())
            case .deinits: if !startDeinits() { return trapped(.stackDepth) }
            case .nextDeinit: if !nextDeinit() { return trapped(.stackDepth) }
            case .native:
                if let outcome = callNative() { return outcome }
                granted -= 1 + state.pointee.charge
                fuelUsed += 1 + state.pointee.charge
                state.pointee.charge = 0
                if granted < 0 { return fuelUsed >= limits.fuel ? trapped(.fuel(limit: limits.fuel)) : .yielded }
                if mustYield {
                    mustYield = false
                    return .yielded
                }
            }
        }
    }

    /// Runs to the end, a trap, or the mark to stop at.
    public func run() -> Outcome {
        while true {
            let outcome = run(fuel: 1 << 20)
            if case .yielded = outcome { continue }
            return outcome
        }
    }

    private func callNative() -> Outcome? {
        let instruction = state.pointee.code[state.pointee.pc - 1]
        let native = program.natives[Int(instruction.wide)]
        let outcome = native.body(self, state.pointee.stack + state.pointee.frame + Int(instruction.a))
        switch outcome {
        case .trap(let trap): return trapped(trap)
        case .again:
            state.pointee.pc -= 1
            fuelUsed += 1 + state.pointee.charge
            state.pointee.charge = 0
            return fuelUsed >= limits.fuel ? trapped(.fuel(limit: limits.fuel)) : .yielded
        case .done: break
        }
        if state.pointee.fault.kind != .none { return trapped(decodeTrap()) }
        if state.pointee.waiting != 0 && !startDeinits() { return trapped(.stackDepth) }
        return nil
    }

    /// Set by whoever hears a native's reports: the run yields once that native is done.
    public var mustYield = false

    // MARK: Output

    var takenOutput = 0

    /// What has been printed since the last call, UTF-8.
    public func takeOutput() -> [UInt8] {
        let from = min(takenOutput, state.pointee.outputCount)
        takenOutput = state.pointee.outputCount
        return Array(UnsafeBufferPointer(start: state.pointee.output + from, count: takenOutput - from))
    }

    /// All that the cell has printed so far, UTF-8.
    public var output: [UInt8] {
        Array(UnsafeBufferPointer(start: state.pointee.output, count: state.pointee.outputCount))
    }

    // MARK: Memory

    public var liveBytes: Int64 { state.pointee.liveBytes }

    /// Frees unreachable cycles of objects; at any time. Also done at the memory limit.
    public func collectCycles() { heap.collectCycles() }

    /// After a trap: drops all frames but the globals, and what only they held.
    public func recover() {
        state.pointee.frame = 1
        state.pointee.stack[0] = 0
        state.pointee.fault = Fault()
        heap.rebuild(roots: roots())
    }

    /// Recounts all references, given that no function runs: what is wrong with the counts, or lost. For tests.
    public func checkHeap() -> [String] { heap.check(roots: roots()) }

    /// The references from outside the heap while no function runs: globals, literals, what the host keeps.
    private func roots() -> [Int64] {
        var roots = kept
        for word in program.globals.references { roots.append(state.pointee.stack[1 + word]) }
        for index in 0..<tables.strings { roots.append(state.pointee.strings[index]) }
        return roots
    }
}
