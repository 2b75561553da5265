import SourceText

/// Sees to it that the lexer meets nothing but UTF-8 without NUL.
enum Encoding {
    /// `repaired` is nil where nothing is wrong; otherwise the same bytes with a `?` for each bad one, so that every
    /// offset stays what it was.
    static func checked(_ bytes: [UInt8]) -> (repaired: [UInt8]?, faults: [Fault]) {
        var repaired: [UInt8]?
        var faults: [Fault] = []
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let byte = buffer[index]
                if byte != 0 && byte < 0x80 {
                    index += 1
                    continue
                }
                let length = sequenceLength(buffer, index)
                if length > 0 {
                    index += length
                    continue
                }
                if faults.count < Fault.limit {
                    faults.append(Fault(byte == 0 ? .nulByte : .invalidUTF8(byte), Span(index, index + 1)))
                }
                if repaired == nil { repaired = bytes }
                repaired?[index] = 0x20
                index += 1
            }
        }
        return (repaired, faults)
    }

    /// The length of the well-formed sequence at a place (Unicode, table 3-7), 0 where there is none.
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        func at(_ offset: Int, _ range: ClosedRange<UInt8>) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        let tail: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[index] {
        case 0xC2...0xDF: return at(1, tail) ? 2 : 0
        case 0xE0: return at(1, 0xA0...0xBF) && at(2, tail) ? 3 : 0
        case 0xED: return at(1, 0x80...0x9F) && at(2, tail) ? 3 : 0
        case 0xE1...0xEF: return at(1, tail) && at(2, tail) ? 3 : 0
        case 0xF0: return at(1, 0x90...0xBF) && at(2, tail) && at(3, tail) ? 4 : 0
        case 0xF1...0xF3: return at(1, tail) && at(2, tail) && at(3, tail) ? 4 : 0
        case 0xF4: return at(1, 0x80...0x8F) && at(2, tail) && at(3, tail) ? 4 : 0
        default: return 0
        }
    }
}
