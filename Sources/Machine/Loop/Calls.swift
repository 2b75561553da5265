/// The function that a call through a witness table means; −1 with the fault set where there is none.
@inline(never)
func callTarget(_ heap: Heap, _ ip: UnsafeMutablePointer<Instruction>, _ fp: WordPointer) -> Int {
    let object = fp[ip.pointee.a]
    if let witnesses = heap.witnesses(object, Int32(ip.pointee.b)), Int32(ip.pointee.c) < witnesses[2] {
        return Int(heap.state.pointee.pool[Int(witnesses[1]) + Int(ip.pointee.c)])
    }
    heap.fault(.conformance, object, Int64(ip.pointee.b))
    return -1
}

extension Heap {
    /// The entry (protocol, start, count) of an object's conformance; looks through superclasses as well.
    @inline(never)
    func witnesses(_ reference: Int64, _ wanted: Int32) -> UnsafeMutablePointer<Int32>? {
        if reference == 0 { return nil }
        var index = Int32(object(reference).pointee.descriptor)
        while index >= 0 {
            let descriptor = state.pointee.descriptors + Int(index)
            var entry = state.pointee.pool + Int(descriptor.pointee.conformanceStart)
            for _ in 0..<descriptor.pointee.conformanceCount {
                if entry.pointee == wanted { return entry }
                entry += 3
            }
            index = descriptor.pointee.superclass
        }
        return nil
    }

    @inline(never)
    func isType(_ reference: Int64, _ wanted: Int32) -> Bool {
        if reference == 0 { return false }
        var index = Int32(object(reference).pointee.descriptor)
        while index >= 0 {
            if index == wanted { return true }
            index = state.pointee.descriptors[Int(index)].superclass
        }
        return false
    }
}

extension UnsafeMutablePointer where Pointee == MachineState {
    /// The function whose code holds an instruction. O(log functions).
    func function(at pc: Int) -> Int {
        var low = 0
        var high = pointee.functionOrderCount
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(pointee.functions[Int(pointee.functionOrder[middle])].start) <= pc {
                low = middle
            } else {
                high = middle
            }
        }
        return Int(pointee.functionOrder[low])
    }
}

// The calls of `deinit`s happen outside the loop: taking the address of its pc and frame would put them in memory.
extension Machine {
    /// Calls the trampoline that runs `deinit`s, in a frame above all that the running function uses. False: no stack.
    func startDeinits() -> Bool {
        let pc = state.pointee.pc
        let current = state.pointee.functions[state.function(at: pc - 1)]
        guard pushFrame(function: 0, above: Int(current.frameWords) + 1) else { return false }
        state.pointee.stack[state.pointee.frame + 1] = heap.takeWaiting(before: 0)
        return true
    }

    /// `nextDeinit`: r0 becomes the next instance of this trampoline's list, whose rest is in r1, and its `deinit` is called
    /// with it in r3; or returns from the trampoline. What died with the last instance comes before the rest.
    func nextDeinit() -> Bool {
        let frame = state.pointee.frame
        let instance = heap.takeWaiting(before: state.pointee.stack[frame + 1])
        state.pointee.stack[frame] = instance
        if instance == 0 {
            let link = state.pointee.stack[frame - 1]
            state.pointee.pc = Int(link >> 32)
            state.pointee.frame = frame - Int(truncatingIfNeeded: link & 0xFFFF_FFFF)
            return true
        }
        state.pointee.stack[frame + 1] = heap.unlinkWaiting(instance)
        state.pointee.stack[frame + 3] = instance
        return pushFrame(function: Int(heap.descriptor(heap.object(instance)).pointee.deinitializer), above: 3)
    }

    private func pushFrame(function: Int, above offset: Int) -> Bool {
        let entry = state.pointee.functions[function]
        let frame = state.pointee.frame + offset
        guard readyStack(upTo: frame + Int(entry.frameWords)) else { return false }
        state.pointee.stack[frame - 1] = Int64(state.pointee.pc) << 32 | Int64(offset)
        state.pointee.frame = frame
        state.pointee.pc = Int(entry.start)
        return true
    }
}
