/// A price on large weights, added to the loss of a training step; biases go free.
public enum Penalty: Equatable, Sendable {
    case none
    /// So much for each |w|: draws small weights to 0.
    case l1(Double)
    /// So much for each w²: draws all weights towards 0, large ones most.
    case l2(Double)
}
