/// What training went through, a number for each epoch.
public struct History: Equatable, Sendable {
    /// The mean loss over the examples, each measured before the update of its batch; with the penalty on weights.
    public var loss: [Double] = []
    /// The part of the examples whose class was right; empty where targets are no classes.
    public var accuracy: [Double] = []
    /// The loss on the validation examples after the epoch, in evaluation; empty without such.
    public var validationLoss: [Double] = []
    /// The part of the validation examples whose class was right.
    public var validationAccuracy: [Double] = []
    /// The epoch of the lowest validation loss, or without validation of the lowest loss.
    public var bestEpoch = 0
    /// Whether training ended because the validation loss no longer fell.
    public var stoppedEarly = false
    /// The epoch in which the loss was infinite or not a number, where training then stopped.
    public var divergedEpoch: Int? = nil

    /// No epochs yet.
    public init() {}

    /// How many epochs there were.
    public var epochs: Int { loss.count }
}
