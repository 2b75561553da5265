import Elementary

/// How wrong a prediction is: the mean over all outputs of all examples, or over all examples for classes.
public enum Loss: String, CaseIterable, Sendable {
    /// (p − t)².
    case meanSquaredError
    /// −t·ln p − (1 − t)·ln(1 − p) for a probability p; logarithms are held to at least −100, as PyTorch does.
    case binaryCrossEntropy
    /// The same for a weighted sum z with p = σ(z), without losing digits for large |z|.
    case binaryCrossEntropyFromLogits
    /// −Σ t·ln p over the classes of an example, with p = softmax(z) of its row of weighted sums; targets are 1 for the
    /// right class and 0 for the others, or probabilities.
    case crossEntropyFromLogits

    /// The loss of one output, where outputs are on their own.
    private func value(_ p: Double, _ t: Double) -> Double {
        switch self {
        case .meanSquaredError: (p - t) * (p - t)
        case .binaryCrossEntropy: -(t * Self.held(Elementary.log(p)) + (1 - t) * Self.held(Elementary.log1p(-p)))
        case .binaryCrossEntropyFromLogits, .crossEntropyFromLogits:
            (p > 0 ? p : 0) - p * t + Elementary.log1p(Elementary.exp(-p.magnitude))
        }
    }

    /// The slope of one output's loss by p.
    private func slope(_ p: Double, _ t: Double) -> Double {
        switch self {
        case .meanSquaredError: 2 * (p - t)
        case .binaryCrossEntropy: (p - t) / Swift.max(p * (1 - p), 1e-12)
        case .binaryCrossEntropyFromLogits, .crossEntropyFromLogits: Activation.logistic(p) - t
        }
    }

    private static func held(_ logarithm: Double) -> Double { logarithm < -100 ? -100 : logarithm }

    /// The mean loss of rows of `columns` predictions; counts agree and are not 0.
    func mean(_ predictions: [Double], _ targets: [Double], columns: Int) -> Double {
        var sum = 0.0
        guard self == .crossEntropyFromLogits else {
            for (p, t) in zip(predictions, targets) { sum += value(p, t) }
            return sum / Double(predictions.count)
        }
        for start in stride(from: 0, to: predictions.count, by: columns) {
            let (largest, total) = Self.exponentialSum(predictions, start, columns)
            let logarithm = largest + Elementary.log(total)
            for i in start..<start + columns { sum += targets[i] * (logarithm - predictions[i]) }
        }
        return sum / Double(predictions.count / columns)
    }

    /// The gradient of `mean` by the predictions.
    func slopes(_ predictions: [Double], _ targets: [Double], columns: Int, into result: inout [Double]) {
        guard self == .crossEntropyFromLogits else {
            let count = Double(targets.count)
            for i in targets.indices { result[i] = slope(predictions[i], targets[i]) / count }
            return
        }
        let rows = Double(predictions.count / columns)
        for start in stride(from: 0, to: predictions.count, by: columns) {
            let (largest, total) = Self.exponentialSum(predictions, start, columns)
            var weight = 0.0
            for i in start..<start + columns { weight += targets[i] }
            for i in start..<start + columns {
                let p = Elementary.exp(predictions[i] - largest) / total
                result[i] = (p * weight - targets[i]) / rows
            }
        }
    }

    /// The largest z of a row, and Σ e^(z − largest), which cannot overflow. A NaN makes the sum NaN.
    fileprivate static func exponentialSum(_ z: [Double], _ start: Int, _ count: Int) -> (Double, Double) {
        var largest = -Double.infinity
        for i in start..<start + count where z[i] > largest { largest = z[i] }
        var sum = 0.0
        for i in start..<start + count { sum += Elementary.exp(z[i] - largest) }
        return (largest, sum)
    }

    /// The loss of predictions against targets, which must be as many: one example's, for classes.
    public func callAsFunction(_ predictions: [Double], _ targets: [Double]) -> Double {
        trapping { () throws(EngineError) in try Checked.loss(self, predictions, targets) }
    }
}

extension Checked {
    /// The loss of rows of `columns` predictions; of one row without `columns`.
    public static func loss(
        _ loss: Loss, _ predictions: [Double], _ targets: [Double], columns: Int? = nil
    ) throws(EngineError) -> Double {
        guard predictions.count == targets.count else {
            throw .countDiffers(of: "targets", expected: predictions.count, actual: targets.count)
        }
        guard !predictions.isEmpty else { throw .empty(operation: "loss") }
        return loss.mean(predictions, targets, columns: columns ?? predictions.count)
    }
}

/// Probabilities that add up to 1 from any numbers: e^z of each, divided by the sum of all.
///
/// The largest z is subtracted first, so that nothing overflows. Where a z is NaN or infinite upward, all are NaN.
public func softmax(_ z: [Double]) -> [Double] {
    let (largest, total) = Loss.exponentialSum(z, 0, z.count)
    var result: [Double] = []
    result.reserveCapacity(z.count)
    for x in z { result.append(Elementary.exp(x - largest) / total) }
    return result
}
