/// A natural number of any size, limbs of 32 bits, the least first.
struct BigNatural {
    var limbs: [UInt32]

    init(_ value: UInt64) {
        limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
        trim()
    }

    init(digits: [UInt8]) {
        limbs = []
        var i = 0
        while i < digits.count {
            var chunk: UInt32 = 0
            var scale: UInt32 = 1
            for j in i..<min(i + 9, digits.count) {
                chunk = chunk * 10 + UInt32(digits[j])
                scale *= 10
            }
            multiply(by: scale, adding: chunk)
            i += 9
        }
    }

    var isZero: Bool { limbs.isEmpty }

    var bitCount: Int { limbs.isEmpty ? 0 : limbs.count * 32 - limbs[limbs.count - 1].leadingZeroBitCount }

    mutating func trim() {
        while let last = limbs.last, last == 0 { limbs.removeLast() }
    }

    mutating func multiply(by factor: UInt32, adding addend: UInt32 = 0) {
        var carry = UInt64(addend)
        for i in limbs.indices {
            carry += UInt64(limbs[i]) * UInt64(factor)
            limbs[i] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry != 0 { limbs.append(UInt32(carry)) }
    }

    mutating func multiply(byPowerOfTen exponent: Int) {
        for _ in 0..<(exponent / 9) { multiply(by: 1_000_000_000) }
        for _ in 0..<(exponent % 9) { multiply(by: 10) }
    }

    /// Divides and returns the remainder.
    mutating func divide(by divisor: UInt32) -> UInt32 {
        var rest: UInt64 = 0
        for i in limbs.indices.reversed() {
            let part = rest << 32 | UInt64(limbs[i])
            limbs[i] = UInt32(part / UInt64(divisor))
            rest = part % UInt64(divisor)
        }
        trim()
        return UInt32(rest)
    }

    mutating func shiftLeft(_ count: Int) {
        if count <= 0 || limbs.isEmpty { return }
        let bits = UInt32(count % 32)
        if bits != 0 {
            var carry: UInt32 = 0
            for i in limbs.indices {
                let limb = limbs[i]
                limbs[i] = limb << bits | carry
                carry = limb >> (32 - bits)
            }
            if carry != 0 { limbs.append(carry) }
        }
        limbs = [UInt32](repeating: 0, count: count / 32) + limbs
    }

    mutating func shiftRightByOne() {
        var carry: UInt32 = 0
        for i in limbs.indices.reversed() {
            let limb = limbs[i]
            limbs[i] = limb >> 1 | carry << 31
            carry = limb & 1
        }
        trim()
    }

    /// Halves the number `count` times, to the nearest, ties to even.
    mutating func shiftRightRounding(_ count: Int) {
        guard count > 0 else { return }
        guard bitCount >= count else {
            limbs = []
            return
        }
        let half = bit(count - 1)
        var isTie = half
        for i in 0..<((count - 1) / 32) where limbs[i] != 0 { isTie = false }
        let low = (count - 1) % 32
        if limbs[(count - 1) / 32] & ((1 << UInt32(low)) - 1) != 0 { isTie = false }
        limbs.removeFirst(count / 32)
        for _ in 0..<(count % 32) { shiftRightByOne() }
        if half && (!isTie || bit(0)) { add(1) }
    }

    func bit(_ index: Int) -> Bool {
        index / 32 < limbs.count && limbs[index / 32] >> UInt32(index % 32) & 1 == 1
    }

    mutating func add(_ addend: UInt32) {
        var carry = UInt64(addend)
        for i in limbs.indices where carry != 0 {
            carry += UInt64(limbs[i])
            limbs[i] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry != 0 { limbs.append(UInt32(carry)) }
    }

    mutating func add(_ other: BigNatural) {
        var carry: UInt64 = 0
        for i in 0..<max(limbs.count, other.limbs.count) {
            if i == limbs.count { limbs.append(0) }
            carry += UInt64(limbs[i]) + (i < other.limbs.count ? UInt64(other.limbs[i]) : 0)
            limbs[i] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry != 0 { limbs.append(UInt32(carry)) }
    }

    /// Multiplies by a number of 64 bits, in two halves.
    mutating func multiply(by factor: UInt64) {
        var high = self
        high.multiply(by: UInt32(truncatingIfNeeded: factor >> 32))
        high.trim()
        high.shiftLeft(32)
        multiply(by: UInt32(truncatingIfNeeded: factor))
        trim()
        add(high)
    }

    mutating func subtract(_ other: BigNatural) {
        var borrow: Int64 = 0
        for i in limbs.indices {
            var limb = Int64(limbs[i]) - borrow - (i < other.limbs.count ? Int64(other.limbs[i]) : 0)
            borrow = limb < 0 ? 1 : 0
            if limb < 0 { limb += 1 << 32 }
            limbs[i] = UInt32(limb)
        }
        trim()
    }

    static func < (a: BigNatural, b: BigNatural) -> Bool {
        if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
        for i in a.limbs.indices.reversed() where a.limbs[i] != b.limbs[i] { return a.limbs[i] < b.limbs[i] }
        return false
    }

    /// The decimal digits, none for zero, the leading one first.
    var decimalDigits: [UInt8] {
        var rest = self
        var digits: [UInt8] = []
        while !rest.isZero {
            var chunk = rest.divide(by: 1_000_000_000)
            for _ in 0..<9 {
                digits.append(UInt8(chunk % 10))
                chunk /= 10
            }
        }
        while let last = digits.last, last == 0 { digits.removeLast() }
        return digits.reversed()
    }
}
