/// A Swift object that cells hold by reference, such as a tensor: immutable, or changed only by natives.
open class ForeignObject {
    public init() {}
    /// What it takes outside the arena; counted against the memory limit when it is handed over.
    open var byteCount: Int { 0 }
}

/// Word 0 of a foreign object is the retained pointer, word 1 its bytes.
extension Heap {
    static let foreignWords = 2

    func makeForeign(_ value: ForeignObject, descriptor: Int) -> ObjectPointer? {
        let bytes = Int64(value.byteCount)
        if state.pointee.liveBytes &+ bytes > state.pointee.memoryLimit { collectCycles() }
        guard state.pointee.liveBytes &+ bytes <= state.pointee.memoryLimit,
            let object = allocate(payload: Heap.foreignWords * 8, descriptor: descriptor, stride: 0)
        else {
            fault(.memory)
            return nil
        }
        object.pointee.count = UInt32(Heap.foreignWords)
        object.words[0] = Int64(Int(bitPattern: Unmanaged.passRetained(value).toOpaque()))
        object.words[1] = bytes
        state.pointee.liveBytes += bytes
        state.pointee.foreignCount += 1
        return object
    }

    /// Counts a foreign object as `bytes`; false, and a fault, where that is more than there may be.
    func recount(_ object: ObjectPointer, bytes: Int64) -> Bool {
        let more = bytes &- object.words[1]
        if state.pointee.liveBytes &+ more > state.pointee.memoryLimit { collectCycles() }
        guard state.pointee.liveBytes &+ more <= state.pointee.memoryLimit else {
            fault(.memory)
            return false
        }
        object.words[1] = bytes
        state.pointee.liveBytes &+= more
        return true
    }

    func foreign(_ object: ObjectPointer) -> Unmanaged<ForeignObject>? {
        guard let pointer = UnsafeRawPointer(bitPattern: Int(truncatingIfNeeded: object.words[0])) else { return nil }
        return Unmanaged.fromOpaque(pointer)
    }

    func releaseForeign(_ object: ObjectPointer) {
        state.pointee.liveBytes -= object.words[1]
        state.pointee.foreignCount -= 1
        foreign(object)?.release()
    }

    func retainForeign(_ object: ObjectPointer) {
        state.pointee.liveBytes += object.words[1]
        state.pointee.foreignCount += 1
        _ = foreign(object)?.retain()
    }

    /// All of them, for a snapshot to keep alive.
    func foreignObjects() -> [ForeignObject] {
        var result: [ForeignObject] = []
        if state.pointee.foreignCount == 0 { return result }
        forEachObject { object in
            if descriptor(object).pointee.kind == .foreign, let value = foreign(object) {
                result.append(value.takeUnretainedValue())
            }
        }
        return result
    }
}
