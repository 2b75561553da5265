/// Values as the host and natives see them: words, and references to objects. Reading is bounds-checked; what makes an
/// object gives an owned reference, or nil when memory is used up (the run then ends with that trap).
extension Machine {
    /// The object at a reference, if there is one.
    private func existing(_ reference: Int64, _ kind: TypeDescriptor.Kind? = nil) -> ObjectPointer? {
        guard reference >= Int64(Heap.characterStart), reference < Int64(state.pointee.used), reference & 15 == 0 else {
            return nil
        }
        let object = heap.object(reference)
        guard Int(object.pointee.descriptor) < program.descriptors.count else { return nil }
        if let kind, heap.descriptor(object).pointee.kind != kind { return nil }
        return object
    }

    /// The index of an object's descriptor.
    public func descriptor(of reference: Int64) -> Int? { existing(reference).map { Int($0.pointee.descriptor) } }

    /// Elements of an array, bytes of a string, live entries of a table, words of the rest.
    public func count(of reference: Int64) -> Int {
        guard let object = existing(reference) else { return 0 }
        return heap.descriptor(object).pointee.kind == .table ? Int(object.words[0]) : object.count
    }

    public func retain(_ reference: Int64) { heap.retain(reference) }
    public func release(_ reference: Int64) { heap.release(reference) }
    /// Fuel for a native's work.
    public func charge(_ units: Int64) { state.pointee.charge += units }

    /// Makes the host an owner for as long as the machine lives; `drop` ends that.
    public func keep(_ reference: Int64) {
        heap.retain(reference)
        kept.append(reference)
    }
    public func drop(_ reference: Int64) {
        guard let index = kept.lastIndex(of: reference) else { return }
        kept.remove(at: index)
        heap.release(reference)
    }

    // MARK: Strings

    public func string(_ reference: Int64) -> String? { existing(reference, .string).map { heap.text($0) } }
    public func makeString(_ text: String) -> Int64? { heap.makeString(text).map { heap.reference($0) } }

    // MARK: Arrays

    /// A word of an element.
    public func element(_ index: Int, of array: Int64, word: Int = 0) -> Int64? {
        guard let object = existing(array, .array), object.holds(Int64(index)), word >= 0, word < object.stride else {
            return nil
        }
        return object.words[index * object.stride + word]
    }

    /// A copy of an array of Doubles.
    public func doubles(_ array: Int64) -> [Double]? {
        guard let object = existing(array, .array), object.stride == 1 || object.count == 0 else { return nil }
        return Array(UnsafeBufferPointer(start: object.doubles, count: object.count))
    }

    /// An array of the given elements' words, one element after another; references are consumed.
    public func makeArray(_ descriptor: Int, words: [Int64]) -> Int64? {
        let stride = max(1, program.descriptors[descriptor].layout.words)
        guard let array = heap.makeArray(descriptor, capacity: words.count / stride) else { return nil }
        for (index, word) in words.enumerated() { array.words[index] = word }
        array.pointee.count = UInt32(words.count / stride)
        return heap.reference(array)
    }

    public func makeDoubles(_ descriptor: Int, _ values: [Double]) -> Int64? {
        guard let array = heap.makeArray(descriptor, capacity: values.count) else { return nil }
        for (index, value) in values.enumerated() { array.doubles[index] = value }
        array.pointee.count = UInt32(values.count)
        return heap.reference(array)
    }

    // MARK: Objects with fixed words, tables

    /// A word of an instance, box, closure or existential box.
    public func field(_ word: Int, of reference: Int64) -> Int64? {
        guard let object = existing(reference), object.holds(Int64(word)) else { return nil }
        switch heap.descriptor(object).pointee.kind {
        case .box, .instance, .closure, .existential, .weak: return object.words[word]
        default: return nil
        }
    }

    /// Stores a word of an instance or box; counts are the caller's.
    func setField(_ word: Int, of reference: Int64, _ value: Int64) {
        guard let object = existing(reference), object.holds(Int64(word)) else { return }
        switch heap.descriptor(object).pointee.kind {
        case .box, .instance: object.words[word] = value
        default: return
        }
    }

    /// An object of the given words; references are consumed.
    public func makeObject(_ descriptor: Int, words: [Int64]) -> Int64? {
        guard let object = heap.makeObject(descriptor) else { return nil }
        for (index, word) in words.enumerated() where index < object.count { object.words[index] = word }
        return heap.reference(object)
    }

    /// The words (key, then value) of each entry of a table, in order.
    public func entries(_ table: Int64) -> [[Int64]] {
        guard let object = existing(table, .table) else { return [] }
        let words = Int(heap.descriptor(object).pointee.words)
        var result: [[Int64]] = []
        for index in 0..<object.count {
            let entry = heap.entry(object, TableShape(heap.descriptor(object)), index)
            if entry.pointee >= 0 { continue }
            result.append(Array(UnsafeBufferPointer(start: entry + 1, count: words)))
        }
        return result
    }

    // MARK: Swift objects

    /// An object of a descriptor of kind `.foreign` that holds a Swift object; its bytes count against the limit.
    public func makeForeign(_ value: ForeignObject, descriptor: Int) -> Int64? {
        heap.makeForeign(value, descriptor: descriptor).map { heap.reference($0) }
    }

    /// Counts the object as what it takes now, or is about to; false where that is more than there may be.
    public func recount(_ reference: Int64, bytes: Int64) -> Bool {
        guard let object = existing(reference, .foreign) else { return false }
        return heap.recount(object, bytes: bytes)
    }

    /// Whether nothing else refers to the object.
    public func isUnique(_ reference: Int64) -> Bool { heap.object(reference).pointee.references == 1 }

    public func foreign(_ reference: Int64) -> ForeignObject? {
        guard let object = existing(reference, .foreign) else { return nil }
        return heap.foreign(object)?.takeUnretainedValue()
    }
}
