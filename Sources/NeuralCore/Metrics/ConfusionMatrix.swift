/// How figures of single classes become one.
public enum Averaging: String, CaseIterable, Sendable {
    /// The mean of the classes' figures: each class counts alike.
    case macro
    /// The figure of all decisions together: each example counts alike.
    case micro
    /// The mean weighted by how many examples each class has.
    case weighted
}

/// What was predicted for the examples of each class.
///
/// Where a figure would be 0/0, as the precision of a class that was never predicted, it is 0.
public struct ConfusionMatrix: Equatable, Sendable, CustomStringConvertible {
    /// `counts[actual][predicted]`
    public let counts: [[Int]]
    /// Names of the classes, for printing; their numbers unless given.
    public let names: [String]

    /// Counts pairs of a predicted and the actual class. Without `classes` there are as many as the largest label wants.
    public init(predicted: [Int], actual: [Int], classes: Int = 0, names: [String] = []) {
        if predicted.count != actual.count {
            EngineError.countDiffers(of: "labels", expected: predicted.count, actual: actual.count).stop()
        }
        var size = classes > names.count ? classes : names.count
        if size == 0 {
            for label in predicted + actual where label >= size { size = label + 1 }
        }
        var counts = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
        for i in 0..<predicted.count {
            let row = actual[i]
            let column = predicted[i]
            if row < 0 || row >= size { EngineError.indexOutOfRange(index: row, count: size).stop() }
            if column < 0 || column >= size { EngineError.indexOutOfRange(index: column, count: size).stop() }
            counts[row][column] += 1
        }
        self.counts = counts
        var all = names
        while all.count < size { all.append(String(all.count)) }
        self.names = all
    }

    /// How many classes there are.
    public var classCount: Int { counts.count }

    /// How many examples were counted.
    public var total: Int {
        var sum = 0
        for row in counts {
            for count in row { sum += count }
        }
        return sum
    }

    /// How many examples are of a class.
    public func support(of label: Int) -> Int {
        var sum = 0
        for count in row(label) { sum += count }
        return sum
    }

    /// How many examples were predicted to be of a class.
    public func predictions(of label: Int) -> Int {
        _ = row(label)
        var sum = 0
        for row in counts { sum += row[label] }
        return sum
    }

    /// How many examples of a class were recognised.
    public func truePositives(of label: Int) -> Int { row(label)[label] }
    /// How many examples of other classes were taken for this one.
    public func falsePositives(of label: Int) -> Int { predictions(of: label) - truePositives(of: label) }
    /// How many examples of a class were taken for others.
    public func falseNegatives(of label: Int) -> Int { support(of: label) - truePositives(of: label) }
    /// How many examples of other classes were not taken for this one.
    public func trueNegatives(of label: Int) -> Int {
        total - support(of: label) - predictions(of: label) + truePositives(of: label)
    }

    /// The share of examples on the diagonal.
    public var accuracy: Double { micro }

    /// Of all that were predicted to be of a class, the share that is.
    public func precision(of label: Int) -> Double { share(truePositives(of: label), predictions(of: label)) }

    /// Of all that are of a class, the share that was found.
    public func recall(of label: Int) -> Double { share(truePositives(of: label), support(of: label)) }

    /// The harmonic mean of precision and recall: 2·TP / (2·TP + FP + FN).
    public func f1(of label: Int) -> Double {
        share(2 * truePositives(of: label), predictions(of: label) + support(of: label))
    }

    /// The precision of all classes together.
    public func precision(_ averaging: Averaging) -> Double { averaged(averaging) { precision(of: $0) } }

    /// The recall of all classes together.
    public func recall(_ averaging: Averaging) -> Double { averaged(averaging) { recall(of: $0) } }

    /// F1 of all classes together.
    public func f1(_ averaging: Averaging) -> Double { averaged(averaging) { f1(of: $0) } }

    private var micro: Double {
        var right = 0
        for label in 0..<classCount { right += counts[label][label] }
        return share(right, total)
    }

    private func averaged(_ averaging: Averaging, _ figure: (Int) -> Double) -> Double {
        // With one class an example, precision, recall and F1 of all decisions are the accuracy.
        if averaging == .micro { return micro }
        var sum = 0.0
        for label in 0..<classCount {
            sum += figure(label) * (averaging == .macro ? 1 : Double(support(of: label)))
        }
        let weight = averaging == .macro ? classCount : total
        return weight == 0 ? 0 : sum / Double(weight)
    }

    private func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

    private func row(_ label: Int) -> [Int] {
        if label < 0 || label >= classCount { EngineError.indexOutOfRange(index: label, count: classCount).stop() }
        return counts[label]
    }

    /// A table: a row for each actual class, a column for each predicted one.
    public var description: String {
        var first = 9
        for name in names where name.count > first { first = name.count }
        var width = 1
        for label in 0..<classCount {
            if names[label].count > width { width = names[label].count }
            for count in counts[label] where String(count).count > width { width = String(count).count }
        }
        var text = padded("predicted", first, isLeft: true)
        for name in names { text += "  " + padded(name, width, isLeft: false) }
        for label in 0..<classCount {
            text += "\n" + padded(names[label], first, isLeft: true)
            for count in counts[label] { text += "  " + padded(String(count), width, isLeft: false) }
        }
        return text
    }

    private func padded(_ text: String, _ width: Int, isLeft: Bool) -> String {
        let blanks = String(repeating: " ", count: text.count < width ? width - text.count : 0)
        return isLeft ? text + blanks : blanks + text
    }
}
