extension Lexer {
    mutating func number() {
        let start = position
        var isFloat = false
        if bytes[position] == 0x30 {
            switch byte(position + 1) {
            case 0x78: return hexadecimal(start)
            case 0x6F: return digits(start, { 0x30...0x37 ~= $0 }, radix: 8)
            case 0x62: return digits(start, { 0x30...0x31 ~= $0 }, radix: 2)
            default: break
            }
        }
        skipDigits()
        // The second number of `pair.0.1` is not a fraction.
        let followsPeriod = start > 0 && bytes[start - 1] == 0x2E && !(start > 1 && bytes[start - 2] == 0x2E)
        if byte(position) == 0x2E && isDigit(byte(position + 1)) && !followsPeriod {
            isFloat = true
            position += 1
            skipDigits()
        }
        if (byte(position) == 0x65 || byte(position) == 0x45) && !followsPeriod {
            isFloat = true
            exponent(start)
        }
        finish(start, isFloat ? .float : .integer)
    }

    private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || 0x61...0x66 ~= byte || 0x41...0x46 ~= byte
    }

    private mutating func skipDigits() {
        while position < bytes.count, isDigit(bytes[position]) || bytes[position] == 0x5F { position += 1 }
    }

    /// At the letter of an exponent.
    private mutating func exponent(_ start: Int) {
        position += 1
        if byte(position) == 0x2B || byte(position) == 0x2D { position += 1 }
        if isDigit(byte(position)) {
            skipDigits()
        } else {
            flags.insert(.faulty)
            fault(.exponentWithoutDigits, start, position)
        }
    }

    private mutating func digits(_ start: Int, _ isDigit: (UInt8) -> Bool, radix: Int) {
        position += 2
        if !isDigit(byte(position)) {
            skipIdentifier()
            return faultyNumber(start)
        }
        while position < bytes.count, isDigit(bytes[position]) || bytes[position] == 0x5F { position += 1 }
        finish(start, .integer)
    }

    private mutating func hexadecimal(_ start: Int) {
        position += 2
        if !isHexadecimal(byte(position)) {
            skipIdentifier()
            return faultyNumber(start)
        }
        var isFloat = false
        while isHexadecimal(byte(position)) || byte(position) == 0x5F { position += 1 }
        if byte(position) == 0x2E && isHexadecimal(byte(position + 1)) {
            // `0xF.description` reads the member; only an exponent further on makes it a fraction.
            var index = position + 1
            while isHexadecimal(byte(index)) || byte(index) == 0x5F { index += 1 }
            if byte(index) == 0x70 || byte(index) == 0x50 { position = index }
        }
        if byte(position) == 0x70 || byte(position) == 0x50 {
            isFloat = true
            exponent(start)
        }
        finish(start, isFloat ? .float : .integer)
    }

    /// `12abc` is one mistake, not a number and a name.
    private mutating func finish(_ start: Int, _ kind: Token.Kind) {
        let end = position
        skipIdentifier()
        if position > end && !flags.contains(.faulty) { return faultyNumber(start) }
        emit(kind, start, position)
    }

    private func faultyText(_ start: Int) -> String {
        let end = min(position, start + 60)
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }

    private mutating func faultyNumber(_ start: Int) {
        fault(.invalidNumber(faultyText(start)), start, position)
        flags.insert(.faulty)
        emit(.integer, start, position)
    }
}
