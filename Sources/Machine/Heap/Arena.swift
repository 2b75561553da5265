/// Sizes of blocks: multiples of 16 bytes up to 1024, then four to a doubling.
enum SizeClass {
    static let count = 152
    static let smallLimit = 1024

    /// The class whose blocks hold `bytes`.
    @inline(__always)
    static func containing(_ bytes: Int) -> Int {
        if bytes <= smallLimit { return (bytes + 15) >> 4 }
        return containingLarge(bytes)
    }

    static func containingLarge(_ bytes: Int) -> Int {
        // bytes - 1 = 1.xx… · 2^exponent; the two bits after the leading one choose the step.
        let value = bytes - 1
        let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
        let step = (value >> (exponent - 2)) & 3
        return 65 + (exponent - 10) * 4 + step
    }

    /// The bytes of a block of this class.
    @inline(__always)
    static func bytes(_ sizeClass: Int) -> Int {
        if sizeClass <= 64 { return sizeClass << 4 }
        let index = sizeClass - 65
        return (5 + (index & 3)) << (8 + (index >> 2))
    }
}

/// Blocks of the arena. Its first 16 bytes are the object that nil points at: empty, never unique, never freed; then
/// come the heads of the free lists, so that a copy of the arena is a copy of the whole heap; then the 128 strings of one
/// ASCII character, which are never freed either, so that going through a text allocates nothing.
extension Heap {
    static let freeListStart = Header.size
    static let characterStart = (freeListStart + 4 * SizeClass.count + 15) & ~15
    private static let characterSize = 32
    static let firstBlock = characterStart + 128 * characterSize
    /// The count of what is never freed: whatever a program retains and releases, it does not come to 0 or 1.
    private static let immortal: UInt32 = 0x4000_0000

    var freeLists: UnsafeMutablePointer<UInt32> {
        (base + Heap.freeListStart).assumingMemoryBound(to: UInt32.self)
    }

    /// Makes the arena empty.
    func reset() {
        UnsafeMutableRawPointer(base).initializeMemory(as: UInt8.self, repeating: 0, count: Heap.firstBlock)
        base.object(0).pointee = Header(
            references: Heap.immortal, descriptor: 0, stride: 1, sizeClass: 0, count: 0, capacity: 0)
        for byte in 0..<128 {
            let character = asciiCharacter(UInt8(byte))
            character.pointee = Header(
                references: Heap.immortal, descriptor: UInt16(Program.stringDescriptor),
                stride: byte == 0x0D ? 0 : Header.simpleFlag, sizeClass: UInt8(Heap.characterSize >> 4), count: 1,
                capacity: UInt32(Heap.characterSize - Header.size))
            character.words[0] = Int64(byte)
        }
        state.pointee.used = Heap.firstBlock
        state.pointee.liveBytes = 0
        state.pointee.dying = 0
        state.pointee.waiting = 0
    }

    /// The string of one ASCII character.
    @inline(__always)
    func asciiCharacter(_ byte: UInt8) -> ObjectPointer {
        base.object(Int64(Heap.characterStart + Int(byte) * Heap.characterSize))
    }

    /// Forgets the counts that frames held which are gone.
    func restoreCharacterCounts() {
        for byte in 0..<128 { asciiCharacter(UInt8(byte)).pointee.references = Heap.immortal }
    }

    /// A block for an object with `payload` bytes: its header is set but for count and capacity, the rest is not
    /// cleared. Nil, with the fault set, where the limit is reached even after collecting cycles.
    @inline(__always)
    func allocate(payload: Int, descriptor: Int, stride: Int) -> ObjectPointer? {
        let bytes = payload &+ Header.size
        if bytes <= SizeClass.smallLimit {
            let sizeClass = (bytes + 15) >> 4
            let head = freeLists[sizeClass]
            let block = sizeClass << 4
            if head != 0 && state.pointee.liveBytes &+ Int64(block) <= state.pointee.memoryLimit {
                let object = base.object(Int64(head))
                freeLists[sizeClass] = object.pointee.references
                state.pointee.liveBytes &+= Int64(block)
                object.pointee = Header(
                    references: 1, descriptor: UInt16(truncatingIfNeeded: descriptor),
                    stride: UInt8(truncatingIfNeeded: stride), sizeClass: UInt8(truncatingIfNeeded: sizeClass),
                    count: 0, capacity: 0)
                return object
            }
        }
        return allocateSlow(payload: payload, descriptor: descriptor, stride: stride)
    }

    @inline(never)
    func allocateSlow(payload: Int, descriptor: Int, stride: Int) -> ObjectPointer? {
        guard payload >= 0, Int64(payload) <= state.pointee.memoryLimit, let offset = block(payload + Header.size)
        else {
            fault(.memory)
            return nil
        }
        let object = base.object(Int64(offset))
        // A block from a larger class's list keeps that class.
        let sizeClass = object.pointee.sizeClass
        object.pointee = Header(
            references: 1, descriptor: UInt16(truncatingIfNeeded: descriptor),
            stride: UInt8(truncatingIfNeeded: stride), sizeClass: sizeClass, count: 0, capacity: 0)
        return object
    }

    /// The offset of a free block of at least so many bytes, its size class in its header.
    private func block(_ bytes: Int) -> Int? {
        let sizeClass = SizeClass.containing(bytes)
        guard sizeClass < SizeClass.count else { return nil }
        let size = SizeClass.bytes(sizeClass)
        if state.pointee.liveBytes + Int64(size) > state.pointee.memoryLimit {
            let before = state.pointee.liveBytes
            collectCycles()
            // A collection that frees little is not worth repeating at each allocation.
            let freed = before - state.pointee.liveBytes
            guard freed >= state.pointee.memoryLimit / 16,
                state.pointee.liveBytes + Int64(size) <= state.pointee.memoryLimit
            else { return nil }
        }
        if let offset = popFree(sizeClass) { return offset }
        if size <= state.pointee.end - state.pointee.used {
            let offset = state.pointee.used
            state.pointee.used += size
            base.object(Int64(offset)).pointee.sizeClass = UInt8(sizeClass)
            state.pointee.liveBytes += Int64(size)
            return offset
        }
        for larger in sizeClass + 1..<SizeClass.count { if let offset = popFree(larger) { return offset } }
        return nil
    }

    private func popFree(_ sizeClass: Int) -> Int? {
        let head = freeLists[sizeClass]
        if head == 0 { return nil }
        freeLists[sizeClass] = base.object(Int64(head)).pointee.references
        state.pointee.liveBytes += Int64(SizeClass.bytes(sizeClass))
        return Int(head)
    }

    /// Gives a block back; what it refers to has been released.
    @inline(__always)
    func free(_ object: ObjectPointer) {
        let sizeClass = Int(object.pointee.sizeClass)
        state.pointee.liveBytes &-= Int64(SizeClass.bytes(sizeClass))
        object.pointee.descriptor = Header.freeBlock
        object.pointee.references = freeLists[sizeClass]
        freeLists[sizeClass] = UInt32(truncatingIfNeeded: UnsafeMutableRawPointer(object) - base)
    }

    /// Bytes after the header.
    @inline(__always)
    func payloadBytes(_ object: ObjectPointer) -> Int {
        SizeClass.bytes(Int(object.pointee.sizeClass)) - Header.size
    }

    /// Every object, in the order of the arena.
    func forEachObject(_ body: (ObjectPointer) -> Void) {
        var offset = Heap.firstBlock
        while offset < state.pointee.used {
            let object = base.object(Int64(offset))
            offset += SizeClass.bytes(Int(object.pointee.sizeClass))
            if object.pointee.descriptor != Header.freeBlock { body(object) }
        }
    }
}
