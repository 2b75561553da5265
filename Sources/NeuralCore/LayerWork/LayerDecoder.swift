/// Makes layers from their code: what networks are built from, in programs and in an interpreter's cells alike.
struct LayerDecoder {
    private let integers: [Int]
    private let reals: [Double]
    private let names: [String]
    private var nextInteger = 0
    private var nextReal = 0
    private var nextName = 0
    private var depth = 0

    init(_ integers: [Int], _ reals: [Double], _ names: [String]) {
        self.integers = integers
        self.reals = reals
        self.names = names
    }

    private static var broken: EngineError { .badArgument(name: "a layer's code", reason: "is not complete") }

    private mutating func integer() throws(EngineError) -> Int {
        guard nextInteger < integers.count else { throw LayerDecoder.broken }
        nextInteger += 1
        return integers[nextInteger - 1]
    }

    private mutating func real() throws(EngineError) -> Double {
        guard nextReal < reals.count else { throw LayerDecoder.broken }
        nextReal += 1
        return reals[nextReal - 1]
    }

    private mutating func reals(_ count: Int) throws(EngineError) -> [Double] {
        guard count >= 0, count <= reals.count - nextReal else { throw LayerDecoder.broken }
        nextReal += count
        return [Double](reals[nextReal - count..<nextReal])
    }

    private mutating func header() throws(EngineError) -> LayerHeader {
        guard nextName < names.count else { throw LayerDecoder.broken }
        nextName += 1
        let hasSeed = try integer() == 1
        let seed = try integer()
        return LayerHeader(name: names[nextName - 1], seed: hasSeed ? seed : nil)
    }

    private mutating func activation() throws(EngineError) -> Activation {
        let number = try integer()
        guard number >= 0, number < Activation.allCases.count else { throw LayerDecoder.broken }
        return Activation.allCases[number]
    }

    private mutating func initializer() throws(EngineError) -> Initializer {
        let kind = try integer()
        let spread = try real()
        switch kind {
        case 0: return .automatic
        case 1: return .glorot
        case 2: return .he
        case 3: return .normal(spread)
        case 4: return .uniform(spread)
        case 5: return .zeros
        default: throw LayerDecoder.broken
        }
    }

    /// So many layers, one after another.
    mutating func layers(_ count: Int) throws(EngineError) -> [LayerPlan] {
        var layers: [LayerPlan] = []
        var parameters = 0
        for _ in 0..<count {
            let layer = try layer()
            parameters += layer.parameterCount
            guard parameters <= 1 << 28 else { throw .badShape([parameters]) }
            layers.append(layer)
        }
        return layers
    }

    mutating func layer() throws(EngineError) -> LayerPlan {
        guard let kind = LayerKind(rawValue: try integer()) else { throw LayerDecoder.broken }
        let header = try header()
        switch kind {
        case .dense, .givenDense: return try dense(header, isGiven: kind == .givenDense)
        case .activate: return ActivatePlan(header, try activation())
        case .flatten: return FlattenPlan(header)
        case .reshape:
            var shape: [Int] = []
            for _ in 0..<max(0, try integer()) { shape.append(try integer()) }
            return try ReshapePlan(header, shape)
        case .transpose: return TransposePlan(header)
        case .softmax, .logSoftmax: return SoftmaxPlan(header, isLogarithm: kind == .logSoftmax)
        case .dropout: return try DropoutPlan(header, try real())
        case .batchNorm: return try BatchNormPlan(header, try integer(), try real(), try real())
        case .layerNorm: return try LayerNormPlan(header, try integer(), try real())
        case .conv2D, .conv1D: return try convolution(header, isFlat: kind == .conv1D)
        case .maxPool2D: return try pool(header, .largest, isFlat: false)
        case .averagePool2D: return try pool(header, .mean, isFlat: false)
        case .maxPool1D: return try pool(header, .largest, isFlat: true)
        case .averagePool1D: return try pool(header, .mean, isFlat: true)
        case .globalMaxPool: return PoolingPlan(header, .largest, nil)
        case .globalAveragePool: return PoolingPlan(header, .mean, nil)
        case .embedding:
            let vocabulary = try integer()
            let width = try integer()
            return try EmbeddingPlan(header, vocabulary, width, try initializer())
        case .rnn: return try recurrent(header, .rnn)
        case .lstm: return try recurrent(header, .lstm)
        case .gru: return try recurrent(header, .gru)
        case .selfAttention:
            let width = try integer()
            let heads = try integer()
            return try AttentionPlan(header, width, heads: heads, isCausal: try integer() == 1)
        case .positionalEncoding: return try PositionalPlan(header, try integer())
        case .residual, .chain: return try chain(header, isResidual: kind == .residual)
        case .graphConvolution: return try graph(header)
        }
    }

    private mutating func dense(_ header: LayerHeader, isGiven: Bool) throws(EngineError) -> LayerPlan {
        let inputs = try integer()
        let outputs = try integer()
        let f = try activation()
        guard isGiven else { return try DensePlan(header, inputs, outputs, f, try initializer()) }
        guard inputs > 0, outputs > 0 else { throw .badShape([outputs, inputs]) }
        let count = try Checked.count(of: [outputs, inputs + 1])
        return try DensePlan(header, inputs, outputs, f, .automatic, given: try reals(count))
    }

    private mutating func convolution(_ header: LayerHeader, isFlat: Bool) throws(EngineError) -> LayerPlan {
        let channels = try integer()
        let filters = try integer()
        let kernel = try integer()
        let stride = try integer()
        let window = try Window(
            height: isFlat ? 1 : kernel, width: kernel, stride: stride, padding: try integer(), isFlat: isFlat)
        let f = try activation()
        return try ConvolutionPlan(header, channels, filters, window, f, try initializer())
    }

    private mutating func recurrent(
        _ header: LayerHeader, _ kind: RecurrentPlan.Kind
    ) throws(EngineError) -> LayerPlan {
        let inputs = try integer()
        let hidden = try integer()
        let returnsSequences = try integer() == 1
        return try RecurrentPlan(
            header, kind, inputs, hidden, returnsSequences: returnsSequences, kind == .rnn ? try activation() : .tanh)
    }

    private mutating func chain(_ header: LayerHeader, isResidual: Bool) throws(EngineError) -> LayerPlan {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 64 else {
            throw .badArgument(name: "Residual", reason: "must not stand inside another more than 64 times")
        }
        return try ChainPlan(header, try layers(try integer()), isResidual: isResidual)
    }

    private mutating func graph(_ header: LayerHeader) throws(EngineError) -> LayerPlan {
        let inputs = try integer()
        let outputs = try integer()
        let nodes = try integer()
        guard nodes > 0 else { throw .empty(operation: "graph") }
        let f = try activation()
        let adjacency = try reals(try Checked.count(of: [nodes, nodes]))
        return try GraphPlan(
            header, inputs, outputs, adjacency: adjacency, nodes: nodes, f, try initializer())
    }

    private mutating func pool(
        _ header: LayerHeader, _ kind: PoolingPlan.Kind, isFlat: Bool
    ) throws(EngineError) -> LayerPlan {
        let size = try integer()
        let stride = try integer()
        return PoolingPlan(
            header, kind, try Window(height: isFlat ? 1 : size, width: size, stride: stride, padding: 0, isFlat: isFlat)
        )
    }
}

extension LayerCode {
    /// Stops where the engine cannot build the layer.
    func check() { _ = plan }

    /// The layer at work.
    var plan: LayerPlan {
        trapping { () throws(EngineError) in
            var decoder = LayerDecoder(integers, reals, names)
            return try decoder.layer()
        }
    }

    /// The numbers that the layer starts from, where it stands by itself.
    func startingNumbers() -> [Double] {
        let plan = plan
        let numbers = Buffer(count: plan.parameterCount)
        plan.initialise(numbers.start, bits: 0)
        return numbers.values
    }
}

extension Activation {
    /// The place of the case among all.
    public func caseNumber() -> Int { Activation.allCases.firstIndex(of: self) ?? 0 }
}

extension Checked {
    /// The layers of a code, as an interpreter holds it; a network is made from them.
    public static func network(
        layers count: Int, _ integers: [Int], _ reals: [Double], _ names: [String], input: [Int]?, seed: Int
    ) throws(EngineError) -> Network {
        var decoder = LayerDecoder(integers, reals, names)
        let plans = try decoder.layers(count)
        try fit(plans, input: input)
        return Network(plans: plans, input: input, seed: seed)
    }

    /// The numbers that a layer starts from, by its code; throws where the engine cannot build it.
    public static func startingNumbers(
        _ integers: [Int], _ reals: [Double], _ names: [String]
    ) throws(EngineError) -> [Double] {
        var decoder = LayerDecoder(integers, reals, names)
        let plan = try decoder.layer()
        let numbers = Buffer(count: plan.parameterCount)
        plan.initialise(numbers.start, bits: 0)
        return numbers.values
    }

    /// Throws where the engine cannot build the layer of a code.
    public static func check(_ integers: [Int], _ reals: [Double], _ names: [String]) throws(EngineError) {
        var decoder = LayerDecoder(integers, reals, names)
        _ = try decoder.layer()
    }
}
