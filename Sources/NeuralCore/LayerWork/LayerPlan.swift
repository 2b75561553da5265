import Elementary

/// What a layer does, made from its code: the shapes it takes and gives, the numbers it learns, its memory at work.
class LayerPlan {
    /// How the layer is written.
    final let name: String
    final let seed: Int?
    /// What the layer learns, in the order in which a network lists it.
    final let groups: [ParameterGroup]
    /// The layers inside this one; their parameters follow its own.
    final let children: [LayerPlan]
    /// How many numbers the layer learns.
    final let parameterCount: Int

    init(_ header: LayerHeader, groups: [ParameterGroup] = [], children: [LayerPlan] = []) {
        name = header.name
        seed = header.seed
        self.groups = groups
        self.children = children
        var count = 0
        for group in groups { count += group.count }
        for child in children { count += child.parameterCount }
        parameterCount = count
    }

    /// The shape that an example has behind the layer. Throws where the layer cannot take it.
    func outputShape(_ input: [Int]) throws(EngineError) -> [Int] { input }
    /// The shape of an example where the layer takes no other.
    var naturalInput: [Int]? { nil }
    /// The activation that the layer has of its own.
    var activation: Activation { .linear }
    /// About how many numbers a pass keeps for an example of a shape that gives `output` numbers.
    func memory(_ input: [Int], output: Int) -> Int { 2 * output }
    /// The layer with memory for passes.
    func makeState(_ memory: LayerMemory) -> LayerState { LayerState(self, memory) }

    /// Puts the numbers that training starts from into `parameters`, drawn from the layer's seed or else from `bits`.
    final func initialise(_ parameters: UnsafeMutablePointer<Double>, bits: UInt64) {
        let own = seed.map { UInt64(bitPattern: Int64($0)) } ?? bits
        var generator = SeededGenerator(seed: own)
        var next = parameters
        for group in groups {
            group.initialise(next, &generator)
            next += group.count
        }
        for (i, child) in children.enumerated() {
            child.initialise(next, bits: LayerPlan.bits(own, i))
            next += child.parameterCount
        }
    }

    /// The seed of a part without one of its own.
    static func bits(_ seed: UInt64, _ part: Int) -> UInt64 { seed &* 1_000_003 &+ UInt64(part) &+ 1 }

    /// That the layer does not take a shape; `needs` says which it takes.
    final func misfit(_ needs: String, _ shape: [Int]) -> EngineError {
        .layerDoesNotFit(layer: name, needs: needs, shape: shape)
    }
}

/// What every layer's code begins with.
struct LayerHeader {
    let name: String
    let seed: Int?
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

extension Initializer {
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
