@_spi(_Unicode) import Swift

/// Strings: UTF-8 bytes. Those in which every byte is a character (ASCII without carriage returns) carry
/// `Header.simpleFlag` and are handled byte by byte; for all others Swift's own String decides, so that characters and
/// equality are exactly Swift's.
extension Heap {
    func makeBytes(count: Int) -> ObjectPointer? {
        guard let string = allocate(payload: count, descriptor: Program.stringDescriptor, stride: 0) else { return nil }
        string.pointee.count = UInt32(count)
        string.pointee.capacity = UInt32(truncatingIfNeeded: payloadBytes(string))
        return string
    }

    /// A string of valid UTF-8.
    func makeString(_ bytes: UnsafeBufferPointer<UInt8>) -> ObjectPointer? {
        if bytes.count == 1 && bytes[0] < 0x80 {
            let character = asciiCharacter(bytes[0])
            character.pointee.references &+= 1
            return character
        }
        guard let string = makeBytes(count: bytes.count) else { return nil }
        if let start = bytes.baseAddress {
            UnsafeMutableRawPointer(string.bytes).copyMemory(from: start, byteCount: bytes.count)
        }
        classify(string)
        return string
    }

    func makeString(_ text: String) -> ObjectPointer? {
        var text = text
        return text.withUTF8 { makeString($0) }
    }

    /// Finds out whether every byte is a character.
    func classify(_ string: ObjectPointer) {
        let bytes = string.bytes
        let count = string.count
        var isSimple = true
        // Eight at a time: a high bit, or a byte that is 0 once the carriage return's bits are taken away.
        let wholeWords = count >> 3
        for index in 0..<wholeWords {
            let word = UInt64(bitPattern: string.words[index])
            let returns = word ^ 0x0D0D_0D0D_0D0D_0D0D
            let zeros = (returns &- 0x0101_0101_0101_0101) & ~returns
            if (word | zeros) & 0x8080_8080_8080_8080 != 0 {
                isSimple = false
                break
            }
        }
        for index in wholeWords << 3..<count where bytes[index] >= 0x80 || bytes[index] == 0x0D {
            isSimple = false
            break
        }
        string.pointee.stride = isSimple ? Header.simpleFlag : 0
    }

    @inline(__always)
    func isSimple(_ string: ObjectPointer) -> Bool { string.pointee.stride & Header.simpleFlag != 0 }

    @inline(__always)
    func buffer(_ string: ObjectPointer) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: string.bytes, count: string.count)
    }

    func text(_ string: ObjectPointer) -> String { String(decoding: buffer(string), as: UTF8.self) }

    func text(_ string: ObjectPointer, _ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: buffer(string)[range]), as: UTF8.self)
    }

    // MARK: Building

    func concatenate(_ a: ObjectPointer, _ b: ObjectPointer) -> ObjectPointer? {
        let count = a.count + b.count
        guard let result = makeBytes(count: count) else { return nil }
        UnsafeMutableRawPointer(result.bytes).copyMemory(from: a.bytes, byteCount: a.count)
        UnsafeMutableRawPointer(result.bytes + a.count).copyMemory(from: b.bytes, byteCount: b.count)
        result.pointee.stride = a.pointee.stride & b.pointee.stride
        charge(words: count)
        return result
    }

    /// The string in a slot, unique and with room for `extra` more bytes.
    private func appendable(_ slot: WordPointer, _ extra: Int) -> ObjectPointer? {
        let old = object(slot.pointee)
        if slot.pointee == 0 {
            fault(.missing)
            return nil
        }
        if old.pointee.references == 1 && old.count + extra <= Int(old.pointee.capacity) { return old }
        guard let string = makeBytes(count: max(old.count * 2, old.count + extra)) else { return nil }
        UnsafeMutableRawPointer(string.bytes).copyMemory(from: old.bytes, byteCount: old.count)
        string.pointee.count = old.pointee.count
        string.pointee.stride = old.pointee.stride
        charge(words: old.count)
        release(slot.pointee)
        slot.pointee = reference(string)
        return string
    }

    func append(_ slot: WordPointer, _ bytes: UnsafeBufferPointer<UInt8>, isSimple: Bool) -> Bool {
        guard let string = appendable(slot, bytes.count) else { return false }
        if let start = bytes.baseAddress {
            UnsafeMutableRawPointer(string.bytes + string.count).copyMemory(from: start, byteCount: bytes.count)
        }
        string.pointee.count += UInt32(bytes.count)
        if !isSimple { string.pointee.stride = 0 }
        charge(words: bytes.count)
        return true
    }

    func append(_ slot: WordPointer, string other: ObjectPointer) -> Bool {
        // `s += s`: its count is at least 2 where the operand is another owner, 1 where it is the very register.
        if other == object(slot.pointee) {
            guard let doubled = concatenate(other, other) else { return false }
            release(slot.pointee)
            slot.pointee = reference(doubled)
            return true
        }
        return append(slot, buffer(other), isSimple: isSimple(other))
    }

    func repeatString(_ string: ObjectPointer, _ times: Int64) -> ObjectPointer? {
        if times < 0 {
            fault(.negativeCount, times)
            return nil
        }
        let (bytes, overflow) = times.multipliedReportingOverflow(by: Int64(string.count))
        guard !overflow, bytes <= state.pointee.memoryLimit, let result = makeBytes(count: Int(bytes)) else {
            fault(.memory)
            return nil
        }
        if string.count > 0 {
            for index in 0..<Int(times) {
                UnsafeMutableRawPointer(result.bytes + index * string.count)
                    .copyMemory(from: string.bytes, byteCount: string.count)
            }
        }
        result.pointee.stride = string.pointee.stride
        charge(words: Int(bytes))
        return result
    }

    // MARK: Comparing

    func bytesEqual(_ a: ObjectPointer, _ b: ObjectPointer) -> Bool {
        let count = a.count
        if count != b.count { return false }
        let wholeWords = count >> 3
        for index in 0..<wholeWords where a.words[index] != b.words[index] { return false }
        let rest = count & 7
        return rest == 0 || tail(a, wholeWords, rest) == tail(b, wholeWords, rest)
    }

    /// The last bytes of a string as one word; blocks are multiples of 16 bytes, so that all of it is there to read.
    @inline(__always)
    private func tail(_ string: ObjectPointer, _ word: Int, _ count: Int) -> UInt64 {
        unsigned(string.words[word]).littleEndian & (1 << UInt64(count * 8) &- 1)
    }

    func stringEqual(_ a: ObjectPointer, _ b: ObjectPointer) -> Bool {
        if bytesEqual(a, b) { return true }
        if isSimple(a) && isSimple(b) { return false }
        charge(words: a.count + b.count)
        return text(a) == text(b)
    }

    func stringLess(_ a: ObjectPointer, _ b: ObjectPointer) -> Bool {
        if isSimple(a) && isSimple(b) {
            let count = min(a.count, b.count)
            for index in 0..<count where a.bytes[index] != b.bytes[index] { return a.bytes[index] < b.bytes[index] }
            return a.count < b.count
        }
        charge(words: a.count + b.count)
        return text(a) < text(b)
    }

    /// Canonically equivalent strings hash alike: what is not ASCII is decomposed first (Unicode's form NFD).
    func hashString(_ string: ObjectPointer) -> UInt64 {
        isSimple(string) ? hashBytes(string) : hashDecomposed(string)
    }

    /// Stands by itself: its iterator's size is only known at run time, which every function around it would pay for.
    @inline(never)
    private func hashDecomposed(_ string: ObjectPointer) -> UInt64 {
        charge(words: string.count * 8)
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for scalar in text(string)._nfd { hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3 }
        return Hashing.mix(hash)
    }

    private func hashBytes(_ string: ObjectPointer) -> UInt64 {
        let count = string.count
        charge(words: count >> 3)
        var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
        let wholeWords = count >> 3
        for index in 0..<wholeWords {
            hash = (hash ^ unsigned(string.words[index]).littleEndian) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        if count & 7 != 0 { hash = (hash ^ tail(string, wholeWords, count & 7)) &* 0xFF51_AFD7_ED55_8CCD }
        return Hashing.mix(hash)
    }

    func hasPrefix(_ string: ObjectPointer, _ prefix: ObjectPointer) -> Bool {
        if isSimple(string) && isSimple(prefix) {
            if prefix.count > string.count { return false }
            for index in 0..<prefix.count where string.bytes[index] != prefix.bytes[index] { return false }
            return true
        }
        charge(words: (string.count + prefix.count) * 8)
        return text(string).hasPrefix(text(prefix))
    }

    func hasSuffix(_ string: ObjectPointer, _ suffix: ObjectPointer) -> Bool {
        if isSimple(string) && isSimple(suffix) {
            let start = string.count - suffix.count
            if start < 0 { return false }
            for index in 0..<suffix.count where string.bytes[start + index] != suffix.bytes[index] { return false }
            return true
        }
        charge(words: (string.count + suffix.count) * 8)
        return text(string).hasSuffix(text(suffix))
    }
}
