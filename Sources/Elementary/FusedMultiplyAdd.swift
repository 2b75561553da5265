// Nothing in this module uses a fused multiply-add, but programs may ask for one: Swift's `addingProduct`, and with it
// the elements of a `stride` over Doubles. This one has the same bits on machines with and without the instruction.

extension Elementary {
    /// x·y + z with one rounding, ties to even.
    public static func fusedMultiplyAdd(_ x: Double, _ y: Double, _ z: Double) -> Double {
        // A finite product is nothing beside an infinite addend, even where it would overflow by itself.
        if z.isInfinite && x.isFinite && y.isFinite { return z }
        if x == 0 || y == 0 || !x.isFinite || !y.isFinite || !z.isFinite { return x * y + z }
        if z == 0 && isModerate(x) && isModerate(y) { return x * y }
        guard isModerate(x), isModerate(y), isModerate(z) else { return fusedByIntegers(x, y, z) }
        // Boldo and Melquiond (2008): all but the leading part is summed with rounding to odd.
        let product = DoubleDouble.product(x, y)
        let low = DoubleDouble.sum(z, product.lo)
        let high = DoubleDouble.sum(product.hi, low.hi)
        return high.hi + oddSum(high.lo, low.lo)
    }

    private static func isModerate(_ x: Double) -> Bool { x.magnitude > 0x1p-400 && x.magnitude < 0x1p400 }

    /// a + b, with an odd last bit where it is not exact.
    private static func oddSum(_ a: Double, _ b: Double) -> Double {
        let s = DoubleDouble.sum(a, b)
        guard s.lo != 0, s.hi.bitPattern & 1 == 0 else { return s.hi }
        return (s.lo > 0) == (s.hi > 0)
            ? Double(bitPattern: s.hi.bitPattern + 1) : Double(bitPattern: s.hi.bitPattern - 1)
    }

    /// The same for numbers near the ends of the range.
    private static func fusedByIntegers(_ x: Double, _ y: Double, _ z: Double) -> Double {
        let (mx, ex) = integerParts(x)
        let (my, ey) = integerParts(y)
        let (mz, ez) = integerParts(z)
        let isNegative = (x < 0) != (y < 0)
        var product = BigNatural(mx)
        product.multiply(by: my)
        var addend = BigNatural(mz)
        let exponent = min(ex + ey, ez)
        product.shiftLeft(ex + ey - exponent)
        addend.shiftLeft(ez - exponent)
        if mz == 0 || isNegative == (z < 0) {
            product.add(addend)
        } else if product < addend {
            addend.subtract(product)
            return (z < 0 ? -1 : 1) * nearest(addend, exponent)
        } else {
            product.subtract(addend)
            // An exact zero is positive.
            if product.isZero { return 0 }
        }
        return (isNegative ? -1 : 1) * nearest(product, exponent)
    }

    /// An integer and an exponent of 2 that make |x|.
    private static func integerParts(_ x: Double) -> (UInt64, Int) {
        let bits = x.magnitude.bitPattern
        let fraction = bits & 0xf_ffff_ffff_ffff
        return bits >> 52 == 0 ? (fraction, -1074) : (fraction | 0x10_0000_0000_0000, Int(bits >> 52) - 1075)
    }

    private static func nearest(_ number: BigNatural, _ exponent: Int) -> Double {
        let excess = number.bitCount - 64
        var mantissa: UInt64 = 0
        var isExact = true
        for i in number.limbs.indices.reversed() {
            let position = 32 * i - max(excess, 0)
            let limb = UInt64(number.limbs[i])
            if position >= 0 {
                mantissa |= limb << UInt64(position)
            } else if position > -32 {
                mantissa |= limb >> UInt64(-position)
                if limb & ((1 << UInt64(-position)) - 1) != 0 { isExact = false }
            } else if limb != 0 {
                isExact = false
            }
        }
        return Decimal.double(mantissa, binaryExponent: exponent + max(excess, 0), isExact: isExact, .toNearest)
    }
}
