// ln x = k·ln 2 + ln m with √½ ≤ m < √2, and ln m = 2·artanh(s) = 2(s + s³/3 + s⁵/5 + …), s = (m − 1)/(m + 1).

extension Elementary {
    /// The natural logarithm; −∞ of 0, NaN below.
    @inlinable
    public static func log(_ x: Double) -> Double {
        guard x >= 0x1p-1022, x < .infinity else { return logarithmOfSpecial(x) }
        var k = Int64(x.bitPattern &>> 52) - 1023
        var m = Double(bitPattern: x.bitPattern & 0xf_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
        if m > 1.4142135623730951 {
            m *= 0.5
            k += 1
        }
        let f = m - 1
        let s = f / (2 + f)
        let z = s * s
        var q = 2.0 / 25
        q = q * z + 2.0 / 23
        q = q * z + 2.0 / 21
        q = q * z + 2.0 / 19
        q = q * z + 2.0 / 17
        q = q * z + 2.0 / 15
        q = q * z + 2.0 / 13
        q = q * z + 2.0 / 11
        q = q * z + 2.0 / 9
        q = q * z + 2.0 / 7
        q = q * z + 2.0 / 5
        q = q * z + 2.0 / 3
        // 2s = f − s·f = f − (f²/2 − s·f²/2), which leaves the leading term without error.
        let half = 0.5 * f * f
        let e = Double(k)
        return e * ln2High - ((half - (s * (half + q * z) + e * ln2Low)) - f)
    }

    @usableFromInline
    static func logarithmOfSpecial(_ x: Double) -> Double {
        if x.isNaN || x == .infinity { return x }
        if x == 0 { return -.infinity }
        if x < 0 { return .nan }
        return logarithm(DoubleDouble(x)).hi
    }

    /// The natural logarithm of a number above zero to about 68 bits.
    static func logarithm(_ x: DoubleDouble) -> DoubleDouble {
        let (k, m) = reducedLogarithm(x)
        guard k != 0 else { return m }
        let e = Double(k)
        let p = DoubleDouble.sum(e * ln2High, e * ln2Low)
        return p + m
    }

    /// k and ln m with x = 2^k · m, √½ ≤ m < √2.
    private static func reducedLogarithm(_ x: DoubleDouble) -> (Int64, DoubleDouble) {
        var high = x.hi
        var low = x.lo
        var k: Int64 = 0
        if high < 0x1p-1022 {
            high *= 0x1p54
            low *= 0x1p54
            k = -54
        }
        var e = Int64(high.bitPattern >> 52) - 1023
        var m = Double(bitPattern: high.bitPattern & 0xf_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
        if m > 1.4142135623730951 {
            m *= 0.5
            e += 1
        }
        k += e
        low = low == 0 ? 0 : scaled(low, by: -e)
        let f = DoubleDouble.sum(m - 1, low)
        let s = f / (DoubleDouble.sum(2, f.hi) + DoubleDouble(f.lo))
        let z = s * s
        var q = 1.0 / 33
        var d = 31.0
        while d >= 7 {
            q = q * z.hi + 1 / d
            d -= 2
        }
        let fifth = DoubleDouble(0x1.999999999999ap-3, -0x1.999999999999ap-57)
        let third = DoubleDouble(0x1.5555555555555p-2, 0x1.5555555555555p-56)
        let tail = z * (third + z * (fifth + z * DoubleDouble(q)))
        let sum = s + s * tail
        return (k, DoubleDouble(2 * sum.hi, 2 * sum.lo))
    }

    /// ln(1 + x) without cancellation near 0; −∞ at −1, NaN below.
    public static func log1p(_ x: Double) -> Double {
        if x.isNaN || x == .infinity || x.magnitude < 0x1p-54 { return x }
        if x <= -1 { return x == -1 ? -.infinity : .nan }
        return x > 0x1p60 ? log(x) : logarithm(DoubleDouble.sum(1, x)).hi
    }

    /// The logarithm to base 2: exact for powers of 2.
    public static func log2(_ x: Double) -> Double {
        guard x > 0, x < .infinity else { return logarithmOfSpecial(x) }
        let (k, m) = reducedLogarithm(DoubleDouble(x))
        let scaled = m * DoubleDouble(0x1.71547652b82fep0, 0x1.777d0ffda0d24p-56)
        return (DoubleDouble(Double(k)) + scaled).hi
    }

    /// The logarithm to base 10: exact for powers of 10.
    public static func log10(_ x: Double) -> Double {
        guard x > 0, x < .infinity else { return logarithmOfSpecial(x) }
        return (logarithm(DoubleDouble(x)) * DoubleDouble(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57)).hi
    }
}
