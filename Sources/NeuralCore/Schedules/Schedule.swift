import Elementary

/// How the learning rate changes while a network learns: a rate for each epoch (or step), counted from 0.
///
///     let schedule = Schedule.cosine(from: 0.1, to: 0.001, over: 50)
///     schedule(0)      // 0.1
///     schedule(50)     // 0.001
public enum Schedule: Equatable, Sendable {
    /// Always the same.
    case constant(Double)
    /// Multiplied by `factor` each `every` epochs.
    case step(from: Double, factor: Double, every: Int)
    /// Multiplied by `factor` each epoch.
    case exponential(from: Double, factor: Double)
    /// Half a cosine wave down from one rate to another, which it then keeps (Loshchilov and Hutter, 2016).
    case cosine(from: Double, to: Double, over: Int)
    /// Straight up: 1/n of the other schedule's rate, 2/n …, over the first n epochs, then the other schedule.
    indirect case warmUp(over: Int, then: Schedule)

    /// The learning rate of an epoch.
    public func callAsFunction(_ epoch: Int) -> Double {
        switch self {
        case .constant(let rate): return rate
        case .step(let rate, let factor, let every):
            if every <= 0 { EngineError.badArgument(name: "every", reason: "must be above zero").stop() }
            return rate * Elementary.pow(factor, Double(epoch / every))
        case .exponential(let rate, let factor): return rate * Elementary.pow(factor, Double(epoch))
        case .cosine(let high, let low, let count):
            if count <= 0 { EngineError.badArgument(name: "over", reason: "must be above zero").stop() }
            let place = epoch < count ? Double(epoch) / Double(count) : 1
            return low + (high - low) * (1 + Elementary.cos(Elementary.pi * place)) / 2
        case .warmUp(let count, let then):
            if epoch >= count { return then(epoch - count) }
            return then(0) * Double(epoch + 1) / Double(count)
        }
    }

    /// The rates of the first epochs.
    public func rates(_ count: Int) -> [Double] {
        var rates: [Double] = []
        for epoch in 0..<count { rates.append(self(epoch)) }
        return rates
    }
}

/// Lowers the learning rate where the loss no longer gets better.
///
///     var plateau = ReduceOnPlateau(learningRate: 0.1, factor: 0.5, patience: 3)
///     let rate = plateau.update(loss)      // after each epoch
public struct ReduceOnPlateau: Equatable, Sendable {
    /// The rate as it is now.
    public private(set) var learningRate: Double
    /// What the rate is multiplied by.
    public let factor: Double
    /// How many epochs without a better loss are put up with.
    public let patience: Int
    /// The rate is not lowered below this.
    public let minimum: Double
    /// A loss is better that is below the best one by this share of it.
    public let threshold: Double
    /// The lowest loss so far; infinite before the first.
    public private(set) var best = Double.infinity
    /// Epochs since the loss was last better, or since the rate was lowered.
    public private(set) var waited = 0

    public init(
        learningRate: Double, factor: Double = 0.1, patience: Int = 10, minimum: Double = 0, threshold: Double = 1e-4
    ) {
        self.learningRate = learningRate
        self.factor = factor
        self.patience = patience
        self.minimum = minimum
        self.threshold = threshold
    }

    /// Takes an epoch's loss, and gives the rate for the next one.
    public mutating func update(_ loss: Double) -> Double {
        if loss < best * (1 - threshold) {
            best = loss
            waited = 0
        } else {
            waited += 1
        }
        if waited > patience {
            let lower = learningRate * factor
            learningRate = lower > minimum ? lower : minimum
            waited = 0
        }
        return learningRate
    }
}
