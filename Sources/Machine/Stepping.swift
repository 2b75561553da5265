/// Where a `mark` stands in the machine's code.
struct MarkPlace {
    var pc: Int32
    var opcode: Opcode
    var mark: Int32
    var function: Int32
}

/// How often a mark was passed in some stretch of a run.
public struct MarkVisits: Sendable {
    public var mark: UInt32
    public var count: UInt32
}

/// Counts a mark on its own.
@inline(__always)
func countMark(_ state: UnsafeMutablePointer<MachineState>, _ ip: UnsafeMutablePointer<Instruction>) {
    state.pointee.markCounts[Int(ip.pointee.wide)] &+= 1
}

/// What the loop does at every mark; whether the run stops there.
@inline(__always)
func passMark(_ state: UnsafeMutablePointer<MachineState>, _ fp: WordPointer) -> Bool {
    let frame = UInt(bitPattern: fp)
    if frame < state.pointee.lowestMark { state.pointee.lowestMark = frame }
    state.pointee.marksLeft &-= 1
    return state.pointee.marksLeft == 0
}

/// Whether the run stops at an armed mark.
@inline(__always)
func stopsAtArmed(_ state: UnsafeMutablePointer<MachineState>, _ fp: WordPointer) -> Bool {
    if UInt(bitPattern: fp) > state.pointee.armedTop { return false }
    state.pointee.armedAt = state.pointee.marks
    state.pointee.armedLeft &-= 1
    return state.pointee.armedLeft == 0
}

/// Marks: what a stepper stops at, counts and looks for.
extension Machine {
    /// How many marks have been passed; and at which count to stop next (`.max`: never).
    public var marksPassed: Int64 { state.pointee.marks }
    public var stopMark: Int64 {
        get { state.pointee.stopMark }
        set { state.pointee.stop(atMark: newValue, passed: state.pointee.marks) }
    }

    /// The index in the program of the mark at which the run has stopped.
    public var markIndex: Int32 { state.pointee.code[state.pointee.pc - 1].wide }

    /// The register of the value that an expression's mark, at which the run has stopped, stands behind.
    public var markedRegister: Int { Int(state.pointee.code[state.pointee.pc - 1].a) }

    // MARK: Which marks were passed

    /// The marks passed since the last call, but for those of expressions, and the lowest frame that any mark was in;
    /// `Int.max` for none.
    public func takeVisits() -> (visits: [MarkVisits], lowestFrame: Int) {
        var visits: [MarkVisits] = []
        for mark in 0..<tables.markCounts where state.pointee.markCounts[mark] != 0 {
            visits.append(MarkVisits(mark: UInt32(mark), count: state.pointee.markCounts[mark]))
            state.pointee.markCounts[mark] = 0
        }
        let lowest = state.pointee.lowestMark
        state.pointee.lowestMark = .max
        if lowest == .max { return (visits, .max) }
        return (visits, Int(lowest - UInt(bitPattern: state.pointee.stack)) / 8)
    }

    func loadMarkCounts() {
        let count = program.marks.count
        guard count > tables.markCounts else { return }
        let counts = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
        counts.initialize(repeating: 0, count: count)
        for mark in 0..<tables.markCounts { counts[mark] = state.pointee.markCounts[mark] }
        state.pointee.markCounts.deallocate()
        state.pointee.markCounts = counts
        tables.markCounts = count
    }

    // MARK: Armed marks

    /// For each mark, by its index, whether it is wanted: the argument is asked with that and the mark's function.
    public func marks(where isWanted: (_ mark: Int, _ function: Int) -> Bool) -> [Bool] {
        findMarks()
        var result = [Bool](repeating: false, count: program.marks.count)
        for place in tables.markPlaces {
            result[Int(place.mark)] = isWanted(Int(place.mark), Int(place.function))
        }
        return result
    }

    /// Arms marks by writing over them in the code: only those that are wanted, by their index; the others cost what they
    /// always do. O(marks).
    public func arm(_ isWanted: [Bool]) {
        findMarks()
        for place in tables.markPlaces {
            let isArmed = Int(place.mark) < isWanted.count && isWanted[Int(place.mark)]
            state.pointee.code[Int(place.pc)].opcode = isArmed ? .armedMark : place.opcode
        }
    }

    /// Stops at the armed mark of a number from here, from 1, of those in frames up to `frame`; `.max` never stops, and
    /// `lastArmed` tells which was the last.
    public func stopAtArmed(_ number: Int64, upTo frame: Int = .max) {
        let frames = limits.stackWords + Machine.stackSlack
        let top = state.pointee.stack + min(max(0, frame), frames)
        state.pointee.armedTop = frame < 0 ? 0 : UInt(bitPattern: top)
        state.pointee.armedLeft = number
        state.pointee.armedAt = 0
    }

    /// Armed marks are passed over like others.
    public func ignoreArmed() { state.pointee.armedTop = 0 }

    /// `marksPassed` at the last armed mark since `stopAtArmed`; 0 for none.
    public var lastArmed: Int64 { state.pointee.armedAt }

    private func findMarks() {
        for index in tables.searchedFunctions..<tables.functions {
            let start = Int(state.pointee.functions[index].start)
            for (offset, instruction) in program.functions[index].code.enumerated()
            where instruction.opcode == .mark || instruction.opcode == .valueMark {
                tables.markPlaces.append(
                    MarkPlace(
                        pc: Int32(start + offset), opcode: instruction.opcode, mark: instruction.wide,
                        function: Int32(index)))
            }
        }
        tables.searchedFunctions = tables.functions
    }

    // MARK: Functions in between

    /// Where the run stood when `beginAbove` put a function above it.
    public struct Interruption {
        let frame: Int
        let pc: Int
        let marks: Int64
        let stopMark: Int64
        let armed: (top: UInt, left: Int64, at: Int64)
        let fuelUsed: Int64
    }

    /// As `startAbove`; after the function has finished, its parameters' words are in `register(0)` … and `endAbove` goes
    /// back to the instruction where the run stood. Nothing stops at a mark meanwhile.
    public func beginAbove(_ function: Int, arguments: [Int64]) -> Interruption? {
        let now = state.pointee
        guard startAbove(function, arguments: arguments) else { return nil }
        stopMark = .max
        state.pointee.armedTop = 0
        return Interruption(
            frame: now.frame, pc: now.pc, marks: now.marks, stopMark: now.stopMark,
            armed: (now.armedTop, now.armedLeft, now.armedAt), fuelUsed: fuelUsed)
    }

    public func endAbove(_ interruption: Interruption) {
        state.pointee.frame = interruption.frame
        state.pointee.pc = interruption.pc
        state.pointee.stop(atMark: interruption.stopMark, passed: interruption.marks)
        (state.pointee.armedTop, state.pointee.armedLeft, state.pointee.armedAt) = interruption.armed
        fuelUsed = interruption.fuelUsed
    }
}
