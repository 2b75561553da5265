/// The text of scalar values, as `print` shows them.
extension Heap {
    /// Calls `body` with the UTF-8 bytes of an integer.
    @inline(__always)
    func withDigits<Result>(
        _ magnitude: UInt64, negative: Bool, radix: UInt64 = 10, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 66) { space in
            let end = space.baseAddress.unsafelyUnwrapped + 66
            var next = end
            var rest = magnitude
            repeat {
                let digit = UInt8(truncatingIfNeeded: rest % radix)
                rest /= radix
                next -= 1
                next.pointee = digit < 10 ? 48 &+ digit : 87 &+ digit
            } while rest != 0
            if negative {
                next -= 1
                next.pointee = 45
            }
            return body(UnsafeBufferPointer(start: next, count: end - next))
        }
    }

    func describe(_ word: Int64, _ describable: Describable) -> ObjectPointer? {
        switch describable {
        case .int: return withDigits(word.magnitude, negative: word < 0) { makeString($0) }
        case .unsigned: return withDigits(UInt64(bitPattern: word), negative: false) { makeString($0) }
        case .string:
            retain(word)
            return object(word)
        case .double, .float, .bool, .quotedString: return makeString(text(word, describable))
        }
    }

    func appendValue(_ slot: WordPointer, _ word: Int64, _ describable: Describable) -> Bool {
        switch describable {
        case .int: return withDigits(word.magnitude, negative: word < 0) { append(slot, $0, isSimple: true) }
        case .unsigned:
            return withDigits(UInt64(bitPattern: word), negative: false) { append(slot, $0, isSimple: true) }
        case .string: return append(slot, string: object(word))
        case .double, .float, .bool:
            var text = text(word, describable)
            return text.withUTF8 { append(slot, $0, isSimple: true) }
        case .quotedString:
            var text = text(word, describable)
            let isSimple = isSimple(object(word))
            return text.withUTF8 { append(slot, $0, isSimple: isSimple) }
        }
    }

    private func text(_ word: Int64, _ describable: Describable) -> String {
        let value = Double(bitPattern: UInt64(bitPattern: word))
        switch describable {
        case .double: return MathBridge.describe(value)
        case .float: return MathBridge.describe(Float(value))
        case .bool: return word != 0 ? "true" : "false"
        case .quotedString: return text(object(word)).debugDescription
        case .int, .unsigned, .string: return ""
        }
    }

    func print(_ string: ObjectPointer) -> Bool {
        let room = state.pointee.outputLimit - state.pointee.outputCount
        var count = min(string.count, room)
        // A character cut in the middle would not be UTF-8.
        if count < string.count { while count > 0 && string.bytes[count] & 0xC0 == 0x80 { count -= 1 } }
        UnsafeMutableRawPointer(state.pointee.output + state.pointee.outputCount)
            .copyMemory(from: string.bytes, byteCount: count)
        state.pointee.outputCount += count
        charge(words: string.count)
        if count < string.count {
            fault(.output)
            return false
        }
        return true
    }
}
