import Elementary
import Machine

/// `%f`, `%e` and `%g` of `String(format:)`.
enum FormatNatives {
    static var all: [Native] {
        [
            native("fixed") { Elementary.format($0, decimals: $1) },
            native("exponent") { exponent($0, $1) },
            native("general") { general($0, $1) },
        ]
    }

    private static func native(_ name: String, _ text: @escaping (Double, Int) -> String) -> Native {
        Native(name: "format.\(name)", argumentWords: 2, resultWords: 1) { machine, words in
            var arguments = Arguments(machine, words)
            let value = arguments.double()
            let digits = arguments.int()
            guard digits <= 1000 else { return .trap(.stated(.other, "a format with more than 1000 decimals")) }
            words[0] = machine.makeString(text(value, digits)) ?? 0
            return .done
        }
    }

    private static func exponent(_ value: Double, _ decimals: Int) -> String {
        Elementary.format(value, exponentialDecimals: decimals)
    }

    /// C's rule: exponents from −4 to below the number of significant digits without an exponent, and no zeros at the
    /// end.
    private static func general(_ value: Double, _ significant: Int) -> String {
        let digits = max(1, significant)
        guard value.isFinite else { return Elementary.format(value, decimals: 0) }
        let scientific = Array(exponent(value, digits - 1).utf8)
        guard let mark = scientific.lastIndex(of: 0x65) else { return String(decoding: scientific, as: UTF8.self) }
        let power = Int(String(decoding: scientific[(mark + 1)...], as: UTF8.self)) ?? 0
        if power >= -4 && power < digits {
            return String(
                decoding: trimmed(Array(Elementary.format(value, decimals: digits - 1 - power).utf8)), as: UTF8.self)
        }
        return String(decoding: trimmed(Array(scientific[..<mark])) + scientific[mark...], as: UTF8.self)
    }

    private static func trimmed(_ digits: [UInt8]) -> [UInt8] {
        guard digits.contains(0x2E) else { return digits }
        var end = digits.count
        while digits[end - 1] == 0x30 { end -= 1 }
        if digits[end - 1] == 0x2E { end -= 1 }
        return [UInt8](digits[..<end])
    }
}
