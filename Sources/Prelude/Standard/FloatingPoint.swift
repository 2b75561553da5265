extension StandardLibrary {
    static let floatingPoint = #"""
        enum FloatingPointSign: Int { case plus, minus }
        enum FloatingPointRoundingRule {
            case toNearestOrAwayFromZero, toNearestOrEven, up, down, towardZero, awayFromZero
        }

        protocol FloatingPoint: SignedNumeric, Strideable, Hashable where Magnitude == Self {
            static var infinity: Self { get }
            static var nan: Self { get }
            static var pi: Self { get }
            static var ulpOfOne: Self { get }
            static var greatestFiniteMagnitude: Self { get }
            static var leastNormalMagnitude: Self { get }
            static var leastNonzeroMagnitude: Self { get }
            init(_ value: Int)
            init<Source: BinaryInteger>(_ value: Source)
            var isNaN: Bool { get }
            var isInfinite: Bool { get }
            var isFinite: Bool { get }
            var isZero: Bool { get }
            var sign: FloatingPointSign { get }
            var ulp: Self { get }
            func squareRoot() -> Self
            func rounded(_ rule: FloatingPointRoundingRule) -> Self
            func truncatingRemainder(dividingBy other: Self) -> Self
            func remainder(dividingBy other: Self) -> Self
            static func / (lhs: Self, rhs: Self) -> Self
            static func /= (lhs: inout Self, rhs: Self)
        }
        protocol BinaryFloatingPoint: FloatingPoint, ExpressibleByFloatLiteral {
            init(_ value: Double)
            init(_ value: Float)
            init<Source: BinaryFloatingPoint>(_ value: Source)
        }

        extension FloatingPoint {
            var isZero: Bool { self == 0 }
            func rounded() -> Self { rounded(.toNearestOrAwayFromZero) }
            mutating func round(_ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero) {
                self = rounded(rule)
            }
            mutating func formSquareRoot() { self = squareRoot() }
            mutating func formTruncatingRemainder(dividingBy other: Self) {
                self = truncatingRemainder(dividingBy: other)
            }
            mutating func negate() { self = -self }
            static func minimum(_ x: Self, _ y: Self) -> Self { x <= y || y.isNaN ? x : y }
            static func maximum(_ x: Self, _ y: Self) -> Self { x > y || y.isNaN ? x : y }
        }

        /// What `Double` and `Float` have; `Double` has its own operators besides.
        extension BinaryFloatingPoint {
            @native("floating.literal") init(integerLiteral value: Int)
            @native("floating.literalFloating") init(floatLiteral value: Double)
            @native("floating.fromInteger") init<Source: BinaryInteger>(_ value: Source)
            @native("floating.convert") init<Source: BinaryFloatingPoint>(_ value: Source)
            @native("floating.exactlyInteger") init?<Source: BinaryInteger>(exactly value: Source)
            @native("floating.exactly") init?<Source: BinaryFloatingPoint>(exactly value: Source)
            init?<S: StringProtocol>(_ text: S) {
                guard let value = Self._parse(String(text)) else { return nil }
                self = value
            }
            init(sign: FloatingPointSign, exponent: Int, significand: Self) {
                let value = significand * Self._powerOfTwo(exponent)
                self = sign == .minus ? -value : value
            }
            init(signOf source: Self, magnitudeOf value: Self) {
                self = source.sign == value.sign ? value : -value
            }
            init() { self = 0 }
            @native("floating.powerOfTwo") static func _powerOfTwo(_ exponent: Int) -> Self
            @native("floating.parse") static func _parse(_ text: String) -> Self?
            @native("floating.description") var description: String { get }
            @native("floating.infinity") static var infinity: Self { get }
            @native("floating.nan") static var nan: Self { get }
            @native("floating.pi") static var pi: Self { get }
            @native("floating.ulpOfOne") static var ulpOfOne: Self { get }
            @native("floating.greatestFiniteMagnitude") static var greatestFiniteMagnitude: Self { get }
            @native("floating.leastNormalMagnitude") static var leastNormalMagnitude: Self { get }
            @native("floating.leastNonzeroMagnitude") static var leastNonzeroMagnitude: Self { get }
            @native("floating.isNaN") var isNaN: Bool { get }
            @native("floating.isInfinite") var isInfinite: Bool { get }
            @native("floating.isFinite") var isFinite: Bool { get }
            @native("floating.isNegative") var _isNegative: Bool { get }
            @native("floating.isNormal") var isNormal: Bool { get }
            @native("floating.magnitude") var magnitude: Self { get }
            @native("floating.ulp") var ulp: Self { get }
            @native("floating.exponent") var exponent: Int { get }
            @native("floating.significand") var significand: Self { get }
            @native("floating.nextUp") var nextUp: Self { get }
            var nextDown: Self { -(-self).nextUp }
            func isEqual(to other: Self) -> Bool { self == other }
            func isLess(than other: Self) -> Bool { self < other }
            func isLessThanOrEqualTo(_ other: Self) -> Bool { self <= other }
            var debugDescription: String { description }
            var isSubnormal: Bool { isFinite && !isNormal && self != 0 }
            var sign: FloatingPointSign { _isNegative ? .minus : .plus }
            @native("floating.squareRoot") func squareRoot() -> Self
            @native("floating.round") func _rounded() -> Self
            @native("floating.roundEven") func _roundedToEven() -> Self
            @native("floating.ceil") func _roundedUp() -> Self
            @native("floating.floor") func _roundedDown() -> Self
            @native("floating.truncate") func _roundedTowardZero() -> Self
            func rounded() -> Self { _rounded() }
            func rounded(_ rule: FloatingPointRoundingRule) -> Self {
                switch rule {
                case .toNearestOrAwayFromZero: return _rounded()
                case .toNearestOrEven: return _roundedToEven()
                case .up: return _roundedUp()
                case .down: return _roundedDown()
                case .towardZero: return _roundedTowardZero()
                case .awayFromZero: return _isNegative ? _roundedDown() : _roundedUp()
                }
            }
            @native("floating.truncatingRemainder") func truncatingRemainder(dividingBy other: Self) -> Self
            @native("floating.remainder") func remainder(dividingBy other: Self) -> Self
            @native("floating.multiplyAdd") func addingProduct(_ lhs: Self, _ rhs: Self) -> Self
            @native("floating.hashBits") var _hashBits: Int { get }
            func hash(into hasher: inout Hasher) { hasher._combine(self == 0 ? 0 : _hashBits) }
            func distance(to other: Self) -> Self { other - self }
            func advanced(by n: Self) -> Self { self + n }

            @native("floating.equal") static func == (lhs: Self, rhs: Self) -> Bool
            @native("floating.notEqual") static func != (lhs: Self, rhs: Self) -> Bool
            @native("floating.less") static func < (lhs: Self, rhs: Self) -> Bool
            @native("floating.lessOrEqual") static func <= (lhs: Self, rhs: Self) -> Bool
            @native("floating.greater") static func > (lhs: Self, rhs: Self) -> Bool
            @native("floating.greaterOrEqual") static func >= (lhs: Self, rhs: Self) -> Bool
            @native("floating.add") static func + (lhs: Self, rhs: Self) -> Self
            @native("floating.addAssign") static func += (lhs: inout Self, rhs: Self)
            @native("floating.subtract") static func - (lhs: Self, rhs: Self) -> Self
            @native("floating.subtractAssign") static func -= (lhs: inout Self, rhs: Self)
            @native("floating.multiply") static func * (lhs: Self, rhs: Self) -> Self
            @native("floating.multiplyAssign") static func *= (lhs: inout Self, rhs: Self)
            @native("floating.divide") static func / (lhs: Self, rhs: Self) -> Self
            @native("floating.divideAssign") static func /= (lhs: inout Self, rhs: Self)
            @native("floating.negate") static prefix func - (x: Self) -> Self

            static func random(in range: Range<Self>) -> Self {
                var generator = SystemRandomNumberGenerator()
                return random(in: range, using: &generator)
            }
            static func random(in range: ClosedRange<Self>) -> Self {
                var generator = SystemRandomNumberGenerator()
                return random(in: range, using: &generator)
            }
            /// As many random bits as the significand has, scaled to the range; a result rounded up to the upper
            /// bound is drawn again.
            static func random<T: RandomNumberGenerator>(in range: Range<Self>, using generator: inout T) -> Self {
                _precondition(!range.isEmpty, "Can't get random value with an empty range")
                let width = range.upperBound - range.lowerBound
                _precondition(width.isFinite, "There is no uniform distribution on an infinite range")
                while true {
                    let bits = generator.next() & (_significandLimit - 1)
                    let value = width * (Self(bits) * (ulpOfOne / 2)) + range.lowerBound
                    if value != range.upperBound { return value }
                }
            }
            static func random<T: RandomNumberGenerator>(
                in range: ClosedRange<Self>, using generator: inout T
            ) -> Self {
                let width = range.upperBound - range.lowerBound
                _precondition(width.isFinite, "There is no uniform distribution on an infinite range")
                let bits = Self._drawClosed(&generator)
                if bits == _significandLimit { return range.upperBound }
                return width * (Self(bits) * (ulpOfOne / 2)) + range.lowerBound
            }
            static var _significandLimit: UInt64 { UInt64(1 / (ulpOfOne / 2)) }
            static func _drawClosed<T: RandomNumberGenerator>(_ generator: inout T) -> UInt64 {
                if _significandLimit > 16_777_216 { return generator.next(upperBound: _significandLimit + 1) }
                return UInt64(generator.next(upperBound: UInt32(_significandLimit + 1)))
            }
        }

        @native("double")
        struct Double: BinaryFloatingPoint, LosslessStringConvertible {
            typealias IntegerLiteralType = Int
            typealias FloatLiteralType = Double
            typealias Magnitude = Double
            typealias Stride = Double
            @native("double.fromInt") init(_ value: Int)
            @native("double.fromFloat") init(_ value: Float)
            init(_ value: Double) { self = value }
            init?(_ text: String) {
                guard let value = Double._parse(text) else { return nil }
                self = value
            }
            @native("double.fromBits") init(bitPattern: UInt64)
            @native("double.bits") var bitPattern: UInt64 { get }
            @native("double.equal") static func == (lhs: Double, rhs: Double) -> Bool
            @native("double.notEqual") static func != (lhs: Double, rhs: Double) -> Bool
            @native("double.less") static func < (lhs: Double, rhs: Double) -> Bool
            @native("double.lessOrEqual") static func <= (lhs: Double, rhs: Double) -> Bool
            @native("double.greater") static func > (lhs: Double, rhs: Double) -> Bool
            @native("double.greaterOrEqual") static func >= (lhs: Double, rhs: Double) -> Bool
            @native("double.add") static func + (lhs: Double, rhs: Double) -> Double
            @native("double.addAssign") static func += (lhs: inout Double, rhs: Double)
            @native("double.subtract") static func - (lhs: Double, rhs: Double) -> Double
            @native("double.subtractAssign") static func -= (lhs: inout Double, rhs: Double)
            @native("double.multiply") static func * (lhs: Double, rhs: Double) -> Double
            @native("double.multiplyAssign") static func *= (lhs: inout Double, rhs: Double)
            @native("double.divide") static func / (lhs: Double, rhs: Double) -> Double
            @native("double.divideAssign") static func /= (lhs: inout Double, rhs: Double)
            @native("double.negate") static prefix func - (x: Double) -> Double
        }

        @native("float")
        struct Float: BinaryFloatingPoint, LosslessStringConvertible {
            typealias IntegerLiteralType = Int
            typealias FloatLiteralType = Double
            typealias Magnitude = Float
            typealias Stride = Float
            @native("float.fromInt") init(_ value: Int)
            @native("float.fromDouble") init(_ value: Double)
            init(_ value: Float) { self = value }
            init?(_ text: String) {
                guard let value = Float._parse(text) else { return nil }
                self = value
            }
            @native("float.fromBits") init(bitPattern: UInt32)
            @native("float.bits") var bitPattern: UInt32 { get }
        }
        """#
}
