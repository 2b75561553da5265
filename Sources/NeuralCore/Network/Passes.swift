// Forward, loss, backward, update: the four steps of learning, each of which needs the one before.

extension Checked {
    /// The predictions for `rows` examples, row after row: of a training pass, or of one in evaluation, where dropout
    /// lets everything through and batch normalisation uses its running statistics. `shape` is that of one example;
    /// without it the network's own.
    public static func forward(
        _ network: Network, _ x: [Double], rows: Int, shape: [Int]? = nil, isTraining: Bool = true
    ) throws(EngineError) -> [Double] {
        try prepare(network, rows: rows, shape: try exampleShape(network, x.count, rows: rows, shape: shape))
        network.input.assign(x)
        try run(network, isTraining: isTraining)
        return network.states[network.states.count - 1].output.values
    }

    /// The shape of each of `rows` examples of `count` numbers together.
    static func exampleShape(
        _ network: Network, _ count: Int, rows: Int, shape: [Int]?
    ) throws(EngineError) -> [Int] {
        guard rows > 0 else { throw .empty(operation: "forward") }
        guard let known = shape ?? network.givenShape else { return [count / rows] }
        let columns = try self.count(of: known)
        guard count == rows * columns else {
            throw .countDiffers(of: rows == 1 ? "inputs" : "numbers", expected: rows * columns, actual: count)
        }
        return known
    }

    /// About how many bytes a network takes that runs `rows` examples of `count` numbers together. Throws what the pass
    /// would throw for its shapes.
    public static func memory(
        _ network: Network, _ count: Int, rows: Int, shape: [Int]?
    ) throws(EngineError) -> Int64 {
        var shape = try exampleShape(network, count, rows: rows, shape: shape)
        // Counted in Doubles, which do not overflow.
        var numbers = 2 * Double(try self.count(of: shape))
        for plan in network.plans {
            let next = try plan.outputShape(shape)
            numbers += Double(plan.memory(shape, output: try self.count(of: next)))
            shape = next
        }
        return Int64(min(8 * (numbers * Double(rows) + 4 * Double(network.parameterCount)), 0x1p60))
    }

    /// The same for a batch of `rows` examples.
    public static func memory(
        _ network: Network, _ examples: ExampleSource, rows: Int
    ) throws(EngineError) -> Int64 {
        try memory(
            network, examples.inputs.count / examples.count * rows, rows: rows,
            shape: exampleShape(network, ofRows: examples.inputs.shape))
    }

    /// Makes room for a pass.
    static func prepare(_ network: Network, rows: Int, shape: [Int]) throws(EngineError) {
        if rows == network.rows && shape == network.passShape { return }
        network.progress = .none
        let columns = try count(of: shape)
        guard columns == 0 || rows <= (1 << 28) / columns else { throw .badShape([rows] + shape) }
        network.rows = 0
        network.input.resize(rows * columns)
        var next = shape
        for state in network.states {
            try state.prepare(rows: rows, shape: next)
            next = state.outputShape
        }
        network.rows = rows
        network.passShape = shape
    }

    /// A forward pass over the examples in `network.input`.
    static func run(_ network: Network, isTraining: Bool) throws(EngineError) {
        network.progress = .none
        let observer = network.observer
        observer?.record(.forward(network.recordedPass))
        var x = UnsafePointer(network.input.start)
        for i in 0..<network.states.count {
            let state = network.states[i]
            try state.check(x)
            state.forward(x, isTraining: isTraining && !network.isFrozen[i])
            x = UnsafePointer(state.output.start)
            observer?.record(.layer(network.recordedLayer(i)))
        }
        network.progress = .forward
    }

    /// The loss of the last forward pass against its targets, row after row, and ∂L/∂a of the last layer.
    public static func loss(_ network: Network, _ targets: [Double], _ kind: Loss) throws(EngineError) -> Double {
        try needForward(network)
        let count = network.states[network.states.count - 1].output.count
        guard targets.count == count else {
            throw .countDiffers(of: "targets", expected: count, actual: targets.count)
        }
        network.targets.assign(targets)
        network.labelled = nil
        return try runLoss(network, kind)
    }

    /// The same with a class from 0 for each row of predictions; −1 stands for a row that has none and does not count.
    public static func loss(_ network: Network, labels: [Int], _ kind: Loss) throws(EngineError) -> Double {
        try needForward(network)
        try setLabels(network, labels, kind)
        return try runLoss(network, kind)
    }

    private static func needForward(_ network: Network) throws(EngineError) {
        guard network.progress != .none else { throw .calledTooEarly(call: "loss(…)", needed: "forward(…)") }
    }

    /// How many classes a prediction tells apart, and how many predictions there are.
    static func classes(_ network: Network) -> (columns: Int, rows: Int) {
        let last = network.states[network.states.count - 1]
        let columns = max(last.outputShape.last ?? 1, 1)
        return (columns, last.output.count / columns)
    }

    /// Targets from classes: 1 for the class of a row, 0 for the others.
    static func setLabels(_ network: Network, _ labels: [Int], _ kind: Loss) throws(EngineError) {
        let (columns, rows) = classes(network)
        guard kind.isOfClasses || columns == 1 else {
            throw .badArgument(
                name: "loss", reason: "of labels must be crossEntropyFromLogits or crossEntropy, one output a class")
        }
        guard labels.count == rows else { throw .countDiffers(of: "labels", expected: rows, actual: labels.count) }
        network.targets.resize(rows * columns)
        network.targets.fill(0)
        // One output alone says yes or no.
        let bound = columns == 1 ? 2 : columns
        var count = 0
        for (row, label) in labels.enumerated() {
            if label == -1 && columns > 1 { continue }
            guard label >= 0, label < bound else { throw .indexOutOfRange(index: label, count: bound) }
            network.targets.start[row * columns + (columns == 1 ? 0 : label)] = columns == 1 ? Double(label) : 1
            count += 1
        }
        guard count > 0 else { throw .badArgument(name: "labels", reason: "must name a class at least once") }
        network.labelled = count
    }

    /// The loss against `network.targets`.
    static func runLoss(_ network: Network, _ kind: Loss) throws(EngineError) -> Double {
        let last = network.states[network.states.count - 1]
        let columns = classes(network).columns
        let count = last.output.count
        guard count > 0 else { throw .empty(operation: "loss") }
        let examples = kind.isOfClasses ? network.labelled : nil
        var value = kind.mean(
            last.output.start, network.targets.start, count: count, columns: columns, examples: examples)
        kind.slopes(
            last.output.start, network.targets.start, count: count, columns: columns, examples: examples,
            into: last.outputGradient.start)
        if network.penalty != .none {
            for span in network.weightSpans {
                value += network.penalty.value(network.numbers.parameters.start + span.start, span.count)
            }
        }
        network.progress = .loss
        network.observer?.record(.loss(network.recordedLoss(kind, value)))
        return value
    }

    /// The gradients of the last loss by every parameter and by the inputs; by the inputs only where they are wanted.
    public static func backward(_ network: Network, toInputs: Bool = true) throws(EngineError) {
        guard network.progress == .loss else {
            throw .calledTooEarly(
                call: network.progress == .backward ? "another backward()" : "backward()", needed: "loss(…)")
        }
        let observer = network.observer
        var i = network.states.count - 1
        while i > 0 {
            let before = network.states[i - 1]
            network.states[i].backward(before.output.start, into: before.outputGradient.start)
            network.priced(i)
            observer?.record(.gradients(network.recordedGradients(i)))
            i -= 1
        }
        if toInputs { network.inputGradient.resize(network.input.count) }
        network.states[0].backward(network.input.start, into: toInputs ? network.inputGradient.start : nil)
        network.priced(0)
        observer?.record(.gradients(network.recordedGradients(0)))
        network.hasInputGradient = toInputs
        network.progress = .backward
    }

    /// One step of the optimizer along the last gradients.
    public static func update(_ network: Network, _ rule: UpdateRule) throws(EngineError) {
        guard network.progress == .backward else {
            throw .calledTooEarly(call: "update(…)", needed: "backward()")
        }
        try rule.check()
        let numbers = network.numbers
        numbers.prepareMemory()
        numbers.steps += 1
        let observer = network.observer
        var i = 0
        while i < network.states.count {
            // Without an observer, neighbours that learn are done together.
            var end = i + 1
            if observer == nil, !network.isFrozen[i] {
                while end < network.states.count, !network.isFrozen[end] { end += 1 }
            }
            let start = network.offsets[i]
            let before = observer == nil ? [] : network.parameters(at: i)
            if !network.isFrozen[i] {
                rule.step(
                    UpdateMemory(
                        parameters: numbers.parameters.start + start, gradients: numbers.gradients.start + start,
                        means: numbers.means.start + start, squares: numbers.squares.start + start,
                        count: network.offsets[end] - start), number: numbers.steps)
            }
            observer?.record(.update(network.recordedUpdate(i, before, rule.learningRate)))
            i = end
        }
    }

    /// Shrinks all gradients together where their length, √Σg², is above `length`; returns the length before. Those of
    /// frozen layers do not count.
    @discardableResult
    public static func clipGradients(_ network: Network, length limit: Double) throws(EngineError) -> Double {
        guard limit > 0 else { throw .badArgument(name: "the length to clip to", reason: "must be above zero") }
        guard network.progress == .backward else {
            throw .calledTooEarly(call: "clipGradients(…)", needed: "backward()")
        }
        let gradients = network.numbers.gradients.start
        var squares = 0.0
        for layer in network.isFrozen.indices where !network.isFrozen[layer] {
            for i in network.offsets[layer]..<network.offsets[layer + 1] { squares += gradients[i] * gradients[i] }
        }
        let length = squares.squareRoot()
        if length > limit {
            let factor = limit / length
            for layer in network.isFrozen.indices where !network.isFrozen[layer] {
                for i in network.offsets[layer]..<network.offsets[layer + 1] { gradients[i] *= factor }
            }
        }
        return length
    }

    /// Cuts every gradient off at −`size` and `size`.
    public static func clipGradients(_ network: Network, size limit: Double) throws(EngineError) {
        guard limit > 0 else { throw .badArgument(name: "the size to clip to", reason: "must be above zero") }
        guard network.progress == .backward else {
            throw .calledTooEarly(call: "clipGradients(…)", needed: "backward()")
        }
        let gradients = network.numbers.gradients
        for i in 0..<gradients.count {
            let g = gradients.start[i]
            gradients.start[i] = g > limit ? limit : (g < -limit ? -limit : g)
        }
    }
}

extension Network {
    /// The predictions of a training pass for one example.
    public func forward(_ x: [Double]) -> [Double] {
        trapping { () throws(EngineError) in try Checked.forward(self, x, rows: 1) }
    }

    /// The predictions of a training pass for many examples, a row for each.
    public func forward(_ x: [[Double]]) -> [[Double]] {
        trapping { () throws(EngineError) in try Checked.forward(self, x, isTraining: true) }
    }

    /// The predictions of a training pass; the first axis is that of the examples.
    public func forward(_ x: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.forward(self, x, isTraining: true) }
    }

    /// The prediction for one example, in evaluation: dropout lets everything through, and batch normalisation uses its
    /// running statistics.
    public func predict(_ x: [Double]) -> [Double] {
        trapping { () throws(EngineError) in try Checked.forward(self, x, rows: 1, isTraining: false) }
    }

    /// The predictions for many examples in evaluation, a row for each.
    public func predict(_ x: [[Double]]) -> [[Double]] {
        trapping { () throws(EngineError) in try Checked.forward(self, x, isTraining: false) }
    }

    /// The predictions in evaluation; the first axis is that of the examples.
    public func predict(_ x: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.forward(self, x, isTraining: false) }
    }

    /// The prediction for one example, in evaluation.
    public func callAsFunction(_ x: [Double]) -> [Double] { predict(x) }

    /// How wrong the last pass was.
    public func loss(_ targets: [Double], _ kind: Loss = .meanSquaredError) -> Double {
        trapping { () throws(EngineError) in try Checked.loss(self, targets, kind) }
    }

    /// How wrong the last pass was, a row of targets for each example.
    public func loss(_ targets: [[Double]], _ kind: Loss = .meanSquaredError) -> Double {
        trapping { () throws(EngineError) in try Checked.loss(self, Checked.tensor(rows: targets).values, kind) }
    }

    /// How wrong the last pass was, with a class from 0 for each prediction; −1 for one that does not count.
    public func loss(labels: [Int], _ kind: Loss = .crossEntropyFromLogits) -> Double {
        trapping { () throws(EngineError) in try Checked.loss(self, labels: labels, kind) }
    }

    /// Computes the gradients of the last `loss` by every parameter and by the inputs.
    public func backward() { trapping { () throws(EngineError) in try Checked.backward(self) } }

    /// Moves every parameter one step against its gradient.
    public func update(_ optimizer: some Optimizer) {
        let rule = optimizer.rule
        trapping { () throws(EngineError) in try Checked.update(self, rule) }
    }

    /// Shrinks all gradients together where their length, √Σg², is above `length`; returns the length before. Those of
    /// frozen layers do not count.
    @discardableResult
    public func clipGradients(length: Double) -> Double {
        trapping { () throws(EngineError) in try Checked.clipGradients(self, length: length) }
    }

    /// Cuts every gradient off at −`size` and `size`.
    public func clipGradients(size: Double) {
        trapping { () throws(EngineError) in try Checked.clipGradients(self, size: size) }
    }
}

extension Checked {
    static func forward(_ network: Network, _ x: [[Double]], isTraining: Bool) throws(EngineError) -> [[Double]] {
        let flat = try tensor(rows: x)
        let result = try forward(network, flat.values, rows: x.count, isTraining: isTraining)
        return rows(result, columns: network.outputCount, count: x.count)
    }

    static func forward(_ network: Network, _ x: Tensor, isTraining: Bool) throws(EngineError) -> Tensor {
        guard x.shape.count >= 2 else {
            throw .dimensionsDiffer(operation: "forward", expected: 2, shape: x.shape)
        }
        let shape = exampleShape(network, ofRows: x.shape)
        let values = try forward(network, x.values, rows: x.shape[0], shape: shape, isTraining: isTraining)
        return Tensor(unchecked: values, [x.shape[0]] + network.outputShape)
    }

    /// The shape of an example of a tensor: a matrix has rows, which the network may want in another shape.
    public static func exampleShape(_ network: Network, ofRows shape: [Int]) -> [Int]? {
        shape.count < 2 || shape.count == 2 && network.givenShape != nil ? nil : [Int](shape.dropFirst())
    }
}

// MARK: - The price of weights

extension Network {
    /// Where weights stand among all parameters.
    var weightSpans: [(start: Int, count: Int)] {
        var spans: [(start: Int, count: Int)] = []
        for (i, layer) in plans.enumerated() { Network.add(layer, offsets[i], &spans) }
        return spans
    }

    private static func add(_ layer: LayerPlan, _ offset: Int, _ spans: inout [(start: Int, count: Int)]) {
        var start = offset
        for group in layer.groups {
            if group.role == .weights { spans.append((start, group.count)) }
            start += group.count
        }
        for child in layer.children {
            add(child, start, &spans)
            start += child.parameterCount
        }
    }

    /// Adds what the penalty asks to a layer's gradients.
    fileprivate func priced(_ i: Int) {
        if penalty == .none { return }
        var spans: [(start: Int, count: Int)] = []
        Network.add(plans[i], offsets[i], &spans)
        for span in spans {
            penalty.addSlopes(
                numbers.parameters.start + span.start, span.count, to: numbers.gradients.start + span.start)
        }
    }
}
