/// Layers one after another, which learn.
///
/// A network is an object: it changes when it learns, and everyone who holds it sees that; `copy()` makes another.
///
///     let net = Network([Dense(2, 2, activation: .sigmoid, seed: 1), Dense(2, 1, activation: .sigmoid)])
///     let prediction = net.forward([1, 0])
///     let loss = net.loss([1])
///     net.backward()
///     net.update(SGD(learningRate: 0.5))
public final class Network {
    /// Who hears what the network does.
    public var observer: (any EngineObserver)?
    /// A price on large weights, part of `loss` and of the gradients.
    public internal(set) var penalty = Penalty.none

    /// The layers as they were written.
    let descriptions: [Layer]
    let states: [LayerState]
    /// Where each layer's parameters begin, and at the end how many there are.
    let offsets: [Int]
    let numbers: NetworkNumbers
    let seed: Int
    /// The shape of an example where the network was told it or its first layer says it.
    let givenShape: [Int]?

    /// The examples of the last pass, and ∂L/∂x.
    let input = Buffer()
    let inputGradient = Buffer()
    let targets = Buffer()
    @exclusivity(unchecked) var rows = 0
    @exclusivity(unchecked) var passShape: [Int] = []
    /// How many examples had a class, where targets were classes.
    @exclusivity(unchecked) var labelled: Int?
    @exclusivity(unchecked) var isFrozen: [Bool]
    @exclusivity(unchecked) var hasInputGradient = false
    /// How far the current pass has come: a call needs the one before it.
    @exclusivity(unchecked) var progress = Progress.none
    enum Progress: Int { case none, forward, loss, backward }

    /// A network of layers, each of which takes what the one before gives. Layers without a seed of their own get theirs
    /// from `seed` and their position. `input` is the shape of one example, such as `[1, 8, 8]` for images of one
    /// channel; it is needed where examples come as rows of numbers and the first layer wants another shape.
    public convenience init(_ layers: [Layer], input: [Int]? = nil, seed: Int = 0) {
        trapping { () throws(EngineError) in try Checked.fit(layers, input: input) }
        self.init(layers: layers, input: input, seed: seed)
    }

    /// A network of layers that are known to fit.
    init(layers: [Layer], input: [Int]?, seed: Int) {
        descriptions = layers
        givenShape = input ?? layers[0].naturalInput
        self.seed = seed
        var offsets = [0]
        for layer in layers { offsets.append(offsets[offsets.count - 1] + layer.parameterCount) }
        self.offsets = offsets
        numbers = NetworkNumbers(count: offsets[layers.count])
        isFrozen = [Bool](repeating: false, count: layers.count)
        var states: [LayerState] = []
        let bits = UInt64(bitPattern: Int64(seed))
        for (i, layer) in layers.enumerated() {
            layer.initialise(numbers.parameters.start + offsets[i], bits: Layer.bits(bits, i))
            states.append(
                layer.makeState(
                    LayerMemory(
                        parameters: numbers.parameters.start + offsets[i],
                        gradients: numbers.gradients.start + offsets[i], seed: Layer.bits(bits, i))))
        }
        self.states = states
    }

    /// A network with the same numbers that learns on its own; without an observer.
    public func copy() -> Network {
        let copy = Network(layers: descriptions, input: givenShape, seed: seed)
        copy.numbers.assign(numbers)
        copy.penalty = penalty
        for (own, others) in zip(copy.states, states) { own.assign(others) }
        copy.input.assign(input)
        copy.inputGradient.assign(inputGradient)
        copy.targets.assign(targets)
        copy.rows = rows
        copy.passShape = passShape
        copy.labelled = labelled
        copy.isFrozen = isFrozen
        copy.hasInputGradient = hasInputGradient
        copy.progress = progress
        return copy
    }

    /// The layers: dense ones with the weights and biases that they have now, others as they were written.
    public var layers: [Layer] {
        var result: [Layer] = []
        for (i, layer) in descriptions.enumerated() {
            guard let dense = layer as? Dense else {
                result.append(layer)
                continue
            }
            let all = parameters(at: i)
            let count = dense.inputs * dense.outputs
            result.append(
                Dense(
                    dense.inputs, dense.outputs, dense.activation, dense.initializer,
                    ([Double](all[..<count]), [Double](all[count...])), dense.seed))
        }
        return result
    }

    /// The shape of one example: as told, or as in the last pass; empty where neither is known.
    public var inputShape: [Int] { hasRun ? passShape : givenShape ?? [] }

    /// The shape of one prediction; empty where that of an example is not known.
    public var outputShape: [Int] {
        if hasRun { return states[states.count - 1].outputShape }
        guard let givenShape else { return [] }
        return (try? Checked.shapes(descriptions, from: givenShape).last) ?? []
    }

    /// How many numbers an example has; 0 where its shape is not known before a pass.
    public var inputCount: Int { Network.count(inputShape) }
    /// How many numbers a prediction has; 0 where the shape of an example is not known before a pass.
    public var outputCount: Int { Network.count(outputShape) }

    private static func count(_ shape: [Int]) -> Int {
        if shape.isEmpty { return 0 }
        var count = 1
        for size in shape { count *= size }
        return count
    }

    /// Whether there was a forward pass, so that `sums` and `activations` are there.
    public var hasRun: Bool { progress != .none }

    /// The last example of the last forward pass; empty before the first.
    public var lastInputs: [Double] {
        guard hasRun else { return [] }
        let count = input.count / rows
        return Buffer.array(input.start + (input.count - count), count)
    }

    /// How a layer is called in tables and pictures.
    public func name(ofLayer index: Int) -> String {
        if index == descriptions.count - 1 { return "output" }
        return descriptions.count == 2 ? "hidden" : "hidden \(index + 1)"
    }
}

/// What a network learns, and what its optimizer remembers.
final class NetworkNumbers {
    let parameters: Buffer
    let gradients: Buffer
    /// Running means of gradients and of their squares; empty until an update needs them.
    let means = Buffer()
    let squares = Buffer()
    /// How many updates there were.
    @exclusivity(unchecked) var steps = 0

    init(count: Int) {
        parameters = Buffer(count: count)
        gradients = Buffer(count: count)
    }

    func assign(_ other: NetworkNumbers) {
        parameters.assign(other.parameters)
        gradients.assign(other.gradients)
        means.assign(other.means)
        squares.assign(other.squares)
        steps = other.steps
    }

    /// Makes room for what an optimizer remembers.
    func prepareMemory() {
        guard means.count != parameters.count else { return }
        means.resize(parameters.count)
        squares.resize(parameters.count)
        means.fill(0)
        squares.fill(0)
    }
}

extension Checked {
    /// A network of layers; throws where two neighbours do not fit, as far as shapes are known.
    public static func network(_ layers: [Layer], input: [Int]?, seed: Int) throws(EngineError) -> Network {
        try fit(layers, input: input)
        return Network(layers: layers, input: input, seed: seed)
    }

    static func fit(_ layers: [Layer], input: [Int]?) throws(EngineError) {
        guard !layers.isEmpty else { throw .empty(operation: "network") }
        var parameters = 0
        for layer in layers {
            parameters += layer.parameterCount
            guard parameters <= 1 << 28 else { throw .badShape([parameters]) }
        }
        if let shape = input ?? layers[0].naturalInput { _ = try shapes(layers, from: shape) }
    }

    /// The shapes behind each layer.
    static func shapes(_ layers: [Layer], from input: [Int]) throws(EngineError) -> [[Int]] {
        _ = try count(of: input)
        var shapes: [[Int]] = []
        var shape = input
        for layer in layers {
            shape = try layer.outputShape(shape)
            _ = try count(of: shape)
            shapes.append(shape)
        }
        return shapes
    }

    static func layer(_ network: Network, _ index: Int) throws(EngineError) -> Layer {
        guard index >= 0, index < network.descriptions.count else {
            throw .indexOutOfRange(index: index, count: network.descriptions.count)
        }
        return network.descriptions[index]
    }
}
