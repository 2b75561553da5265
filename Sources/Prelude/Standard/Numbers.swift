extension StandardLibrary {
    static let numbers = #"""
        protocol AdditiveArithmetic: Equatable {
            static var zero: Self { get }
            static func + (lhs: Self, rhs: Self) -> Self
            static func += (lhs: inout Self, rhs: Self)
            static func - (lhs: Self, rhs: Self) -> Self
            static func -= (lhs: inout Self, rhs: Self)
        }
        extension AdditiveArithmetic {
            static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }
            static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }
            static prefix func + (x: Self) -> Self { x }
        }
        extension AdditiveArithmetic where Self: ExpressibleByIntegerLiteral {
            static var zero: Self { 0 }
        }

        protocol Numeric: AdditiveArithmetic, ExpressibleByIntegerLiteral {
            associatedtype Magnitude: Comparable, Numeric
            init?<T: BinaryInteger>(exactly source: T)
            var magnitude: Magnitude { get }
            static func * (lhs: Self, rhs: Self) -> Self
            static func *= (lhs: inout Self, rhs: Self)
        }

        protocol SignedNumeric: Numeric {
            static prefix func - (operand: Self) -> Self
            mutating func negate()
        }
        extension SignedNumeric {
            static prefix func - (operand: Self) -> Self {
                var result = operand
                result.negate()
                return result
            }
            mutating func negate() { self = 0 - self }
        }

        protocol Strideable: Comparable {
            associatedtype Stride: SignedNumeric, Comparable
            func distance(to other: Self) -> Stride
            func advanced(by n: Stride) -> Self
            /// What a stride reaches after `step` strides from `start`, one stride after `current`; nil on overflow.
            static func _step(_ current: Self, _ start: Self, _ stride: Stride, _ step: Int) -> Self?
        }
        extension Strideable {
            static func < (lhs: Self, rhs: Self) -> Bool { lhs.distance(to: rhs) > 0 }
            static func == (lhs: Self, rhs: Self) -> Bool { lhs.distance(to: rhs) == 0 }
        }

        @native("number.absolute")
        func abs<T: SignedNumeric & Comparable>(_ x: T) -> T {
            if let magnitude = x.magnitude as? T { return magnitude }
            return x < 0 ? -x : x
        }
        @native("number.minimum")
        func min<T: Comparable>(_ x: T, _ y: T) -> T { y < x ? y : x }
        func min<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
            var result = min(min(x, y), z)
            for value in rest where value < result { result = value }
            return result
        }
        // Inside a collection its own `min` and `max` hide these.
        func _lesser(_ x: Int, _ y: Int) -> Int { y < x ? y : x }
        func _greater(_ x: Int, _ y: Int) -> Int { y >= x ? y : x }
        @native("number.maximum")
        func max<T: Comparable>(_ x: T, _ y: T) -> T { y >= x ? y : x }
        func max<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
            var result = max(max(x, y), z)
            for value in rest where value >= result { result = value }
            return result
        }
        """#
}
