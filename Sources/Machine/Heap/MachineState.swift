/// A `TypeDescriptor` as plain memory for the loop.
struct RawDescriptor {
    var kind: TypeDescriptor.Kind
    var keyKind: TypeDescriptor.KeyKind
    var words: UInt16
    var keyWords: UInt16
    /// Reference words: how many, and where their indexes begin in `MachineState.pool`.
    var referenceCount: UInt16
    var referenceStart: Int32
    /// −1 where there is none.
    var superclass: Int32
    var deinitializer: Int32
    var vtableStart: Int32
    var vtableCount: Int32
    /// Triples in the pool: protocol, start of its witnesses, how many.
    var conformanceStart: Int32
    var conformanceCount: Int32
    /// In `MachineState.names`.
    var nameStart: Int32
    var nameCount: Int32
    var plainNameStart: Int32
    var plainNameCount: Int32
}

/// Where a function's code is in `MachineState.code`.
struct FunctionEntry {
    var start: UInt32
    var frameWords: UInt32
}

/// What a slow path found wrong; `TrapDecoder` turns it into a `Trap`.
struct Fault {
    enum Kind: UInt8 {
        case none, memory, index, removeFromEmpty, negativeCount, range, sliceRange, scalar, output, resurrected
        case stringIndex, conformance
        /// A reference that was moved out when a trap ended the cell before.
        case missing
    }
    var kind = Kind.none
    var first: Int64 = 0
    var second: Int64 = 0
    var third: Int64 = 0
}

/// All that a run changes or reads: plain memory behind one pointer, since stored properties of a class cost most in a
/// loop. Copied whole by a snapshot.
struct MachineState {
    // The arena.
    var base: UnsafeMutableRawPointer
    /// Offsets: the first byte never handed out yet, and the end.
    var used: Int
    var end: Int
    var liveBytes: Int64 = 0
    var memoryLimit: Int64
    /// First of the objects that are being destroyed; first and last of the instances that wait for their `deinit`.
    var dying: UInt32 = 0
    var waiting: UInt32 = 0
    var lastWaiting: UInt32 = 0
    /// Objects of the host's that the heap holds.
    var foreignCount = 0

    // Tables, made by `load`.
    var descriptors: UnsafeMutablePointer<RawDescriptor>
    var pool: UnsafeMutablePointer<Int32>
    var names: BytePointer
    var code: UnsafeMutablePointer<Instruction>
    var codeCount = 0
    var functions: UnsafeMutablePointer<FunctionEntry>
    /// Functions in the order of their code, to find one by pc.
    var functionOrder: UnsafeMutablePointer<Int32>
    var functionOrderCount = 0
    var constants: UnsafeMutablePointer<Int64>
    var strings: UnsafeMutablePointer<Int64>
    /// For each switch table: start in the pool of count, otherwise, targets.
    var switches: UnsafeMutablePointer<Int32>

    // The run.
    var stack: WordPointer
    /// The end of what is ready for frames; a call beyond it makes more ready, up to the limit.
    var stackEnd: WordPointer
    var pc = 0
    /// Index in the stack.
    var frame = 1
    var fuel: Int64 = 0
    /// Fuel that a slow path asks for.
    var charge: Int64 = 0
    /// The number of the mark to stop at, and how many are left until then.
    private(set) var stopMark: Int64 = .max
    var marksLeft: Int64 = .max
    /// How often each mark was passed since the host last asked, by its index; and the lowest frame at any of them.
    var markCounts: UnsafeMutablePointer<UInt32>
    var lowestMark = UInt.max
    /// Armed marks count in frames up to this one; the run stops at the one that brings `armedLeft` to 0.
    var armedTop: UInt = 0
    var armedLeft: Int64 = 0
    /// The value of `marks` at the last one that counted.
    var armedAt: Int64 = 0
    var fault = Fault()

    // Output.
    var output: BytePointer
    var outputCount = 0
    var outputLimit: Int
}

extension MachineState {
    /// How many marks have been passed.
    var marks: Int64 { stopMark &- marksLeft }

    mutating func stop(atMark number: Int64, passed marks: Int64) {
        stopMark = number
        marksLeft = number &- marks
    }
}

/// The operations on objects; a view of the state.
struct Heap {
    let state: UnsafeMutablePointer<MachineState>

    @inline(__always) init(_ state: UnsafeMutablePointer<MachineState>) { self.state = state }
    @inline(__always) var base: UnsafeMutableRawPointer { state.pointee.base }
    @inline(__always)
    func object(_ reference: Int64) -> ObjectPointer { state.pointee.base.object(reference) }
    @inline(__always)
    func reference(_ object: ObjectPointer) -> Int64 { Int64(UnsafeMutableRawPointer(object) - state.pointee.base) }
    @inline(__always)
    func descriptor(_ object: ObjectPointer) -> UnsafeMutablePointer<RawDescriptor> {
        state.pointee.descriptors + Int(object.pointee.descriptor)
    }

    @inline(never)
    func fault(_ kind: Fault.Kind, _ first: Int64 = 0, _ second: Int64 = 0, _ third: Int64 = 0) {
        state.pointee.fault = Fault(kind: kind, first: first, second: second, third: third)
    }
    /// Charges for work on so many words.
    @inline(__always)
    func charge(words: Int) { state.pointee.charge &+= Int64(words >> 6) }
}
