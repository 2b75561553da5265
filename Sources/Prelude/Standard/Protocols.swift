extension StandardLibrary {
    static let protocols = #"""
        protocol Equatable {
            static func == (lhs: Self, rhs: Self) -> Bool
        }
        extension Equatable {
            static func != (lhs: Self, rhs: Self) -> Bool { !(lhs == rhs) }
        }
        func ~= <T: Equatable>(pattern: T, value: T) -> Bool { pattern == value }

        protocol Comparable: Equatable {
            static func < (lhs: Self, rhs: Self) -> Bool
            static func <= (lhs: Self, rhs: Self) -> Bool
            static func >= (lhs: Self, rhs: Self) -> Bool
            static func > (lhs: Self, rhs: Self) -> Bool
        }
        extension Comparable {
            static func > (lhs: Self, rhs: Self) -> Bool { rhs < lhs }
            static func <= (lhs: Self, rhs: Self) -> Bool { !(rhs < lhs) }
            static func >= (lhs: Self, rhs: Self) -> Bool { !(lhs < rhs) }
        }

        protocol Hashable: Equatable {
            var hashValue: Int { get }
            func hash(into hasher: inout Hasher)
        }
        extension Hashable {
            var hashValue: Int {
                var hasher = Hasher()
                hash(into: &hasher)
                return hasher.finalize()
            }
        }

        struct Hasher {
            var _state = 0x2545F4914F6CDD1D
            init() {}
            mutating func combine<H: Hashable>(_ value: H) { value.hash(into: &self) }
            mutating func _combine(_ word: Int) {
                _state = (_state &+ word) &* 0x1E3779B97F4A7C15
                _state ^= _state >> 32
            }
            func finalize() -> Int { _state }
        }

        protocol CustomStringConvertible {
            var description: String { get }
        }
        protocol CustomDebugStringConvertible {
            var debugDescription: String { get }
        }
        protocol LosslessStringConvertible: CustomStringConvertible {
            init?(_ description: String)
        }

        protocol ExpressibleByIntegerLiteral {
            associatedtype IntegerLiteralType
            init(integerLiteral value: IntegerLiteralType)
        }
        protocol ExpressibleByFloatLiteral {
            associatedtype FloatLiteralType
            init(floatLiteral value: FloatLiteralType)
        }
        protocol ExpressibleByBooleanLiteral {
            associatedtype BooleanLiteralType
            init(booleanLiteral value: BooleanLiteralType)
        }
        protocol ExpressibleByUnicodeScalarLiteral {}
        protocol ExpressibleByExtendedGraphemeClusterLiteral: ExpressibleByUnicodeScalarLiteral {}
        protocol ExpressibleByStringLiteral: ExpressibleByExtendedGraphemeClusterLiteral {
            associatedtype StringLiteralType
            init(stringLiteral value: StringLiteralType)
        }
        protocol ExpressibleByStringInterpolation: ExpressibleByStringLiteral {}
        protocol ExpressibleByArrayLiteral {
            associatedtype ArrayLiteralElement
            init(arrayLiteral elements: ArrayLiteralElement...)
        }
        protocol ExpressibleByDictionaryLiteral {
            associatedtype Key
            associatedtype Value
            init(dictionaryLiteral elements: (Key, Value)...)
        }
        protocol ExpressibleByNilLiteral {
            init(nilLiteral: ())
        }

        typealias IntegerLiteralType = Int
        typealias FloatLiteralType = Double
        typealias BooleanLiteralType = Bool
        typealias StringLiteralType = String
        typealias Void = ()

        protocol Error {}

        protocol CaseIterable {
            associatedtype AllCases: Collection where AllCases.Element == Self
            static var allCases: AllCases { get }
        }

        protocol RawRepresentable {
            associatedtype RawValue
            init?(rawValue: RawValue)
            var rawValue: RawValue { get }
        }
        func == <T: RawRepresentable>(lhs: T, rhs: T) -> Bool where T.RawValue: Equatable {
            lhs.rawValue == rhs.rawValue
        }
        func != <T: RawRepresentable>(lhs: T, rhs: T) -> Bool where T.RawValue: Equatable {
            lhs.rawValue != rhs.rawValue
        }

        protocol Identifiable {
            associatedtype ID: Hashable
            var id: ID { get }
        }
        extension Identifiable where Self: AnyObject {
            var id: ObjectIdentifier { ObjectIdentifier(self) }
        }

        @native("object.same") func === (lhs: AnyObject?, rhs: AnyObject?) -> Bool
        func !== (lhs: AnyObject?, rhs: AnyObject?) -> Bool { !(lhs === rhs) }

        struct ObjectIdentifier: Hashable, Comparable {
            let _word: Int
            init(_ object: AnyObject) { _word = _identity(object) }
            static func < (lhs: ObjectIdentifier, rhs: ObjectIdentifier) -> Bool { lhs._word < rhs._word }
        }
        @native("object.identity") func _identity(_ object: AnyObject) -> Int

        /// A set whose members are bits.
        protocol OptionSet: RawRepresentable, Equatable, ExpressibleByArrayLiteral where ArrayLiteralElement == Self {
            init(rawValue: RawValue)
        }
        extension OptionSet where RawValue: FixedWidthInteger {
            init() { self.init(rawValue: 0) }
            init(arrayLiteral elements: Self...) {
                var bits: RawValue = 0
                for element in elements { bits |= element.rawValue }
                self.init(rawValue: bits)
            }
            init<S: Sequence>(_ members: S) where S.Element == Self {
                self.init()
                for member in members { insert(member) }
            }
            static func == (lhs: Self, rhs: Self) -> Bool { lhs.rawValue == rhs.rawValue }
            var isEmpty: Bool { rawValue == 0 }
            func contains(_ member: Self) -> Bool { rawValue & member.rawValue == member.rawValue }
            func union(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }
            func intersection(_ other: Self) -> Self { Self(rawValue: rawValue & other.rawValue) }
            func symmetricDifference(_ other: Self) -> Self { Self(rawValue: rawValue ^ other.rawValue) }
            func subtracting(_ other: Self) -> Self { Self(rawValue: rawValue & ~other.rawValue) }
            func isSubset(of other: Self) -> Bool { other.contains(self) }
            func isSuperset(of other: Self) -> Bool { contains(other) }
            func isDisjoint(with other: Self) -> Bool { intersection(other).isEmpty }
            mutating func formUnion(_ other: Self) { self = union(other) }
            mutating func formIntersection(_ other: Self) { self = intersection(other) }
            mutating func subtract(_ other: Self) { self = subtracting(other) }
            @discardableResult
            mutating func insert(_ newMember: Self) -> (inserted: Bool, memberAfterInsert: Self) {
                let isNew = !contains(newMember)
                self = union(newMember)
                return (isNew, newMember)
            }
            @discardableResult
            mutating func remove(_ member: Self) -> Self? {
                let removed = intersection(member)
                self = subtracting(member)
                return removed.isEmpty ? nil : removed
            }
        }

        /// The type that a value has at run time.
        @native("type.of") func type<T>(of value: T) -> T.Type
        @native("object.same") func == <T, U>(lhs: T.Type, rhs: U.Type) -> Bool
        func != <T, U>(lhs: T.Type, rhs: U.Type) -> Bool { !(lhs == rhs) }

        protocol Sendable {}
        """#
}
