// atan y = atan c + atan t with c the nearest eighth to y and t = (y − c)/(1 + c·y), so |t| ≤ 1/16. The other
// inverses are arcs of a point on the circle, computed to two doubles.

extension Elementary {
    private static var halfPi: DoubleDouble { DoubleDouble(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54) }

    /// The arc whose tangent is `y`, for 2^-30 < y ≤ 1.
    private static func arc(_ y: DoubleDouble) -> DoubleDouble {
        let k = nearest(8 * y.hi)
        let c = k / 8
        let difference = DoubleDouble.sum(y.hi - c, y.lo)
        let t = difference / (DoubleDouble(1) + DoubleDouble(c) * y)
        let z = t.hi * t.hi
        var q = -1.0 / 15
        q = q * z + 1.0 / 13
        q = q * z - 1.0 / 11
        q = q * z + 1.0 / 9
        q = q * z - 1.0 / 7
        q = q * z + 1.0 / 5
        q = q * z - 1.0 / 3
        let rest = DoubleDouble.quickSum(t.hi, t.lo + t.hi * (z * q))
        return k == 0 ? rest : arcsOfEighths[Int(k)] + rest
    }

    /// The arc of the point (x, y) with x, y ≥ 0, not both 0.
    private static func arc(y: DoubleDouble, x: DoubleDouble) -> DoubleDouble {
        if y.hi <= x.hi {
            let ratio = y / x
            return ratio.hi > 0x1p-30 ? arc(ratio) : ratio
        }
        let ratio = x / y
        return halfPi - (ratio.hi > 0x1p-30 ? arc(ratio) : ratio)
    }

    /// The arc tangent, in (−π/2, π/2).
    public static func atan(_ x: Double) -> Double {
        let size = x.magnitude
        if x.isNaN || size < 0x1p-28 { return x }
        let value = size > 0x1p60 ? halfPi.hi : arc(y: DoubleDouble(size), x: DoubleDouble(1)).hi
        return x < 0 ? -value : value
    }

    /// The angle of the point (x, y), in [−π, π], with C's special cases.
    public static func atan2(_ y: Double, _ x: Double) -> Double {
        if x.isNaN || y.isNaN { return .nan }
        let value = angle(y.magnitude, x)
        return y.sign == .minus ? -value : value
    }

    /// The angle of the point (x, y) for y ≥ 0.
    private static func angle(_ y: Double, _ x: Double) -> Double {
        let isLeft = x.sign == .minus
        let width = x.magnitude
        if y == 0 { return isLeft ? pi : 0 }
        if y.isInfinite { return width.isInfinite ? (isLeft ? 3 : 1) * 0x1.921fb54442d18p-1 : halfPi.hi }
        if width.isInfinite { return isLeft ? pi : 0 }
        let ratio = y / width
        if ratio > 0x1p60 { return halfPi.hi }
        if ratio < 0x1p-60 { return isLeft ? pi : ratio }
        // Scaled so that neither the splitting overflows nor a remainder is lost.
        let scale = y > 0x1p800 ? 0x1p-200 : (y < 0x1p-800 ? 0x1p200 : 1)
        let a = arc(y: DoubleDouble(y * scale), x: DoubleDouble(width * scale))
        return isLeft ? (DoubleDouble(2 * halfPi.hi, 2 * halfPi.lo) - a).hi : a.hi
    }

    /// √(1 − x²) for |x| ≤ 1.
    private static func leg(_ x: Double) -> DoubleDouble {
        let square = DoubleDouble.sum(1, -x) * DoubleDouble.sum(1, x)
        return square.hi == 0 ? square : square.squareRoot()
    }

    /// The arc sine, in [−π/2, π/2]; NaN outside [−1, 1].
    public static func asin(_ x: Double) -> Double {
        let size = x.magnitude
        guard size <= 1 else { return .nan }
        if size < 0x1p-28 { return x }
        let value = arc(y: DoubleDouble(size), x: leg(size)).hi
        return x < 0 ? -value : value
    }

    /// The arc cosine, in [0, π]; NaN outside [−1, 1].
    public static func acos(_ x: Double) -> Double {
        let size = x.magnitude
        guard size <= 1 else { return .nan }
        if size == 1 { return x < 0 ? pi : 0 }
        if size < 0x1p-60 { return halfPi.hi }
        let a = arc(y: leg(size), x: DoubleDouble(size))
        return x < 0 ? (DoubleDouble(2 * halfPi.hi, 2 * halfPi.lo) - a).hi : a.hi
    }

    /// The arcs whose tangents are 0/8, 1/8, … 8/8.
    private static let arcsOfEighths: [DoubleDouble] = [
        DoubleDouble(0, 0),
        DoubleDouble(0x1.fd5ba9aac2f6ep-4, -0x1.cd37686760c17p-59),
        DoubleDouble(0x1.f5b75f92c80ddp-3, 0x1.8ab6e3cf7afbdp-57),
        DoubleDouble(0x1.6f61941e4def1p-2, -0x1.c63aae6f6e918p-56),
        DoubleDouble(0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56),
        DoubleDouble(0x1.1e00babdefeb4p-1, -0x1.928df287a668fp-58),
        DoubleDouble(0x1.4978fa3269ee1p-1, 0x1.2419a87f2a458p-56),
        DoubleDouble(0x1.700a7c5784634p-1, -0x1.8c34d25aadef6p-56),
        DoubleDouble(0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55),
    ]
}
