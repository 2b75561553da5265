/// Stochastic gradient descent: every parameter steps against its gradient g.
///
/// v ← momentum·v + g + weightDecay·p, then p ← p − learningRate·v.
public struct SGD: Equatable, Sendable {
    public var learningRate: Double
    /// How much of the last step's direction is kept, from 0 to 1.
    public var momentum: Double
    /// How strongly weights and biases are drawn towards 0.
    public var weightDecay: Double

    public init(learningRate: Double, momentum: Double = 0, weightDecay: Double = 0) {
        self.learningRate = learningRate
        self.momentum = momentum
        self.weightDecay = weightDecay
    }

    func check() throws(EngineError) {
        guard learningRate.isFinite else { throw .badArgument(name: "learningRate", reason: "is not a finite number") }
        guard momentum.isFinite else { throw .badArgument(name: "momentum", reason: "is not a finite number") }
        guard weightDecay.isFinite else { throw .badArgument(name: "weightDecay", reason: "is not a finite number") }
    }

    func step(_ parameters: inout [Double], _ gradients: [Double], _ velocities: inout [Double]) {
        if momentum == 0 && weightDecay == 0 {
            for i in parameters.indices { parameters[i] -= learningRate * gradients[i] }
            return
        }
        LayerState.resize(&velocities, parameters.count)
        for i in parameters.indices {
            velocities[i] = momentum * velocities[i] + (gradients[i] + weightDecay * parameters[i])
            parameters[i] -= learningRate * velocities[i]
        }
    }
}
