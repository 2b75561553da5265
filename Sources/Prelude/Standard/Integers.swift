extension StandardLibrary {
    static let integers = #"""
        protocol BinaryInteger: Hashable, Numeric, CustomStringConvertible, Strideable where Magnitude: BinaryInteger {
            static var isSigned: Bool { get }
            init<T: BinaryInteger>(_ source: T)
            init<T: BinaryFloatingPoint>(_ source: T)
            init?<T: BinaryFloatingPoint>(exactly source: T)
            init<T: BinaryInteger>(truncatingIfNeeded source: T)
            init<T: BinaryInteger>(clamping source: T)
            var bitWidth: Int { get }
            var trailingZeroBitCount: Int { get }
            func quotientAndRemainder(dividingBy rhs: Self) -> (quotient: Self, remainder: Self)
            func isMultiple(of other: Self) -> Bool
            func signum() -> Self
            static func / (lhs: Self, rhs: Self) -> Self
            static func /= (lhs: inout Self, rhs: Self)
            static func % (lhs: Self, rhs: Self) -> Self
            static func %= (lhs: inout Self, rhs: Self)
            static func & (lhs: Self, rhs: Self) -> Self
            static func &= (lhs: inout Self, rhs: Self)
            static func | (lhs: Self, rhs: Self) -> Self
            static func |= (lhs: inout Self, rhs: Self)
            static func ^ (lhs: Self, rhs: Self) -> Self
            static func ^= (lhs: inout Self, rhs: Self)
            static func << <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self
            static func >> <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self
            static prefix func ~ (x: Self) -> Self
        }
        extension BinaryInteger {
            init() { self = 0 }
            func quotientAndRemainder(dividingBy rhs: Self) -> (quotient: Self, remainder: Self) {
                (self / rhs, self % rhs)
            }
            func isMultiple(of other: Self) -> Bool {
                if other == 0 { return self == 0 }
                return magnitude % other.magnitude == 0
            }
            func signum() -> Self { self > 0 ? 1 : self == 0 ? 0 : Self(-1) }
            func distance(to other: Self) -> Int { Int(other) - Int(self) }
            func advanced(by n: Int) -> Self { Self(Int(self) + n) }
        }

        protocol SignedInteger: BinaryInteger, SignedNumeric {}
        protocol UnsignedInteger: BinaryInteger {}
        extension SignedInteger {
            static var isSigned: Bool { true }
        }
        extension UnsignedInteger {
            static var isSigned: Bool { false }
            var magnitude: Self { self }
        }

        protocol FixedWidthInteger: BinaryInteger, LosslessStringConvertible
        where Magnitude: FixedWidthInteger & UnsignedInteger {
            static var bitWidth: Int { get }
            static var max: Self { get }
            static var min: Self { get }
        }

        /// What all fixed-width integers have; `Int` has its own operators besides.
        extension FixedWidthInteger {
            @native("integer.literal") init(integerLiteral value: Int)
            @native("integer.convert") init<T: BinaryInteger>(_ source: T)
            @native("integer.fromFloating") init<T: BinaryFloatingPoint>(_ source: T)
            @native("integer.exactly") init?<T: BinaryInteger>(exactly source: T)
            @native("integer.exactlyFloating") init?<T: BinaryFloatingPoint>(exactly source: T)
            @native("integer.truncate") init<T: BinaryInteger>(truncatingIfNeeded source: T)
            @native("integer.clamp") init<T: BinaryInteger>(clamping source: T)
            init?(_ description: String) { self.init(description, radix: 10) }
            init?<S: StringProtocol>(_ text: S, radix: Int = 10) {
                _precondition(radix >= 2 && radix <= 36, "Radix must be in 2...36")
                guard let value = Self._parse(String(text), radix) else { return nil }
                self = value
            }
            @native("integer.parse") static func _parse(_ text: String, _ radix: Int) -> Self?
            @native("integer.description") var description: String { get }
            @native("integer.bitWidth") static var bitWidth: Int { get }
            @native("integer.max") static var max: Self { get }
            @native("integer.min") static var min: Self { get }
            @native("integer.leadingZeroBitCount") var leadingZeroBitCount: Int { get }
            @native("integer.trailingZeroBitCount") var trailingZeroBitCount: Int { get }
            @native("integer.nonzeroBitCount") var nonzeroBitCount: Int { get }
            var bitWidth: Int { Self.bitWidth }
            var byteSwapped: Self {
                var rest = self
                var result: Self = 0
                for _ in 0..<bitWidth / 8 {
                    result = Self._shiftLeft(result, 8) | (rest & Self(truncatingIfNeeded: 255))
                    rest = Self._shiftRight(rest, 8)
                }
                return result
            }
            func hash(into hasher: inout Hasher) { hasher._combine(Int(truncatingIfNeeded: self)) }

            @native("integer.equal") static func == (lhs: Self, rhs: Self) -> Bool
            @native("integer.notEqual") static func != (lhs: Self, rhs: Self) -> Bool
            @native("integer.less") static func < (lhs: Self, rhs: Self) -> Bool
            @native("integer.lessOrEqual") static func <= (lhs: Self, rhs: Self) -> Bool
            @native("integer.greater") static func > (lhs: Self, rhs: Self) -> Bool
            @native("integer.greaterOrEqual") static func >= (lhs: Self, rhs: Self) -> Bool
            @native("integer.add") static func + (lhs: Self, rhs: Self) -> Self
            @native("integer.addAssign") static func += (lhs: inout Self, rhs: Self)
            @native("integer.subtract") static func - (lhs: Self, rhs: Self) -> Self
            @native("integer.subtractAssign") static func -= (lhs: inout Self, rhs: Self)
            @native("integer.multiply") static func * (lhs: Self, rhs: Self) -> Self
            @native("integer.multiplyAssign") static func *= (lhs: inout Self, rhs: Self)
            @native("integer.divide") static func / (lhs: Self, rhs: Self) -> Self
            @native("integer.divideAssign") static func /= (lhs: inout Self, rhs: Self)
            @native("integer.remainder") static func % (lhs: Self, rhs: Self) -> Self
            @native("integer.remainderAssign") static func %= (lhs: inout Self, rhs: Self)
            @native("integer.wrappingAdd") static func &+ (lhs: Self, rhs: Self) -> Self
            @native("integer.wrappingSubtract") static func &- (lhs: Self, rhs: Self) -> Self
            @native("integer.wrappingMultiply") static func &* (lhs: Self, rhs: Self) -> Self
            @native("integer.and") static func & (lhs: Self, rhs: Self) -> Self
            @native("integer.andAssign") static func &= (lhs: inout Self, rhs: Self)
            @native("integer.or") static func | (lhs: Self, rhs: Self) -> Self
            @native("integer.orAssign") static func |= (lhs: inout Self, rhs: Self)
            @native("integer.xor") static func ^ (lhs: Self, rhs: Self) -> Self
            @native("integer.xorAssign") static func ^= (lhs: inout Self, rhs: Self)
            @native("integer.not") static prefix func ~ (x: Self) -> Self
            @native("integer.shiftLeft") static func _shiftLeft(_ value: Self, _ count: Int) -> Self
            @native("integer.shiftRight") static func _shiftRight(_ value: Self, _ count: Int) -> Self
            static func << <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self {
                _shiftLeft(lhs, Int(clamping: rhs))
            }
            static func >> <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self {
                _shiftRight(lhs, Int(clamping: rhs))
            }
            static func <<= <RHS: BinaryInteger>(lhs: inout Self, rhs: RHS) { lhs = lhs << rhs }
            static func >>= <RHS: BinaryInteger>(lhs: inout Self, rhs: RHS) { lhs = lhs >> rhs }
            static func &<< (lhs: Self, rhs: Self) -> Self {
                _shiftLeft(lhs, Int(truncatingIfNeeded: rhs) & (bitWidth - 1))
            }
            static func &>> (lhs: Self, rhs: Self) -> Self {
                _shiftRight(lhs, Int(truncatingIfNeeded: rhs) & (bitWidth - 1))
            }
            static func &+= (lhs: inout Self, rhs: Self) { lhs = lhs &+ rhs }
            static func &-= (lhs: inout Self, rhs: Self) { lhs = lhs &- rhs }
            static func &*= (lhs: inout Self, rhs: Self) { lhs = lhs &* rhs }

            @native("integer.addOverflows") static func _addOverflows(_ lhs: Self, _ rhs: Self) -> Bool
            @native("integer.subtractOverflows") static func _subtractOverflows(_ lhs: Self, _ rhs: Self) -> Bool
            @native("integer.multiplyOverflows") static func _multiplyOverflows(_ lhs: Self, _ rhs: Self) -> Bool
            func addingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool) {
                (self &+ rhs, Self._addOverflows(self, rhs))
            }
            func subtractingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool) {
                (self &- rhs, Self._subtractOverflows(self, rhs))
            }
            func multipliedReportingOverflow(by rhs: Self) -> (partialValue: Self, overflow: Bool) {
                (self &* rhs, Self._multiplyOverflows(self, rhs))
            }

            @native("integer.multiplyHigh") static func _multiplyHigh(_ lhs: Self, _ rhs: Self) -> Self
            func multipliedFullWidth(by other: Self) -> (high: Self, low: Magnitude) {
                (Self._multiplyHigh(self, other), Magnitude(truncatingIfNeeded: self &* other))
            }

            static func random(in range: Range<Self>) -> Self {
                var generator = SystemRandomNumberGenerator()
                return random(in: range, using: &generator)
            }
            static func random(in range: ClosedRange<Self>) -> Self {
                var generator = SystemRandomNumberGenerator()
                return random(in: range, using: &generator)
            }
            static func random<T: RandomNumberGenerator>(in range: Range<Self>, using generator: inout T) -> Self {
                _precondition(!range.isEmpty, "Can't get random value with an empty range")
                let width = Magnitude(truncatingIfNeeded: range.upperBound &- range.lowerBound)
                return range.lowerBound &+ Self(truncatingIfNeeded: generator.next(upperBound: width))
            }
            static func random<T: RandomNumberGenerator>(
                in range: ClosedRange<Self>, using generator: inout T
            ) -> Self {
                let width = Magnitude(truncatingIfNeeded: range.upperBound &- range.lowerBound)
                if width == Magnitude.max { return Self(truncatingIfNeeded: generator.next()) }
                return range.lowerBound &+ Self(truncatingIfNeeded: generator.next(upperBound: width + 1))
            }
        }
        extension FixedWidthInteger where Self: SignedInteger {
            init(bitPattern: Magnitude) { self.init(truncatingIfNeeded: bitPattern) }
            @native("integer.negate") static prefix func - (operand: Self) -> Self
        }

        @native("int") struct Int: FixedWidthInteger, SignedInteger {
            typealias IntegerLiteralType = Int
            typealias Magnitude = UInt
            typealias Stride = Int
            @native("int.magnitude") var magnitude: UInt { get }
            @native("int.fromDouble") init(_ source: Double)
            func distance(to other: Int) -> Int { other - self }
            func advanced(by n: Int) -> Int { self + n }
            func isMultiple(of other: Int) -> Bool {
                other == 0 ? self == 0 : other == -1 || self % other == 0
            }
            func hash(into hasher: inout Hasher) { hasher._combine(self) }
            @native("int.equal") static func == (lhs: Int, rhs: Int) -> Bool
            @native("int.notEqual") static func != (lhs: Int, rhs: Int) -> Bool
            @native("int.less") static func < (lhs: Int, rhs: Int) -> Bool
            @native("int.lessOrEqual") static func <= (lhs: Int, rhs: Int) -> Bool
            @native("int.greater") static func > (lhs: Int, rhs: Int) -> Bool
            @native("int.greaterOrEqual") static func >= (lhs: Int, rhs: Int) -> Bool
            @native("int.add") static func + (lhs: Int, rhs: Int) -> Int
            @native("int.addAssign") static func += (lhs: inout Int, rhs: Int)
            @native("int.subtract") static func - (lhs: Int, rhs: Int) -> Int
            @native("int.subtractAssign") static func -= (lhs: inout Int, rhs: Int)
            @native("int.multiply") static func * (lhs: Int, rhs: Int) -> Int
            @native("int.multiplyAssign") static func *= (lhs: inout Int, rhs: Int)
            @native("int.divide") static func / (lhs: Int, rhs: Int) -> Int
            @native("int.divideAssign") static func /= (lhs: inout Int, rhs: Int)
            @native("int.remainder") static func % (lhs: Int, rhs: Int) -> Int
            @native("int.remainderAssign") static func %= (lhs: inout Int, rhs: Int)
            @native("int.wrappingAdd") static func &+ (lhs: Int, rhs: Int) -> Int
            @native("int.wrappingSubtract") static func &- (lhs: Int, rhs: Int) -> Int
            @native("int.wrappingMultiply") static func &* (lhs: Int, rhs: Int) -> Int
            @native("int.and") static func & (lhs: Int, rhs: Int) -> Int
            @native("int.andAssign") static func &= (lhs: inout Int, rhs: Int)
            @native("int.or") static func | (lhs: Int, rhs: Int) -> Int
            @native("int.orAssign") static func |= (lhs: inout Int, rhs: Int)
            @native("int.xor") static func ^ (lhs: Int, rhs: Int) -> Int
            @native("int.xorAssign") static func ^= (lhs: inout Int, rhs: Int)
            @native("int.not") static prefix func ~ (x: Int) -> Int
            @native("int.negate") static prefix func - (x: Int) -> Int
            @native("int.shiftLeft") static func << (lhs: Int, rhs: Int) -> Int
            @native("int.shiftRight") static func >> (lhs: Int, rhs: Int) -> Int
        }

        @native("int8") struct Int8: FixedWidthInteger, SignedInteger {
            typealias IntegerLiteralType = Int
            typealias Stride = Int
            var magnitude: UInt8 { UInt8(truncatingIfNeeded: self < 0 ? 0 &- self : self) }
        }
        @native("int16") struct Int16: FixedWidthInteger, SignedInteger {
            typealias IntegerLiteralType = Int
            typealias Stride = Int
            var magnitude: UInt16 { UInt16(truncatingIfNeeded: self < 0 ? 0 &- self : self) }
        }
        @native("int32") struct Int32: FixedWidthInteger, SignedInteger {
            typealias IntegerLiteralType = Int
            typealias Stride = Int
            var magnitude: UInt32 { UInt32(truncatingIfNeeded: self < 0 ? 0 &- self : self) }
        }
        @native("int64") struct Int64: FixedWidthInteger, SignedInteger {
            typealias IntegerLiteralType = Int
            typealias Stride = Int
            var magnitude: UInt64 { UInt64(truncatingIfNeeded: self < 0 ? 0 &- self : self) }
        }
        @native("uint") struct UInt: FixedWidthInteger, UnsignedInteger {
            typealias IntegerLiteralType = Int
            typealias Stride = Int
            typealias Magnitude = UInt
            init(bitPattern: Int) { self.init(truncatingIfNeeded: bitPattern) }
        }
        @native("uint8") struct UInt8: FixedWidthInteger, UnsignedInteger {
            typealias IntegerLiteralType = Int
            typealias Stride = Int
            typealias Magnitude = UInt8
            init(bitPattern: Int8) { self.init(truncatingIfNeeded: bitPattern) }
        }
        @native("uint16") struct UInt16: FixedWidthInteger, UnsignedInteger {
            typealias IntegerLiteralType = Int
            typealias Stride = Int
            typealias Magnitude = UInt16
            init(bitPattern: Int16) { self.init(truncatingIfNeeded: bitPattern) }
        }
        @native("uint32") struct UInt32: FixedWidthInteger, UnsignedInteger {
            typealias IntegerLiteralType = Int
            typealias Stride = Int
            typealias Magnitude = UInt32
            init(bitPattern: Int32) { self.init(truncatingIfNeeded: bitPattern) }
        }
        @native("uint64") struct UInt64: FixedWidthInteger, UnsignedInteger {
            typealias IntegerLiteralType = Int
            typealias Stride = Int
            typealias Magnitude = UInt64
            init(bitPattern: Int64) { self.init(truncatingIfNeeded: bitPattern) }
        }
        """#
}
