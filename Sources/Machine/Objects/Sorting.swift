/// Sorting of one-word elements by their own order, stable: a merge sort from the bottom up over a scratch buffer.
extension Heap {
    enum SortOrder { case ints, doubles, strings }

    func sort(_ slot: WordPointer, _ order: SortOrder) -> Bool {
        guard let array = unique(slot) else { return false }
        let count = array.count
        if count < 2 { return true }
        state.pointee.charge += Int64(count * (Int.bitWidth - count.leadingZeroBitCount) / 16)
        let scratch = WordPointer.allocate(capacity: count)
        defer { scratch.deallocate() }
        var source = array.words
        var target = scratch
        var width = 1
        while width < count {
            var start = 0
            while start < count {
                let middle = min(start + width, count)
                let end = min(start + 2 * width, count)
                merge(source, start, middle, end, target, order)
                start = end
            }
            swap(&source, &target)
            width *= 2
        }
        if source != array.words {
            UnsafeMutableRawPointer(array.words).copyMemory(from: source, byteCount: count * 8)
        }
        return true
    }

    private func merge(
        _ source: WordPointer, _ start: Int, _ middle: Int, _ end: Int, _ target: WordPointer, _ order: SortOrder
    ) {
        var left = start
        var right = middle
        for index in start..<end {
            if left < middle && (right >= end || !isLess(source[right], source[left], order)) {
                target[index] = source[left]
                left += 1
            } else {
                target[index] = source[right]
                right += 1
            }
        }
    }

    @inline(__always)
    private func isLess(_ a: Int64, _ b: Int64, _ order: SortOrder) -> Bool {
        switch order {
        case .ints: a < b
        case .doubles: Double(bitPattern: UInt64(bitPattern: a)) < Double(bitPattern: UInt64(bitPattern: b))
        case .strings: stringLess(object(a), object(b))
        }
    }
}
