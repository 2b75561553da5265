/// Reference counts. Destruction is iterative: dying objects wait in a list that is threaded through their counts, so a
/// list of a million nodes needs no native stack.
extension Heap {
    @inline(__always)
    func retain(_ reference: Int64) {
        if reference != 0 { object(reference).pointee.references &+= 1 }
    }

    @inline(__always)
    func release(_ reference: Int64) {
        if reference == 0 { return }
        let object = object(reference)
        object.pointee.references &-= 1
        if object.pointee.references == 0 { destroy(object) }
    }

    /// Calls `body` with the place of every reference word of an object.
    @inline(__always)
    func forEachReference(_ object: ObjectPointer, _ body: (WordPointer) -> Void) {
        let descriptor = descriptor(object)
        let count = Int(descriptor.pointee.referenceCount)
        if count == 0 { return }
        let indexes = state.pointee.pool + Int(descriptor.pointee.referenceStart)
        switch descriptor.pointee.kind {
        case .array:
            var element = object.words
            let stride = object.stride
            for _ in 0..<object.count {
                for index in 0..<count { body(element + Int(indexes[index])) }
                element += stride
            }
        case .table:
            let entryWords = Int(descriptor.pointee.words) + 1
            var entry = object.words + 1
            for _ in 0..<object.count {
                if entry.pointee < 0 { for index in 0..<count { body(entry + 1 + Int(indexes[index])) } }
                entry += entryWords
            }
        case .box, .instance, .closure, .existential:
            for index in 0..<count { body(object.words + Int(indexes[index])) }
        case .string, .foreign, .weak: break
        }
    }

    /// Destroys an object whose count has come to 0, and what dies with it, depth first and fields in their order.
    /// Instances with a `deinit` wait for it, in that order too, at the end of the list of those that wait.
    @inline(never)
    func destroy(_ first: ObjectPointer) {
        first.pointee.references = state.pointee.dying
        state.pointee.dying = UInt32(truncatingIfNeeded: reference(first))
        while state.pointee.dying != 0 {
            let object = base.object(Int64(state.pointee.dying))
            state.pointee.dying = object.pointee.references
            let descriptor = descriptor(object)
            let kind = descriptor.pointee.kind
            if object.pointee.capacity != 0 && (kind == .instance || kind == .weak) { forgetWeakly(object, kind) }
            if descriptor.pointee.kind == .instance && descriptor.pointee.deinitializer >= 0
                && object.pointee.stride & Header.deinitFlag == 0
            {
                appendWaiting(object)
                continue
            }
            var children = DyingChildren()
            forEachReference(object) { slot in
                if slot.pointee == 0 { return }
                let child = self.object(slot.pointee)
                child.pointee.references &-= 1
                if child.pointee.references == 0 { children.append(child, reference(child)) }
            }
            if let last = children.last {
                last.pointee.references = state.pointee.dying
                state.pointee.dying = children.first
            }
            if descriptor.pointee.kind == .foreign { releaseForeign(object) }
            free(object)
        }
    }

    /// Parts a dying object from the other one of the pair that an instance and its weak references make.
    func forgetWeakly(_ object: ObjectPointer, _ kind: TypeDescriptor.Kind) {
        switch kind {
        case .instance:
            self.object(Int64(object.pointee.capacity)).words[0] = 0
            object.pointee.capacity = 0
        case .weak: if object.words[0] != 0 { self.object(object.words[0]).pointee.capacity = 0 }
        default: break
        }
    }

    /// What the weak references to an instance share, counted once more; made where there is none yet. 0 for nil.
    func weakReference(to instance: Int64, _ descriptor: Int) -> Int64? {
        if instance == 0 { return 0 }
        let target = object(instance)
        // In its `deinit` nothing can hold on to it any more.
        if target.pointee.stride & Header.deinitFlag != 0 { return 0 }
        if target.pointee.capacity != 0 {
            retain(Int64(target.pointee.capacity))
            return Int64(target.pointee.capacity)
        }
        guard let made = makeObject(descriptor) else { return nil }
        made.words[0] = instance
        // Any capacity but 0 tells the destruction to look.
        made.pointee.capacity = 1
        target.pointee.capacity = UInt32(truncatingIfNeeded: reference(made))
        return reference(made)
    }

    private func appendWaiting(_ object: ObjectPointer) {
        let own = UInt32(truncatingIfNeeded: reference(object))
        object.pointee.references = 1
        object.pointee.capacity = 0
        object.pointee.stride |= Header.deinitFlag
        if state.pointee.waiting == 0 {
            state.pointee.waiting = own
        } else {
            self.object(Int64(state.pointee.lastWaiting)).pointee.capacity = own
        }
        state.pointee.lastWaiting = own
    }

    /// Takes the list of the instances that wait, in front of another such list.
    func takeWaiting(before rest: Int64) -> Int64 {
        let first = Int64(state.pointee.waiting)
        if first == 0 { return rest }
        object(Int64(state.pointee.lastWaiting)).pointee.capacity = UInt32(truncatingIfNeeded: rest)
        state.pointee.waiting = 0
        return first
    }

    /// Unlinks the first instance of a list of those that wait; the rest of the list.
    func unlinkWaiting(_ instance: Int64) -> Int64 {
        let object = object(instance)
        let rest = Int64(object.pointee.capacity)
        object.pointee.capacity = 0
        return rest
    }
}

/// What dies with one object, in order, linked through the counts.
private struct DyingChildren {
    var first: UInt32 = 0
    var last: ObjectPointer?

    @inline(__always)
    mutating func append(_ child: ObjectPointer, _ reference: Int64) {
        let own = UInt32(truncatingIfNeeded: reference)
        if let last { last.pointee.references = own } else { first = own }
        last = child
    }
}

/// Copy on write.
extension Heap {
    /// The object in a register or field, copied first when it is shared. Nil, with the fault set, without memory.
    @inline(__always)
    func unique(_ slot: WordPointer) -> ObjectPointer? {
        let object = object(slot.pointee)
        if object.pointee.references == 1 { return object }
        return copyShared(slot)
    }

    @inline(never)
    func copyShared(_ slot: WordPointer) -> ObjectPointer? {
        let old = object(slot.pointee)
        if slot.pointee == 0 {
            fault(.missing)
            return nil
        }
        guard let copy = duplicate(old) else { return nil }
        old.pointee.references &-= 1
        slot.pointee = reference(copy)
        return copy
    }

    /// A copy with a count of 1; what it refers to is retained. Costs by size.
    func duplicate(_ object: ObjectPointer) -> ObjectPointer? {
        let descriptor = descriptor(object)
        let bytes: Int
        switch descriptor.pointee.kind {
        case .array: bytes = object.count * object.stride * 8
        case .string: bytes = object.count
        case .table: bytes = TableShape(descriptor).bytes(capacity: Int(object.pointee.capacity))
        case .box, .instance, .closure, .existential, .foreign, .weak: bytes = object.count * 8
        }
        guard
            let copy = allocate(
                payload: bytes, descriptor: Int(object.pointee.descriptor), stride: object.stride)
        else { return nil }
        charge(words: bytes >> 3)
        UnsafeMutableRawPointer(copy.words).copyMemory(from: object.words, byteCount: bytes)
        copy.pointee.count = object.pointee.count
        copy.pointee.capacity = object.pointee.capacity
        switch descriptor.pointee.kind {
        case .array: copy.pointee.capacity = arrayCapacity(copy)
        case .string: copy.pointee.capacity = UInt32(payloadBytes(copy))
        case .foreign: retainForeign(copy)
        default: break
        }
        forEachReference(copy) { retain($0.pointee) }
        return copy
    }

    /// How many elements an array's block has room for.
    func arrayCapacity(_ array: ObjectPointer) -> UInt32 {
        let stride = array.stride
        return stride == 0 ? UInt32.max : UInt32(truncatingIfNeeded: payloadBytes(array) / (stride * 8))
    }

    /// An object of a fixed number of words, all 0.
    @inline(__always)
    func makeObject(_ descriptor: Int) -> ObjectPointer? {
        let words = Int(state.pointee.descriptors[descriptor].words)
        guard let object = allocate(payload: words &* 8, descriptor: descriptor, stride: 0) else { return nil }
        object.pointee.count = UInt32(truncatingIfNeeded: words)
        for index in 0..<words { object.words[index] = 0 }
        return object
    }
}
