import Elementary

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
    public var learningRate: Double
    /// How much of the last step's direction is kept, from 0 to 1.
    public var momentum: Double
    /// How strongly weights and biases are drawn towards 0.
    public var weightDecay: Double
    public var nesterov: Bool

    public init(learningRate: Double, momentum: Double = 0, weightDecay: Double = 0, nesterov: Bool = false) {
        self.learningRate = learningRate
        self.momentum = momentum
        self.weightDecay = weightDecay
        self.nesterov = nesterov
    }

    public var rule: UpdateRule { .sgd(self) }
}

/// Steps of about the learning rate for every parameter, however large its gradients g are (Hinton, 2012).
///
/// s ← decay·s + (1 − decay)·g², then p ← p − learningRate · g / (√s + epsilon).
public struct RMSProp: Optimizer, Equatable {
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

    public var rule: UpdateRule { .rmsProp(self) }
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

    public var rule: UpdateRule { .adam(self) }
}

/// Adam that also shrinks each parameter by learningRate · weightDecay of itself, apart from its gradient (Loshchilov
/// and Hutter, 2019).
public struct AdamW: Optimizer, Equatable {
    public var learningRate: Double
    public var beta1: Double
    public var beta2: Double
    public var epsilon: Double
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

    public var rule: UpdateRule { .adamW(self) }
}

// MARK: - What the rules do

/// Some parameters, their gradients, and what a rule remembers about them.
struct UpdateMemory {
    let parameters: UnsafeMutablePointer<Double>
    let gradients: UnsafePointer<Double>
    /// Running means of gradients.
    let means: UnsafeMutablePointer<Double>
    /// Running means of squared gradients.
    let squares: UnsafeMutablePointer<Double>
    let count: Int
}

extension UpdateRule {
    public var learningRate: Double {
        switch self {
        case .sgd(let rule): rule.learningRate
        case .rmsProp(let rule): rule.learningRate
        case .adam(let rule): rule.learningRate
        case .adamW(let rule): rule.learningRate
        }
    }

    /// The same rule with another rate.
    func at(_ rate: Double) -> UpdateRule {
        switch self {
        case .sgd(var rule):
            rule.learningRate = rate
            return .sgd(rule)
        case .rmsProp(var rule):
            rule.learningRate = rate
            return .rmsProp(rule)
        case .adam(var rule):
            rule.learningRate = rate
            return .adam(rule)
        case .adamW(var rule):
            rule.learningRate = rate
            return .adamW(rule)
        }
    }

    /// Throws where a setting is not a finite number.
    func check() throws(EngineError) {
        switch self {
        case .sgd(let rule):
            try Self.finite("learningRate", rule.learningRate)
            try Self.finite("momentum", rule.momentum)
            try Self.finite("weightDecay", rule.weightDecay)
        case .rmsProp(let rule):
            try Self.finite("learningRate", rule.learningRate)
            try Self.finite("decay", rule.decay)
            try Self.finite("epsilon", rule.epsilon)
        case .adam(let rule): try Self.check(rule)
        case .adamW(let rule):
            try Self.check(rule.adam)
            try Self.finite("weightDecay", rule.weightDecay)
        }
    }

    private static func check(_ rule: Adam) throws(EngineError) {
        try finite("learningRate", rule.learningRate)
        try finite("beta1", rule.beta1)
        try finite("beta2", rule.beta2)
        try finite("epsilon", rule.epsilon)
    }

    private static func finite(_ name: String, _ value: Double) throws(EngineError) {
        if !value.isFinite { throw .badArgument(name: name, reason: "is not a finite number") }
    }

    /// Moves parameters one step, the `number`th from 1.
    func step(_ memory: UpdateMemory, number: Int) {
        switch self {
        case .sgd(let rule): rule.step(memory)
        case .rmsProp(let rule): rule.step(memory)
        case .adam(let rule): rule.step(memory, number)
        case .adamW(let rule):
            let kept = 1 - rule.learningRate * rule.weightDecay
            for i in 0..<memory.count { memory.parameters[i] *= kept }
            rule.adam.step(memory, number)
        }
    }
}

extension SGD {
    fileprivate func step(_ memory: UpdateMemory) {
        let p = memory.parameters
        let g = memory.gradients
        if momentum == 0 && weightDecay == 0 {
            for i in 0..<memory.count { p[i] -= learningRate * g[i] }
            return
        }
        let v = memory.means
        for i in 0..<memory.count {
            let slope = g[i] + weightDecay * p[i]
            v[i] = momentum * v[i] + slope
            p[i] -= learningRate * (nesterov ? slope + momentum * v[i] : v[i])
        }
    }
}

extension RMSProp {
    fileprivate func step(_ memory: UpdateMemory) {
        let s = memory.squares
        for i in 0..<memory.count {
            let g = memory.gradients[i]
            s[i] = decay * s[i] + (1 - decay) * g * g
            memory.parameters[i] -= learningRate * g / (s[i].squareRoot() + epsilon)
        }
    }
}

extension Adam {
    fileprivate func step(_ memory: UpdateMemory, _ number: Int) {
        let m = memory.means
        let v = memory.squares
        let size = learningRate / (1 - Elementary.pow(beta1, Double(number)))
        let scale = (1 - Elementary.pow(beta2, Double(number))).squareRoot()
        for i in 0..<memory.count {
            let g = memory.gradients[i]
            m[i] = beta1 * m[i] + (1 - beta1) * g
            v[i] = beta2 * v[i] + (1 - beta2) * g * g
            memory.parameters[i] -= size * m[i] / (v[i].squareRoot() / scale + epsilon)
        }
    }
}

extension AdamW {
    fileprivate var adam: Adam {
        Adam(learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    }
}
