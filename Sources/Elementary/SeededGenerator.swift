/// A random generator whose sequence depends on its seed alone: xoshiro256** (Blackman and Vigna, 2018), its state
/// filled by splitmix64.
///
/// The methods here give the same numbers on every machine. `Int.random(in:using:)` of the standard library also
/// accepts it, but asks for words of the machine's width: its numbers differ on a 32-bit machine.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
    @usableFromInline var s0: UInt64
    @usableFromInline var s1: UInt64
    @usableFromInline var s2: UInt64
    @usableFromInline var s3: UInt64

    /// A generator for `seed`; every 64-bit value is a good seed.
    public init(seed: UInt64) {
        var state = seed
        func splitMix() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
        s0 = splitMix()
        s1 = splitMix()
        s2 = splitMix()
        s3 = splitMix()
    }

    /// A generator for the bits of `seed`.
    public init(seed: Int) { self.init(seed: UInt64(bitPattern: Int64(seed))) }

    /// The next 64 random bits.
    @inlinable
    public mutating func next() -> UInt64 {
        let product = s1 &* 5
        let result = (product &<< 7 | product &>> 57) &* 9
        let t = s1 &<< 17
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= t
        s3 = s3 &<< 45 | s3 &>> 19
        return result
    }

    /// A number in [0, 1), a multiple of 2^-53.
    @inlinable
    public mutating func uniform() -> Double {
        Double(next() &>> 11) * 0x1p-53
    }

    /// A number in [low, high).
    @inlinable
    public mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * uniform()
    }

    /// A number from the normal distribution of mean 0 and variance 1, by the transformation of Box and Muller.
    ///
    /// Uses two uniform numbers and keeps none, so that equal states give equal futures.
    public mutating func normal() -> Double {
        let radius = (-2 * Elementary.log(1 - uniform())).squareRoot()
        return radius * Elementary.cos(2 * Elementary.pi * uniform())
    }

    /// An integer in 0 ..< bound, every one equally likely. `bound` must be above zero.
    public mutating func integer(below bound: Int) -> Int {
        precondition(bound > 0, "a random integer needs a bound above zero")
        let size = UInt64(bound)
        // The bits below the largest multiple of `size`; others are drawn again.
        let excess = (UInt64.max % size + 1) % size
        var bits = next()
        while bits > UInt64.max - excess { bits = next() }
        return Int(bits % size)
    }

    /// The numbers 0 ..< count in random order (Fisher and Yates).
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = [Int](0..<count)
        guard count > 1 else { return order }
        for i in stride(from: count - 1, to: 0, by: -1) {
            order.swapAt(i, integer(below: i + 1))
        }
        return order
    }
}
