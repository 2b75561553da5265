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
    /// |p − t|.
    case meanAbsoluteError
    /// ½(p − t)² up to a distance of 1, |p − t| − ½ beyond: a square that outliers do not pull at.
    case huber
    /// −Σ t·ln p over the classes of an example for probabilities p, such as those behind `Softmax()`; logarithms are
    /// held to at least −100.
    case crossEntropy

    /// Whether a row of predictions belongs together, one number for each class.
    public var isOfClasses: Bool { self == .crossEntropyFromLogits || self == .crossEntropy }

    /// The loss of one output, where outputs are on their own.
    private func value(_ p: Double, _ t: Double) -> Double {
        switch self {
        case .meanSquaredError: return (p - t) * (p - t)
        case .binaryCrossEntropy:
            return -(t * Self.held(Elementary.log(p)) + (1 - t) * Self.held(Elementary.log1p(-p)))
        case .binaryCrossEntropyFromLogits, .crossEntropyFromLogits:
            return (p > 0 ? p : 0) - p * t + Elementary.log1p(Elementary.exp(-p.magnitude))
        case .meanAbsoluteError: return (p - t).magnitude
        case .huber:
            let distance = (p - t).magnitude
            return distance <= 1 ? 0.5 * distance * distance : distance - 0.5
        case .crossEntropy: return t == 0 ? 0 : -t * Self.held(Elementary.log(p))
        }
    }

    /// The slope of one output's loss by p.
    private func slope(_ p: Double, _ t: Double) -> Double {
        switch self {
        case .meanSquaredError: 2 * (p - t)
        case .binaryCrossEntropy: (p - t) / Swift.max(p * (1 - p), 1e-12)
        case .binaryCrossEntropyFromLogits, .crossEntropyFromLogits: Activation.logistic(p) - t
        case .meanAbsoluteError: p == t ? 0 : (p > t ? 1 : (p < t ? -1 : p - t))
        case .huber: p - t > 1 ? 1 : (p - t < -1 ? -1 : p - t)
        case .crossEntropy: -t / Swift.max(p, 1e-12)
        }
    }

    private static func held(_ logarithm: Double) -> Double { logarithm < -100 ? -100 : logarithm }

    /// The mean loss of `count` predictions in rows of `columns`; where classes have `examples`, over so many of them.
    func mean(
        _ predictions: UnsafePointer<Double>, _ targets: UnsafePointer<Double>, count: Int, columns: Int,
        examples: Int? = nil
    ) -> Double {
        var sum = 0.0
        guard isOfClasses else {
            for i in 0..<count { sum += value(predictions[i], targets[i]) }
            return sum / Double(count)
        }
        let divisor = Double(examples ?? count / columns)
        if self == .crossEntropy {
            for i in 0..<count { sum += value(predictions[i], targets[i]) }
            return sum / divisor
        }
        for start in stride(from: 0, to: count, by: columns) {
            let (largest, total) = Kernels.exponentialSum(predictions + start, columns)
            let logarithm = largest + Elementary.log(total)
            for i in start..<start + columns { sum += targets[i] * (logarithm - predictions[i]) }
        }
        return sum / divisor
    }

    /// The gradient of `mean` by the predictions.
    func slopes(
        _ predictions: UnsafePointer<Double>, _ targets: UnsafePointer<Double>, count: Int, columns: Int,
        examples: Int? = nil, into result: UnsafeMutablePointer<Double>
    ) {
        let divisor = Double(isOfClasses ? examples ?? count / columns : count)
        guard self == .crossEntropyFromLogits else {
            for i in 0..<count { result[i] = slope(predictions[i], targets[i]) / divisor }
            return
        }
        for start in stride(from: 0, to: count, by: columns) {
            Kernels.softmax(predictions + start, into: result + start, columns)
            var weight = 0.0
            for i in start..<start + columns { weight += targets[i] }
            for i in start..<start + columns { result[i] = (result[i] * weight - targets[i]) / divisor }
        }
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
        let p = Buffer()
        let t = Buffer()
        p.assign(predictions)
        t.assign(targets)
        return loss.mean(p.start, t.start, count: p.count, columns: columns ?? p.count)
    }
}

extension Penalty {
    func check() throws(EngineError) {
        switch self {
        case .none: break
        case .l1(let price), .l2(let price):
            guard price.isFinite, price >= 0 else {
                throw .badArgument(name: "penalty", reason: "must be finite and not below zero")
            }
        }
    }

    func value(_ weights: UnsafePointer<Double>, _ count: Int) -> Double {
        var sum = 0.0
        switch self {
        case .none: return 0
        case .l1(let price):
            for i in 0..<count { sum += weights[i].magnitude }
            return price * sum
        case .l2(let price):
            for i in 0..<count { sum += weights[i] * weights[i] }
            return price * sum
        }
    }

    func addSlopes(
        _ weights: UnsafePointer<Double>, _ count: Int, to gradients: UnsafeMutablePointer<Double>
    ) {
        switch self {
        case .none: break
        case .l1(let price):
            for i in 0..<count where weights[i] != 0 { gradients[i] += weights[i] > 0 ? price : -price }
        case .l2(let price):
            for i in 0..<count { gradients[i] += 2 * price * weights[i] }
        }
    }
}

/// Probabilities that add up to 1 from any numbers: e^z of each, divided by the sum of all.
///
/// The largest z is subtracted first, so that nothing overflows. Where a z is NaN or infinite upward, all are NaN.
public func softmax(_ z: [Double]) -> [Double] {
    let numbers = Buffer()
    numbers.assign(z)
    Kernels.softmax(numbers.start, into: numbers.start, z.count)
    return numbers.values
}

/// The logarithms of those probabilities, z − ln Σ e^z, which keep their digits where a probability is tiny.
public func logSoftmax(_ z: [Double]) -> [Double] {
    let numbers = Buffer()
    numbers.assign(z)
    Kernels.logSoftmax(numbers.start, into: numbers.start, z.count)
    return numbers.values
}
