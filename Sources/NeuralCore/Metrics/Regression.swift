// How far predictions of numbers are off.

/// The mean of |p − t|, MAE: in the unit of the targets.
public func meanAbsoluteError(_ predicted: [Double], _ actual: [Double]) -> Double {
    meanOfPairs("meanAbsoluteError", predicted, actual) { ($0 - $1).magnitude }
}

/// The mean of (p − t)².
public func meanSquaredError(_ predicted: [Double], _ actual: [Double]) -> Double {
    meanOfPairs("meanSquaredError", predicted, actual) { ($0 - $1) * ($0 - $1) }
}

/// The root of the mean of (p − t)², RMSE: in the unit of the targets, large misses weigh more.
public func rootMeanSquaredError(_ predicted: [Double], _ actual: [Double]) -> Double {
    meanSquaredError(predicted, actual).squareRoot()
}

/// R²: the share of the targets' variance that the predictions explain. 1 is perfect, 0 is no better than always saying
/// the mean, below 0 is worse. Where all targets are equal, 1 for exact predictions and 0 for others.
public func rSquared(_ predicted: [Double], _ actual: [Double]) -> Double {
    let error = meanSquaredError(predicted, actual)
    var mean = 0.0
    for t in actual { mean += t }
    mean /= Double(actual.count)
    var variance = 0.0
    for t in actual { variance += (t - mean) * (t - mean) }
    variance /= Double(actual.count)
    if variance == 0 { return error == 0 ? 1 : 0 }
    return 1 - error / variance
}

private func meanOfPairs(
    _ name: String, _ predicted: [Double], _ actual: [Double], _ term: (Double, Double) -> Double
) -> Double {
    if predicted.count != actual.count {
        EngineError.countDiffers(of: "targets", expected: predicted.count, actual: actual.count).stop()
    }
    if predicted.isEmpty { EngineError.empty(operation: name).stop() }
    var sum = 0.0
    for i in 0..<predicted.count { sum += term(predicted[i], actual[i]) }
    return sum / Double(predicted.count)
}
