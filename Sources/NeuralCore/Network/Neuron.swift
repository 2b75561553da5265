/// One neuron: it weighs its inputs, adds a bias and bends the sum, a = f(w₁x₁ + w₂x₂ + … + b).
public struct Neuron: Equatable, Sendable {
    /// One weight for each input.
    public var weights: [Double]
    /// What is added to the weighted inputs.
    public var bias: Double
    /// What bends the sum.
    public var activation: Activation

    /// A neuron with these weights, one for each input.
    public init(weights: [Double], bias: Double = 0, activation: Activation = .linear) {
        self.weights = weights
        self.bias = bias
        self.activation = activation
    }

    /// The weighted sum z, products added from left to right, the bias last. `inputs` must be as many as the weights.
    public func weightedSum(_ inputs: [Double]) -> Double {
        trapping { () throws(EngineError) in try Checked.weightedSum(self, inputs) }
    }

    /// The activation a. `inputs` must be as many as the weights.
    public func callAsFunction(_ inputs: [Double]) -> Double { activation(weightedSum(inputs)) }
}

extension Checked {
    public static func weightedSum(_ neuron: Neuron, _ inputs: [Double]) throws(EngineError) -> Double {
        guard inputs.count == neuron.weights.count else {
            throw .countDiffers(of: "inputs", expected: neuron.weights.count, actual: inputs.count)
        }
        var sum = 0.0
        for (w, x) in zip(neuron.weights, inputs) { sum += w * x }
        return sum + neuron.bias
    }
}
