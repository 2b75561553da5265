import SourceText

/// Reads number literals whose form the lexer has checked.
enum Digits {
    /// The magnitude; nil where it does not fit 64 bits.
    static func integer(_ bytes: [UInt8], _ span: Span) -> UInt64? {
        var index = Int(span.lower)
        let end = Int(span.upper)
        var radix: UInt64 = 10
        if end - index > 2 && bytes[index] == 0x30 {
            switch bytes[index + 1] {
            case 0x78: radix = 16
            case 0x6F: radix = 8
            case 0x62: radix = 2
            default: break
            }
            if radix != 10 { index += 2 }
        }
        var value: UInt64 = 0
        while index < end {
            let byte = bytes[index]
            index += 1
            if byte == 0x5F { continue }
            let digit = UInt64(byte < 0x3A ? byte - 0x30 : (byte | 0x20) - 0x57)
            let product = value.multipliedReportingOverflow(by: radix)
            let sum = product.partialValue.addingReportingOverflow(digit)
            if product.overflow || sum.overflow { return nil }
            value = sum.partialValue
        }
        return value
    }

    /// The literal without underscores.
    static func plain(_ bytes: [UInt8], _ span: Span) -> String {
        var kept: [UInt8] = []
        for byte in bytes[Int(span.lower)..<Int(span.upper)] where byte != 0x5F { kept.append(byte) }
        return String(decoding: kept, as: UTF8.self)
    }
}
