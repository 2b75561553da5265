extension Heap {
    /// `Opcode.intrinsic`. False: a trap, the fault set.
    func runIntrinsic(_ i: Instruction, _ fp: WordPointer) -> Bool {
        // The raw values are 0, 1, 2 …, and the verifier has seen this one.
        let intrinsic = unsafeBitCast(i.x, to: Intrinsic.self)
        if intrinsic.rawValue < Intrinsic.stringCount.rawValue { return runArrayIntrinsic(intrinsic, i, fp) }
        if intrinsic.rawValue < Intrinsic.newTable.rawValue { return runStringIntrinsic(intrinsic, i, fp) }
        return runTableIntrinsic(intrinsic, i, fp)
    }

    private func runArrayIntrinsic(_ intrinsic: Intrinsic, _ i: Instruction, _ fp: WordPointer) -> Bool {
        let a = fp + Int(i.a)
        let b = fp + Int(i.b)
        let c = fp + Int(i.c)
        switch intrinsic {
        case .arrayRepeat: return store(repeatElement(Int(i.b), c[0], c + 1), a)
        case .arrayRemoveLast:
            let count = object(b[0]).count
            if count == 0 {
                fault(.removeFromEmpty)
                return false
            }
            return removeElement(b, at: Int64(count - 1), to: a)
        case .arrayRemove: return removeElement(b, at: c[0], to: a)
        case .arrayInsert: return insertElement(a, at: b[0], from: c)
        case .arraySlice: return store(slice(object(b[0]), c[0], c[1]), a)
        case .arrayAppendContents:
            let count = Int64(object(a[0]).count)
            return replaceRange(a, count, count, with: b[0])
        case .arrayReplaceRange: return replaceRange(a, b[0], b[1], with: c[0])
        case .arraySwap: return swapElements(a, b[0], c[0])
        case .arrayReserve:
            let extra = b[0] - Int64(object(a[0]).count)
            if extra > state.pointee.memoryLimit {
                fault(.memory)
                return false
            }
            return growable(a, extra: max(0, Int(extra))) != nil
        case .arrayRemoveAll: return removeAll(a)
        case .arrayEqualWords, .arrayEqualDoubles, .arrayEqualStrings:
            a[0] = arraysEqual(object(b[0]), object(c[0]), intrinsic) ? 1 : 0
            return true
        case .arraySortInts: return sort(a, .ints)
        case .arraySortDoubles: return sort(a, .doubles)
        default: return sort(a, .strings)
        }
    }

    private func swapElements(_ slot: WordPointer, _ first: Int64, _ second: Int64) -> Bool {
        guard let array = unique(slot) else { return false }
        guard array.holds(first) else { return failIndex(first, array) }
        guard array.holds(second) else { return failIndex(second, array) }
        let left = array.words + Int(first) * array.stride
        let right = array.words + Int(second) * array.stride
        for word in 0..<array.stride {
            let kept = left[word]
            left[word] = right[word]
            right[word] = kept
        }
        return true
    }

    private func arraysEqual(_ a: ObjectPointer, _ b: ObjectPointer, _ intrinsic: Intrinsic) -> Bool {
        if a.count != b.count { return false }
        let words = a.count * a.stride
        charge(words: words)
        for word in 0..<words {
            switch intrinsic {
            case .arrayEqualWords: if a.words[word] != b.words[word] { return false }
            case .arrayEqualDoubles: if a.doubles[word] != b.doubles[word] { return false }
            default: if !stringEqual(object(a.words[word]), object(b.words[word])) { return false }
            }
        }
        return true
    }

    private func runTableIntrinsic(_ intrinsic: Intrinsic, _ i: Instruction, _ fp: WordPointer) -> Bool {
        let a = fp + Int(i.a)
        let b = fp + Int(i.b)
        let c = fp + Int(i.c)
        switch intrinsic {
        case .newTable: return store(makeTable(Int(i.b), capacity: Int(i.c)), a)
        case .tableCount: a[0] = b[0] == 0 ? 0 : object(b[0]).words[0]
        case .tableFind: a[0] = Int64(find(object(b[0]), c))
        case .tableProbe:
            a[0] = Int64(probe(object(b[0]), c[1] | Heap.liveBit, after: Int(truncatingIfNeeded: c[0])))
            c[0] = a[0]
        case .tableInsert:
            let isCustom = descriptor(object(a[0])).pointee.keyKind == .custom
            guard let index = insert(a, hash: isCustom ? c[0] : nil, b) else { return false }
            c[0] = Int64(index)
        case .tableRemove: return removeEntry(a, b[0])
        case .tableNext: a[0] = nextEntry(object(b[0]), from: c[0])
        case .tableKey, .tableValue:
            let table = object(b[0])
            guard let entry = liveEntry(table, c[0]) else { return false }
            let (keyWords, words) = entryParts(table)
            if intrinsic == .tableKey {
                copyWords(to: a, from: entry + 1, count: keyWords)
            } else {
                copyWords(to: a, from: entry + 1 + keyWords, count: words - keyWords)
            }
        case .tableTakeValue:
            guard let table = unique(b), let entry = liveEntry(table, c[0]) else { return false }
            let (keyWords, words) = entryParts(table)
            for word in keyWords..<words {
                a[word - keyWords] = entry[1 + word]
                entry[1 + word] = 0
            }
        case .tablePutValue: return storeValue(a, b[0], c, releasing: false)
        case .tableReplaceValue: return storeValue(a, b[0], c, releasing: true)
        case .tableRemoveAll:
            guard let table = makeTable(Int(object(a[0]).pointee.descriptor), capacity: 0) else { return false }
            release(a[0])
            a[0] = reference(table)
        case .typeName:
            let descriptor = descriptor(object(b[0]))
            let start = state.pointee.names + Int(descriptor.pointee.nameStart)
            return store(
                makeString(UnsafeBufferPointer(start: start, count: Int(descriptor.pointee.nameCount))), a)
        case .descriptorName:
            let descriptor = state.pointee.descriptors[Int(truncatingIfNeeded: b[0])]
            let start = state.pointee.names + Int(descriptor.plainNameStart)
            return store(
                makeString(UnsafeBufferPointer(start: start, count: Int(descriptor.plainNameCount))), a)
        case .typeIndex: a[0] = Int64(object(b[0]).pointee.descriptor)
        case .weakMake:
            guard let made = weakReference(to: b[0], Int(i.c)) else { return false }
            a[0] = made
        case .weakLoad:
            a[0] = b[0] == 0 ? 0 : object(b[0]).words[0]
            retain(a[0])
        default: a[0] = state.pointee.liveBytes
        }
        return true
    }

    private func entryParts(_ table: ObjectPointer) -> (keyWords: Int, words: Int) {
        let descriptor = descriptor(table)
        return (Int(descriptor.pointee.keyWords), Int(descriptor.pointee.words))
    }
}
