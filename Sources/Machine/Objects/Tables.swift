/// Sizes of a table's parts.
///
///     word 0      live entries
///     entries     capacity × (hash word, key words, value words); bit 63 of the hash word: not removed
///     index       only above 8 entries: a power of two of 32-bit numbers, entry + 1, 0 where free
///
/// Entries stay in the order of insertion. A removed entry keeps its place until the table is rebuilt.
struct TableShape {
    let entryWords: Int
    let keyWords: Int

    @inline(__always)
    init(_ descriptor: UnsafeMutablePointer<RawDescriptor>) {
        entryWords = Int(descriptor.pointee.words) + 1
        keyWords = Int(descriptor.pointee.keyWords)
    }

    static let linearLimit = 8

    /// Slots of the index: at least half of them free.
    @inline(__always)
    static func indexSize(capacity: Int) -> Int {
        if capacity <= linearLimit { return 0 }
        return 1 << (Int.bitWidth - (capacity * 2 - 1).leadingZeroBitCount)
    }

    func bytes(capacity: Int) -> Int { 8 + capacity * entryWords * 8 + TableShape.indexSize(capacity: capacity) * 4 }
}

extension Heap {
    static let liveBit = Int64.min

    func makeTable(_ descriptor: Int, capacity: Int) -> ObjectPointer? {
        let shape = TableShape(state.pointee.descriptors + descriptor)
        guard capacity <= Int(truncatingIfNeeded: state.pointee.memoryLimit),
            let table = allocate(payload: shape.bytes(capacity: capacity), descriptor: descriptor, stride: 0)
        else {
            fault(.memory)
            return nil
        }
        table.pointee.capacity = UInt32(capacity)
        table.words[0] = 0
        index(table, shape).update(repeating: 0, count: TableShape.indexSize(capacity: capacity))
        return table
    }

    @inline(__always)
    func entry(_ table: ObjectPointer, _ shape: TableShape, _ entry: Int) -> WordPointer {
        table.words + 1 + entry * shape.entryWords
    }

    @inline(__always)
    private func index(_ table: ObjectPointer, _ shape: TableShape) -> UnsafeMutablePointer<UInt32> {
        UnsafeMutableRawPointer(table.words + 1 + Int(table.pointee.capacity) * shape.entryWords)
            .assumingMemoryBound(to: UInt32.self)
    }

    /// The hash of a native key, bit 63 set.
    func hashKey(_ descriptor: UnsafeMutablePointer<RawDescriptor>, _ key: WordPointer) -> Int64 {
        let hash: UInt64
        switch descriptor.pointee.keyKind {
        case .words, .custom:
            if descriptor.pointee.keyWords == 1 { return Heap.hashWord(key[0]) }
            var total: UInt64 = 0
            for word in 0..<Int(descriptor.pointee.keyWords) {
                total = Hashing.combine(total, Hashing.mix(UInt64(bitPattern: key[word])))
            }
            hash = total
        case .double: hash = Hashing.double(Double(bitPattern: UInt64(bitPattern: key[0])))
        case .string: hash = hashString(object(key[0]))
        }
        return Int64(bitPattern: hash) | Heap.liveBit
    }

    /// `hashKey` of a key that is one raw word.
    @inline(__always)
    static func hashWord(_ word: Int64) -> Int64 { Int64(bitPattern: Hashing.mix(UInt64(bitPattern: word))) | liveBit }

    /// `find` for a key that is one raw word: compared at once, the entry's hash only tells whether it is there.
    private func findWord(_ table: ObjectPointer, _ shape: TableShape, _ key: Int64) -> Int {
        let size = TableShape.indexSize(capacity: Int(table.pointee.capacity))
        if size == 0 {
            var words = table.words + 1
            for position in 0..<table.count {
                if words[1] == key && words[0] < 0 { return position }
                words += shape.entryWords
            }
            return -1
        }
        let index = index(table, shape)
        var place = Int(truncatingIfNeeded: Heap.hashWord(key)) & (size - 1)
        while index[place] != 0 {
            let candidate = Int(index[place]) - 1
            let words = entry(table, shape, candidate)
            if words[1] == key && words[0] < 0 { return candidate }
            place = (place + 1) & (size - 1)
        }
        return -1
    }

    private func keysEqual(_ descriptor: UnsafeMutablePointer<RawDescriptor>, _ a: WordPointer, _ b: WordPointer)
        -> Bool
    {
        switch descriptor.pointee.keyKind {
        case .words, .custom:
            for word in 0..<Int(descriptor.pointee.keyWords) where a[word] != b[word] { return false }
            return true
        case .double:
            return Double(bitPattern: UInt64(bitPattern: a[0])) == Double(bitPattern: UInt64(bitPattern: b[0]))
        case .string: return a[0] == b[0] || stringEqual(object(a[0]), object(b[0]))
        }
    }

    func find(_ table: ObjectPointer, _ key: WordPointer) -> Int {
        if table.count == 0 { return -1 }
        let descriptor = descriptor(table)
        if descriptor.pointee.keyKind == .words && descriptor.pointee.keyWords == 1 {
            return findWord(table, TableShape(descriptor), key[0])
        }
        let hash = hashKey(descriptor, key)
        var found = -1
        while true {
            found = probe(table, hash, after: found)
            if found < 0 { return -1 }
            if keysEqual(descriptor, entry(table, TableShape(descriptor), found) + 1, key) { return found }
        }
    }

    /// The next entry with this hash behind another one with it, or behind none: −1.
    func probe(_ table: ObjectPointer, _ hash: Int64, after previous: Int) -> Int {
        let shape = TableShape(descriptor(table))
        let size = TableShape.indexSize(capacity: Int(table.pointee.capacity))
        if size == 0 {
            var position = previous + 1
            while position < table.count {
                if entry(table, shape, position).pointee == hash { return position }
                position += 1
            }
            return -1
        }
        let index = index(table, shape)
        let mask = size - 1
        var position = Int(truncatingIfNeeded: hash) & mask
        if previous >= 0 {
            while index[position] != 0 && Int(index[position]) - 1 != previous { position = (position + 1) & mask }
            if index[position] == 0 { return -1 }
            position = (position + 1) & mask
        }
        while index[position] != 0 {
            let candidate = Int(index[position]) - 1
            if entry(table, shape, candidate).pointee == hash { return candidate }
            position = (position + 1) & mask
        }
        return -1
    }

    /// Adds an entry that is not there; its key and value are consumed. Gives its index.
    func insert(_ slot: WordPointer, hash: Int64?, _ words: WordPointer) -> Int? {
        guard var table = unique(slot) else { return nil }
        let shape = TableShape(descriptor(table))
        if table.count == Int(table.pointee.capacity) {
            guard let larger = rebuilt(table, shape) else { return nil }
            free(table)
            table = larger
            slot.pointee = reference(table)
        }
        let position = table.count
        let target = entry(table, shape, position)
        target[0] = (hash ?? hashKey(descriptor(table), words)) | Heap.liveBit
        copyWords(to: target + 1, from: words, count: shape.entryWords - 1)
        table.pointee.count += 1
        table.words[0] += 1
        link(table, shape, position)
        return position
    }

    private func link(_ table: ObjectPointer, _ shape: TableShape, _ position: Int) {
        let size = TableShape.indexSize(capacity: Int(table.pointee.capacity))
        if size == 0 { return }
        let index = index(table, shape)
        var place = Int(truncatingIfNeeded: entry(table, shape, position).pointee) & (size - 1)
        while index[place] != 0 { place = (place + 1) & (size - 1) }
        index[place] = UInt32(position + 1)
    }

    /// A table of the live entries with room for as many again; they move, so the old block is freed as it is.
    private func rebuilt(_ table: ObjectPointer, _ shape: TableShape) -> ObjectPointer? {
        let live = Int(table.words[0])
        guard let copy = makeTable(Int(table.pointee.descriptor), capacity: max(4, live * 2)) else { return nil }
        var position = 0
        for old in 0..<table.count {
            let source = entry(table, shape, old)
            if source.pointee >= 0 { continue }
            copyWords(to: entry(copy, shape, position), from: source, count: shape.entryWords)
            link(copy, shape, position)
            position += 1
        }
        copy.pointee.count = UInt32(position)
        copy.words[0] = Int64(live)
        charge(words: table.count * shape.entryWords)
        return copy
    }

    /// The live entry of an index that the program gives; sets the fault where there is none.
    func liveEntry(_ table: ObjectPointer, _ index: Int64) -> WordPointer? {
        if table.holds(index) {
            let found = entry(table, TableShape(descriptor(table)), Int(index))
            if found.pointee < 0 { return found }
        }
        _ = failIndex(index, table)
        return nil
    }

    func removeEntry(_ slot: WordPointer, _ index: Int64) -> Bool {
        guard let table = unique(slot), let entry = liveEntry(table, index) else { return false }
        let descriptor = descriptor(table)
        entry[0] = 0
        table.words[0] -= 1
        let indexes = state.pointee.pool + Int(descriptor.pointee.referenceStart)
        for number in 0..<Int(descriptor.pointee.referenceCount) {
            let word = entry + 1 + Int(indexes[number])
            let old = word.pointee
            word.pointee = 0
            release(old)
        }
        return true
    }

    func nextEntry(_ table: ObjectPointer, from start: Int64) -> Int64 {
        let shape = TableShape(descriptor(table))
        var index = max(0, start)
        while index < Int64(table.count) {
            if entry(table, shape, Int(index)).pointee < 0 { return index }
            index += 1
        }
        return -1
    }

    /// Stores a value in an entry and releases the old one's references where asked.
    func storeValue(_ slot: WordPointer, _ index: Int64, _ source: WordPointer, releasing: Bool) -> Bool {
        guard let table = unique(slot), let entry = liveEntry(table, index) else { return false }
        let descriptor = descriptor(table)
        let keyWords = Int(descriptor.pointee.keyWords)
        let valueWords = Int(descriptor.pointee.words) - keyWords
        if releasing {
            let indexes = state.pointee.pool + Int(descriptor.pointee.referenceStart)
            for number in 0..<Int(descriptor.pointee.referenceCount) where Int(indexes[number]) >= keyWords {
                let word = entry + 1 + Int(indexes[number])
                let old = word.pointee
                word.pointee = 0
                release(old)
            }
        }
        copyWords(to: entry + 1 + keyWords, from: source, count: valueWords)
        return true
    }
}

/// Hashes that are the same on every run and every platform.
enum Hashing {
    /// The finaliser of SplitMix64 (Steele, Lea, Flood, 2014).
    @inline(__always)
    static func mix(_ word: UInt64) -> UInt64 {
        var z = word &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    @inline(__always)
    static func combine(_ a: UInt64, _ b: UInt64) -> UInt64 { mix(a &* 31 &+ b) }

    /// 0 and −0 are equal and hash alike.
    static func double(_ value: Double) -> UInt64 { mix(value == 0 ? 0 : value.bitPattern) }
}
