extension Elementary {
    /// x·y + z with one rounding, ties to even: to a Double, or with `isFloat` to a Float, where x, y and z are Floats.
    ///
    /// Nothing else in this module uses a fused multiply-add, but programs may ask for one: Swift's `addingProduct`, and
    /// with it the elements of a `stride` over Doubles. This one has the same bits on machines with and without the
    /// instruction.
    public static func fusedMultiplyAdd(_ x: Double, _ y: Double, _ z: Double, isFloat: Bool = false) -> Double {
        FusedMultiplyAdd(isFloat: isFloat)(x, y, z)
    }
}

/// In integers.
///
/// Both addends are held as 127-bit numbers with the leading bit in place 126; the smaller one is shifted right, what
/// falls off is kept as one sticky bit; cancellation of more than one bit happens only where nothing fell off.
private struct FusedMultiplyAdd {
    /// Bits of the significand, and the exponents of the least and the greatest unit.
    private let precision: Int
    private let leastUnit: Int
    private let greatestExponent: Int

    init(isFloat: Bool) {
        precision = isFloat ? 24 : 53
        leastUnit = isFloat ? -149 : -1074
        greatestExponent = isFloat ? 127 : 1023
    }

    func callAsFunction(_ x: Double, _ y: Double, _ z: Double) -> Double {
        guard x.isFinite, y.isFinite, x != 0, y != 0 else { return x * y + z }
        // The product is finite here, however large.
        guard z.isFinite else { return z }
        let product = Scaled(x).times(Scaled(y))
        let isNegative = (x.sign == .minus) != (y.sign == .minus)
        guard z != 0 else { return rounded(product, isNegative) }
        return sum(product, isNegative, Scaled(z), z.sign == .minus)
    }

    private func sum(_ a: Scaled, _ aIsNegative: Bool, _ b: Scaled, _ bIsNegative: Bool) -> Double {
        let isSwapped = a.exponent < b.exponent || a.exponent == b.exponent && a.bits < b.bits
        let (large, small) = isSwapped ? (b, a) : (a, b)
        let isNegative = isSwapped ? bIsNegative : aIsNegative
        let shifted = small.bits.shiftedRight(large.exponent - small.exponent)
        if aIsNegative == bIsNegative {
            return rounded(Scaled(bits: large.bits + shifted, exponent: large.exponent), isNegative)
        }
        let difference = large.bits - shifted
        if difference.isZero { return 0 }
        return rounded(Scaled(bits: difference, exponent: large.exponent), isNegative)
    }

    /// The nearest number, ties to even.
    private func rounded(_ value: Scaled, _ isNegative: Bool) -> Double {
        let leading = value.exponent + 127 - value.bits.leadingZeroBitCount
        let unit = max(leading - precision + 1, leastUnit)
        // Two bits more than wanted: the half and what is below it.
        let extended = value.bits.shiftedRight(unit - 2 - value.exponent)
        var quotient = extended.low >> 2
        let rest = extended.low & 3
        if rest == 3 || rest == 2 && quotient & 1 == 1 { quotient += 1 }
        if leading > greatestExponent || quotient >> UInt64(precision) != 0 && leading == greatestExponent {
            return isNegative ? -.infinity : .infinity
        }
        let magnitude = Scaled.value(quotient, unit: unit)
        return isNegative ? -magnitude : magnitude
    }
}

/// bits · 2^exponent
private struct Scaled {
    var bits: Wide
    var exponent: Int

    init(bits: Wide, exponent: Int) {
        self.bits = bits
        self.exponent = exponent
    }

    /// A finite number that is not 0, its leading bit in place 126.
    init(_ value: Double) {
        let field = Int(value.bitPattern >> 52 & 0x7FF)
        let fraction = value.bitPattern & (1 << 52 - 1)
        self.init(
            normalizing: Wide(high: 0, low: field == 0 ? fraction : fraction | 1 << 52),
            exponent: max(field, 1) - 1075)
    }

    init(normalizing bits: Wide, exponent: Int) {
        let shift = bits.leadingZeroBitCount - 1
        self.bits = bits.shiftedLeft(shift)
        self.exponent = exponent - shift
    }

    /// Both have at most 53 bits, at the top.
    func times(_ other: Scaled) -> Scaled {
        let product = (bits.high >> 10).multipliedFullWidth(by: other.bits.high >> 10)
        return Scaled(
            normalizing: Wide(high: product.high, low: product.low), exponent: exponent + other.exponent + 148)
    }

    /// quotient · 2^unit, which is representable.
    static func value(_ quotient: UInt64, unit: Int) -> Double {
        if quotient == 0 { return 0 }
        // Rounding up can add a bit.
        if quotient == 1 << 53 { return value(quotient >> 1, unit: unit + 1) }
        let shift = quotient.leadingZeroBitCount - 11
        let exponent = unit - shift
        if exponent < -1074 { return Double(bitPattern: quotient << UInt64(unit + 1074)) }
        return Double(bitPattern: UInt64(exponent + 1074) << 52 &+ quotient << UInt64(shift))
    }
}

/// 128 bits.
private struct Wide {
    var high: UInt64
    var low: UInt64

    var isZero: Bool { high == 0 && low == 0 }
    var leadingZeroBitCount: Int { high != 0 ? high.leadingZeroBitCount : 64 + low.leadingZeroBitCount }

    static func < (a: Wide, b: Wide) -> Bool { a.high < b.high || a.high == b.high && a.low < b.low }

    static func + (a: Wide, b: Wide) -> Wide {
        let (low, carries) = a.low.addingReportingOverflow(b.low)
        return Wide(high: a.high &+ b.high &+ (carries ? 1 : 0), low: low)
    }

    static func - (a: Wide, b: Wide) -> Wide {
        let (low, borrows) = a.low.subtractingReportingOverflow(b.low)
        return Wide(high: a.high &- b.high &- (borrows ? 1 : 0), low: low)
    }

    func shiftedLeft(_ count: Int) -> Wide {
        if count == 0 { return self }
        if count >= 64 { return Wide(high: low << UInt64(count - 64), low: 0) }
        return Wide(high: high << UInt64(count) | low >> UInt64(64 - count), low: low << UInt64(count))
    }

    /// What falls off sets the last bit. A negative count shifts left.
    func shiftedRight(_ count: Int) -> Wide {
        if count <= 0 { return shiftedLeft(-count) }
        if count >= 128 { return Wide(high: 0, low: isZero ? 0 : 1) }
        if count >= 64 {
            let lost = low != 0 || count > 64 && high << UInt64(128 - count) != 0
            return Wide(high: 0, low: (count == 64 ? high : high >> UInt64(count - 64)) | (lost ? 1 : 0))
        }
        let lost = low << UInt64(64 - count) != 0
        return Wide(
            high: high >> UInt64(count), low: low >> UInt64(count) | high << UInt64(64 - count) | (lost ? 1 : 0))
    }
}
