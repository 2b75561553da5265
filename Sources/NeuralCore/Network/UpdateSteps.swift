import Elementary

#if canImport(CNeuralKernels) && arch(x86_64)
    import CNeuralKernels
#endif

/// Some parameters, their gradients, and what a rule remembers about them.
struct UpdateMemory {
    let parameters: UnsafeMutablePointer<Double>
    let gradients: UnsafePointer<Double>
    /// Running means of gradients.
    let means: UnsafeMutablePointer<Double>
    /// Running means of squared gradients.
    let squares: UnsafeMutablePointer<Double>
    let count: Int

    func part(_ range: Range<Int>) -> UpdateMemory {
        let at = range.lowerBound
        return UpdateMemory(
            parameters: parameters + at, gradients: gradients + at, means: means + at, squares: squares + at,
            count: range.count)
    }
}

extension UpdateRule {
    /// The size of a step.
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
        Threads.share(memory.count, work: work &* memory.count) { part in stepHere(memory.part(part), number) }
    }

    /// About how many multiplications of a matrix product take as long as one parameter's step.
    private var work: Int { if case .sgd = self { 16 } else { 100 } }

    private func stepHere(_ memory: UpdateMemory, _ number: Int) {
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
        var done = 0
        #if canImport(CNeuralKernels) && arch(x86_64)
            if neural_has_avx2() != 0 {
                done = neural_adam_avx2(
                    memory.parameters, memory.gradients, m, v, memory.count, beta1, beta2, size, scale, epsilon)
            }
        #endif
        for i in done..<memory.count {
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
