extension Elementary {
    /// `x` to the power `y`, with C's special cases: pow(x, 0) = pow(1, y) = 1; a negative `x` needs an integer `y`.
    ///
    /// e^(y·ln x) with the logarithm and the product to more than 64 bits; exact wherever the result is a double.
    public static func pow(_ x: Double, _ y: Double) -> Double {
        if y == 0 || x == 1 { return 1 }
        if x.isNaN || y.isNaN { return .nan }
        let isOdd = isOddInteger(y)
        if y.isInfinite {
            if x == -1 { return 1 }
            return (x.magnitude > 1) == (y > 0) ? .infinity : 0
        }
        if x == 0 || x.isInfinite {
            let size: Double = (x == 0) == (y > 0) ? 0 : .infinity
            return isOdd && x.sign == .minus ? -size : size
        }
        if x < 0 && y.rounded(.towardZero) != y { return .nan }
        let size = positivePower(x.magnitude, y)
        return x < 0 && isOdd ? -size : size
    }

    private static func positivePower(_ x: Double, _ y: Double) -> Double {
        if x == 1 { return 1 }
        if y == 1 { return x }
        if y == 2 { return x * x }
        if y == 0.5 { return x.squareRoot() }
        let l = logarithm(DoubleDouble(x))
        let estimate = l.hi * y
        if estimate > 710 { return .infinity }
        if estimate < -746 { return 0 }
        if estimate.magnitude < 0x1p-60 { return 1 }
        let p = l * DoubleDouble(y)
        if p.hi + p.lo > 709.7827128933841 { return .infinity }
        return exponential(p, shift: 0)
    }

    private static func isOddInteger(_ y: Double) -> Bool {
        y.magnitude < 0x1p53 && y.rounded(.towardZero) == y && Int64(y) & 1 == 1
    }

    /// The cube root.
    public static func cbrt(_ x: Double) -> Double {
        if x == 0 || x.isNaN || x.isInfinite { return x }
        let l = logarithm(DoubleDouble(x.magnitude))
        let root = exponential(l * DoubleDouble(0x1.5555555555555p-2, 0x1.5555555555555p-56), shift: 0)
        return x < 0 ? -root : root
    }

    /// √(x² + y²) without overflow on the way.
    public static func hypot(_ x: Double, _ y: Double) -> Double {
        if x.isInfinite || y.isInfinite { return .infinity }
        if x.isNaN || y.isNaN { return .nan }
        let large = Swift.max(x.magnitude, y.magnitude)
        let small = Swift.min(x.magnitude, y.magnitude)
        if small == 0 || large / small > 0x1p60 { return large + small }
        let scale: Double = large > 0x1p480 ? 0x1p-600 : (large < 0x1p-440 ? 0x1p600 : 1)
        let a = DoubleDouble.product(large * scale, large * scale)
        let b = DoubleDouble.product(small * scale, small * scale)
        return (a + b).squareRoot().hi / scale
    }
}
