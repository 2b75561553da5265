import Elementary
import LessonModel

/// What might be wrong with an answer, by the numbers that it gives: said only where all of them fit.
struct Cause {
    /// An expectation in numbers, and the numbers that the answer's function was given. Those that are met count too:
    /// what would make the others right must leave them so.
    struct Sample {
        var expected: [Double]
        var found: [Double]
        var arguments: [(name: String, values: [Double])]
        var isMet = false
    }

    private let samples: [Sample]
    /// Expected and found, one below the other, without those that are equal.
    private var pairs: [(expected: Double, found: Double)] = []

    init(_ samples: [Sample]) {
        self.samples = samples
        for sample in samples {
            for (expected, found) in zip(sample.expected, sample.found) where expected != 0 || found != 0 {
                pairs.append((expected, found))
            }
        }
    }

    /// One sentence; nil where nothing fits.
    var sentence: String? {
        for sample in samples where sample.expected.count != sample.found.count { return nil }
        if pairs.isEmpty { return nil }
        for pair in pairs where !pair.expected.isFinite || !pair.found.isFinite { return nil }
        return flipped ?? mirrored ?? missingFactor ?? wrongStep ?? missingTerm ?? constantFactor ?? constantGap
    }

    private static func isNear(_ a: Double, _ b: Double) -> Bool {
        (a - b).magnitude <= 1e-6 * max(a.magnitude, b.magnitude)
    }

    private var flipped: String? {
        for pair in pairs where !Self.isNear(pair.found, -pair.expected) { return nil }
        return "every number has the opposite sign: is a minus missing, or one too many?"
    }

    /// As far from a number that was given as expected, on the other side: a step in the wrong direction.
    private var mirrored: String? {
        guard let first = samples.first else { return nil }
        for argument in first.arguments where isCentre(argument.name) {
            return "every number lies as far from `\(argument.name)` as expected, but on the other side: "
                + "are plus and minus swapped?"
        }
        return nil
    }

    private func isCentre(_ name: String) -> Bool {
        for sample in samples {
            guard let argument = sample.arguments.first(where: { $0.name == name }) else { return false }
            for index in sample.expected.indices {
                guard let centre = Self.value(argument.values, index, of: sample.expected.count), centre != 0,
                    Self.isNear(sample.expected[index] + sample.found[index], 2 * centre)
                else { return false }
            }
        }
        return true
    }

    // MARK: Factors

    private struct Factor: Sendable {
        var text: @Sendable (String) -> String
        var value: @Sendable (Double) -> Double
    }

    private static let factors = [
        Factor(text: { $0 }, value: { $0 }),
        Factor(text: { $0 + " · (1 − " + $0 + ")" }, value: { $0 * (1 - $0) }),
        Factor(text: { "(1 − " + $0 + "²)" }, value: { 1 - $0 * $0 }),
        Factor(text: { "(1 − " + $0 + ")" }, value: { 1 - $0 }),
        Factor(text: { $0 + "²" }, value: { $0 * $0 }),
    ]

    /// A factor made of one of the arguments. Two different values of it must fit: one might by chance.
    private var missingFactor: String? {
        guard let first = samples.first else { return nil }
        for argument in first.arguments {
            for factor in Self.factors {
                let text = factor.text(argument.name)
                if fits(argument.name, factor.value, isMissing: true) {
                    return "times \(text) every number would be right: is that factor missing?"
                }
                if fits(argument.name, factor.value, isMissing: false) {
                    return "divided by \(text) every number would be right: is that factor one too many?"
                }
            }
        }
        return nil
    }

    /// A step away from a number that was given, too long or too short by a factor.
    private var wrongStep: String? {
        guard let first = samples.first else { return nil }
        for centre in first.arguments {
            for argument in first.arguments where argument.name != centre.name {
                for factor in Self.factors {
                    let text = factor.text(argument.name)
                    if fits(argument.name, factor.value, isMissing: true, from: centre.name) {
                        return "every step away from `\(centre.name)` would be right times \(text): is it missing?"
                    }
                    if fits(argument.name, factor.value, isMissing: false, from: centre.name) {
                        return "every step away from `\(centre.name)` would be right divided by \(text): "
                            + "is it one too many?"
                    }
                }
            }
        }
        return nil
    }

    private func fits(
        _ name: String, _ factor: (Double) -> Double, isMissing: Bool, from centre: String? = nil
    ) -> Bool {
        var values: [Double] = []
        for sample in samples {
            guard let argument = sample.arguments.first(where: { $0.name == name }) else { return false }
            for index in sample.expected.indices {
                var expected = sample.expected[index]
                var found = sample.found[index]
                if let centre {
                    guard let argument = sample.arguments.first(where: { $0.name == centre }),
                        let origin = Self.value(argument.values, index, of: sample.expected.count)
                    else { return false }
                    expected -= origin
                    found -= origin
                }
                if expected == 0 && found == 0 { continue }
                guard let given = Self.value(argument.values, index, of: sample.expected.count) else { return false }
                let value = factor(given)
                if !Self.isNear(isMissing ? found * value : found, isMissing ? expected : expected * value) {
                    return false
                }
                // A factor of 1 explains nothing.
                if !Self.isNear(value, 1), !values.contains(where: { Self.isNear($0, value) }) { values.append(value) }
            }
        }
        return values.count >= 2
    }

    /// An argument's number for a place of the result: the one of a list as long, or the only one.
    private static func value(_ values: [Double], _ index: Int, of count: Int) -> Double? {
        if values.count == count { return values[index] }
        return values.count == 1 ? values[0] : nil
    }

    /// One of the arguments, left out of a sum or added once too often. Two different values of it must fit.
    private var missingTerm: String? {
        guard let first = samples.first else { return nil }
        for argument in first.arguments {
            if isGap(argument.name, sign: 1) {
                return "plus `\(argument.name)` every number would be right: is it missing?"
            }
            if isGap(argument.name, sign: -1) {
                return "minus `\(argument.name)` every number would be right: is it one too many?"
            }
        }
        return nil
    }

    private func isGap(_ name: String, sign: Double) -> Bool {
        var values: [Double] = []
        for sample in samples {
            guard let argument = sample.arguments.first(where: { $0.name == name }) else { return false }
            for index in sample.expected.indices {
                guard let value = Self.value(argument.values, index, of: sample.expected.count),
                    Self.isNear(sample.expected[index], sample.found[index] + sign * value)
                else { return false }
                if value != 0, !values.contains(where: { Self.isNear($0, value) }) { values.append(value) }
            }
        }
        return values.count >= 2
    }

    private var constantFactor: String? {
        guard pairs.count >= 2, pairs[0].expected != 0, pairs[0].found != 0 else { return nil }
        let ratio = pairs[0].found / pairs[0].expected
        for pair in pairs where !Self.isNear(pair.found, ratio * pair.expected) { return nil }
        if Self.isNear(ratio, 1) { return nil }
        if ratio.magnitude > 1 {
            return "every number is \(Self.short(ratio)) times what is expected: is a factor of "
                + "1/\(Self.short(ratio)) missing?"
        }
        return "every number times \(Self.short(1 / ratio)) would be right: is that factor missing?"
    }

    private var constantGap: String? {
        guard pairs.count >= 2 else { return nil }
        let gap = pairs[0].found - pairs[0].expected
        for pair in pairs where !Self.isNear(pair.found - pair.expected, gap) { return nil }
        return "every number is \(Self.short(gap.magnitude)) too \(gap > 0 ? "large" : "small")"
    }

    private static func short(_ number: Double) -> String {
        let whole = number.rounded()
        if whole.magnitude < 1e9, (number - whole).magnitude <= 1e-6 * number.magnitude { return "\(Int(whole))" }
        return Elementary.format(number, significant: 4)
    }
}

/// Numbers as expectations report them: `0.5`, `[1.0, 2.0]`.
enum ReportedNumbers {
    static func parse(_ text: String) -> [Double]? {
        var numbers: [Double] = []
        var word: [UInt8] = []
        for byte in Array(text.utf8) + [0x2C] {
            switch byte {
            case 0x20, 0x5B, 0x5D: continue
            case 0x2C:
                if word.isEmpty { continue }
                guard let number = Elementary.parseDouble(utf8: word) else { return nil }
                numbers.append(number)
                word = []
            default: word.append(byte)
            }
        }
        return numbers
    }

    /// Where a list parts from the expected one; nil for short lists, which show it themselves.
    static func divergence(expected: String, found: String) -> String? {
        guard expected.utf8.first == 0x5B, found.utf8.first == 0x5B, let wanted = parse(expected),
            let given = parse(found)
        else { return nil }
        if wanted.count != given.count {
            return "\(given.count) \(given.count == 1 ? "number" : "numbers") instead of \(wanted.count)"
        }
        guard wanted.count >= 4 else { return nil }
        for index in wanted.indices
        where (wanted[index] - given[index]).magnitude > 1e-6 * max(1, wanted[index].magnitude) {
            let agree = index == 0 ? "from the first on" : "the first \(index) agree; from number \(index + 1) on"
            return "\(agree) they differ: \(Elementary.format(given[index], significant: 6)) instead of "
                + Elementary.format(wanted[index], significant: 6)
        }
        return nil
    }
}
