/// A number as an unevaluated sum of two doubles, about 106 bits: what keeps the functions below one unit in the
/// last place.
///
/// The sums are Knuth's and Dekker's error-free transformations; products are split by Dekker's constant and not
/// by a fused multiply-add, which not every machine has. Magnitudes must stay below 2^970.
@usableFromInline
struct DoubleDouble: Sendable {
    @usableFromInline var hi: Double
    @usableFromInline var lo: Double

    @inlinable @inline(__always)
    init(_ hi: Double, _ lo: Double = 0) {
        self.hi = hi
        self.lo = lo
    }

    /// a + b exactly.
    @inlinable @inline(__always)
    static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
        let s = a + b
        let bb = s - a
        return DoubleDouble(s, (a - (s - bb)) + (b - bb))
    }

    /// a + b exactly, for |a| ≥ |b| or a = 0.
    @inlinable @inline(__always)
    static func quickSum(_ a: Double, _ b: Double) -> DoubleDouble {
        let s = a + b
        return DoubleDouble(s, b - (s - a))
    }

    /// a · b exactly.
    @inlinable @inline(__always)
    static func product(_ a: Double, _ b: Double) -> DoubleDouble {
        let p = a * b
        let ta = 134_217_729 * a
        let tb = 134_217_729 * b
        let ah = ta - (ta - a)
        let bh = tb - (tb - b)
        let al = a - ah
        let bl = b - bh
        return DoubleDouble(p, ((ah * bh - p) + ah * bl + al * bh) + al * bl)
    }

    @inlinable @inline(__always)
    static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
        let s = sum(a.hi, b.hi)
        let t = sum(a.lo, b.lo)
        let u = quickSum(s.hi, s.lo + t.hi)
        return quickSum(u.hi, u.lo + t.lo)
    }

    @inlinable @inline(__always)
    static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.hi, -a.lo) }

    @inlinable @inline(__always)
    static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

    @inlinable @inline(__always)
    static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
        let p = product(a.hi, b.hi)
        return quickSum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi))
    }

    @inlinable @inline(__always)
    static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
        let q = a.hi / b.hi
        let p = product(q, b.hi)
        let rest = ((a.hi - p.hi) - p.lo) + (a.lo - q * b.lo)
        return quickSum(q, rest / b.hi)
    }

    /// The square root of a number above zero.
    @inlinable @inline(__always)
    func squareRoot() -> DoubleDouble {
        let r = hi.squareRoot()
        let p = DoubleDouble.product(r, r)
        return DoubleDouble.quickSum(r, (((hi - p.hi) - p.lo) + lo) / (2 * r))
    }

    @inlinable @inline(__always)
    var rounded: Double { hi + lo }
}
