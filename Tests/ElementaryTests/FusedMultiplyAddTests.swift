import Elementary
import XCTest

/// Against the C library's `fma`, which `addingProduct` calls here.
final class FusedMultiplyAddTests: XCTestCase {
    /// SplitMix64, so that every run tries the same numbers.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64 = 7
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }
    private var generator = Generator()

    /// Bit patterns of all kinds, many of them near one another so that sums cancel.
    private func numbers(_ count: Int) -> [Double] {
        (0..<count).map { index in
            switch index % 5 {
            case 0: Double(bitPattern: generator.next())
            case 1: Double.random(in: -2...2, using: &generator)
            case 2:
                Double(
                    sign: .plus, exponent: Int.random(in: -1074 ... -1000, using: &generator),
                    significand: .random(in: 1..<2, using: &generator))
            case 3: Double(Int.random(in: -1000...1000, using: &generator))
            default:
                Double(
                    sign: .minus, exponent: Int.random(in: 900...1023, using: &generator),
                    significand: .random(in: 1..<2, using: &generator))
            }
        }
    }

    private func same(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern || a.isNaN && b.isNaN }

    func testDoubles() {
        let x = numbers(200_000)
        let y = numbers(200_000)
        let z = numbers(200_000)
        for index in x.indices {
            let b = y[(index * 7 + 3) % y.count]
            let addends = [z[(index * 11 + 5) % z.count], -(x[index] * b), (x[index] * b).nextUp]
            for c in addends {
                let wanted = c.addingProduct(x[index], b)
                let got = Elementary.fusedMultiplyAdd(x[index], b, c)
                XCTAssertTrue(same(got, wanted), "\(x[index]) * \(b) + \(c): \(got), not \(wanted)")
            }
        }
    }

    /// Sums whose rounding carries into another bit.
    func testCarries() {
        for power in [0, 1, -1000, -1022, 1022] {
            let one = Double(sign: .plus, exponent: power, significand: 1)
            for c in [one.nextDown, one, -one.nextDown, (2 * one).nextDown] {
                for b in [c.ulp / 2, c.ulp, c.ulp * 0.75, -c.ulp / 4] {
                    let wanted = c.addingProduct(1, b)
                    XCTAssertTrue(same(Elementary.fusedMultiplyAdd(1, b, c), wanted), "\(b) + \(c)")
                }
            }
        }
    }

    func testFloats() {
        for _ in 0..<200_000 {
            let x = Float(bitPattern: .random(in: 0 ... .max, using: &generator))
            let y = Float.random(in: -4...4, using: &generator)
            for z in [
                Float(bitPattern: .random(in: 0 ... .max, using: &generator)), -(x * y),
                Float(Int.random(in: -9...9, using: &generator)),
            ] {
                let wanted = Double(z.addingProduct(x, y))
                let got = Elementary.fusedMultiplyAdd(Double(x), Double(y), Double(z), isFloat: true)
                XCTAssertTrue(same(got, wanted), "\(x) * \(y) + \(z): \(got), not \(wanted)")
            }
        }
    }
}
