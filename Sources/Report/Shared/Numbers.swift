import Elementary

/// How the figures of a report are written: three significant digits in pictures and sentences, seven decimals in
/// tables; the minus sign is U+2212, and −0 is drawn as 0.
enum Numbers {
    static let minus = "\u{2212}"

    /// For pictures: `0.8`, `1`, `0.550`, `1.23·10⁻⁵`. What three digits hold exactly carries no false zeros; a zero
    /// at the end says that the number was rounded.
    static func short(_ value: Double) -> String { rounded(value, keepsPoint: false) }

    /// For places of seven columns: two digits where they fit, `−0.0037`, else one and a power of ten, `1·10⁻⁵`.
    static func brief(_ value: Double) -> String {
        if let word = word(value) { return word }
        let text = Elementary.format(value.magnitude, significant: 2)
        if text.utf8.count <= 6, !text.utf8.contains(0x65) { return signed(text, isNegative: value < 0) }
        let parts = split(Elementary.format(value.magnitude, exponentialDecimals: 0))
        return signed(parts.digits + "·10" + superscript(parts.exponent), isNegative: value < 0)
    }

    /// The text of a computed value for a sentence: a lone number to three significant digits, whole numbers as they
    /// are; anything else as it was printed.
    static func read(_ printed: String) -> String {
        let digits = printed.utf8.first == 0x2D ? printed.dropFirst() : printed[...]
        guard let first = digits.utf8.first, first >= 0x30, first <= 0x39,
            let value = Elementary.parseDouble(utf8: printed.utf8)
        else { return printed }
        var isWhole = true
        for byte in digits.utf8 where byte < 0x30 || byte > 0x39 { isWhole = false }
        if isWhole { return (value < 0 ? minus : "") + digits }
        return short(value)
    }

    /// For formulas with their numbers filled in: as `short`, but a whole number keeps its point, `1.0`, as in code.
    static func filled(_ value: Double) -> String { rounded(value, keepsPoint: true) }

    /// As `filled`, in parentheses where it is negative, to stand after an operator.
    static func factor(_ value: Double) -> String {
        let text = filled(value)
        return text.unicodeScalars.first == "\u{2212}" ? "(" + text + ")" : text
    }

    /// For tables: a fixed number of decimals, so that the points stand below one another.
    static func table(_ value: Double, decimals: Int = 7) -> String {
        if let word = word(value) { return word }
        if value.magnitude >= 1e9 { return short(value) }
        return signed(Elementary.format(value.magnitude, decimals: decimals), isNegative: value < 0)
    }

    /// For attributes of a drawing: at most two decimals, an ASCII minus, no zeros at the end.
    static func coordinate(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e7 else { return "0" }
        let text = stripped(Elementary.format(value.magnitude, decimals: 2), keepsPoint: false)
        return value < 0 && text != "0" ? "-" + text : text
    }

    /// For the ticks of an axis whose steps have that many decimals.
    static func tick(_ value: Double, decimals: Int) -> String {
        if let word = word(value) { return word }
        if value.magnitude >= 1e6 || decimals > 6 { return short(value) }
        return signed(Elementary.format(value.magnitude, decimals: decimals), isNegative: value < 0)
    }

    /// With that many decimals; what rounds to nothing is `0`, without its sign.
    static func fixed(_ value: Double, decimals: Int) -> String {
        if let word = word(value) { return word }
        if value == 0 { return "0" }
        let text = Elementary.format(value.magnitude, decimals: decimals)
        let isNothing = !text.utf8.contains { $0 >= 0x31 && $0 <= 0x39 }
        return signed(text, isNegative: value < 0 && !isNothing)
    }

    /// NaN and the infinities have names.
    private static func word(_ value: Double) -> String? {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? minus + "∞" : "∞" }
        return nil
    }

    private static func rounded(_ value: Double, keepsPoint: Bool) -> String {
        if let word = word(value) { return word }
        let size = value.magnitude
        if size == 0 { return keepsPoint ? "0.0" : "0" }
        let parts = split(Elementary.format(size, exponentialDecimals: 2))
        // Twelve digits decide what is exact: the sum 0.1 + 0.2 is meant to be 0.3.
        let fine = split(Elementary.format(size, exponentialDecimals: 11)).digits
        let isExact = fine.utf8.dropFirst(4).allSatisfy { $0 == 0x30 }
        var digits: String
        if parts.exponent < -4 || parts.exponent > 5 {
            digits = isExact ? stripped(parts.digits, keepsPoint: false) : parts.digits
            digits += "·10" + superscript(parts.exponent)
        } else {
            digits = Elementary.format(size, decimals: max(0, 2 - parts.exponent))
            if isExact { digits = stripped(digits, keepsPoint: keepsPoint) }
        }
        return signed(digits, isNegative: value < 0)
    }

    /// `1.23e-05` as its digits and its exponent.
    private static func split(_ text: String) -> (digits: String, exponent: Int) {
        let bytes = Array(text.utf8)
        guard let mark = bytes.firstIndex(of: 0x65) else { return (text, 0) }
        var exponent = 0
        var isNegative = false
        for byte in bytes[(mark + 1)...] {
            if byte == 0x2D { isNegative = true }
            if byte >= 0x30 && byte <= 0x39 { exponent = exponent * 10 + Int(byte) - 0x30 }
        }
        return (String(decoding: bytes[..<mark], as: UTF8.self), isNegative ? -exponent : exponent)
    }

    static func superscript(_ number: Int) -> String {
        let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        var text = number < 0 ? "⁻" : ""
        for byte in "\(abs(number))".utf8 { text += digits[Int(byte) - 0x30] }
        return text
    }

    /// A minus sign in front, unless all digits are zero.
    private static func signed(_ digits: String, isNegative: Bool) -> String {
        guard isNegative else { return digits }
        for byte in digits.utf8 where byte >= 0x31 && byte <= 0x39 { return minus + digits }
        return digits
    }

    private static func stripped(_ text: String, keepsPoint: Bool) -> String {
        var bytes = Array(text.utf8)
        guard bytes.contains(0x2E) else { return keepsPoint ? text + ".0" : text }
        while bytes.last == 0x30 { bytes.removeLast() }
        if bytes.last == 0x2E {
            if keepsPoint { bytes.append(0x30) } else { bytes.removeLast() }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
