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

    @Test func terms() {
        let noBias = sentence([([1.5], [0.8], [("bias", [0.7])]), ([437], [432], [("bias", [5])])])
        #expect(noBias == "plus `bias` every number would be right: is it missing?")
        let twice = sentence([([1.5], [2.2], [("bias", [0.7])]), ([437], [442], [("bias", [5])])])
        #expect(twice == "minus `bias` every number would be right: is it one too many?")
        #expect(sentence([([1.5], [0.8], [("bias", [0.7])])]) == nil)
    }

    /// What would make the failed numbers right must not make the others wrong.
    @Test func numbersThatAreRight() {
        #expect(sentence([([0], [1], []), ([0], [1], []), ([1], [1], [])]) == nil)
        #expect(sentence([([2], [-2], []), ([3], [3], [])]) == nil)
        #expect(sentence([([6], [3], []), ([4], [2], []), ([1], [1], [])]) == nil)
        // A factor of 1 and one of 0 are no evidence.
        let chain: [(String, [Double])] = [("weights", [2, 3]), ("biases", [1, 0])]
        #expect(sentence([([6, 3], [6, 1], chain)]) == nil)
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
