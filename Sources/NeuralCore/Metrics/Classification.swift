// How often a prediction of a class is right. Classes are numbered from 0.

/// The class that each row of outputs speaks for: the place of its largest number, or for rows of one number 1 where it
/// reaches the threshold and 0 elsewhere.
public func predictedClasses(_ outputs: [[Double]], threshold: Double = 0.5) -> [Int] {
    var classes: [Int] = []
    classes.reserveCapacity(outputs.count)
    for row in outputs {
        classes.append(row.count == 1 ? (row[0] >= threshold ? 1 : 0) : indexOfLargest(row))
    }
    return classes
}

/// The place of the largest number, the first of equals; a NaN counts as larger than every number.
public func indexOfLargest(_ values: [Double]) -> Int {
    if values.isEmpty { EngineError.empty(operation: "argmax").stop() }
    var best = 0
    for i in 0..<values.count {
        if values[i].isNaN { return i }
        if values[i] > values[best] { best = i }
    }
    return best
}

/// A row for each label: 1 at the label's place, 0 elsewhere.
public func oneHot(_ labels: [Int], classes: Int) -> [[Double]] {
    var rows: [[Double]] = []
    rows.reserveCapacity(labels.count)
    for label in labels {
        if label < 0 || label >= classes { EngineError.indexOutOfRange(index: label, count: classes).stop() }
        var row = [Double](repeating: 0, count: classes)
        row[label] = 1
        rows.append(row)
    }
    return rows
}

/// The share of predictions that are right, 0 to 1.
public func accuracy(_ predicted: [Int], _ actual: [Int]) -> Double {
    if predicted.count != actual.count {
        EngineError.countDiffers(of: "labels", expected: predicted.count, actual: actual.count).stop()
    }
    if predicted.isEmpty { EngineError.empty(operation: "accuracy").stop() }
    var right = 0
    for i in 0..<predicted.count where predicted[i] == actual[i] { right += 1 }
    return Double(right) / Double(predicted.count)
}

/// The share of rows of outputs that speak for the same class as their targets; see `predictedClasses`.
public func accuracy(_ outputs: [[Double]], _ targets: [[Double]]) -> Double {
    accuracy(predictedClasses(outputs), predictedClasses(targets))
}
