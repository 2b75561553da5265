/// Makes any bytes into UTF-8 that is safe to hand on.
enum Decoding {
    /// Invalid sequences, NUL and the noncharacters U+FDD0…U+FDEF, which mark what has been taken out of the text,
    /// become U+FFFD; a byte order mark at the start goes. `firstInvalid` is an offset in the result.
    static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], firstInvalid: Int?) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var firstInvalid: Int?
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < bytes.count {
            let length = validLength(bytes, index)
            if length == 0 {
                if firstInvalid == nil { firstInvalid = result.count }
                result += [0xEF, 0xBF, 0xBD]
                index += 1
                // The rest of a broken sequence belongs to the same mistake.
                while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
                continue
            }
            if isReserved(bytes, index, length) {
                result += [0xEF, 0xBF, 0xBD]
            } else {
                result += bytes[index..<index + length]
            }
            index += length
        }
        return (result, firstInvalid)
    }

    private static func isReserved(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Bool {
        if length == 1 { return bytes[index] == 0 }
        return length == 3 && bytes[index] == 0xEF && bytes[index + 1] == 0xB7
            && (0x90...0xAF).contains(bytes[index + 2])
    }

    /// The length of the well-formed sequence at the index, after Table 3-7 of the Unicode Standard; 0 for none.
    private static func validLength(_ bytes: [UInt8], _ index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let range: ClosedRange<UInt8>
        let length: Int
        switch first {
        case 0xC2...0xDF: (length, range) = (2, 0x80...0xBF)
        case 0xE0: (length, range) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE, 0xEF: (length, range) = (3, 0x80...0xBF)
        case 0xED: (length, range) = (3, 0x80...0x9F)
        case 0xF0: (length, range) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, range) = (4, 0x80...0xBF)
        case 0xF4: (length, range) = (4, 0x80...0x8F)
        default: return 0
        }
        guard range.contains(second), index + length <= bytes.count else { return 0 }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
