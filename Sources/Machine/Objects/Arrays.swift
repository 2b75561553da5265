/// Arrays: elements inline, `stride` words each. Every function that can fail returns nil or false with the fault set.
extension Heap {
    func makeArray(_ descriptor: Int, capacity: Int) -> ObjectPointer? {
        let stride = Int(state.pointee.descriptors[descriptor].words)
        let (words, overflow) = capacity.multipliedReportingOverflow(by: stride)
        guard !overflow, words <= Int.max >> 5,
            let array = allocate(payload: words * 8, descriptor: descriptor, stride: stride)
        else {
            fault(.memory)
            return nil
        }
        array.pointee.capacity = arrayCapacity(array)
        return array
    }

    /// The array in a slot, unique and with room for `extra` more elements.
    @inline(__always)
    func growable(_ slot: WordPointer, extra: Int = 1) -> ObjectPointer? {
        let array = object(slot.pointee)
        if array.pointee.references == 1 && array.count &+ extra <= Int(array.pointee.capacity) { return array }
        return grow(slot, extra: extra)
    }

    @inline(never)
    func grow(_ slot: WordPointer, extra: Int) -> ObjectPointer? {
        let old = object(slot.pointee)
        if slot.pointee == 0 {
            fault(.missing)
            return nil
        }
        let count = old.count
        let stride = old.stride
        let wanted = count + extra
        let room = wanted <= Int(old.pointee.capacity) ? Int(old.pointee.capacity) : max(4, max(wanted, count * 2))
        guard let array = makeArray(Int(old.pointee.descriptor), capacity: room) else { return nil }
        UnsafeMutableRawPointer(array.words).copyMemory(from: old.words, byteCount: count * stride * 8)
        array.pointee.count = old.pointee.count
        charge(words: count * stride)
        if old.pointee.references == 1 {
            free(old)
        } else {
            forEachReference(array) { retain($0.pointee) }
            old.pointee.references &-= 1
        }
        slot.pointee = reference(array)
        return array
    }

    @inline(__always)
    func copyWords(to target: WordPointer, from source: WordPointer, count: Int) {
        for index in 0..<count { target[index] = source[index] }
    }

    /// Retains or releases the reference words of `count` elements.
    func retainElements(_ array: ObjectPointer, _ range: Range<Int>) {
        forEachElementReference(array, range) { retain($0.pointee) }
    }

    func releaseElements(_ array: ObjectPointer, _ range: Range<Int>) {
        forEachElementReference(array, range) { release($0.pointee) }
    }

    @inline(__always)
    private func forEachElementReference(_ array: ObjectPointer, _ range: Range<Int>, _ body: (WordPointer) -> Void) {
        let descriptor = descriptor(array)
        let count = Int(descriptor.pointee.referenceCount)
        if count == 0 { return }
        let indexes = state.pointee.pool + Int(descriptor.pointee.referenceStart)
        for element in range {
            let words = array.words + element * array.stride
            for index in 0..<count { body(words + Int(indexes[index])) }
        }
    }

    /// `arraySetWords`.
    @inline(never)
    func setElement(_ slot: WordPointer, _ index: Int64, _ source: WordPointer, words: Int) -> Bool {
        guard let array = unique(slot) else { return false }
        guard array.holds(index) else { return failIndex(index, array) }
        let position = Int(truncatingIfNeeded: index)
        let element = array.words + position * array.stride
        // Released last: what it frees must not see a half-written element.
        let descriptor = descriptor(array)
        let count = Int(descriptor.pointee.referenceCount)
        let indexes = state.pointee.pool + Int(descriptor.pointee.referenceStart)
        for index in 0..<words {
            let old = element[index]
            element[index] = source[index]
            for reference in 0..<count where Int(indexes[reference]) == index { release(old) }
        }
        return true
    }

    @inline(never)
    func failIndex(_ index: Int64, _ array: ObjectPointer) -> Bool {
        fault(.index, index, Int64(array.count))
        return false
    }

    func failRange(_ lower: Int64, _ upper: Int64, _ count: Int) -> Bool {
        fault(lower > upper ? .range : .sliceRange, lower, upper, Int64(count))
        return false
    }

    /// Whether `lower ..< upper` is a range of the array's indexes; else sets the fault.
    func checkRange(_ lower: Int64, _ upper: Int64, _ count: Int) -> Bool {
        if lower >= 0 && lower <= upper && upper <= Int64(count) { return true }
        return failRange(lower, upper, count)
    }

    func repeatElement(_ descriptor: Int, _ count: Int64, _ source: WordPointer) -> ObjectPointer? {
        if count < 0 {
            fault(.negativeCount, count)
            return nil
        }
        guard count <= state.pointee.memoryLimit, let array = makeArray(descriptor, capacity: Int(count)) else {
            fault(.memory)
            return nil
        }
        let total = Int(count)
        let stride = array.stride
        array.pointee.count = UInt32(total)
        if stride == 1 {
            array.words.update(repeating: source[0], count: total)
        } else {
            for index in 0..<total { copyWords(to: array.words + index * stride, from: source, count: stride) }
        }
        retainElements(array, 0..<total)
        charge(words: total * stride)
        return array
    }

    func removeElement(_ slot: WordPointer, at index: Int64, to target: WordPointer) -> Bool {
        guard let array = unique(slot) else { return false }
        guard array.holds(index) else { return failIndex(index, array) }
        let position = Int(index)
        let stride = array.stride
        copyWords(to: target, from: array.words + position * stride, count: stride)
        let following = (array.count - position - 1) * stride
        let element = array.words + position * stride
        UnsafeMutableRawPointer(element).copyMemory(from: element + stride, byteCount: following * 8)
        charge(words: following)
        array.pointee.count -= 1
        return true
    }

    func insertElement(_ slot: WordPointer, at index: Int64, from source: WordPointer) -> Bool {
        let count = object(slot.pointee).count
        guard index >= 0 && index <= Int64(count) else {
            fault(.index, index, Int64(count))
            return false
        }
        guard let array = growable(slot) else { return false }
        let stride = array.stride
        let element = array.words + Int(index) * stride
        let following = (count - Int(index)) * stride
        UnsafeMutableRawPointer(element + stride).copyMemory(from: element, byteCount: following * 8)
        copyWords(to: element, from: source, count: stride)
        array.pointee.count += 1
        charge(words: following)
        return true
    }

    func slice(_ source: ObjectPointer, _ lower: Int64, _ upper: Int64) -> ObjectPointer? {
        guard checkRange(lower, upper, source.count) else { return nil }
        let count = Int(upper - lower)
        guard let array = makeArray(Int(source.pointee.descriptor), capacity: count) else { return nil }
        let stride = source.stride
        UnsafeMutableRawPointer(array.words)
            .copyMemory(from: source.words + Int(lower) * stride, byteCount: count * stride * 8)
        array.pointee.count = UInt32(count)
        retainElements(array, 0..<count)
        charge(words: count * stride)
        return array
    }

    func replaceRange(_ slot: WordPointer, _ lower: Int64, _ upper: Int64, with reference: Int64) -> Bool {
        let source = object(reference)
        let oldCount = object(slot.pointee).count
        guard checkRange(lower, upper, oldCount) else { return false }
        let added = source.count
        let removed = Int(upper - lower)
        // When source and target are one object, its count is above 1 and growing copies it first.
        guard let array = growable(slot, extra: max(0, added - removed)) else { return false }
        let stride = array.stride
        let from = array.words + Int(lower) * stride
        var dropped: [Int64] = []
        let range = Int(lower)..<Int(upper)
        forEachElementReference(array, range) { dropped.append($0.pointee) }
        let following = (oldCount - Int(upper)) * stride
        UnsafeMutableRawPointer(from + added * stride)
            .copyMemory(from: from + removed * stride, byteCount: following * 8)
        UnsafeMutableRawPointer(from).copyMemory(from: source.words, byteCount: added * stride * 8)
        array.pointee.count = UInt32(oldCount - removed + added)
        retainElements(array, Int(lower)..<Int(lower) + added)
        for old in dropped { release(old) }
        charge(words: following + added * stride)
        return true
    }

    func removeAll(_ slot: WordPointer) -> Bool {
        let old = object(slot.pointee)
        guard let array = makeArray(Int(old.pointee.descriptor), capacity: 0) else { return false }
        release(slot.pointee)
        slot.pointee = reference(array)
        return true
    }
}
