import Elementary

/// What training went through, a number for each epoch.
public struct History: Equatable, Sendable {
    /// The mean loss over the examples, each measured before the update of its batch; with the penalty on weights.
    public internal(set) var loss: [Double] = []
    /// The part of the examples whose class was right; empty where targets are no classes.
    public internal(set) var accuracy: [Double] = []
    /// The loss on the validation examples after the epoch, in evaluation; empty without such.
    public internal(set) var validationLoss: [Double] = []
    /// The part of the validation examples whose class was right.
    public internal(set) var validationAccuracy: [Double] = []
    /// The epoch of the lowest validation loss, or without validation of the lowest loss.
    public internal(set) var bestEpoch = 0
    /// Whether training ended because the validation loss no longer fell.
    public internal(set) var stoppedEarly = false
    /// The epoch in which the loss was infinite or not a number, where training then stopped.
    public internal(set) var divergedEpoch: Int?

    public init() {}

    /// How many epochs there were.
    public var epochs: Int { loss.count }
}

/// A training run that can be advanced epoch by epoch: what `fit` does in one go.
///
/// Work per epoch is in proportion to examples × multiplications of a pass.
public struct Training {
    public let network: Network
    public let loss: Loss
    public private(set) var history = History()
    /// Whether a loss was infinite or not a number, or training stopped early: no further epoch runs.
    public var isOver: Bool { history.divergedEpoch != nil || history.stoppedEarly }

    private var rule: UpdateRule
    private let examples: Examples
    private let validation: Examples?
    private let patience: Int?
    private let clipLength: Double?
    private let batchSize: Int
    private var generator: SeededGenerator?
    /// The numbers of the best epoch, where training may stop early.
    private var best: SavedNumbers?

    /// Checks what does not depend on single batches. `patience` is for how many epochs the validation loss may fail to
    /// fall before training stops and goes back to the best numbers; `clipLength` limits the gradient's length.
    public init(
        _ network: Network, _ examples: Examples, loss: Loss, optimizer: UpdateRule, batchSize: Int? = nil,
        shuffleSeed: Int? = nil, validation: Examples? = nil, patience: Int? = nil, clipLength: Double? = nil
    ) throws(EngineError) {
        if let batchSize, batchSize <= 0 { throw .badArgument(name: "batchSize", reason: "must be above zero") }
        if let patience {
            guard patience > 0 else { throw .badArgument(name: "patience", reason: "must be above zero") }
            guard validation != nil else { throw .badArgument(name: "patience", reason: "needs validation examples") }
        }
        if let clipLength, !(clipLength > 0) {
            throw .badArgument(name: "clipLength", reason: "must be above zero")
        }
        try optimizer.check()
        self.network = network
        self.loss = loss
        rule = optimizer
        self.examples = examples
        self.validation = validation
        self.patience = patience
        self.clipLength = clipLength
        self.batchSize = min(batchSize ?? examples.count, examples.count)
        generator = shuffleSeed.map { SeededGenerator(seed: UInt64(bitPattern: Int64($0))) }
    }

    /// Runs one epoch: every example once, in batches, with another learning rate where one is given. Returns false, and
    /// does nothing, once training is over.
    @discardableResult
    public mutating func runEpoch(learningRate: Double? = nil) throws(EngineError) -> Bool {
        if isOver { return false }
        if let learningRate {
            rule = rule.at(learningRate)
            try rule.check()
        }
        let order = generator?.permutation(examples.count) ?? []
        var total = 0.0
        var right = 0
        var counted = 0
        var start = 0
        while start < examples.count {
            let end = min(start + batchSize, examples.count)
            let value = try Checked.step(
                network, examples, start, end, order, loss: loss, rule: rule, clipLength: clipLength)
            total += value * Double(end - start)
            if examples.labels != nil {
                let score = Checked.score(network, loss)
                right += score.right
                counted += score.counted
            }
            start = end
        }
        let mean = total / Double(examples.count)
        history.loss.append(mean)
        if counted > 0 { history.accuracy.append(Double(right) / Double(counted)) }
        network.observer?.record(.epoch(RecordedEpoch(index: history.epochs - 1, loss: mean)))
        if !mean.isFinite { history.divergedEpoch = history.epochs - 1 }
        try validate()
        return true
    }

    private mutating func validate() throws(EngineError) {
        let epoch = history.epochs - 1
        guard let validation, history.divergedEpoch == nil else {
            if history.loss[epoch] < history.loss[history.bestEpoch] { history.bestEpoch = epoch }
            return
        }
        let evaluation = try Checked.evaluate(network, validation, loss)
        history.validationLoss.append(evaluation.loss)
        if let accuracy = evaluation.accuracy { history.validationAccuracy.append(accuracy) }
        if epoch == 0 || evaluation.loss < history.validationLoss[history.bestEpoch] {
            history.bestEpoch = epoch
            if patience != nil { best = SavedNumbers(network) }
        } else if let patience, epoch - history.bestEpoch >= patience {
            history.stoppedEarly = true
        }
    }

    /// Goes back to the numbers of the best epoch, where training had leave to stop early.
    public func restoreBest() { best?.restore(network) }
}

/// What a network has learned at one moment: parameters and running statistics.
struct SavedNumbers {
    private let parameters: [Double]
    private let statistics: [[Double]]

    init(_ network: Network) {
        parameters = network.parameters
        var all: [[Double]] = []
        for state in network.states {
            for buffer in state.allStatistics { all.append(buffer.values) }
        }
        statistics = all
    }

    func restore(_ network: Network) {
        network.numbers.parameters.assign(parameters)
        var next = 0
        for state in network.states {
            for buffer in state.allStatistics {
                buffer.assign(statistics[next])
                next += 1
            }
        }
    }
}

extension Checked {
    /// One batch: forward, loss and, where that is finite, backward and update. Returns the loss before the update.
    public static func step(
        _ network: Network, _ examples: Examples, _ start: Int, _ end: Int, _ order: [Int], loss: Loss,
        rule: UpdateRule, clipLength: Double? = nil
    ) throws(EngineError) -> Double {
        try forward(network, examples, start, end, order, isTraining: true)
        try setTargets(network, examples, start, end, order, loss)
        let value = try runLoss(network, loss)
        // A step along gradients that are not numbers would only spoil the parameters.
        guard value.isFinite else { return value }
        try backward(network, toInputs: false)
        if let clipLength { try clipGradients(network, length: clipLength) }
        try update(network, rule)
        return value
    }

    /// How many of the last pass's predictions name the right class, and how many have one.
    public static func score(_ network: Network, _ kind: Loss) -> (right: Int, counted: Int) {
        let (columns, rows) = classes(network)
        let p = network.states[network.states.count - 1].output.start
        let t = network.targets.start
        var right = 0
        var counted = 0
        for row in 0..<rows {
            if columns == 1 {
                counted += 1
                if (p[row] > (kind == .binaryCrossEntropyFromLogits ? 0 : 0.5)) == (t[row] == 1) { right += 1 }
                continue
            }
            var label = -1
            for j in 0..<columns where t[row * columns + j] == 1 { label = j }
            if label < 0 { continue }
            counted += 1
            if largest(p + row * columns, columns) == label { right += 1 }
        }
        return (right, counted)
    }

    /// The place of the first largest number.
    private static func largest(_ p: UnsafePointer<Double>, _ count: Int) -> Int {
        var best = 0
        for j in 1..<count where p[j] > p[best] { best = j }
        return best
    }

    /// The loss of examples in evaluation, without the penalty on weights, and the part of them whose class is right;
    /// the network's observer hears nothing.
    public static func evaluate(
        _ network: Network, _ examples: Examples, _ loss: Loss
    ) throws(EngineError) -> (loss: Double, accuracy: Double?) {
        let observer = network.observer
        network.observer = nil
        defer { network.observer = observer }
        var total = 0.0
        var weight = 0
        var right = 0
        var counted = 0
        var start = 0
        while start < examples.count {
            let end = min(start + 256, examples.count)
            try forward(network, examples, start, end, [], isTraining: false)
            let (columns, rows) = classes(network)
            var share = loss.isOfClasses ? rows : rows * columns
            // A batch of unlabelled examples has no loss.
            if let labels = examples.labels {
                let each = labels.count / examples.count
                var named = 0
                for i in start * each..<end * each where labels[i] >= 0 { named += 1 }
                share = named
            }
            if share > 0 {
                try setTargets(network, examples, start, end, [], loss)
                let output = network.states[network.states.count - 1].output
                total +=
                    Double(share)
                    * loss.mean(
                        output.start, network.targets.start, count: output.count, columns: columns,
                        examples: loss.isOfClasses ? network.labelled : nil)
                weight += share
                let score = score(network, loss)
                right += score.right
                counted += score.counted
            }
            start = end
        }
        guard weight > 0 else { throw .empty(operation: "evaluate") }
        return (total / Double(weight), examples.labels == nil ? nil : Double(right) / Double(max(counted, 1)))
    }

    /// The class of each row of predictions: the place of its largest number, or whether a single one is above 0.5.
    public static func predictClasses(
        _ network: Network, _ x: [Double], rows: Int, shape: [Int]?
    ) throws(EngineError) -> [Int] {
        let p = try forward(network, x, rows: rows, shape: shape, isTraining: false)
        let (columns, count) = classes(network)
        var result: [Int] = []
        result.reserveCapacity(count)
        let output = network.states[network.states.count - 1].output.start
        for row in 0..<count {
            result.append(columns == 1 ? (p[row] > 0.5 ? 1 : 0) : largest(output + row * columns, columns))
        }
        return result
    }
}

extension Network {
    /// Learns from examples: `epochs` times through all of them, in batches (all at once without `batchSize`), in
    /// their order or, with `shuffleSeed`, shuffled anew each time.
    ///
    /// `validation` examples are measured after every epoch. With `patience`, training stops when their loss has not
    /// fallen for so many epochs, and in the end the network has the numbers of its best epoch. `clipLength` limits the
    /// length of the gradient. `rate` gives the learning rate of each epoch in place of the optimizer's. `progress`
    /// hears of every epoch. Where the loss is no longer finite, training stops, and the history says when.
    @discardableResult
    public func fit(
        _ examples: Examples, loss: Loss, optimizer: some Optimizer, epochs: Int, batchSize: Int? = nil,
        shuffleSeed: Int? = nil, validation: Examples? = nil, patience: Int? = nil, clipLength: Double? = nil,
        rate: ((Int) -> Double)? = nil, progress: ((Int, History) -> Void)? = nil
    ) -> History {
        let rule = optimizer.rule
        return trapping { () throws(EngineError) in
            guard epochs >= 0 else { throw .badArgument(name: "epochs", reason: "must not be negative") }
            var training = try Training(
                self, examples, loss: loss, optimizer: rule, batchSize: batchSize, shuffleSeed: shuffleSeed,
                validation: validation, patience: patience, clipLength: clipLength)
            for epoch in 0..<epochs {
                guard try training.runEpoch(learningRate: rate?(epoch)) else { break }
                progress?(epoch, training.history)
            }
            training.restoreBest()
            return training.history
        }
    }

    /// Learns from rows of inputs and of targets; see `fit` on `Examples` for more. Returns the loss of each epoch; where
    /// it is no longer finite, training stops and that loss is the last.
    @discardableResult
    public func fit(
        _ inputs: [[Double]], _ targets: [[Double]], loss: Loss = .meanSquaredError, optimizer: some Optimizer,
        epochs: Int,
        batchSize: Int? = nil, shuffleSeed: Int? = nil
    ) -> [Double] {
        fit(
            Examples(inputs, targets), loss: loss, optimizer: optimizer, epochs: epochs, batchSize: batchSize,
            shuffleSeed: shuffleSeed
        ).loss
    }

    /// Learns from examples with one target each.
    @discardableResult
    public func fit(
        _ inputs: [[Double]], _ targets: [Double], loss: Loss = .meanSquaredError, optimizer: some Optimizer,
        epochs: Int,
        batchSize: Int? = nil, shuffleSeed: Int? = nil
    ) -> [Double] {
        fit(
            inputs, targets.map { [$0] }, loss: loss, optimizer: optimizer, epochs: epochs, batchSize: batchSize,
            shuffleSeed: shuffleSeed)
    }

    /// The loss of examples in evaluation, without the penalty on weights.
    public func evaluate(_ examples: Examples, _ loss: Loss) -> Double {
        trapping { () throws(EngineError) in try Checked.evaluate(self, examples, loss).loss }
    }

    /// The part of labelled examples whose class the network names, in evaluation.
    public func accuracy(_ examples: Examples) -> Double {
        trapping { () throws(EngineError) in try Checked.accuracy(self, examples) }
    }

    /// The class that the network names for each row: the place of its largest output, or whether a single one is above
    /// 0.5.
    public func predictClasses(_ x: [[Double]]) -> [Int] {
        trapping { () throws(EngineError) in
            try Checked.predictClasses(self, Checked.tensor(rows: x).values, rows: x.count, shape: nil)
        }
    }

    /// The class that the network names for each prediction; the first axis is that of the examples.
    public func predictClasses(_ x: Tensor) -> [Int] {
        trapping { () throws(EngineError) in
            try Checked.predictClasses(
                self, x.values, rows: x.shape.first ?? 0, shape: Checked.exampleShape(self, x.shape))
        }
    }
}

extension Checked {
    public static func accuracy(_ network: Network, _ examples: Examples) throws(EngineError) -> Double {
        guard let labels = examples.labels else {
            throw .badArgument(name: "accuracy", reason: "needs examples with labels")
        }
        let named = try predictClasses(
            network, examples.inputs.values, rows: examples.count,
            shape: exampleShape(network, examples.inputs.shape))
        guard named.count == labels.count else {
            throw .countDiffers(of: "labels", expected: named.count, actual: labels.count)
        }
        var right = 0
        var counted = 0
        for (a, b) in zip(named, labels) where b >= 0 {
            counted += 1
            if a == b { right += 1 }
        }
        guard counted > 0 else { throw .empty(operation: "accuracy") }
        return Double(right) / Double(counted)
    }
}
