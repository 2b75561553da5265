import Elementary

/// What a neuron does with its weighted sum z.
public enum Activation: String, CaseIterable, Sendable {
    case linear, step, sigmoid, tanh, relu, leakyReLU, gelu, softplus, elu, silu

    /// The activation a of the weighted sum z.
    @inlinable
    public func callAsFunction(_ z: Double) -> Double {
        switch self {
        case .linear: z
        case .step: z >= 0 ? 1 : (z.isNaN ? z : 0)
        case .sigmoid: Self.logistic(z)
        case .tanh: Elementary.tanh(z)
        case .relu: z > 0 || z.isNaN ? z : 0
        case .leakyReLU: z > 0 ? z : 0.01 * z
        case .gelu: 0.5 * z * (1 + Elementary.erf(z * 0x1.6a09e667f3bcdp-1))
        case .softplus: z > 0 ? z + Elementary.log1p(Elementary.exp(-z)) : Elementary.log1p(Elementary.exp(z))
        case .elu: z > 0 ? z : Elementary.expm1(z)
        case .silu: z * Self.logistic(z)
        }
    }

    /// The slope da/dz at the weighted sum z; at the kink of `relu`, `leakyReLU` and `step` that of the left side.
    @inlinable
    public func derivative(_ z: Double) -> Double { derivative(z, activation: callAsFunction(z)) }

    /// The slope at z where the activation is already known.
    @inlinable
    func derivative(_ z: Double, activation a: Double) -> Double {
        switch self {
        case .linear: 1
        case .step: z.isNaN ? z : 0
        case .sigmoid: a * (1 - a)
        case .tanh: 1 - a * a
        case .relu: z > 0 ? 1 : (z.isNaN ? z : 0)
        case .leakyReLU: z > 0 ? 1 : (z.isNaN ? z : 0.01)
        case .gelu: Self.geluDerivative(z, a)
        case .softplus: Self.logistic(z)
        case .elu: z > 0 ? 1 : a + 1
        case .silu: Self.siluDerivative(z)
        }
    }

    /// 1/(1 + e^−z), with e^z below 0 so that neither end overflows or loses its digits.
    @inlinable
    static func logistic(_ z: Double) -> Double {
        if z >= 0 { return 1 / (1 + Elementary.exp(-z)) }
        let e = Elementary.exp(z)
        return e / (1 + e)
    }

    /// σ(z)·(1 + z·(1 − σ(z))).
    @inlinable
    static func siluDerivative(_ z: Double) -> Double {
        let s = logistic(z)
        return s * (1 + z * (1 - s))
    }

    /// Φ(z) + z·φ(z) with the normal distribution's Φ and density φ. Φ is a/z, unless z is so small that a has lost digits.
    @inlinable
    static func geluDerivative(_ z: Double, _ a: Double) -> Double {
        let density = 0x1.9884533d43651p-2 * Elementary.exp(-0.5 * z * z)
        return (z.magnitude < 0x1p-900 ? 0.5 : a / z) + z * density
    }
}
