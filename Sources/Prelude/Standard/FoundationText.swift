extension StandardLibrary {
    /// What programs use of Foundation besides mathematics.
    static let foundationStrings = #"""
        /// A set of characters, by what its members have in common.
        struct CharacterSet {
            let _contains: (Character) -> Bool
            init(charactersIn string: String) {
                let members = Set(string)
                _contains = { members.contains($0) }
            }
            init(_ contains: @escaping (Character) -> Bool) { _contains = contains }
            static var whitespaces: CharacterSet { CharacterSet { $0.isWhitespace && !$0.isNewline } }
            static var newlines: CharacterSet { CharacterSet { $0.isNewline } }
            static var whitespacesAndNewlines: CharacterSet { CharacterSet { $0.isWhitespace } }
            static var letters: CharacterSet { CharacterSet { $0.isLetter } }
            static var decimalDigits: CharacterSet { CharacterSet { $0.wholeNumberValue != nil } }
            static var punctuationCharacters: CharacterSet { CharacterSet { $0.isPunctuation } }
            static var alphanumerics: CharacterSet { CharacterSet { $0.isLetter || $0.isNumber } }
            var inverted: CharacterSet {
                let contains = _contains
                return CharacterSet { !contains($0) }
            }
        }

        extension StringProtocol {
            func components<T: StringProtocol>(separatedBy separator: T) -> [String] {
                let text = _string
                let pattern = separator._string
                var parts: [String] = []
                var start = 0
                while !pattern.isEmpty {
                    let next = text._find(pattern, start)
                    if next < 0 { break }
                    parts.append(text._slice(start, next))
                    start = next + pattern._utf8Count
                }
                parts.append(text._slice(start, text._utf8Count))
                return parts
            }
            func components(separatedBy separator: CharacterSet) -> [String] {
                split(omittingEmptySubsequences: false, whereSeparator: separator._contains).map { String($0) }
            }
            func replacingOccurrences<Target: StringProtocol, Replacement: StringProtocol>(
                of target: Target, with replacement: Replacement
            ) -> String {
                components(separatedBy: target).joined(separator: replacement._string)
            }
            func trimmingCharacters(in set: CharacterSet) -> String {
                var start = startIndex
                var end = endIndex
                while start != end, set._contains(self[start]) { start = index(after: start) }
                while end != start, set._contains(self[index(before: end)]) { end = index(before: end) }
                return String(self[start..<end])
            }
            func range<T: StringProtocol>(of other: T) -> Range<String.Index>? { firstRange(of: other) }
            func padding<T: StringProtocol>(toLength length: Int, withPad pad: T, startingAt start: Int) -> String {
                let fill = Array(pad._string)
                var result = Array(prefix(length))
                var position = start
                while result.count < length {
                    result.append(fill[position % fill.count])
                    position += 1
                }
                return String(result)
            }
            var capitalized: String {
                var result = ""
                var isInside = false
                for character in self {
                    result += isInside ? character.lowercased() : character.uppercased()
                    isInside = character.isLetter || character.isNumber || character == "'"
                }
                return result
            }
        }

        protocol CVarArg {
            var _formatInt: Int { get }
            var _formatDouble: Double { get }
            var _formatText: String { get }
        }
        extension CVarArg {
            var _formatText: String { _trap("String(format:) was given a number for %@") }
        }
        extension String: CVarArg {
            var _formatInt: Int { _trap("String(format:) was given a String for a number") }
            var _formatDouble: Double { _trap("String(format:) was given a String for a number") }
            var _formatText: String { self }
        }
        extension BinaryInteger {
            var _formatInt: Int { Int(truncatingIfNeeded: self) }
            var _formatDouble: Double { Double(self) }
        }
        extension BinaryFloatingPoint {
            var _formatInt: Int { Int(Double(self).bitPattern) }
            var _formatDouble: Double { Double(self) }
        }
        extension Int: CVarArg {}
        extension Int8: CVarArg {}
        extension Int16: CVarArg {}
        extension Int32: CVarArg {}
        extension Int64: CVarArg {}
        extension UInt: CVarArg {}
        extension UInt8: CVarArg {}
        extension UInt16: CVarArg {}
        extension UInt32: CVarArg {}
        extension UInt64: CVarArg {}
        extension Double: CVarArg {}
        extension Float: CVarArg {}

        /// One `%…` of a format.
        struct _FormatField {
            var isLeft = false
            var hasSign = false
            var hasSpace = false
            var isZeroed = false
            var width = 0
            var precision = -1
            /// As C's modifiers say: 32 without one, as `%d` is C's int.
            var bits = 32

            func signed(_ value: Int) -> Int {
                bits == 64 ? value : (value << (64 - bits)) >> (64 - bits)
            }
            func unsigned(_ value: Int) -> UInt {
                UInt(bitPattern: value) & (UInt.max >> UInt(64 - bits))
            }
            func padded(_ digits: String) -> String {
                let sign = digits.hasPrefix("-") ? "-" : ""
                let rest = digits.dropFirst(sign.count)
                return sign + String(repeating: "0", count: Swift.max(0, precision - rest.count)) + rest
            }
            func whole(_ digits: String) -> String {
                var field = self
                if precision >= 0 { field.isZeroed = false }
                return field.number(padded(digits))
            }
            func text(_ kind: Character, _ argument: any CVarArg) -> String {
                switch kind {
                case "d", "i": return whole(String(signed(argument._formatInt)))
                case "u": return whole(String(unsigned(argument._formatInt)))
                case "x": return whole(String(unsigned(argument._formatInt), radix: 16))
                case "X": return whole(String(unsigned(argument._formatInt), radix: 16, uppercase: true))
                case "o": return whole(String(unsigned(argument._formatInt), radix: 8))
                case "f", "F": return number(_formatFixed(argument._formatDouble, precision < 0 ? 6 : precision))
                case "e": return number(_formatExponent(argument._formatDouble, precision < 0 ? 6 : precision))
                case "E": return number(_formatExponent(argument._formatDouble, precision < 0 ? 6 : precision).uppercased())
                case "c": return number(String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: argument._formatInt)))))
                case "@": return argument._formatText
                case "g": return number(_formatGeneral(argument._formatDouble, precision < 0 ? 6 : precision))
                case "G":
                    return number(
                        _formatGeneral(argument._formatDouble, precision < 0 ? 6 : precision).uppercased())
                default: _trap("String(format:) knows %d %i %u %x %X %o %f %e %g %c %@ and %%, not %" + String(kind))
                }
            }
            func number(_ digits: String) -> String {
                var digits = digits
                var sign = ""
                if digits.hasPrefix("-") {
                    sign = "-"
                    digits = String(digits.dropFirst())
                } else if hasSign {
                    sign = "+"
                } else if hasSpace {
                    sign = " "
                }
                let missing = width - sign.count - digits.count
                if missing <= 0 { return sign + digits }
                if isLeft { return sign + digits + String(repeating: " ", count: missing) }
                if isZeroed { return sign + String(repeating: "0", count: missing) + digits }
                return String(repeating: " ", count: missing) + sign + digits
            }
        }
        @native("format.fixed") func _formatFixed(_ x: Double, _ decimals: Int) -> String
        @native("format.exponent") func _formatExponent(_ x: Double, _ decimals: Int) -> String
        @native("format.general") func _formatGeneral(_ x: Double, _ significant: Int) -> String

        extension String {
            init(format: String, _ arguments: any CVarArg...) { self = String(format: format, arguments: arguments) }
            init(format: String, arguments: [any CVarArg]) {
                var result = ""
                var used = 0
                let text = Array(format)
                var i = 0
                while i < text.count {
                    if text[i] != "%" {
                        result.append(text[i])
                        i += 1
                        continue
                    }
                    i += 1
                    var field = _FormatField()
                    while i < text.count, "-+ 0".contains(text[i]) {
                        if text[i] == "-" { field.isLeft = true }
                        if text[i] == "+" { field.hasSign = true }
                        if text[i] == " " { field.hasSpace = true }
                        if text[i] == "0" { field.isZeroed = true }
                        i += 1
                    }
                    while i < text.count, let digit = text[i].wholeNumberValue {
                        field.width = field.width * 10 + digit
                        i += 1
                    }
                    if i < text.count, text[i] == "." {
                        field.precision = 0
                        i += 1
                        while i < text.count, let digit = text[i].wholeNumberValue {
                            field.precision = field.precision * 10 + digit
                            i += 1
                        }
                    }
                    while i < text.count, "lhqzjt".contains(text[i]) {
                        field.bits = text[i] == "h" ? field.bits / 2 : 64
                        i += 1
                    }
                    if i == text.count { break }
                    if text[i] == "%" {
                        result.append("%")
                    } else {
                        _precondition(used < arguments.count, "String(format:) has more fields than arguments")
                        result += field.text(text[i], arguments[used])
                        used += 1
                    }
                    i += 1
                }
                self = result
            }
        }
        """#
}
