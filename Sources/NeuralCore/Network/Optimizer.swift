import Elementary

/// How parameters move along their gradients.
public protocol Optimizer: Sendable {
    /// The size of a step.
    var learningRate: Double { get }

    /// Throws where a setting is not a finite number.
    func check() throws(EngineError)

    /// Moves each parameter one step; `memory` is kept from step to step, and is empty before the first.
    func step(_ parameters: inout [Double], _ gradients: [Double], _ memory: inout OptimizerMemory)
}

/// What an optimizer remembers about some parameters.
public struct OptimizerMemory: Sendable {
    /// How many steps were made.
    public var steps = 0
    /// One number for each parameter, or none: a running mean of gradients.
    public var means: [Double] = []
    /// One number for each parameter, or none: a running mean of squared gradients.
    public var squares: [Double] = []
}

extension Optimizer {
    func checkFinite(_ values: [(String, Double)]) throws(EngineError) {
        for (name, value) in values where !value.isFinite {
            throw .badArgument(name: name, reason: "is not a finite number")
        }
    }
}

/// Stochastic gradient descent: every parameter steps against its gradient g.
///
/// v ← momentum·v + g + weightDecay·p, then p ← p − learningRate·v.
public struct SGD: Optimizer, Equatable {
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

    public func check() throws(EngineError) {
        try checkFinite([("learningRate", learningRate), ("momentum", momentum), ("weightDecay", weightDecay)])
    }

    public func step(_ parameters: inout [Double], _ gradients: [Double], _ memory: inout OptimizerMemory) {
        if momentum == 0 && weightDecay == 0 {
            for i in parameters.indices { parameters[i] -= learningRate * gradients[i] }
            return
        }
        LayerState.resize(&memory.means, parameters.count)
        for i in parameters.indices {
            memory.means[i] = momentum * memory.means[i] + (gradients[i] + weightDecay * parameters[i])
            parameters[i] -= learningRate * memory.means[i]
        }
    }
}

/// Adam (Kingma and Ba, 2015): steps of about the learning rate for every parameter, however large its gradients are.
///
/// m and v are running means of g and g², both divided by what they lack at the start; then
/// p ← p − learningRate · m / (√v + epsilon).
public struct Adam: Optimizer, Equatable {
    public var learningRate: Double
    /// How much of m is kept at each step.
    public var beta1: Double
    /// How much of v is kept at each step.
    public var beta2: Double
    /// Keeps the division harmless where gradients vanish.
    public var epsilon: Double

    public init(learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) {
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
    }

    public func check() throws(EngineError) {
        try checkFinite([
            ("learningRate", learningRate), ("beta1", beta1), ("beta2", beta2), ("epsilon", epsilon),
        ])
    }

    public func step(_ parameters: inout [Double], _ gradients: [Double], _ memory: inout OptimizerMemory) {
        memory.steps += 1
        LayerState.resize(&memory.means, parameters.count)
        LayerState.resize(&memory.squares, parameters.count)
        let size = learningRate / (1 - Elementary.pow(beta1, Double(memory.steps)))
        let scale = (1 - Elementary.pow(beta2, Double(memory.steps))).squareRoot()
        for i in parameters.indices {
            let g = gradients[i]
            memory.means[i] = beta1 * memory.means[i] + (1 - beta1) * g
            memory.squares[i] = beta2 * memory.squares[i] + (1 - beta2) * g * g
            parameters[i] -= size * memory.means[i] / (memory.squares[i].squareRoot() / scale + epsilon)
        }
    }
}
