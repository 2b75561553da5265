/// Examples to learn from: inputs and, for each, its targets.
public struct Dataset: Equatable, Sendable {
    /// A row for each example.
    public var inputs: [[Double]]
    /// A row for each example.
    public var targets: [[Double]]

    /// A row of inputs and a row of targets for each example; traps where rows differ in length or number.
    public init(inputs: [[Double]], targets: [[Double]]) {
        self.inputs = inputs
        self.targets = targets
    }

    /// Examples of classes numbered from 0: each target is a row with 1 at the place of its class. For two classes
    /// `init(inputs:targets:)` with a single 0 or 1 does as well.
    public init(inputs: [[Double]], labels: [Int], classes: Int) {
        if inputs.count != labels.count {
            EngineError.countDiffers(of: "labels", expected: inputs.count, actual: labels.count).stop()
        }
        self.init(inputs: inputs, targets: oneHot(labels, classes: classes))
    }

    /// How many examples there are.
    public var count: Int { inputs.count }

    // MARK: Classes

    /// The class of each example: the place of the largest of several targets, or a single target as an integer.
    public var labels: [Int] {
        var labels: [Int] = []
        labels.reserveCapacity(targets.count)
        for row in targets { labels.append(row.count == 1 ? Int(row[0].rounded()) : indexOfLargest(row)) }
        return labels
    }

    /// How many examples each class has: their balance.
    public var classCounts: [Int] {
        let labels = labels
        var size = targets.isEmpty || targets[0].count == 1 ? 0 : targets[0].count
        for label in labels where label >= size { size = label + 1 }
        var counts = [Int](repeating: 0, count: size)
        for label in labels {
            if label < 0 { EngineError.indexOutOfRange(index: label, count: size).stop() }
            counts[label] += 1
        }
        return counts
    }

    // MARK: Parts

    /// The examples at these places, in this order.
    public func subset(_ places: [Int]) -> Dataset {
        var part = Dataset(inputs: [], targets: [])
        part.inputs.reserveCapacity(places.count)
        part.targets.reserveCapacity(places.count)
        for place in places {
            if place < 0 || place >= count { EngineError.indexOutOfRange(index: place, count: count).stop() }
            part.inputs.append(inputs[place])
            part.targets.append(targets[place])
        }
        return part
    }

    /// The examples in random order.
    public func shuffled(seed: Int) -> Dataset {
        var generator = SeededGenerator(seed: seed)
        return subset(generator.permutation(count))
    }

    /// The examples in batches of `size`; the last may be smaller.
    public func batches(of size: Int) -> [Dataset] {
        if size <= 0 { EngineError.badArgument(name: "the batch size", reason: "must be above zero").stop() }
        var batches: [Dataset] = []
        var start = 0
        while start < count {
            let end = start + size < count ? start + size : count
            batches.append(subset([Int](start..<end)))
            start = end
        }
        return batches
    }

    /// These examples and then the other ones.
    public func joined(with other: Dataset) -> Dataset {
        Dataset(inputs: inputs + other.inputs, targets: targets + other.targets)
    }
}
