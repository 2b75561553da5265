/// Exact conversions between decimal digits and doubles.
enum Decimal {
    enum Rounding {
        /// Ties to even.
        case toNearest
        /// Towards zero, and an odd last bit where something was lost: rounding again to fewer bits is then right.
        case toOdd
    }

    /// The integer of these digits times 10^exponent as a double.
    static func double(_ digits: [UInt8], exponent: Int, _ rounding: Rounding) -> Double {
        if digits.isEmpty || digits.count + exponent < -330 { return 0 }
        if digits.count + exponent > 310 { return .infinity }
        if digits.count <= 15, exponent.magnitude <= 22, rounding == .toNearest {
            // Both are exact doubles, so that one division or product rounds once.
            var value = 0.0
            for digit in digits { value = value * 10 + Double(digit) }
            var power = 1.0
            for _ in 0..<Int(exponent.magnitude) { power *= 10 }
            return exponent < 0 ? value / power : value * power
        }
        var numerator = BigNatural(digits: digits)
        var denominator = BigNatural(1)
        if exponent >= 0 {
            numerator.multiply(byPowerOfTen: exponent)
        } else {
            denominator.multiply(byPowerOfTen: -exponent)
        }
        // Shifted so that the quotient lies in [2^63, 2^65).
        let shift = 64 - (numerator.bitCount - denominator.bitCount)
        if shift > 0 {
            numerator.shiftLeft(shift)
        } else {
            denominator.shiftLeft(-shift)
        }
        let (quotient, isLong, isExact) = divide(&numerator, by: denominator)
        if isLong {
            let mantissa = 1 << 63 | quotient >> 1
            return double(mantissa, binaryExponent: 1 - shift, isExact: isExact && quotient & 1 == 0, rounding)
        }
        return double(quotient, binaryExponent: -shift, isExact: isExact, rounding)
    }

    /// The low 64 bits of a quotient below 2^65, whether it has a 65th, and whether nothing remains.
    private static func divide(_ n: inout BigNatural, by d: BigNatural) -> (UInt64, isLong: Bool, isExact: Bool) {
        var part = d
        part.shiftLeft(64)
        var quotient: UInt64 = 0
        var isLong = false
        for i in 0...64 {
            quotient <<= 1
            if !(n < part) {
                n.subtract(part)
                if i == 0 {
                    isLong = true
                } else {
                    quotient |= 1
                }
            }
            part.shiftRightByOne()
        }
        return (quotient, isLong, n.isZero)
    }

    /// mantissa · 2^binaryExponent as a double; where it is not exact, the value is a little larger.
    static func double(
        _ mantissa: UInt64, binaryExponent: Int, isExact: Bool, _ rounding: Rounding
    ) -> Double {
        if mantissa == 0 { return 0 }
        let zeros = mantissa.leadingZeroBitCount
        let m = mantissa << UInt64(zeros)
        // The leading bit weighs 2^top.
        let top = binaryExponent - zeros + 63
        if top > 1023 { return .infinity }
        let dropped = top < -1022 ? 11 + (-1022 - top) : 11
        if dropped > 64 { return 0 }
        let rest = dropped == 64 ? m : m & ((1 << UInt64(dropped)) - 1)
        var bits = dropped == 64 ? 0 : m >> UInt64(dropped)
        let half: UInt64 = 1 << UInt64(dropped - 1)
        if top >= -1022 { bits = bits & 0xf_ffff_ffff_ffff | UInt64(top + 1023) << 52 }
        switch rounding {
        case .toNearest: if rest > half || (rest == half && (!isExact || bits & 1 == 1)) { bits += 1 }
        case .toOdd: if rest != 0 || !isExact { bits |= 1 }
        }
        return Double(bitPattern: bits)
    }
}
