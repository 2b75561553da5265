import SourceText

/// Resolves the escapes of a string literal, and for `"""` takes the indentation of the closing quotes off each line.
struct StringDecoder {
    private let bytes: [UInt8]
    private let hashes: Int
    private let isMultiline: Bool
    /// The blanks in front of the closing quotes.
    private var indentation = 0..<0
    private var isAtLineStart = false
    private var isFirst = true
    private var out: [UInt8] = []
    private(set) var faults: [Fault] = []

    init(bytes: [UInt8], start: Token) {
        self.bytes = bytes
        isMultiline = start.flags.contains(.multiline)
        hashes = Int(start.upper - start.lower) - (isMultiline ? 3 : 1)
    }

    /// Reads the indentation in front of the closing quotes.
    mutating func prepare(_ end: Token) {
        let upper = Int(end.lower)
        var lower = upper
        while lower > 0 && (bytes[lower - 1] == 0x20 || bytes[lower - 1] == 0x09) { lower -= 1 }
        if lower == 0 || !isLineEnd(bytes[lower - 1]) {
            if !end.flags.contains(.faulty) && end.upper > end.lower {
                faults.append(Fault(.multilineEnd, end.span))
            }
            return
        }
        indentation = lower..<upper
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    mutating func meetInterpolation(_ token: Token) {
        if isMultiline && isFirst { faults.append(Fault(.multilineStart, token.span)) }
        if isMultiline && isAtLineStart && !indentation.isEmpty {
            faults.append(Fault(.multilineIndentation, token.span))
        }
        isFirst = false
        isAtLineStart = false
    }

    mutating func finish(_ end: Token) {
        if isMultiline && isFirst && faults.isEmpty { faults.append(Fault(.multilineStart, end.span)) }
    }

    mutating func decode(_ token: Token, isLast: Bool) -> String {
        var index = Int(token.lower)
        var end = Int(token.upper)
        if isMultiline {
            if isFirst { index = skipOpeningLine(index, end) }
            if isLast && !indentation.isEmpty || isLast && end > index && isLineEnd(bytes[end - 1]) {
                end = max(index, endOfLastLine(end))
            }
        }
        isFirst = false
        out.removeAll(keepingCapacity: true)
        while index < end { index = step(index, end) }
        return String(decoding: out, as: UTF8.self)
    }

    /// Nothing may stand behind the opening quotes.
    private mutating func skipOpeningLine(_ index: Int, _ end: Int) -> Int {
        var place = index
        while place < end && (bytes[place] == 0x20 || bytes[place] == 0x09) { place += 1 }
        guard place < end, isLineEnd(bytes[place]) else {
            faults.append(Fault(.multilineStart, Span(index, index + 1)))
            return index
        }
        isAtLineStart = true
        return afterLineEnd(place, end)
    }

    private func afterLineEnd(_ index: Int, _ end: Int) -> Int {
        bytes[index] == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A ? index + 2 : index + 1
    }

    /// The closing quotes stand on a line of their own, whose line end is no part of the text.
    private func endOfLastLine(_ end: Int) -> Int {
        var place = end - indentation.count
        if place > 0 && bytes[place - 1] == 0x0A { place -= 1 }
        if place > 0 && bytes[place - 1] == 0x0D { place -= 1 }
        return place
    }

    private mutating func step(_ index: Int, _ end: Int) -> Int {
        if isAtLineStart {
            isAtLineStart = false
            let place = skipIndentation(index, end)
            if place != index { return place }
        }
        let byte = bytes[index]
        if byte == 0x5C && escapes(index, end) { return escape(index, end) }
        if isMultiline && isLineEnd(byte) {
            out.append(0x0A)
            isAtLineStart = true
            return afterLineEnd(index, end)
        }
        out.append(byte)
        return index + 1
    }

    private mutating func skipIndentation(_ index: Int, _ end: Int) -> Int {
        var place = index
        for expected in bytes[indentation] {
            guard place < end, bytes[place] == expected else {
                // A line of blanks only may be shorter.
                var blank = place
                while blank < end && (bytes[blank] == 0x20 || bytes[blank] == 0x09) { blank += 1 }
                if blank < end && !isLineEnd(bytes[blank]) {
                    faults.append(Fault(.multilineIndentation, Span(place, place + 1)))
                }
                return blank < end && isLineEnd(bytes[blank]) ? blank : place
            }
            place += 1
        }
        return place
    }

    /// Whether the backslash has the number signs of the literal behind it.
    private func escapes(_ index: Int, _ end: Int) -> Bool {
        guard index + hashes < end else { return false }
        for offset in 0..<hashes where bytes[index + 1 + offset] != 0x23 { return false }
        return true
    }

    private mutating func escape(_ index: Int, _ end: Int) -> Int {
        let place = index + 1 + hashes
        guard place < end else {
            faults.append(Fault(.invalidEscape(""), Span(index, place)))
            return place
        }
        switch bytes[place] {
        case 0x6E: out.append(0x0A)
        case 0x74: out.append(0x09)
        case 0x72: out.append(0x0D)
        case 0x30: out.append(0)
        case 0x5C, 0x22, 0x27: out.append(bytes[place])
        case 0x75: return unicode(index, place + 1, end)
        case 0x20, 0x09, 0x0A, 0x0D:
            if isMultiline, let next = continued(place, end) { return next }
            faults.append(Fault(.invalidEscape(" "), Span(index, place + 1)))
        default:
            var stop = place + 1
            while stop < end && bytes[stop] & 0xC0 == 0x80 { stop += 1 }
            let name = String(decoding: bytes[place..<stop], as: UTF8.self)
            faults.append(Fault(.invalidEscape(name), Span(index, stop)))
            return stop
        }
        return place + 1
    }

    /// A backslash at the end of a line joins it to the next.
    private mutating func continued(_ start: Int, _ end: Int) -> Int? {
        var place = start
        while place < end && (bytes[place] == 0x20 || bytes[place] == 0x09) { place += 1 }
        guard place < end, isLineEnd(bytes[place]) else { return nil }
        isAtLineStart = true
        return afterLineEnd(place, end)
    }

    /// `\u{1F600}`, one to eight hexadecimal digits.
    private mutating func unicode(_ start: Int, _ open: Int, _ end: Int) -> Int {
        var place = open
        var value: UInt32 = 0
        var count = 0
        if place < end && bytes[place] == 0x7B {
            place += 1
            while place < end, count < 9, let digit = hexadecimal(bytes[place]) {
                value = value &<< 4 | digit
                count += 1
                place += 1
            }
            if place < end, bytes[place] == 0x7D, 1...8 ~= count, let scalar = Unicode.Scalar(value) {
                out.append(contentsOf: Array(String(Character(scalar)).utf8))
                return place + 1
            }
        }
        faults.append(Fault(.invalidUnicodeEscape, Span(start, max(place, start + 1))))
        return max(place, start + 2)
    }

    private func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }
}
