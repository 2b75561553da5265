/// The functions of a pocket calculator, from addition, multiplication, division, square root and bit patterns
/// alone, so that every machine and every build computes the same bits.
///
/// A C library's `exp` differs from another's in the last digit on a few per cent of inputs; a lesson's numbers
/// would then depend on where it is read. Nothing here uses a fused multiply-add or a table made at run time.
///
/// Errors, as measured by the tests against correctly rounded values: at most 1 unit in the last place, 2 for
/// `tanh` and `pow` (which stay below 0.6 in practice). Special values follow IEEE 754 and C's Annex F.
public enum Elementary {
    /// The ratio of a circle's circumference to its diameter.
    public static var pi: Double { 0x1.921fb54442d18p1 }

    /// The nearest integer, ties to even, of a number whose magnitude is below 2^51.
    @inlinable @inline(__always)
    static func nearest(_ x: Double) -> Double { (x + 0x1.8p52) - 0x1.8p52 }

    /// 2^k for −1022 ≤ k ≤ 1023.
    @inlinable @inline(__always)
    static func powerOfTwo(_ k: Int64) -> Double {
        Double(bitPattern: UInt64(truncatingIfNeeded: k &+ 1023) &<< 52)
    }

    /// x·2^k with one rounding, for −2100 ≤ k ≤ 2098 and x of moderate size.
    @inlinable
    static func scaled(_ x: Double, by k: Int64) -> Double {
        if k > 1023 {
            return x * 0x1p1023 * powerOfTwo(Swift.min(k - 1023, 1023))
        }
        if k < -1021 {
            return x * powerOfTwo(Swift.max(k + 1020, -1022)) * 0x1p-1020
        }
        return x * powerOfTwo(k)
    }
}

// MARK: - Roots, rounding, remainders

extension Elementary {
    /// The square root, correctly rounded; NaN below zero.
    @inlinable public static func sqrt(_ x: Double) -> Double { x.squareRoot() }

    /// The largest integer not above `x`.
    @inlinable public static func floor(_ x: Double) -> Double { x.rounded(.down) }

    /// The smallest integer not below `x`.
    @inlinable public static func ceil(_ x: Double) -> Double { x.rounded(.up) }

    /// `x` without its fraction.
    @inlinable public static func trunc(_ x: Double) -> Double { x.rounded(.towardZero) }

    /// The nearest integer, halves away from zero.
    @inlinable
    public static func round(_ x: Double) -> Double {
        let whole = x.rounded(.towardZero)
        // The difference is exact: the two share their leading bits.
        guard (x - whole).magnitude >= 0.5 else { return whole }
        return x < 0 ? whole - 1 : whole + 1
    }

    /// The nearest integer, halves to even.
    @inlinable
    public static func rint(_ x: Double) -> Double {
        guard x.magnitude < 0x1p51 else { return x.rounded(.toNearestOrEven) }
        return Double(signOf: x, magnitudeOf: nearest(x))
    }

    /// The magnitude of `x`.
    @inlinable public static func abs(_ x: Double) -> Double { x.magnitude }

    /// The remainder of x / y with the sign of `x`, exact; NaN when `y` is 0 or `x` infinite.
    public static func fmod(_ x: Double, _ y: Double) -> Double {
        if x.isNaN || y.isNaN || x.isInfinite || y == 0 { return .nan }
        if y.isInfinite || x.magnitude < y.magnitude { return x }
        let divisor = y.magnitude
        var rest = x.magnitude
        // Long division in binary: subtract the largest y·2^k that fits, k falling. Each difference is exact.
        var k = Int64(rest.exponent) - Int64(divisor.exponent)
        while k >= 0 {
            let step = scaledStep(divisor, k)
            if step <= rest { rest -= step }
            if rest == 0 { break }
            k = Swift.min(k - 1, Int64(rest.exponent) - Int64(divisor.exponent))
        }
        return Double(signOf: x, magnitudeOf: rest)
    }

    /// y·2^k, which does not overflow since it is at most twice a finite number's leading power.
    private static func scaledStep(_ y: Double, _ k: Int64) -> Double {
        var step = y
        var rest = k
        while rest > 1000 {
            step *= 0x1p1000
            rest -= 1000
        }
        return step * powerOfTwo(rest)
    }

    /// x − n·y with n the integer nearest to x / y, ties to even, exact: IEEE 754's remainder.
    public static func remainder(_ x: Double, _ y: Double) -> Double {
        if x.isNaN || y.isNaN || x.isInfinite || y == 0 { return .nan }
        if y.isInfinite { return x }
        let size = y.magnitude
        let rest = size <= 0x1p1022 ? fmod(x.magnitude, 2 * size) : x.magnitude
        var result = rest
        // Compared as differences, which are exact, since half of the smallest numbers is not.
        if result > size - result {
            result -= size
            if result >= 0 && result >= size - result { result -= size }
        }
        return x.sign == .minus ? -result : result
    }
}
