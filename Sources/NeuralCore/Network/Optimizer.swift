/// How a network's parameters move, given their gradients.
public protocol Optimizer: Sendable {
    /// The size of a step.
    var learningRate: Double { get set }
    /// The rule with its settings.
    var rule: UpdateRule { get }
}

/// One of the rules by which parameters move.
public enum UpdateRule: Equatable, Sendable {
    case sgd(SGD)
    case rmsProp(RMSProp)
    case adam(Adam)
    case adamW(AdamW)
}

/// Stochastic gradient descent: every parameter steps against its gradient g.
///
/// v ← momentum·v + g + weightDecay·p, then p ← p − learningRate·v. With `nesterov` the step looks ahead: along
/// g + weightDecay·p + momentum·v.
public struct SGD: Optimizer, Equatable {
    /// The size of a step.
    public var learningRate: Double
    /// How much of the last step's direction is kept, from 0 to 1.
    public var momentum: Double
    /// How strongly weights and biases are drawn towards 0.
    public var weightDecay: Double
    /// Whether the step looks ahead along its own momentum.
    public var nesterov: Bool

    public init(learningRate: Double, momentum: Double = 0, weightDecay: Double = 0, nesterov: Bool = false) {
        self.learningRate = learningRate
        self.momentum = momentum
        self.weightDecay = weightDecay
        self.nesterov = nesterov
    }

    /// The rule with these settings.
    public var rule: UpdateRule { .sgd(self) }
}

/// Steps of about the learning rate for every parameter, however large its gradients g are (Hinton, 2012).
///
/// s ← decay·s + (1 − decay)·g², then p ← p − learningRate · g / (√s + epsilon).
public struct RMSProp: Optimizer, Equatable {
    /// The size of a step.
    public var learningRate: Double
    /// How much of s is kept at each step.
    public var decay: Double
    /// Keeps the division harmless where gradients vanish.
    public var epsilon: Double

    public init(learningRate: Double = 0.01, decay: Double = 0.99, epsilon: Double = 1e-8) {
        self.learningRate = learningRate
        self.decay = decay
        self.epsilon = epsilon
    }

    /// The rule with these settings.
    public var rule: UpdateRule { .rmsProp(self) }
}

/// Adam (Kingma and Ba, 2015): steps of about the learning rate for every parameter, however large its gradients are.
///
/// m and v are running means of g and g², both divided by what they lack at the start; then
/// p ← p − learningRate · m / (√v + epsilon).
public struct Adam: Optimizer, Equatable {
    /// The size of a step.
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

    /// The rule with these settings.
    public var rule: UpdateRule { .adam(self) }
}

/// Adam that also shrinks each parameter by learningRate · weightDecay of itself, apart from its gradient (Loshchilov
/// and Hutter, 2019).
public struct AdamW: Optimizer, Equatable {
    /// The size of a step.
    public var learningRate: Double
    /// How much of m is kept at each step.
    public var beta1: Double
    /// How much of v is kept at each step.
    public var beta2: Double
    /// Keeps the division harmless where gradients vanish.
    public var epsilon: Double
    /// How strongly parameters are drawn towards 0, apart from their gradients.
    public var weightDecay: Double

    public init(
        learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
        weightDecay: Double = 0.01
    ) {
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
    }

    /// The rule with these settings.
    public var rule: UpdateRule { .adamW(self) }
}
