extension Heap {
    func runStringIntrinsic(_ intrinsic: Intrinsic, _ i: Instruction, _ fp: WordPointer) -> Bool {
        let a = fp + Int(i.a)
        let b = fp + Int(i.b)
        let c = fp + Int(i.c)
        switch intrinsic {
        case .stringCount: a[0] = Int64(characterCount(object(b[0])))
        case .stringByteCount: a[0] = Int64(object(b[0]).count)
        case .stringNext: return nextCharacter(object(b[0]), a, offset: c)
        case .stringIndexBefore, .stringIndexAfter: return moveIndex(object(b[0]), intrinsic, a, c[0])
        case .stringSlice:
            let string = object(b[0])
            guard checkRange(c[0], c[1], string.count) else { return false }
            return store(substring(string, Int(c[0]), Int(c[1])), a)
        case .stringCharacters: return store(characters(object(b[0]), Int(i.c)), a)
        case .stringBytes: return store(byteArray(object(b[0]), Int(i.c)), a)
        case .stringScalars: return store(scalarArray(object(b[0]), Int(i.c)), a)
        case .stringFromBytes: return store(stringFromBytes(object(b[0])), a)
        case .stringFromScalars: return store(stringFromScalars(object(b[0])), a)
        case .stringFromScalar: return store(stringFromScalar(b[0]), a)
        case .characterASCII:
            let code = asciiCode(object(b[0]))
            (a[0], a[1]) = (code == nil ? 0 : 1, code ?? 0)
        case .stringRepeat: return store(repeatString(object(b[0]), c[0]), a)
        case .stringUppercased: return store(changedCase(object(b[0]), from: 0x61), a)
        case .stringLowercased: return store(changedCase(object(b[0]), from: 0x41), a)
        case .stringFind:
            a[0] = Int64(find(object(c[0]), in: object(b[0]), from: Int(truncatingIfNeeded: c[1])))
        case .stringHasPrefix: a[0] = hasPrefix(object(b[0]), object(c[0])) ? 1 : 0
        case .stringHasSuffix: a[0] = hasSuffix(object(b[0]), object(c[0])) ? 1 : 0
        case .stringToInt:
            charge(words: object(b[0]).count * 8)
            let value = MathBridge.parseInteger(buffer(object(b[0])))
            (a[0], a[1]) = (value == nil ? 0 : 1, value ?? 0)
        case .stringToDouble:
            charge(words: object(b[0]).count * 64)
            let value = MathBridge.parseDouble(buffer(object(b[0])))
            (a[0], a[1]) = (value == nil ? 0 : 1, Int64(bitPattern: (value ?? 0).bitPattern))
        case .describeRadix:
            if c[0] < 2 || c[0] > 36 {
                fault(.index, c[0], 37)
                return false
            }
            return withDigits(b[0].magnitude, negative: b[0] < 0, radix: UInt64(c[0])) { store(makeString($0), a) }
        case .characterProperty:
            a[0] = hasProperty(object(b[0]), CharacterProperty(rawValue: UInt8(i.c)).unsafelyUnwrapped) ? 1 : 0
        case .hashString: a[0] = Int64(bitPattern: hashString(object(b[0])))
        case .hashWord: a[0] = Int64(bitPattern: Hashing.mix(unsigned(b[0])))
        case .hashDouble: a[0] = Int64(bitPattern: Hashing.double(b.doubles[0]))
        default: a[0] = Int64(bitPattern: Hashing.combine(unsigned(b[0]), unsigned(c[0])))
        }
        return true
    }

    /// The other case of the 26 letters from a code on; what is not ASCII goes by Swift's own tables.
    private func changedCase(_ string: ObjectPointer, from first: UInt8) -> ObjectPointer? {
        let count = string.count
        if !isSimple(string) {
            charge(words: count * 32)
            return makeString(first == 0x61 ? text(string).uppercased() : text(string).lowercased())
        }
        charge(words: count)
        guard let result = makeBytes(count: count) else { return nil }
        for index in 0..<count {
            let byte = string.bytes[index]
            result.bytes[index] = byte &- first < 26 ? byte ^ 0x20 : byte
        }
        result.pointee.stride = Header.simpleFlag
        return result
    }

    private func nextCharacter(_ string: ObjectPointer, _ target: WordPointer, offset: WordPointer) -> Bool {
        let start = offset.pointee
        if start < 0 || start >= Int64(string.count) {
            target.pointee = 0
            return true
        }
        if isSimple(string) {
            let character = asciiCharacter(string.bytes[Int(start)])
            character.pointee.references &+= 1
            offset.pointee = start &+ 1
            target.pointee = reference(character)
            return true
        }
        let end = characterEnd(string, from: Int(start))
        guard let character = substring(string, Int(start), end) else { return false }
        offset.pointee = Int64(end)
        target.pointee = reference(character)
        return true
    }

    private func moveIndex(_ string: ObjectPointer, _ way: Intrinsic, _ target: WordPointer, _ offset: Int64) -> Bool {
        let isBefore = way == .stringIndexBefore
        let lowest: Int64 = isBefore ? 1 : 0
        let highest = Int64(string.count) - (isBefore ? 0 : 1)
        if offset < lowest || offset > highest {
            fault(.stringIndex, offset, Int64(string.count))
            return false
        }
        let moved = isBefore ? characterStart(string, before: Int(offset)) : characterEnd(string, from: Int(offset))
        target.pointee = Int64(moved)
        return true
    }

    private func byteArray(_ string: ObjectPointer, _ descriptor: Int) -> ObjectPointer? {
        guard let array = makeArray(descriptor, capacity: string.count) else { return nil }
        for index in 0..<string.count { array.words[index] = Int64(string.bytes[index]) }
        array.pointee.count = UInt32(string.count)
        charge(words: string.count)
        return array
    }

    private func scalarArray(_ string: ObjectPointer, _ descriptor: Int) -> ObjectPointer? {
        let scalars = text(string).unicodeScalars
        guard let array = makeArray(descriptor, capacity: scalars.count) else { return nil }
        var count = 0
        for scalar in scalars {
            array.words[count] = Int64(scalar.value)
            count += 1
        }
        array.pointee.count = UInt32(count)
        charge(words: string.count)
        return array
    }

    private func stringFromBytes(_ array: ObjectPointer) -> ObjectPointer? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(array.count)
        for index in 0..<array.count { bytes.append(UInt8(truncatingIfNeeded: array.words[index])) }
        charge(words: array.count * 8)
        return makeString(String(decoding: bytes, as: UTF8.self))
    }

    /// The code of an ASCII character; that of a line's end in two characters is that of its second.
    private func asciiCode(_ character: ObjectPointer) -> Int64? {
        let bytes = character.bytes
        if character.count == 1 { return bytes[0] < 0x80 ? Int64(bytes[0]) : nil }
        return character.count == 2 && bytes[0] == 0x0D && bytes[1] == 0x0A ? 0x0A : nil
    }

    private func stringFromScalar(_ value: Int64) -> ObjectPointer? {
        if value >= 0 && value < 0x80 {
            let character = asciiCharacter(UInt8(value))
            character.pointee.references &+= 1
            return character
        }
        guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: value)), value >> 32 == 0 else {
            fault(.scalar, value)
            return nil
        }
        return makeString(String(Character(scalar)))
    }

    private func stringFromScalars(_ array: ObjectPointer) -> ObjectPointer? {
        var text = ""
        for index in 0..<array.count {
            let value = array.words[index]
            guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: value)), value >> 32 == 0 else {
                fault(.scalar, value)
                return nil
            }
            text.unicodeScalars.append(scalar)
        }
        charge(words: array.count * 8)
        return makeString(text)
    }
}
