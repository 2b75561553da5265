/// How a classifier of two classes treats one group of people or things.
public struct GroupRates: Equatable, Sendable, CustomStringConvertible {
    /// What its members have in common.
    public let group: String
    /// How many examples the group has.
    public let count: Int
    /// The share of wrong predictions, 0 to 1.
    public let errorRate: Double
    /// The share that was predicted to be of class 1: the selection rate.
    public let positiveRate: Double
    /// Of those that are not of class 1, the share taken for it; 0 where there are none.
    public let falsePositiveRate: Double
    /// Of those that are of class 1, the share that was missed; 0 where there are none.
    public let falseNegativeRate: Double

    public var description: String {
        group + ": " + String(count) + " examples, errors " + percent(errorRate) + ", false positives "
            + percent(falsePositiveRate) + ", false negatives " + percent(falseNegativeRate)
    }

    private func percent(_ share: Double) -> String {
        if share.isNaN { return "–" }
        let tenths = Int((share * 1000).rounded())
        return String(tenths / 10) + "." + String(tenths % 10) + " %"
    }
}

/// Error rates of each group by itself, in the order in which groups first occur. A model that is right on the whole may be
/// wrong for a group: compare these.
public func ratesByGroup(_ groups: [String], predicted: [Int], actual: [Int]) -> [GroupRates] {
    if predicted.count != actual.count {
        EngineError.countDiffers(of: "labels", expected: predicted.count, actual: actual.count).stop()
    }
    if groups.count != actual.count {
        EngineError.countDiffers(of: "groups", expected: actual.count, actual: groups.count).stop()
    }
    var names: [String] = []
    for group in groups where !names.contains(group) { names.append(group) }
    var result: [GroupRates] = []
    for name in names {
        var count = 0
        var wrong = 0
        var chosen = 0
        var positives = 0
        var falsePositives = 0
        var falseNegatives = 0
        for i in 0..<groups.count where groups[i] == name {
            count += 1
            if predicted[i] != actual[i] { wrong += 1 }
            if predicted[i] == 1 { chosen += 1 }
            if actual[i] == 1 { positives += 1 }
            if predicted[i] == 1 && actual[i] != 1 { falsePositives += 1 }
            if predicted[i] != 1 && actual[i] == 1 { falseNegatives += 1 }
        }
        result.append(
            GroupRates(
                group: name, count: count, errorRate: shareOf(wrong, count), positiveRate: shareOf(chosen, count),
                falsePositiveRate: shareOf(falsePositives, count - positives),
                falseNegativeRate: shareOf(falseNegatives, positives)))
    }
    return result
}

private func shareOf(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
