/// The instructions that are calls anyway. False: a trap, the fault set.
@inline(never)
func runSlow(_ heap: Heap, _ ip: UnsafeMutablePointer<Instruction>, _ fp: WordPointer) -> Bool {
    let instruction = ip.pointee
    let a = fp + Int(instruction.a)
    switch instruction.opcode {
    case .fieldReplaceWords: return heap.replaceFields(a.pointee, instruction, fp + Int(instruction.b))
    case .arraySetReference: return heap.setElement(a, fp[instruction.b], fp + Int(instruction.c), words: 1)
    case .arraySetWords:
        return heap.setElement(a, fp[instruction.b], fp + Int(instruction.c), words: Int(instruction.x))
    case .stringConcatenate:
        return heap.store(heap.concatenate(heap.object(fp[instruction.b]), heap.object(fp[instruction.c])), a)
    case .stringAppend: return heap.append(a, string: heap.object(fp[instruction.b]))
    case .stringAppendValue:
        return heap.appendValue(a, fp[instruction.b], unsafeBitCast(instruction.x, to: Describable.self))
    case .describe:
        return heap.store(
            heap.describe(fp[instruction.b], unsafeBitCast(instruction.x, to: Describable.self)), a)
    case .equalString:
        a.pointee = heap.stringEqual(heap.object(fp[instruction.b]), heap.object(fp[instruction.c])) ? 1 : 0
        return true
    case .lessString:
        a.pointee = heap.stringLess(heap.object(fp[instruction.b]), heap.object(fp[instruction.c])) ? 1 : 0
        return true
    case .print: return heap.print(heap.object(a.pointee))
    case .finishDeinit: return heap.finishDeinit(a.pointee)
    default: return heap.runIntrinsic(instruction, fp)
    }
}

extension Heap {
    /// Puts a new object, owned, into a register.
    @inline(__always)
    func store(_ object: ObjectPointer?, _ slot: WordPointer) -> Bool {
        guard let object else { return false }
        slot.pointee = reference(object)
        return true
    }

    func replaceFields(_ target: Int64, _ instruction: Instruction, _ source: WordPointer) -> Bool {
        if target == 0 {
            fault(.missing)
            return false
        }
        let object = object(target)
        let first = Int(instruction.c)
        let count = Int(instruction.x)
        let descriptor = descriptor(object)
        let indexes = state.pointee.pool + Int(descriptor.pointee.referenceStart)
        var released: [Int64] = []
        for number in 0..<Int(descriptor.pointee.referenceCount) {
            let word = Int(indexes[number])
            if word >= first && word < first + count { released.append(object.words[word]) }
        }
        copyWords(to: object.words + first, from: source, count: count)
        for old in released { release(old) }
        return true
    }

    /// Frees an instance after its `deinit`.
    func finishDeinit(_ reference: Int64) -> Bool {
        if object(reference).pointee.references != 1 {
            fault(.resurrected)
            return false
        }
        release(reference)
        return true
    }
}
