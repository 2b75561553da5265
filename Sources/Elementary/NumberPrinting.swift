extension Elementary {
    /// The shortest digits that read back as the same number, as Swift prints it: `0.1`, `1e+16`, `1e-05`, `inf`.
    public static func describe(_ x: Double) -> String { x.description }

    /// The shortest digits that read back as the same number, as Swift prints it.
    public static func describe(_ x: Float) -> String { x.description }

    /// The number with a fixed count of decimals, as C's `%.7f`: the exact value rounded to the nearest, ties to even.
    ///
    /// `decimals` is held to 0...1100, since no double has more.
    public static func format(_ x: Double, decimals: Int) -> String {
        guard x.isFinite else { return x.description }
        let decimals = Swift.min(Swift.max(decimals, 0), 1100)
        var digits = roundedDigits(x.magnitude, scaledByPowerOfTen: decimals)
        while digits.count <= decimals { digits.insert(0, at: 0) }
        let point = digits.count - decimals
        return text(sign: x, digits[..<point], digits[point...])
    }

    /// The number to `significant` digits, ties to even, without zeros that say nothing: 0.8 and 12.3; digits before
    /// the point are never dropped (1235 stays), and numbers below 0.0001 or from 10^15 use an exponent (1.5e-07).
    ///
    /// `significant` is held to 1...800.
    public static func format(_ x: Double, significant: Int) -> String {
        guard x.isFinite else { return x.description }
        if x == 0 { return x.sign == .minus ? "-0" : "0" }
        let count = Swift.min(Swift.max(significant, 1), 800)
        var (digits, exponent) = significantDigits(x.magnitude, count: count)
        if exponent >= -4 && exponent < 15 {
            if exponent >= count { return format(x, decimals: 0) }
            trimZeros(&digits)
            if exponent < 0 {
                return text(sign: x, [0], ([UInt8](repeating: 0, count: -exponent - 1) + digits)[...])
            }
            while digits.count <= exponent { digits.append(0) }
            return text(sign: x, digits[...exponent], digits[(exponent + 1)...])
        }
        trimZeros(&digits)
        return text(sign: x, digits[...0], digits[1...]) + exponentText(exponent)
    }

    /// The number as C's `%.6e`: one digit, a point, `decimals` digits and an exponent of at least two digits.
    public static func format(_ x: Double, exponentialDecimals decimals: Int) -> String {
        guard x.isFinite else { return x.description }
        let count = Swift.min(Swift.max(decimals, 0), 800) + 1
        if x == 0 {
            return text(sign: x, [0], [UInt8](repeating: 0, count: count - 1)[...]) + "e+00"
        }
        let (digits, exponent) = significantDigits(x.magnitude, count: count)
        return text(sign: x, digits[...0], digits[1...]) + exponentText(exponent)
    }

    private static func exponentText(_ exponent: Int) -> String {
        let size = exponent.magnitude
        return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + "\(size)"
    }

    private static func trimZeros(_ digits: inout [UInt8]) {
        while digits.count > 1, digits[digits.count - 1] == 0 { digits.removeLast() }
    }

    private static func text(sign: Double, _ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = sign.sign == .minus ? [45] : []
        for digit in whole { bytes.append(digit + 48) }
        if !fraction.isEmpty { bytes.append(46) }
        for digit in fraction { bytes.append(digit + 48) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The digits of the integer nearest to x · 10^power, none for zero; x finite and not negative.
    private static func roundedDigits(_ x: Double, scaledByPowerOfTen power: Int) -> [UInt8] {
        if x == 0 { return [] }
        let exponent = Swift.max(Int(x.bitPattern >> 52), 1) - 1075
        let fraction = x.bitPattern & 0xf_ffff_ffff_ffff
        var number = BigNatural(x.bitPattern >> 52 == 0 ? fraction : fraction | 0x10_0000_0000_0000)
        if power >= 0 { number.multiply(byPowerOfTen: power) }
        number.shiftLeft(exponent)
        if power < 0 {
            // x / 10^n: an integer division in binary would need its remainder; doubles this large are integers.
            return roundedQuotientDigits(number, power: -power)
        }
        number.shiftRightRounding(-exponent)
        return number.decimalDigits
    }

    /// The digits of an integer with its last `power` digits rounded away, ties to even.
    private static func roundedQuotientDigits(_ number: BigNatural, power: Int) -> [UInt8] {
        let digits = number.decimalDigits
        guard digits.count >= power else { return [] }
        var kept = [UInt8](digits[..<(digits.count - power)])
        let next = digits[digits.count - power]
        var isAboveTie = false
        for digit in digits[(digits.count - power + 1)...] where digit != 0 { isAboveTie = true }
        let isOdd = (kept.last ?? 0) & 1 == 1
        if next > 5 || (next == 5 && (isAboveTie || isOdd)) { increment(&kept) }
        return kept
    }

    private static func increment(_ digits: inout [UInt8]) {
        for i in digits.indices.reversed() {
            if digits[i] < 9 {
                digits[i] += 1
                return
            }
            digits[i] = 0
        }
        digits.insert(1, at: 0)
    }

    /// The leading `count` digits of x > 0, rounded, and the decimal exponent of the first.
    private static func significantDigits(_ x: Double, count: Int) -> ([UInt8], exponent: Int) {
        var exponent = Int(floor(log10(x)))
        // The logarithm may be one off beside a power of ten, and rounding may carry into a new digit: 9.99 → 10.0.
        while true {
            let power = count - 1 - exponent
            let digits = power < 0 && x < 0x1p53 ? wholeDigits(x, power) : roundedDigits(x, scaledByPowerOfTen: power)
            if digits.count == count { return (digits, exponent) }
            exponent += digits.count > count ? 1 : -1
        }
    }

    /// As `roundedDigits`, for a negative power and a number that may have a fraction: its decimals only break ties.
    private static func wholeDigits(_ x: Double, _ power: Int) -> [UInt8] {
        var digits = roundedDigits(floor(x), scaledByPowerOfTen: 0)
        // A digit after the whole part that is not zero where the fraction is not.
        digits.append(x == floor(x) ? 0 : 1)
        var number = BigNatural(digits: digits)
        number.trim()
        return roundedQuotientDigits(number, power: 1 - power)
    }
}
