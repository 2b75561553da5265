/// A machine's whole state at one moment: arena, stack, fuel, output. Restoring it and running on gives the same again.
public final class Snapshot {
    let state: MachineState
    let arena: Pages
    let stack: Pages
    let output: Pages
    let fuelUsed: Int64
    let strings: Int
    let takenOutput: Int
    let kept: [Int64]
    /// Keeps the Swift objects alive that the arena's copy points at.
    let foreign: [ForeignObject]
    /// What those take that the older snapshot did not keep alive.
    public let foreignBytes: Int

    /// Bytes of the state; what it takes beside older snapshots may be less.
    public var byteCount: Int { arena.byteCount + stack.byteCount + output.byteCount }
    public var marksPassed: Int64 { state.marks }

    init(_ machine: Machine, sharing older: Snapshot?) {
        state = machine.state.pointee
        let account = machine.snapshotBytes
        arena = Pages(copying: state.base, state.used, sharing: older?.arena, account)
        // Before a function's first instruction the one behind `pc` belongs to another function.
        let current = state.functions[machine.state.function(at: max(1, state.pc - 1))]
        let next = state.functions[machine.state.function(at: state.pc)]
        let top = state.frame + Int(max(current.frameWords, next.frameWords)) + 1
        let stackWords = min(max(top, machine.program.globals.words + 2), machine.limits.stackWords)
        stack = Pages(copying: state.stack, stackWords * 8, sharing: older?.stack, account)
        output = Pages(copying: state.output, state.outputCount, sharing: older?.output, account)
        fuelUsed = machine.fuelUsed
        strings = machine.tables.strings
        takenOutput = machine.takenOutput
        kept = machine.kept
        foreign = machine.heap.foreignObjects()
        var known: Set<ObjectIdentifier> = []
        for value in older?.foreign ?? [] { known.insert(ObjectIdentifier(value)) }
        var bytes = 0
        for value in foreign where !known.contains(ObjectIdentifier(value)) { bytes += value.byteCount }
        foreignBytes = bytes
    }
}

extension Machine {
    /// The state now. What has not changed since an older snapshot is shared with it.
    public func snapshot(sharing older: Snapshot? = nil) -> Snapshot { Snapshot(self, sharing: older) }

    /// Bytes that all snapshots of this machine take together, beside the objects of the host.
    public var bytesOfSnapshots: Int { snapshotBytes.bytes }

    /// Bytes that a snapshot has to look at.
    public var stateBytes: Int { state.pointee.used + state.pointee.outputCount }

    /// Goes back. The machine may have loaded extensions of its program since; they stay.
    public func restore(_ snapshot: Snapshot) {
        for value in heap.foreignObjects() { Unmanaged.passUnretained(value).release() }
        let now = state.pointee
        state.pointee = snapshot.state
        state.pointee.keepTables(of: now)
        snapshot.arena.copy(to: state.pointee.base)
        snapshot.stack.copy(to: state.pointee.stack)
        snapshot.output.copy(to: state.pointee.output)
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
        stop(atMark: other.stopMark, passed: marks)
        stackEnd = other.stackEnd
        markCounts = other.markCounts
        lowestMark = other.lowestMark
        armedTop = other.armedTop
        armedLeft = other.armedLeft
        armedAt = other.armedAt
    }
}
