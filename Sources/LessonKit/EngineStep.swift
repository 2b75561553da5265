/// One thing that a network did, as an `EngineLog` tells it. What does not belong to its kind is empty, or 0.
public struct EngineStep: Equatable {
    /// `forward`, `loss`, `backward` or `update`.
    public let kind: String
    /// Of a loss: its value.
    public let loss: Double
    /// Of a backward pass: ∂L/∂p for every parameter, in the order of the network's `parameters`.
    public let gradient: [Double]
    /// Of an update: the parameters before and after it, and the learning rate.
    public let before: [Double]
    public let after: [Double]
    public let rate: Double

    public init(
        kind: String, loss: Double = 0, gradient: [Double] = [], before: [Double] = [], after: [Double] = [],
        rate: Double = 0
    ) {
        self.kind = kind
        self.loss = loss
        self.gradient = gradient
        self.before = before
        self.after = after
        self.rate = rate
    }
}
