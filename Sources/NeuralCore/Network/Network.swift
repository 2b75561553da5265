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

    /// The layers as they were written; none in a network of an interpreter, which holds them itself.
    private let descriptions: [Layer]
    let plans: [LayerPlan]
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
    /// What `restoreBest` goes back to.
    var best: SavedNumbers?
    /// How far the current pass has come: a call needs the one before it.
    @exclusivity(unchecked) var progress = Progress.none
    enum Progress: Int { case none, forward, loss, backward }

    /// A network of layers, each of which takes what the one before gives. Layers without a seed of their own get theirs
    /// from `seed` and their position. `input` is the shape of one example, such as `[1, 8, 8]` for images of one
    /// channel; it is needed where examples come as rows of numbers and the first layer wants another shape.
    public convenience init(_ layers: [Layer], input: [Int]? = nil, seed: Int = 0) {
        let plans = layers.map { $0.code.plan }
        trapping { () throws(EngineError) in try Checked.fit(plans, input: input) }
        self.init(plans: plans, descriptions: layers, input: input, seed: seed)
    }

    /// A network of layers that are known to fit.
    init(plans: [LayerPlan], descriptions: [Layer] = [], input: [Int]?, seed: Int) {
        self.plans = plans
        self.descriptions = descriptions
        givenShape = input ?? plans[0].naturalInput
        self.seed = seed
        var offsets = [0]
        for plan in plans { offsets.append(offsets[offsets.count - 1] + plan.parameterCount) }
        self.offsets = offsets
        numbers = NetworkNumbers(count: offsets[plans.count])
        isFrozen = [Bool](repeating: false, count: plans.count)
        var states: [LayerState] = []
        let bits = UInt64(bitPattern: Int64(seed))
        for (i, plan) in plans.enumerated() {
            plan.initialise(numbers.parameters.start + offsets[i], bits: LayerPlan.bits(bits, i))
            states.append(
                plan.makeState(
                    LayerMemory(
                        parameters: numbers.parameters.start + offsets[i],
                        gradients: numbers.gradients.start + offsets[i], seed: LayerPlan.bits(bits, i))))
        }
        self.states = states
    }

    /// A network with the same numbers that learns on its own; without an observer.
    public func copy() -> Network {
        let copy = Network(plans: plans, descriptions: descriptions, input: givenShape, seed: seed)
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
        copy.best = best
        copy.hasInputGradient = hasInputGradient
        copy.progress = progress
        return copy
    }

    /// A copy to look into, of whose passes nobody hears; in cells, whose copies are recorded, it is another than `copy()`.
    func _unheardCopy() -> Network { copy() }

    /// The layers: dense ones with the weights and biases that they have now, others as they were written.
    public var layers: [Layer] {
        var result: [Layer] = []
        for (i, layer) in descriptions.enumerated() {
            guard let dense = layer as? Dense else {
                result.append(layer)
                continue
            }
            result.append(
                Dense(weights: weights(ofLayer: i), biases: biases(ofLayer: i), activation: dense.activation))
        }
        return result
    }

    /// How many layers there are.
    public var layerCount: Int { plans.count }

    /// The shape of one example: as told, or as in the last pass; empty where neither is known.
    public var inputShape: [Int] { hasRun ? passShape : givenShape ?? [] }

    /// The shape of one prediction; empty where that of an example is not known.
    public var outputShape: [Int] {
        if hasRun { return states[states.count - 1].outputShape }
        return shapes.last ?? []
    }

    /// The shapes of one example behind each layer; empty where that in front of them is not known.
    public var shapes: [[Int]] {
        let shape = inputShape
        return shape.isEmpty ? [] : (try? Checked.shapes(plans, from: shape)) ?? []
    }

    /// Whether all layers are dense and take rows, so that each weight joins two units.
    public var isDense: Bool {
        for plan in plans where !(plan is DensePlan) { return false }
        return inputShape.count == 1
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

    /// How many examples the last pass had.
    public var exampleCount: Int { rows }

    /// About how many multiplications one example takes on its way forward; before the first pass, the parameters.
    public var multiplications: Int {
        guard hasRun else { return parameterCount }
        var count = 0
        for state in states { count += state.work }
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

    /// How a layer is written.
    public func description(ofLayer index: Int) -> String {
        trapping { () throws(EngineError) in try Checked.layer(self, index).name }
    }

    /// How a layer is called in tables and pictures.
    public func name(ofLayer index: Int) -> String {
        if index == plans.count - 1 { return "output" }
        return plans.count == 2 ? "hidden" : "hidden \(index + 1)"
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
    static func fit(_ layers: [LayerPlan], input: [Int]?) throws(EngineError) {
        guard !layers.isEmpty else { throw .empty(operation: "network") }
        var parameters = 0
        for layer in layers {
            parameters += layer.parameterCount
            guard parameters <= 1 << 28 else { throw .badShape([parameters]) }
        }
        if let shape = input ?? layers[0].naturalInput { _ = try shapes(layers, from: shape) }
    }

    /// The shapes behind each layer.
    static func shapes(_ layers: [LayerPlan], from input: [Int]) throws(EngineError) -> [[Int]] {
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

    static func layer(_ network: Network, _ index: Int) throws(EngineError) -> LayerPlan {
        guard index >= 0, index < network.plans.count else {
            throw .indexOutOfRange(index: index, count: network.plans.count)
        }
        return network.plans[index]
    }
}
