/// A machine's whole state at one moment: arena, stack, fuel, output. Restoring it and running on gives the same again.
public final class Snapshot {
    let state: MachineState
    let arena: UnsafeMutableRawPointer
    let stack: WordPointer
    let stackWords: Int
    let output: [UInt8]
    let fuelUsed: Int64
    let strings: Int
    let takenOutput: Int
    let kept: [Int64]
    /// Keeps the Swift objects alive that the arena's copy points at.
    let foreign: [ForeignObject]

    /// Bytes that it takes.
    public var byteCount: Int { state.used + stackWords * 8 + output.count }
    public var marksPassed: Int64 { state.marks }

    init(_ machine: Machine) {
        state = machine.state.pointee
        arena = .allocate(byteCount: state.used, alignment: 16)
        arena.copyMemory(from: state.base, byteCount: state.used)
        // Before a function's first instruction the one behind `pc` belongs to another function.
        let current = state.functions[machine.state.function(at: max(1, state.pc - 1))]
        let next = state.functions[machine.state.function(at: state.pc)]
        let top = state.frame + Int(max(current.frameWords, next.frameWords)) + 1
        stackWords = min(max(top, machine.program.globals.words + 2), machine.limits.stackWords)
        stack = .allocate(capacity: stackWords)
        UnsafeMutableRawPointer(stack).copyMemory(from: state.stack, byteCount: stackWords * 8)
        output = Array(UnsafeBufferPointer(start: state.output, count: state.outputCount))
        fuelUsed = machine.fuelUsed
        strings = machine.tables.strings
        takenOutput = machine.takenOutput
        kept = machine.kept
        foreign = machine.heap.foreignObjects()
    }

    deinit {
        arena.deallocate()
        stack.deallocate()
    }
}

extension Machine {
    public func snapshot() -> Snapshot { Snapshot(self) }

    /// Goes back. The machine may have loaded extensions of its program since; they stay.
    public func restore(_ snapshot: Snapshot) {
        for value in heap.foreignObjects() { Unmanaged.passUnretained(value).release() }
        let now = state.pointee
        state.pointee = snapshot.state
        state.pointee.keepTables(of: now)
        state.pointee.base.copyMemory(from: snapshot.arena, byteCount: snapshot.state.used)
        UnsafeMutableRawPointer(state.pointee.stack).copyMemory(
            from: snapshot.stack, byteCount: snapshot.stackWords * 8)
        for (index, byte) in snapshot.output.enumerated() { state.pointee.output[index] = byte }
        for value in snapshot.foreign { _ = Unmanaged.passRetained(value) }
        fuelUsed = snapshot.fuelUsed
        takenOutput = snapshot.takenOutput
        kept = snapshot.kept
        // Literals of extensions were allocated after the snapshot: their objects are gone, make them again.
        tables.strings = snapshot.strings
        _ = loadStrings()
    }
}

extension MachineState {
    fileprivate mutating func keepTables(of other: MachineState) {
        descriptors = other.descriptors
        pool = other.pool
        names = other.names
        code = other.code
        codeCount = other.codeCount
        functions = other.functions
        functionOrder = other.functionOrder
        functionOrderCount = other.functionOrderCount
        constants = other.constants
        strings = other.strings
        switches = other.switches
        stopMark = other.stopMark
        stackEnd = other.stackEnd
    }
}
