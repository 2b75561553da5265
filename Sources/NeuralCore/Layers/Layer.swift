import Elementary

/// One layer of a network, as it is written: what it does with an example of which shape, and what it learns. A
/// description never changes; a `Network` makes numbers of its own from it, so that one layer may stand in many.
///
/// Shapes are those of one example, without the batch: `[features]`, `[channels, height, width]` for images,
/// `[steps, features]` for sequences, `[nodes, features]` for graphs.
public class Layer: CustomStringConvertible {
    /// What the engine builds the layer from.
    let code: LayerCode

    init(_ code: LayerCode) {
        self.code = code
        code.check()
    }

    /// How the layer is written in a program.
    public var description: String { code.names[0] }

    /// How many numbers the layer learns.
    public var parameterCount: Int { code.startingNumbers().count }
}

/// The kinds of layers that the engine knows.
enum LayerKind: Int, CaseIterable {
    case dense, givenDense, activate, flatten, reshape, transpose, softmax, logSoftmax, dropout, batchNorm, layerNorm
    case conv2D, conv1D, maxPool2D, averagePool2D, maxPool1D, averagePool1D, globalMaxPool, globalAveragePool
    case embedding, rnn, lstm, gru, selfAttention, positionalEncoding, residual, chain, graphConvolution
}

/// A layer, with the layers inside it, as numbers.
struct LayerCode {
    /// The kind, whether there is a seed, the seed, and what the kind needs besides; then the parts.
    private(set) var integers: [Int]
    private(set) var reals: [Double]
    /// How the layer and those inside it are written.
    private(set) var names: [String]

    init(_ kind: LayerKind, _ name: String, _ integers: [Int] = [], reals: [Double] = [], seed: Int? = nil) {
        self.integers = [kind.rawValue, seed == nil ? 0 : 1, seed ?? 0] + integers
        self.reals = reals
        names = [name]
    }

    /// Adds layers inside, after how many they are.
    mutating func add(_ parts: [Layer]) {
        integers.append(parts.count)
        for part in parts {
            integers += part.code.integers
            reals += part.code.reals
            names += part.code.names
        }
    }
}

/// How weights start.
public enum Initializer: Equatable, Sendable {
    /// `he` before ReLU and its kin, `glorot` otherwise.
    case automatic
    /// Uniform in ±√(6/(inputs + outputs)) (Glorot and Bengio, 2010): keeps the spread of signals and slopes alike.
    case glorot
    /// Uniform in ±√(6/inputs) (He et al., 2015): makes up for the half that ReLU cuts off.
    case he
    /// Normal with mean 0 and this standard deviation.
    case normal(Double)
    /// Uniform between minus and plus this number.
    case uniform(Double)
    case zeros

    /// The number of the case.
    var kind: Int {
        switch self {
        case .automatic: return 0
        case .glorot: return 1
        case .he: return 2
        case .normal(_): return 3
        case .uniform(_): return 4
        case .zeros: return 5
        }
    }

    /// What the case holds.
    var spread: Double {
        switch self {
        case .normal(let spread): return spread
        case .uniform(let spread): return spread
        default: return 0
        }
    }
}

/// Writes layers as programs do: `Conv2D(1, 8, kernel: 3, stride: 2)`.
struct LayerName {
    private var text: String
    private var isFirst = true

    init(_ name: String) { text = name + "(" }

    func with(_ argument: String) -> LayerName {
        var copy = self
        copy.text += (isFirst ? "" : ", ") + argument
        copy.isFirst = false
        return copy
    }
    func with(_ argument: Int) -> LayerName { with("\(argument)") }
    /// An argument that is left out where it has its usual value.
    func with(_ label: String, _ value: Int, usually usual: Int) -> LayerName {
        value == usual ? self : with(label + ": \(value)")
    }
    func with(_ label: String, _ value: Double, usually usual: Double) -> LayerName {
        value == usual ? self : with(label + ": " + Elementary.describe(value))
    }
    func with(_ activation: Activation, usually usual: Activation = .linear) -> LayerName {
        activation == usual ? self : with("activation: ." + activation.rawValue)
    }
    func with(_ label: String, _ isSo: Bool) -> LayerName { isSo ? with(label + ": true") : self }

    var closed: String { text + ")" }
}
