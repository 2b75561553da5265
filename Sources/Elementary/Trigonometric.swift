// An angle is reduced to r + c in [−π/4, π/4] and a quadrant; then Taylor's series. Up to 10^5 the reduction
// subtracts k·π/2 in three parts (Cody and Waite); beyond, and where that cancels, the product with the bits of
// 2/π that matter is formed in integers (Payne and Hanek).

extension Elementary {
    /// r + c = x − quadrant · π/2.
    @usableFromInline
    struct ReducedAngle {
        @usableFromInline var r: Double
        @usableFromInline var c: Double
        @usableFromInline var quadrant: Int64

        @inlinable
        init(r: Double, c: Double, quadrant: Int64) {
            self.r = r
            self.c = c
            self.quadrant = quadrant
        }
    }

    @inlinable
    static func reduced(_ x: Double) -> ReducedAngle {
        guard x.magnitude < 1e5 else { return reducedByIntegers(x) }
        if x.magnitude < 0.785 { return ReducedAngle(r: x, c: 0, quadrant: 0) }
        let k = nearest(x * 0x1.45f306dc9c883p-1)
        let a = x - k * 0x1.921fb544p0
        let b = k * 0x1.0b4611a6p-34
        let w = a - b
        guard w.magnitude > 0x1p-10 else { return reducedByIntegers(x) }
        let rest = ((a - w) - b) - k * 0x1.3198a2e037073p-69
        let r = w + rest
        return ReducedAngle(r: r, c: (w - r) + rest, quadrant: Int64(k))
    }

    @inlinable @inline(__always)
    static func sineSeries(_ angle: ReducedAngle) -> DoubleDouble {
        let r = angle.r
        let z = r * r
        var q = 1.0 / 355_687_428_096_000
        q = q * z - 1.0 / 1_307_674_368_000
        q = q * z + 1.0 / 6_227_020_800
        q = q * z - 1.0 / 39_916_800
        q = q * z + 1.0 / 362_880
        q = q * z - 1.0 / 5040
        q = q * z + 1.0 / 120
        q = q * z - 1.0 / 6
        return DoubleDouble.quickSum(r, angle.c * (1 - 0.5 * z) + r * (z * q))
    }

    @inlinable @inline(__always)
    static func cosineSeries(_ angle: ReducedAngle) -> DoubleDouble {
        let z = angle.r * angle.r
        var q = -1.0 / 6_402_373_705_728_000
        q = q * z + 1.0 / 20_922_789_888_000
        q = q * z - 1.0 / 87_178_291_200
        q = q * z + 1.0 / 479_001_600
        q = q * z - 1.0 / 3_628_800
        q = q * z + 1.0 / 40320
        q = q * z - 1.0 / 720
        q = q * z + 1.0 / 24
        let half = 0.5 * z
        let w = 1 - half
        return DoubleDouble.quickSum(w, ((1 - w) - half) + (z * z * q - angle.r * angle.c))
    }

    /// The sine of an angle in radians; NaN of an infinity.
    @inlinable
    public static func sin(_ x: Double) -> Double {
        if x.magnitude < 0x1p-28 { return x }
        let angle = reduced(x)
        let value = angle.quadrant & 1 == 0 ? sineSeries(angle).hi : cosineSeries(angle).hi
        return angle.quadrant & 2 == 0 ? value : -value
    }

    /// The cosine of an angle in radians; NaN of an infinity.
    @inlinable
    public static func cos(_ x: Double) -> Double {
        let angle = reduced(x)
        let value = angle.quadrant & 1 == 0 ? cosineSeries(angle).hi : sineSeries(angle).hi
        return (angle.quadrant &+ 1) & 2 == 0 ? value : -value
    }

    /// The tangent of an angle in radians; NaN of an infinity.
    public static func tan(_ x: Double) -> Double {
        if x.magnitude < 0x1p-28 { return x }
        let angle = reduced(x)
        let sine = sineSeries(angle)
        let cosine = cosineSeries(angle)
        return angle.quadrant & 1 == 0 ? (sine / cosine).hi : -(cosine / sine).hi
    }
}

// MARK: - Large angles

extension Elementary {
    /// The reduction for any finite angle of at least 2^-10.
    @usableFromInline
    static func reducedByIntegers(_ x: Double) -> ReducedAngle {
        guard x.isFinite else { return ReducedAngle(r: .nan, c: .nan, quadrant: 0) }
        let bits = x.magnitude.bitPattern
        let mantissa = bits & 0xf_ffff_ffff_ffff | 0x10_0000_0000_0000
        let exponent = Int(bits >> 52) - 1075
        // x = mantissa · 2^exponent. Limbs of 2/π before `first` contribute multiples of four quadrants.
        let first = exponent > 2 ? (exponent - 2) / 32 : 0
        let product = quadrants(mantissa, first: first)
        // The product's last bit weighs 2^-fraction quadrants.
        let fraction = 32 * (first + 8) - exponent
        var quadrant = Int64(bit(product, fraction)) | Int64(bit(product, fraction + 1)) << 1
        let isUpper = bit(product, fraction - 1) == 1
        if isUpper { quadrant += 1 }
        var sum = DoubleDouble(0)
        for i in stride(from: 9, through: 0, by: -1) where 32 * i < fraction {
            let kept = fraction - 32 * i
            var limb = isUpper ? ~product[i] : product[i]
            if kept < 32 { limb &= (1 << UInt32(kept)) - 1 }
            let weight = scaled(Double(limb), by: Int64(32 * i - fraction))
            sum = DoubleDouble.sum(sum.hi, weight) + DoubleDouble(sum.lo)
        }
        if isUpper { sum = -sum }
        let r = sum * DoubleDouble(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54)
        if x < 0 { return ReducedAngle(r: -r.hi, c: -r.lo, quadrant: -quadrant) }
        return ReducedAngle(r: r.hi, c: r.lo, quadrant: quadrant)
    }

    private static func bit(_ limbs: [UInt32], _ index: Int) -> UInt32 {
        index / 32 < limbs.count ? limbs[index / 32] >> UInt32(index % 32) & 1 : 0
    }

    /// The mantissa times eight limbs of 2/π, ten limbs, the least first.
    private static func quadrants(_ mantissa: UInt64, first: Int) -> [UInt32] {
        var product = [UInt32](repeating: 0, count: 10)
        let low = mantissa & 0xffff_ffff
        let high = mantissa >> 32
        var carry: UInt64 = 0
        for i in 0..<9 {
            // The two partial products of a column, added in halves so that nothing overflows.
            let a = i < 8 ? low * UInt64(twoOverPi[first + 7 - i]) : 0
            let b = i > 0 ? high * UInt64(twoOverPi[first + 8 - i]) : 0
            let column = (a & 0xffff_ffff) + (b & 0xffff_ffff) + (carry & 0xffff_ffff)
            product[i] = UInt32(truncatingIfNeeded: column)
            carry = (a >> 32) + (b >> 32) + (carry >> 32) + (column >> 32)
        }
        product[9] = UInt32(truncatingIfNeeded: carry)
        return product
    }

    /// 2/π in limbs of 32 bits, the leading one first.
    private static let twoOverPi: [UInt32] = [
        0xa2f9_836e, 0x4e44_1529, 0xfc27_57d1, 0xf534_ddc0, 0xdb62_9599, 0x3c43_9041, 0xfe51_63ab,
        0xdebb_c561, 0xb724_6e3a, 0x424d_d2e0, 0x0649_2eea, 0x09d1_921c, 0xfe1d_eb1c, 0xb129_a73e,
        0xe882_35f5, 0x2ebb_4484, 0xe99c_7026, 0xb45f_7e41, 0x3991_d639, 0x8353_39f4, 0x9c84_5f8b,
        0xbdf9_283b, 0x1ff8_97ff, 0xde05_980f, 0xef2f_118b, 0x5a0a_6d1f, 0x6d36_7ecf, 0x27cb_09b7,
        0x4f46_3f66, 0x9e5f_ea2d, 0x7527_bac7, 0xebe5_f17b, 0x3d07_39f7, 0x8a52_92ea, 0x6bfb_5fb1,
        0x1f8d_5d08, 0x5603_3046, 0xfc7b_6bab, 0xf0cf_bc20, 0x9af4_361d, 0xa9e3_9161, 0x5ee6_1b08,
    ]
}
