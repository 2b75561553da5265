import Testing

@testable import Notebook

/// A cause is named where the numbers bear it out, and only there.
struct CauseTests {
    private func sentence(_ samples: [(expected: [Double], found: [Double], arguments: [(String, [Double])])])
        -> String?
    {
        Cause(
            samples.map { sample in
                Cause.Sample(
                    expected: sample.expected, found: sample.found,
                    arguments: sample.arguments.map { (name: $0.0, values: $0.1) })
            }
        ).sentence
    }

    @Test func signs() {
        #expect(sentence([([2], [-2], [])])?.contains("opposite sign") == true)
        #expect(sentence([([2], [-2], []), ([3], [3.5], [])]) == nil)
        // 1 − 0.1 · 0.5 and 1 + 0.1 · 0.5
        let uphill = sentence([([0.95, 2.05], [1.05, 1.95], [("weights", [1, 2]), ("rate", [0.1])])])
        #expect(uphill?.contains("plus and minus swapped") == true && uphill?.contains("`weights`") == true)
    }

    @Test func factors() {
        func slopes(_ found: (Double) -> Double) -> String? {
            sentence([0.2, 0.7].map { a in ([3 * a * (1 - a)], [found(a)], [("a", [a])]) })
        }
        #expect(slopes { _ in 3 }?.contains("times a · (1 − a)") == true)
        #expect(slopes { 3 * $0 }?.contains("times (1 − a)") == true)
        #expect(slopes { 3 * $0 * $0 * (1 - $0) }?.contains("divided by a ") == true)
        #expect(slopes { 6 * $0 * (1 - $0) }?.contains("2 times") == true)
        #expect(slopes { 3 * $0 * (1 - $0) / 4 }?.contains("times 4") == true)
        #expect(slopes { 3 * $0 * (1 - $0) + 1 }?.contains("1 too large") == true)
        #expect(slopes { 3 * ($0 + 0.123) } == nil)
        // One value alone proves no factor.
        #expect(sentence([([0.21 * 3], [3], [("a", [0.3])])]) == nil)
    }

    @Test func steps() {
        let noRate = sentence([
            ([0.95, 2.05], [0.5, 2.5], [("w", [1, 2]), ("rate", [0.1])]), ([2], [1], [("w", [3]), ("rate", [0.5])]),
        ])
        #expect(noRate?.contains("away from `w`") == true && noRate?.contains("times rate") == true)
    }

    @Test func whatDoesNotCompare() {
        #expect(sentence([([1, 2], [1], [])]) == nil)
        #expect(sentence([([1, 2], [.nan, 2], [])]) == nil)
        #expect(sentence([([.infinity], [-.infinity], [])]) == nil)
        #expect(sentence([]) == nil)
    }

    @Test func lists() {
        let expected = "[1.0, 2.0, 3.0, 4.0]"
        #expect(
            ReportedNumbers.divergence(expected: expected, found: "[1.0, 2.0, 3.5, 9.0]")
                == "the first 2 agree; from number 3 on they differ: 3.5 instead of 3")
        #expect(ReportedNumbers.divergence(expected: expected, found: "[1.0]") == "1 number instead of 4")
        #expect(ReportedNumbers.divergence(expected: "1.0", found: "2.0") == nil)
        #expect(ReportedNumbers.parse("[1.0, [2.5], -1e-05]") == [1, 2.5, -0.00001])
        #expect(ReportedNumbers.parse("seven") == nil)
    }
}
