extension Elementary {
    /// The hyperbolic tangent, e/(e + 2) with e = e^(2x) − 1.
    @inlinable
    public static func tanh(_ x: Double) -> Double {
        let size = x.magnitude
        if size < 0x1p-28 { return x }
        guard size < 22 else { return x.isNaN ? x : (x < 0 ? -1 : 1) }
        let e = exponentialMinusOne(2 * size)
        let t = e / (DoubleDouble.sum(2, e.hi) + DoubleDouble(e.lo))
        return x < 0 ? -t.hi : t.hi
    }

    /// The hyperbolic sine.
    public static func sinh(_ x: Double) -> Double {
        let size = x.magnitude
        if x.isNaN || size < 0x1p-28 { return x }
        var value: Double
        if size < 22 {
            let e = exponentialMinusOne(size)
            let sum = e + e / (DoubleDouble.sum(1, e.hi) + DoubleDouble(e.lo))
            value = 0.5 * sum.hi
        } else {
            value = size > 710.4758600739439 ? .infinity : exponential(DoubleDouble(size), shift: -1)
        }
        return x < 0 ? -value : value
    }

    /// The hyperbolic cosine.
    public static func cosh(_ x: Double) -> Double {
        let size = x.magnitude
        if x.isNaN { return x }
        if size >= 22 {
            return size > 710.4758600739439 ? .infinity : exponential(DoubleDouble(size), shift: -1)
        }
        let e = exponentialMinusOne(size)
        let power = DoubleDouble.sum(1, e.hi) + DoubleDouble(e.lo)
        return 0.5 * (power + DoubleDouble(1) / power).hi
    }

    /// The inverse hyperbolic sine, ln(x + √(x² + 1)).
    public static func asinh(_ x: Double) -> Double {
        let size = x.magnitude
        if x.isNaN || x.isInfinite || size < 0x1p-28 { return x }
        var value: Double
        if size > 0x1p28 {
            value = (logarithm(DoubleDouble(size)) + DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)).hi
        } else {
            // ln(1 + x + x²/(1 + √(x² + 1))): no cancellation near 0.
            let square = DoubleDouble.product(size, size)
            let root = (DoubleDouble(1) + square).squareRoot()
            value = logarithmOfOnePlus(DoubleDouble(size) + square / (DoubleDouble(1) + root))
        }
        if x < 0 { value = -value }
        return value
    }

    /// The inverse hyperbolic cosine; NaN below 1.
    public static func acosh(_ x: Double) -> Double {
        if x.isNaN || x == .infinity { return x }
        if x < 1 { return .nan }
        if x > 0x1p28 {
            return (logarithm(DoubleDouble(x)) + DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)).hi
        }
        let t = x - 1
        if t == 0 { return 0 }
        // t + √(2t + t²)
        let square = DoubleDouble(2 * t) + DoubleDouble.product(t, t)
        return logarithmOfOnePlus(DoubleDouble(t) + square.squareRoot())
    }

    /// The inverse hyperbolic tangent, ½ ln(1 + 2x/(1 − x)); infinite at ±1, NaN outside.
    public static func atanh(_ x: Double) -> Double {
        let size = x.magnitude
        if x.isNaN || size < 0x1p-28 { return x }
        if size >= 1 { return size > 1 ? .nan : (x < 0 ? -.infinity : .infinity) }
        let ratio = DoubleDouble(2 * size) / DoubleDouble.sum(1, -size)
        let value = 0.5 * logarithmOfOnePlus(ratio)
        return x < 0 ? -value : value
    }

    /// ln(1 + x) for x > 0 of two doubles, by the series of artanh where 1 + x would lose digits.
    private static func logarithmOfOnePlus(_ x: DoubleDouble) -> Double {
        guard x.hi < 0x1p-5 else { return logarithm(DoubleDouble(1) + x).hi }
        let s = x / (DoubleDouble(2) + x)
        let z = s.hi * s.hi
        var q = 1.0 / 15
        var d = 13.0
        while d >= 3 {
            q = q * z + 1 / d
            d -= 2
        }
        return 2 * (s.hi + (s.lo + s.hi * (z * q)))
    }
}
