extension Elementary {
    /// The number that the whole text names, as Swift's `Double(_: String)` reads it; nil for anything else.
    ///
    /// Decimal and hexadecimal notation, an optional sign and exponent, `inf`, `infinity` and `nan` in any case; no
    /// spaces. The result is the nearest double, ties to even; too large a number is infinite, as in Swift.
    public static func parseDouble(utf8: some Sequence<UInt8>) -> Double? {
        parse(bytes: [UInt8](utf8), .toNearest)
    }

    /// The nearest `Float` to the number that the whole text names, as `parseDouble` reads it.
    public static func parseFloat(utf8: some Sequence<UInt8>) -> Float? {
        // To the nearest double and then to the nearest float could round twice, and wrongly; to odd cannot.
        parse(bytes: [UInt8](utf8), .toOdd).map { Float($0) }
    }

    private static func parse(bytes: [UInt8], _ rounding: Decimal.Rounding) -> Double? {
        var reader = NumberReader(bytes: bytes, rounding: rounding)
        let isNegative = reader.readSign()
        let size: Double?
        if reader.readWord("0x") {
            size = reader.readHexadecimal()
        } else if reader.readWord("nan") {
            size = .nan
        } else if reader.readWord("inf") {
            _ = reader.readWord("inity")
            size = .infinity
        } else {
            size = reader.readDecimal()
        }
        guard let size, reader.isAtEnd else { return nil }
        return isNegative ? -size : size
    }

    /// The integer that the whole text names in the given radix (2 to 36), as Swift's `Int64(_:radix:)` reads it; nil
    /// for anything else and where 64 bits do not hold it.
    public static func parseInt64(utf8: some Sequence<UInt8>, radix: Int64 = 10) -> Int64? {
        var value: Int64 = 0
        var isNegative = false
        var digits = 0
        var isFirst = true
        for byte in utf8 {
            if isFirst && (byte == 45 || byte == 43) {
                isNegative = byte == 45
                isFirst = false
                continue
            }
            isFirst = false
            guard let digit = NumberReader.digit(byte), digit < radix else { return nil }
            let (product, overflow) = value.multipliedWithoutWideProduct(by: radix)
            let (sum, carry) =
                isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
            digits += 1
        }
        return digits == 0 ? nil : value
    }
}

extension Int64 {
    /// The product by a small factor; the 128-bit product of `multipliedReportingOverflow` is a library call on
    /// 32-bit machines.
    fileprivate func multipliedWithoutWideProduct(by factor: Int64) -> (Int64, Bool) {
        if self > Int64.max / factor || self < Int64.min / factor { return (0, true) }
        return (self &* factor, false)
    }
}

/// Reads a number's parts from left to right.
private struct NumberReader {
    let bytes: [UInt8]
    let rounding: Decimal.Rounding
    var position = 0

    init(bytes: [UInt8], rounding: Decimal.Rounding) {
        self.bytes = bytes
        self.rounding = rounding
    }

    var isAtEnd: Bool { position == bytes.count }
    var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    static func digit(_ byte: UInt8) -> Int64? {
        switch byte {
        case 48...57: Int64(byte) - 48
        case 65...90: Int64(byte) - 55
        case 97...122: Int64(byte) - 87
        default: nil
        }
    }

    mutating func readSign() -> Bool {
        guard current == 45 || current == 43 else { return false }
        position += 1
        return bytes[position - 1] == 45
    }

    /// Takes a word in any case.
    mutating func readWord(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for i in 0..<count {
            let expected = word.utf8Start[i]
            let byte = bytes[position + i]
            if byte != expected && !(expected >= 97 && byte == expected - 32) { return false }
        }
        position += count
        return true
    }

    /// The exponent after `e` or `p`, limited to ±10^6; nil without digits.
    mutating func readExponent() -> Int? {
        let isNegative = readSign()
        let start = position
        var value = 0
        while current >= 48, current <= 57 {
            value = min(value * 10 + Int(current) - 48, 1_000_000)
            position += 1
        }
        return position == start ? nil : (isNegative ? -value : value)
    }

    mutating func readDecimal() -> Double? {
        var digits: [UInt8] = []
        var exponent = 0
        var hasDigits = false
        var isFraction = false
        while true {
            if current == 46 && !isFraction {
                isFraction = true
            } else if current >= 48, current <= 57 {
                hasDigits = true
                if isFraction { exponent -= 1 }
                if digits.count < 800 {
                    if !digits.isEmpty || current != 48 { digits.append(current - 48) }
                } else {
                    // No double's halfway point has so many digits: a one stands for all that follow.
                    exponent += 1
                    if current != 48 { digits[799] |= 1 }
                }
            } else {
                break
            }
            position += 1
        }
        guard hasDigits else { return nil }
        if current | 32 == 101 {
            position += 1
            guard let e = readExponent() else { return nil }
            exponent += e
        }
        return Decimal.double(digits, exponent: exponent, rounding)
    }

    mutating func readHexadecimal() -> Double? {
        var mantissa: UInt64 = 0
        var exponent = 0
        var hasDigits = false
        var isFraction = false
        while true {
            if current == 46 && !isFraction {
                isFraction = true
            } else if let digit = Self.digit(current), digit < 16, !isAtEnd {
                hasDigits = true
                if mantissa >> 60 == 0 {
                    mantissa = mantissa << 4 | UInt64(digit)
                    if isFraction { exponent -= 4 }
                } else {
                    if digit != 0 { mantissa |= 1 }
                    if !isFraction { exponent += 4 }
                }
            } else {
                break
            }
            position += 1
        }
        guard hasDigits else { return nil }
        if current | 32 == 112 {
            position += 1
            guard let e = readExponent() else { return nil }
            exponent += e
        }
        return Decimal.double(mantissa, binaryExponent: exponent, isExact: true, rounding)
    }
}
