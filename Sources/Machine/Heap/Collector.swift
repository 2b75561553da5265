/// Cycles, which counting never frees.
///
/// `collectCycles` needs no map of the stack: an object whose count exceeds the references that other objects hold to
/// it is held from outside (a register, a global, a literal), so it and all it reaches is alive; what is left is a
/// cycle. (The idea is that of CPython's collector.) It is therefore safe at any allocation. The `deinit`s of what it
/// frees do not run: in Swift that garbage would never be freed at all.
extension Heap {
    private static let live = Int32.max

    /// Frees unreachable cycles. O(objects + references); takes a quarter of the used arena while it runs.
    func collectCycles() {
        let side = SideTable(self)
        defer { side.deallocate() }
        forEachObject { side[$0] = Int32(clamping: $0.pointee.references) }
        forEachObject { object in
            forEachReference(object) { if $0.pointee != 0 { side[self.object($0.pointee)] -= 1 } }
        }
        var reached: [UInt32] = []
        forEachObject { object in
            if side[object] > 0 && side[object] != Heap.live { mark(object, side, &reached) }
        }
        sweep(side)
    }

    /// After a trap, frames are gone with the counts that they held: keeps what `roots` reach, sets every count to the
    /// references that there are, and frees the rest.
    func rebuild(roots: [Int64]) {
        let side = SideTable(self)
        defer { side.deallocate() }
        state.pointee.waiting = 0
        // The lists of those that waited were threaded where weak references are found.
        forEachObject { object in
            let isWaiting =
                object.pointee.stride & Header.deinitFlag != 0 && descriptor(object).pointee.kind == .instance
            if isWaiting { object.pointee.capacity = 0 }
        }
        var reached: [UInt32] = []
        for root in roots where root != 0 {
            let object = object(root)
            if side[object] != Heap.live { mark(object, side, &reached) }
        }
        restoreCharacterCounts()
        forEachObject { $0.pointee.references = side[$0] == Heap.live ? 0 : 1 }
        forEachObject { object in
            if side[object] != Heap.live { return }
            forEachReference(object) { if $0.pointee != 0 { self.object($0.pointee).pointee.references += 1 } }
        }
        for root in roots where root != 0 { object(root).pointee.references += 1 }
        freeUnmarked(side)
    }

    private func mark(_ first: ObjectPointer, _ side: SideTable, _ reached: inout [UInt32]) {
        side[first] = Heap.live
        reached.append(UInt32(truncatingIfNeeded: reference(first)))
        while let next = reached.popLast() {
            let object = object(Int64(next))
            let count = Int(descriptor(object).pointee.referenceCount)
            if count == 0 { continue }
            forEachReference(object) { slot in
                if slot.pointee == 0 { return }
                let child = self.object(slot.pointee)
                if side[child] == Heap.live { return }
                side[child] = Heap.live
                reached.append(UInt32(truncatingIfNeeded: slot.pointee))
            }
        }
    }

    private func sweep(_ side: SideTable) {
        forEachObject { object in
            if side[object] == Heap.live { return }
            forEachReference(object) { slot in
                if slot.pointee == 0 { return }
                let child = self.object(slot.pointee)
                if side[child] == Heap.live { child.pointee.references -= 1 }
            }
        }
        freeUnmarked(side)
    }

    private func freeUnmarked(_ side: SideTable) {
        forEachObject { object in
            if side[object] == Heap.live { return }
            let kind = descriptor(object).pointee.kind
            if kind == .foreign { releaseForeign(object) }
            if object.pointee.capacity != 0 { forgetWeakly(object, kind) }
            free(object)
        }
    }

    /// What is wrong with the counts, given all the references from outside the heap; empty where nothing is. For tests.
    func check(roots: [Int64]) -> [String] {
        let side = SideTable(self)
        defer { side.deallocate() }
        var problems: [String] = []
        for root in roots where root != 0 { side[object(root)] += 1 }
        forEachObject { object in
            forEachReference(object) { if $0.pointee != 0 { side[self.object($0.pointee)] += 1 } }
        }
        var bytes: Int64 = 0
        forEachObject { object in
            bytes += Int64(SizeClass.bytes(Int(object.pointee.sizeClass)))
            if descriptor(object).pointee.kind == .foreign { bytes += object.words[1] }
            let found = Int(side[object])
            if Int(object.pointee.references) != found {
                let name = Int(object.pointee.descriptor)
                problems.append(
                    "object \(reference(object)) of descriptor \(name): "
                        + "count \(object.pointee.references), references \(found)")
            }
        }
        if bytes != state.pointee.liveBytes {
            problems.append("live bytes \(state.pointee.liveBytes), blocks \(bytes)")
        }
        return problems
    }
}

/// One number for each place where an object can begin.
private struct SideTable {
    let numbers: UnsafeMutablePointer<Int32>
    let base: UnsafeMutableRawPointer

    init(_ heap: Heap) {
        base = heap.base
        let count = heap.state.pointee.used >> 4
        numbers = .allocate(capacity: count + 1)
        numbers.initialize(repeating: 0, count: count + 1)
    }

    subscript(object: ObjectPointer) -> Int32 {
        @inline(__always)
        get { numbers[(UnsafeMutableRawPointer(object) - base) >> 4] }
        nonmutating set { numbers[(UnsafeMutableRawPointer(object) - base) >> 4] = newValue }
    }

    func deallocate() { numbers.deallocate() }
}
