import Elementary

/// How wrong a prediction is: the mean over all outputs of all examples.
public enum Loss: String, CaseIterable, Sendable {
    /// (p − t)².
    case meanSquaredError
    /// −t·ln p − (1 − t)·ln(1 − p) for a probability p; logarithms are held to at least −100, as PyTorch does.
    case binaryCrossEntropy
    /// The same for a weighted sum z with p = σ(z), without losing digits for large |z|.
    case binaryCrossEntropyFromLogits

    /// The loss of one output.
    func value(_ p: Double, _ t: Double) -> Double {
        switch self {
        case .meanSquaredError: (p - t) * (p - t)
        case .binaryCrossEntropy: -(t * Self.held(Elementary.log(p)) + (1 - t) * Self.held(Elementary.log1p(-p)))
        case .binaryCrossEntropyFromLogits: (p > 0 ? p : 0) - p * t + Elementary.log1p(Elementary.exp(-p.magnitude))
        }
    }

    /// The slope of one output's loss by p.
    func slope(_ p: Double, _ t: Double) -> Double {
        switch self {
        case .meanSquaredError: 2 * (p - t)
        case .binaryCrossEntropy: (p - t) / Swift.max(p * (1 - p), 1e-12)
        case .binaryCrossEntropyFromLogits: Activation.logistic(p) - t
        }
    }

    private static func held(_ logarithm: Double) -> Double { logarithm < -100 ? -100 : logarithm }

    /// The loss of predictions against targets, which must be as many.
    public func callAsFunction(_ predictions: [Double], _ targets: [Double]) -> Double {
        trapping { () throws(EngineError) in try Checked.loss(self, predictions, targets) }
    }
}

extension Checked {
    public static func loss(_ loss: Loss, _ predictions: [Double], _ targets: [Double]) throws(EngineError) -> Double {
        guard predictions.count == targets.count else {
            throw .countDiffers(of: "targets", expected: predictions.count, actual: targets.count)
        }
        guard !predictions.isEmpty else { throw .empty(operation: "loss") }
        var sum = 0.0
        for (p, t) in zip(predictions, targets) { sum += loss.value(p, t) }
        return sum / Double(predictions.count)
    }
}
