/// The receiver operating characteristic of a score that separates two classes: how many of each class pass as the
/// threshold falls.
public struct ROC: Equatable, Sendable {
    /// A threshold, and the shares of negatives and positives whose scores reach it.
    public struct Point: Equatable, Sendable {
        /// Scores from here on count as class 1.
        public let threshold: Double
        /// Negatives that pass, 0 to 1.
        public let falsePositiveRate: Double
        /// Positives that pass, 0 to 1.
        public let truePositiveRate: Double
    }

    /// From (0, 0), with an infinite threshold, to (1, 1); one for each score that occurs.
    public let points: [Point]

    /// - Parameters:
    ///   - scores: The higher, the more likely a positive.
    ///   - labels: 1 for a positive, 0 for a negative; there must be both.
    public init(scores: [Double], labels: [Int]) {
        if scores.count != labels.count {
            EngineError.countDiffers(of: "labels", expected: scores.count, actual: labels.count).stop()
        }
        var positives = 0
        for i in 0..<labels.count {
            if labels[i] != 0 && labels[i] != 1 {
                EngineError.badArgument(name: "labels", reason: "must be 0 or 1").stop()
            }
            if scores[i].isNaN { EngineError.badArgument(name: "scores", reason: "must not be NaN").stop() }
            positives += labels[i]
        }
        let negatives = labels.count - positives
        if positives == 0 || negatives == 0 {
            EngineError.badArgument(name: "labels", reason: "must have both classes").stop()
        }
        var order = [Int](0..<scores.count)
        order.sort { scores[$0] > scores[$1] }
        var points = [Point(threshold: Double.infinity, falsePositiveRate: 0, truePositiveRate: 0)]
        var passed = 0
        var passedPositives = 0
        while passed < order.count {
            /// Scores from here on count as class 1.
            let threshold = scores[order[passed]]
            while passed < order.count && scores[order[passed]] == threshold {
                passedPositives += labels[order[passed]]
                passed += 1
            }
            points.append(
                Point(
                    threshold: threshold,
                    falsePositiveRate: Double(passed - passedPositives) / Double(negatives),
                    truePositiveRate: Double(passedPositives) / Double(positives)))
        }
        self.points = points
    }

    /// The area under the curve, AUC: how likely a random positive scores above a random negative. ½ is chance.
    public var area: Double {
        var sum = 0.0
        for i in 1..<points.count {
            let width = points[i].falsePositiveRate - points[i - 1].falsePositiveRate
            sum += width * (points[i].truePositiveRate + points[i - 1].truePositiveRate) / 2
        }
        return sum
    }
}

/// The area under the ROC curve of scores, where labels are 1 for a positive and 0 for a negative.
public func areaUnderROC(scores: [Double], labels: [Int]) -> Double { ROC(scores: scores, labels: labels).area }
