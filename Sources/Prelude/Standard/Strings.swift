extension StandardLibrary {
    static let strings = #"""
        protocol StringProtocol: BidirectionalCollection, Hashable, Comparable, LosslessStringConvertible,
            ExpressibleByStringLiteral
        where Element == Character, Index == String.Index, SubSequence: StringProtocol {
            var _string: String { get }
        }
        extension StringProtocol {
            @native("string.uppercased") static func _uppercased(_ string: String) -> String
            @native("string.lowercased") static func _lowercased(_ string: String) -> String
            func uppercased() -> String { Self._uppercased(_string) }
            func lowercased() -> String { Self._lowercased(_string) }
            func hasPrefix<Prefix: StringProtocol>(_ prefix: Prefix) -> Bool { starts(with: prefix) }
            func hasSuffix<Suffix: StringProtocol>(_ suffix: Suffix) -> Bool {
                reversed().starts(with: suffix.reversed())
            }
            /// Whether `other` occurs, character by character.
            func contains<T: StringProtocol>(_ other: T) -> Bool { _string._find(other._string, 0) >= 0 }
            static func == <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { lhs._string == rhs._string }
            static func != <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { lhs._string != rhs._string }
            static func < <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { lhs._string < rhs._string }
            static func > <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { lhs._string > rhs._string }
            static func <= <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { lhs._string <= rhs._string }
            static func >= <RHS: StringProtocol>(lhs: Self, rhs: RHS) -> Bool { lhs._string >= rhs._string }
        }

        @native("string")
        struct String: StringProtocol, RangeReplaceableCollection, ExpressibleByStringInterpolation {
            /// A place between characters, as an offset in UTF-8.
            struct Index: Hashable, Comparable {
                let _offset: Int
                static func == (lhs: Index, rhs: Index) -> Bool { lhs._offset == rhs._offset }
                static func < (lhs: Index, rhs: Index) -> Bool { lhs._offset < rhs._offset }
            }
            struct Iterator: IteratorProtocol {
                let _string: String
                var _offset = 0
                mutating func next() -> Character? {
                    if _offset == _string._utf8Count { return nil }
                    let end = _string._characterEnd(_offset)
                    let character = _string._character(_offset, end)
                    _offset = end
                    return character
                }
            }
            typealias SubSequence = Substring
            typealias StringLiteralType = String
            init() { self = "" }
            init(_ value: String) { self = value }
            init(_ value: Character) { self = value._string }
            init(_ value: Substring) { self = value._string }
            init<S: Sequence>(_ characters: S) where S.Element == Character {
                self = ""
                for character in characters { append(character) }
            }
            @native("int.description") init(_ value: Int)
            init<T: LosslessStringConvertible>(_ value: T) { self = value.description }
            init<S: Sequence & LosslessStringConvertible>(_ value: S) where S.Element == Character {
                self = value.description
            }
            init(stringLiteral value: String) { self = value }
            @native("string.repeating") init(repeating repeatedValue: String, count: Int)
            init(repeating repeatedValue: Character, count: Int) {
                self.init(repeating: repeatedValue._string, count: count)
            }
            @native("string.describing") init<Subject>(describing instance: Subject)
            @native("string.reflecting") init<Subject>(reflecting subject: Subject)
            init<T: BinaryInteger>(_ value: T, radix: Int = 10, uppercase: Bool = false) {
                _precondition(radix >= 2 && radix <= 36, "Radix must be between 2 and 36")
                if radix == 10 {
                    self = value.description
                    return
                }
                var magnitude = value.magnitude
                var digits: [Character] = []
                let symbols = uppercase ? "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789abcdefghijklmnopqrstuvwxyz"
                let table = Array(symbols)
                let base = T.Magnitude(radix)
                repeat {
                    digits.append(table[Int(magnitude % base)])
                    magnitude /= base
                } while magnitude != 0
                if value < 0 { digits.append("-") }
                self.init(digits.reversed())
            }

            var _string: String { self }
            var description: String { self }
            @native("string.debugDescription") var debugDescription: String { get }
            @native("string.count") var count: Int { get }
            @native("string.isEmpty") var isEmpty: Bool { get }
            @native("string.utf8Count") var _utf8Count: Int { get }
            @native("string.byte") func _byte(_ offset: Int) -> UInt8
            /// Where the character that begins at `offset` ends, and where the one that ends there begins.
            @native("string.characterEnd") func _characterEnd(_ offset: Int) -> Int
            @native("string.characterStart") func _characterStart(_ offset: Int) -> Int
            @native("string.character") func _character(_ offset: Int, _ end: Int) -> Character
            @native("string.slice") func _slice(_ offset: Int, _ end: Int) -> String
            /// Where `other` begins first at `offset` or later, on characters' bounds; -1 where it does not occur.
            @native("string.find") func _find(_ other: String, _ offset: Int) -> Int
            @native("string.hash") var _hash: Int { get }
            var startIndex: Index { Index(_offset: 0) }
            var endIndex: Index { Index(_offset: _utf8Count) }
            func index(after i: Index) -> Index {
                _precondition(i._offset < _utf8Count, "String index is out of bounds")
                return Index(_offset: _characterEnd(i._offset))
            }
            func index(before i: Index) -> Index {
                _precondition(i._offset > 0 && i._offset <= _utf8Count, "String index is out of bounds")
                return Index(_offset: _characterStart(i._offset))
            }
            subscript(i: Index) -> Character {
                _precondition(i._offset < _utf8Count, "String index is out of bounds")
                return _character(i._offset, _characterEnd(i._offset))
            }
            subscript(r: Range<Index>) -> Substring { Substring(_base: self, _start: r.lowerBound, _end: r.upperBound) }
            func makeIterator() -> Iterator { Iterator(_string: self) }
            func hash(into hasher: inout Hasher) { hasher._combine(_hash) }
            @native("string.hasPrefix") func hasPrefix(_ prefix: String) -> Bool
            @native("string.hasSuffix") func hasSuffix(_ suffix: String) -> Bool

            @native("string.append") mutating func append(_ other: String)
            mutating func append(_ c: Character) { append(c._string) }
            mutating func append(contentsOf newElements: String) { append(newElements) }
            mutating func append(contentsOf newElements: Substring) { append(newElements._string) }
            mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Character {
                for character in newElements { append(character) }
            }
            mutating func write(_ other: String) { append(other) }
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<Index>, with newElements: C)
            where C.Element == Character {
                let tail = _slice(subrange.upperBound._offset, _utf8Count)
                self = _slice(0, subrange.lowerBound._offset)
                for character in newElements { append(character) }
                append(tail)
            }

            @native("string.equal") static func == (lhs: String, rhs: String) -> Bool
            @native("string.notEqual") static func != (lhs: String, rhs: String) -> Bool
            @native("string.less") static func < (lhs: String, rhs: String) -> Bool
            @native("string.lessOrEqual") static func <= (lhs: String, rhs: String) -> Bool
            @native("string.greater") static func > (lhs: String, rhs: String) -> Bool
            @native("string.greaterOrEqual") static func >= (lhs: String, rhs: String) -> Bool
            @native("string.concatenate") static func + (lhs: String, rhs: String) -> String
            @native("string.appendAssign") static func += (lhs: inout String, rhs: String)

            struct UTF8View: RandomAccessCollection, CustomStringConvertible {
                var description: String { _string }
                typealias Element = UInt8
                typealias Index = String.Index
                typealias SubSequence = Slice<UTF8View>
                let _string: String
                var startIndex: Index { Index(_offset: 0) }
                var endIndex: Index { Index(_offset: _string._utf8Count) }
                var count: Int { _string._utf8Count }
                func index(after i: Index) -> Index { Index(_offset: i._offset + 1) }
                func index(before i: Index) -> Index { Index(_offset: i._offset - 1) }
                func index(_ i: Index, offsetBy distance: Int) -> Index { Index(_offset: i._offset + distance) }
                func distance(from start: Index, to end: Index) -> Int { end._offset - start._offset }
                subscript(position: Index) -> UInt8 {
                    _precondition(
                        position._offset >= 0 && position._offset < _string._utf8Count, "String index is out of bounds")
                    return _string._byte(position._offset)
                }
            }
            var utf8: UTF8View { UTF8View(_string: self) }
        }
        extension String: CustomDebugStringConvertible {}

        extension String {
            /// UTF-16, made when it is asked for.
            struct UTF16View: BidirectionalCollection, CustomStringConvertible {
                typealias Element = UInt16
                typealias SubSequence = Slice<UTF16View>
                let _units: [UInt16]
                let description: String
                init(_string: String) {
                    description = _string
                    var units: [UInt16] = []
                    for value in _string._scalars() {
                        if value < 0x10000 {
                            units.append(UInt16(value))
                        } else {
                            units.append(UInt16(0xD800 + (value - 0x10000) >> 10))
                            units.append(UInt16(0xDC00 + (value - 0x10000) & 0x3FF))
                        }
                    }
                    _units = units
                }
                var startIndex: Int { 0 }
                var endIndex: Int { _units.count }
                var count: Int { _units.count }
                func index(after i: Int) -> Int { i + 1 }
                func index(before i: Int) -> Int { i - 1 }
                subscript(position: Int) -> UInt16 { _units[position] }
            }
            var utf16: UTF16View { UTF16View(_string: self) }
        }
        extension String.Index {
            init(utf16Offset offset: Int, in string: String) {
                var units = 0
                var index = string.startIndex
                while units < offset && index < string.endIndex {
                    units += string[index]._string.utf16.count
                    index = string.index(after: index)
                }
                self = index
            }
            func utf16Offset(in string: String) -> Int { string._slice(0, _offset).utf16.count }
        }
        extension StringProtocol {
            func replacing<Target: StringProtocol, Replacement: StringProtocol>(
                _ target: Target, with replacement: Replacement, maxReplacements: Int = Int.max
            ) -> String {
                let text = _string
                let pattern = target._string
                var result = ""
                var start = 0
                var count = 0
                while !pattern.isEmpty && count < maxReplacements {
                    let next = text._find(pattern, start)
                    if next < 0 { break }
                    result += text._slice(start, next)
                    result += replacement._string
                    start = next + pattern._utf8Count
                    count += 1
                }
                return result + text._slice(start, text._utf8Count)
            }
            func firstRange<T: StringProtocol>(of other: T) -> Range<String.Index>? {
                ranges(of: other).first
            }
            func ranges<T: StringProtocol>(of other: T) -> [Range<String.Index>] {
                let text = _string
                let pattern = other._string
                let base = startIndex._offset
                var result: [Range<String.Index>] = []
                var start = 0
                while !pattern.isEmpty {
                    let next = text._find(pattern, start)
                    if next < 0 { break }
                    start = next + pattern._utf8Count
                    result.append(String.Index(_offset: base + next)..<String.Index(_offset: base + start))
                }
                return result
            }
            func trimmingPrefix<T: StringProtocol>(_ prefix: T) -> Substring {
                let text = Substring(_string)
                return text.hasPrefix(prefix) ? text.dropFirst(prefix.count) : text
            }
        }

        struct Substring: StringProtocol, RangeReplaceableCollection, CustomDebugStringConvertible {
            typealias Index = String.Index
            typealias SubSequence = Substring
            typealias StringLiteralType = String
            var _base: String
            var _start: String.Index
            var _end: String.Index
            init(_base: String, _start: String.Index, _end: String.Index) {
                _precondition(
                    _start._offset >= 0 && _end._offset <= _base._utf8Count, "String index range is out of bounds")
                self._base = _base
                self._start = _start
                self._end = _end
            }
            init() { self.init("") }
            init(_ value: String) { self.init(_base: value, _start: value.startIndex, _end: value.endIndex) }
            init(stringLiteral value: String) { self.init(value) }
            var base: String { _base }
            var _string: String { _base._slice(_start._offset, _end._offset) }
            var description: String { _string }
            var debugDescription: String { _string.debugDescription }
            var startIndex: String.Index { _start }
            var endIndex: String.Index { _end }
            func index(after i: String.Index) -> String.Index {
                _precondition(i < _end, "String index is out of bounds")
                return _base.index(after: i)
            }
            func index(before i: String.Index) -> String.Index {
                _precondition(i > _start, "String index is out of bounds")
                return _base.index(before: i)
            }
            subscript(i: String.Index) -> Character {
                _precondition(i >= _start && i < _end, "String index is out of bounds")
                return _base[i]
            }
            subscript(r: Range<String.Index>) -> Substring {
                _precondition(r.lowerBound >= _start && r.upperBound <= _end, "String index range is out of bounds")
                return Substring(_base: _base, _start: r.lowerBound, _end: r.upperBound)
            }
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<String.Index>, with newElements: C)
            where C.Element == Character {
                let start = _start._offset
                var text = _string
                let lower = String.Index(_offset: subrange.lowerBound._offset - start)
                let upper = String.Index(_offset: subrange.upperBound._offset - start)
                text.replaceSubrange(lower..<upper, with: newElements)
                self = Substring(text)
            }
            func hash(into hasher: inout Hasher) { _string.hash(into: &hasher) }
            static func == (lhs: Substring, rhs: Substring) -> Bool { lhs._string == rhs._string }
            static func < (lhs: Substring, rhs: Substring) -> Bool { lhs._string < rhs._string }
        }
        """#

    static let scalars = #"""
        enum Unicode {
            struct Scalar: Hashable, Comparable, CustomStringConvertible {
                let value: UInt32
                init(_unchecked value: UInt32) { self.value = value }
                init(_ value: UInt8) { self.value = UInt32(value) }
                init?(_ value: UInt32) {
                    if value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) { return nil }
                    self.value = value
                }
                init?(_ value: Int) {
                    guard let value = UInt32(exactly: value) else { return nil }
                    self.init(value)
                }
                static func < (lhs: Scalar, rhs: Scalar) -> Bool { lhs.value < rhs.value }
                var isASCII: Bool { value < 128 }
                var description: String { String._fromScalar(value) }
            }
        }
        typealias UnicodeScalar = Unicode.Scalar

        extension String {
            @native("string.scalars") func _scalars() -> [UInt32]
            @native("string.fromScalar") static func _fromScalar(_ value: UInt32) -> String
            @native("string.fromScalars") static func _fromScalars(_ values: [UInt32]) -> String
            @native("string.fromBytes") static func _fromBytes(_ bytes: [UInt8]) -> String
            struct UnicodeScalarView: RandomAccessCollection, CustomStringConvertible {
                typealias Element = Unicode.Scalar
                typealias Index = Int
                typealias SubSequence = Slice<UnicodeScalarView>
                let _values: [UInt32]
                var startIndex: Int { 0 }
                var endIndex: Int { _values.count }
                subscript(position: Int) -> Unicode.Scalar { Unicode.Scalar(_unchecked: _values[position]) }
                var description: String { String._fromScalars(_values) }
            }
            var unicodeScalars: UnicodeScalarView { UnicodeScalarView(_values: _scalars()) }
            init(_ scalar: Unicode.Scalar) { self = scalar.description }
        }
        extension Character {
            @native("character.fromScalar") static func _fromScalar(_ value: UInt32) -> Character
            init(_ scalar: Unicode.Scalar) { self = Character._fromScalar(scalar.value) }
            var unicodeScalars: String.UnicodeScalarView { _string.unicodeScalars }
        }
        extension UInt8 {
            /// The code of an ASCII character, which `UInt8(ascii: "a")` names.
            init(ascii scalar: Character) { self = scalar.asciiValue! }
        }
        """#

    static let characters = #"""
        /// A string of one extended grapheme cluster.
        @native("character")
        struct Character: Hashable, Comparable, LosslessStringConvertible, CustomDebugStringConvertible,
            ExpressibleByExtendedGraphemeClusterLiteral
        {
            init(_ value: Character) { self = value }
            init(_ value: String) {
                _precondition(
                    !value.isEmpty, "Can't form a Character from an empty String")
                _precondition(
                    value.count == 1,
                    "Can't form a Character from a String containing more than one extended grapheme cluster")
                self = value.first!
            }
            @native("character.string") var _string: String { get }
            var description: String { _string }
            var debugDescription: String { _string.debugDescription }
            func hash(into hasher: inout Hasher) { hasher._combine(_string._hash) }
            @native("character.equal") static func == (lhs: Character, rhs: Character) -> Bool
            @native("character.notEqual") static func != (lhs: Character, rhs: Character) -> Bool
            @native("character.less") static func < (lhs: Character, rhs: Character) -> Bool
            @native("character.isLetter") var isLetter: Bool { get }
            @native("character.isNumber") var isNumber: Bool { get }
            @native("character.isWhitespace") var isWhitespace: Bool { get }
            @native("character.isNewline") var isNewline: Bool { get }
            @native("character.isPunctuation") var isPunctuation: Bool { get }
            @native("character.isSymbol") var isSymbol: Bool { get }
            @native("character.isMathSymbol") var isMathSymbol: Bool { get }
            @native("character.isCurrencySymbol") var isCurrencySymbol: Bool { get }
            @native("character.isUppercase") var isUppercase: Bool { get }
            @native("character.isLowercase") var isLowercase: Bool { get }
            @native("character.isCased") var isCased: Bool { get }
            @native("character.wholeNumberValue") var wholeNumberValue: Int? { get }
            @native("character.hexDigitValue") var hexDigitValue: Int? { get }
            @native("character.asciiValue") var asciiValue: UInt8? { get }
            var isWholeNumber: Bool { wholeNumberValue != nil }
            var isHexDigit: Bool { hexDigitValue != nil }
            var isASCII: Bool { asciiValue != nil }
            func uppercased() -> String { _string.uppercased() }
            func lowercased() -> String { _string.lowercased() }
            var utf8: String.UTF8View { _string.utf8 }
        }
        """#
}
