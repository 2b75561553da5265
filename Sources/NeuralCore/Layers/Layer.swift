import Elementary

/// One layer of a network, as it is written: what it does with an example of which shape, and what it learns. A
/// description never changes; a `Network` makes numbers of its own from it, so that one layer may stand in many.
///
/// Shapes are those of one example, without the batch: `[features]`, `[channels, height, width]` for images,
/// `[steps, features]` for sequences, `[nodes, features]` for graphs.
public class Layer: CustomStringConvertible {
    /// Where the layer's random numbers start; a network chooses for layers that say nothing.
    public let seed: Int?

    init(seed: Int? = nil) { self.seed = seed }

    /// How the layer is written in a program.
    public var description: String { "Layer()" }

    /// The shape that an example has behind the layer. Throws where the layer cannot take it.
    public func outputShape(_ input: [Int]) throws(EngineError) -> [Int] { input }

    /// What the layer learns, in the order in which a network lists it.
    var parameterGroups: [ParameterGroup] { [] }
    /// The layers inside this one; their parameters follow its own.
    var children: [Layer] { [] }
    /// The shape of an example where the layer takes no other.
    var naturalInput: [Int]? { nil }

    /// The layer with memory for passes; `parameters` and `gradients` have `parameterCount` numbers each.
    func makeState(_ memory: LayerMemory) -> LayerState { LayerState(self, memory) }

    /// How many numbers the layer learns.
    public final var parameterCount: Int {
        var count = 0
        for group in parameterGroups { count += group.count }
        for child in children { count += child.parameterCount }
        return count
    }

    /// Puts the numbers that training starts from into `parameters`, drawn from the layer's seed or else from `bits`.
    final func initialise(_ parameters: UnsafeMutablePointer<Double>, bits: UInt64) {
        let own = seed.map { UInt64(bitPattern: Int64($0)) } ?? bits
        var generator = SeededGenerator(seed: own)
        var next = parameters
        for group in parameterGroups {
            group.initialise(next, &generator)
            next += group.count
        }
        for (i, child) in children.enumerated() {
            child.initialise(next, bits: Layer.bits(own, i))
            next += child.parameterCount
        }
    }

    /// The seed of a part without one of its own.
    static func bits(_ seed: UInt64, _ part: Int) -> UInt64 { seed &* 1_000_003 &+ UInt64(part) &+ 1 }

    /// That the layer does not take a shape; `needs` says which it takes.
    final func misfit(_ needs: String, _ shape: [Int]) -> EngineError {
        .layerDoesNotFit(layer: description, needs: needs, shape: shape)
    }
}

/// Numbers that a layer learns together.
struct ParameterGroup {
    enum Role { case weights, biases }
    enum Start {
        case given([Double])
        case constant(Double)
        /// How many numbers meet in one result, and in how many results one number takes part.
        case drawn(Initializer, inputs: Int, outputs: Int)
    }
    let role: Role
    /// For weights a row for each result comes first.
    let shape: [Int]
    let start: Start

    var count: Int {
        var count = 1
        for size in shape { count *= size }
        return count
    }

    func initialise(_ numbers: UnsafeMutablePointer<Double>, _ generator: inout SeededGenerator) {
        switch start {
        case .given(let values):
            for i in values.indices { numbers[i] = values[i] }
        case .constant(let value):
            numbers.update(repeating: value, count: count)
        case .drawn(let initializer, let inputs, let outputs):
            initializer.draw(numbers, count, inputs: inputs, outputs: outputs, &generator)
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

    /// What `automatic` stands for before an activation.
    func chosen(for activation: Activation) -> Initializer {
        guard case .automatic = self else { return self }
        switch activation {
        case .relu, .leakyReLU, .gelu, .elu, .silu: return .he
        default: return .glorot
        }
    }

    func draw(
        _ numbers: UnsafeMutablePointer<Double>, _ count: Int, inputs: Int, outputs: Int,
        _ generator: inout SeededGenerator
    ) {
        var spread = 0.0
        switch self {
        case .automatic, .glorot: spread = (6 / Double(inputs + outputs)).squareRoot()
        case .he: spread = (6 / Double(inputs)).squareRoot()
        case .uniform(let limit): spread = limit
        case .normal(let deviation):
            for i in 0..<count { numbers[i] = deviation * generator.normal() }
            return
        case .zeros:
            numbers.update(repeating: 0, count: count)
            return
        }
        for i in 0..<count { numbers[i] = generator.uniform(-spread, spread) }
    }

    func check() throws(EngineError) {
        switch self {
        case .normal(let size), .uniform(let size):
            guard size.isFinite, size >= 0 else {
                throw .badArgument(name: "initializer", reason: "needs a finite spread, not below zero")
            }
        default: break
        }
    }
}

/// Writes layers as programs do: `Conv2D(1, 8, kernel: 3, stride: 2)`.
struct LayerText {
    private var text: String
    private var isFirst = true

    init(_ name: String) { text = name + "(" }

    func with(_ argument: String) -> LayerText {
        var copy = self
        copy.text += (isFirst ? "" : ", ") + argument
        copy.isFirst = false
        return copy
    }
    func with(_ argument: Int) -> LayerText { with("\(argument)") }
    /// An argument that is left out where it has its usual value.
    func with(_ label: String, _ value: Int, usually usual: Int) -> LayerText {
        value == usual ? self : with("\(label): \(value)")
    }
    func with(_ label: String, _ value: Double, usually usual: Double) -> LayerText {
        value == usual ? self : with("\(label): " + Elementary.describe(value))
    }
    func with(_ activation: Activation, usually usual: Activation = .linear) -> LayerText {
        activation == usual ? self : with("activation: ." + activation.rawValue)
    }
    func with(_ label: String, _ value: Bool) -> LayerText { value ? with("\(label): true") : self }

    var closed: String { text + ")" }
}
