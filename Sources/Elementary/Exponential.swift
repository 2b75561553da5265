// e^x = 2^k · e^r with k the nearest integer to x / ln 2, so |r| ≤ 0.35, and Taylor's series for e^r. The first
// two terms are summed without error, so that only the small rest carries rounding errors.

extension Elementary {
    @inlinable @inline(__always) static var log2OfE: Double { 0x1.71547652b82fep0 }
    /// The leading 33 bits of ln 2: k times it is exact.
    @inlinable @inline(__always) static var ln2High: Double { 0x1.62e42feep-1 }
    @inlinable @inline(__always) static var ln2Low: Double { 0x1.a39ef35793c76p-33 }

    /// e^r − 1 − r for |r| ≤ 0.35.
    @inlinable @inline(__always)
    static func exponentialTail(_ r: Double) -> Double {
        let r2 = r * r
        var q = 1.0 / 6_227_020_800
        q = q * r + 1.0 / 479_001_600
        q = q * r + 1.0 / 39_916_800
        q = q * r + 1.0 / 3_628_800
        q = q * r + 1.0 / 362_880
        q = q * r + 1.0 / 40320
        q = q * r + 1.0 / 5040
        q = q * r + 1.0 / 720
        q = q * r + 1.0 / 120
        q = q * r + 1.0 / 24
        q = q * r + 1.0 / 6
        return 0.5 * r2 + r2 * r * q
    }

    /// e to the power `x`.
    @inlinable
    public static func exp(_ x: Double) -> Double {
        guard x.magnitude < 708 else { return exponentialOfLarge(x) }
        let k = nearest(x * log2OfE)
        let high = x - k * ln2High
        let low = k * ln2Low
        let r = high - low
        let s = 1 + r
        let rest = ((1 - s) + r) + (((high - r) - low) + exponentialTail(r))
        return (s + rest) * powerOfTwo(Int64(k))
    }

    @usableFromInline
    static func exponentialOfLarge(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x > 709.782712893384 { return .infinity }
        if x < -745.1332191019412 { return 0 }
        return exponential(DoubleDouble(x), shift: 0)
    }

    /// e^x · 2^shift, for a result that neither overflows nor is far below the smallest double.
    @usableFromInline
    static func exponential(_ x: DoubleDouble, shift: Int64) -> Double {
        let k = nearest(x.hi * log2OfE)
        let high = x.hi - k * ln2High
        let low = k * ln2Low - x.lo
        let r = high - low
        let s = 1 + r
        let rest = ((1 - s) + r) + (((high - r) - low) + exponentialTail(r))
        return scaled(s + rest, by: Int64(k) + shift)
    }

    /// e^x − 1 to about 60 bits, for |x| < 45.
    @inlinable @inline(__always)
    static func exponentialMinusOne(_ x: Double) -> DoubleDouble {
        let k = nearest(x * log2OfE)
        let high = x - k * ln2High
        let low = k * ln2Low
        let r = high - low
        let e = DoubleDouble.quickSum(r, ((high - r) - low) + exponentialTail(r))
        if k == 0 { return e }
        let scale = powerOfTwo(Int64(k))
        let s = DoubleDouble.sum(scale - 1, scale * e.hi)
        return DoubleDouble.quickSum(s.hi, s.lo + scale * e.lo)
    }

    /// e^x − 1 without cancellation near 0.
    @inlinable
    public static func expm1(_ x: Double) -> Double {
        if x.magnitude < 40 {
            return x.magnitude < 0x1p-54 ? x : exponentialMinusOne(x).hi
        }
        return x < 0 ? -1 : exp(x)
    }

    /// 2 to the power `x`.
    public static func exp2(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x >= 1024 { return .infinity }
        if x < -1076 { return 0 }
        let k = nearest(x)
        let r = DoubleDouble(x - k) * DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)
        let s = 1 + r.hi
        let rest = ((1 - s) + r.hi) + (r.lo + exponentialTail(r.hi))
        return scaled(s + rest, by: Int64(k))
    }

    /// 10 to the power `x`.
    public static func exp10(_ x: Double) -> Double { pow(10, x) }
}
