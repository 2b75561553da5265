/// Examples as training reads them, batch by batch.
public final class ExampleSource {
    let inputs: Tensor
    let targets: Tensor?
    let labels: [Int]?

    /// The examples of `fit`.
    public convenience init(_ examples: Examples) {
        self.init(examples.inputs, examples.targets, examples.labels)
    }

    /// `inputs` are not empty; of targets and labels there is one.
    public init(_ inputs: Tensor, _ targets: Tensor?, _ labels: [Int]?) {
        self.inputs = inputs
        self.targets = targets
        self.labels = labels
    }

    /// How many examples there are.
    public var count: Int { inputs.shape[0] }
    /// Whether examples have classes, and not targets.
    public var hasLabels: Bool { labels != nil }
    /// What it holds, in bytes.
    public var byteCount: Int { 8 * (inputs.count + (targets?.count ?? 0) + (labels?.count ?? 0)) }
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
        _ network: Network, _ examples: ExampleSource, _ start: Int, _ end: Int, _ order: [Int], loss: Loss,
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

    /// How many examples are evaluated at a time.
    public static var evaluationBatch: Int { 256 }

    /// The loss of examples in evaluation, without the penalty on weights, and the part of them whose class is right;
    /// the network's observer hears nothing.
    public static func evaluate(
        _ network: Network, _ examples: ExampleSource, _ loss: Loss
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
            let end = min(start + evaluationBatch, examples.count)
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

    /// Puts the examples at places `start ..< end` of an order, or in their own where that is empty, into the network and
    /// runs them forward.
    static func forward(
        _ network: Network, _ examples: ExampleSource, _ start: Int, _ end: Int, _ order: [Int], isTraining: Bool
    ) throws(EngineError) {
        let width = examples.inputs.count / examples.count
        let rows = end - start
        let shape = try exampleShape(
            network, rows * width, rows: rows, shape: exampleShape(network, ofRows: examples.inputs.shape))
        try prepare(network, rows: rows, shape: shape)
        gather(examples.inputs.values, width, start, end, order, into: network.input.start)
        try run(network, isTraining: isTraining)
    }

    /// The targets of the same examples, into the network.
    static func setTargets(
        _ network: Network, _ examples: ExampleSource, _ start: Int, _ end: Int, _ order: [Int], _ kind: Loss
    ) throws(EngineError) {
        let count = network.states[network.states.count - 1].output.count
        if let targets = examples.targets {
            let width = targets.count / examples.count
            guard width * (end - start) == count else {
                throw .countDiffers(
                    of: "targets in each row", expected: count / (end - start), actual: width)
            }
            network.targets.resize(count)
            network.labelled = nil
            gather(targets.values, width, start, end, order, into: network.targets.start)
            return
        }
        guard let labels = examples.labels else { return }
        let each = labels.count / examples.count
        guard !(order.isEmpty && end - start == examples.count) else {
            return try setLabels(network, labels, kind)
        }
        var batch: [Int] = []
        batch.reserveCapacity(each * (end - start))
        for place in start..<end {
            let row = order.isEmpty ? place : order[place]
            for i in row * each..<(row + 1) * each { batch.append(labels[i]) }
        }
        try setLabels(network, batch, kind)
    }

    private static func gather(
        _ table: [Double], _ width: Int, _ start: Int, _ end: Int, _ order: [Int],
        into target: UnsafeMutablePointer<Double>
    ) {
        table.withUnsafeBufferPointer { table in
            guard let first = table.baseAddress else { return }
            if order.isEmpty {
                target.update(from: first + start * width, count: (end - start) * width)
                return
            }
            var next = target
            for place in start..<end {
                next.update(from: first + order[place] * width, count: width)
                next += width
            }
        }
    }
}

// What `fit` asks of the engine.
extension Network {
    func trainingStep(
        _ source: ExampleSource, _ start: Int, _ end: Int, _ order: [Int], _ loss: Loss, _ rule: UpdateRule,
        _ clipLength: Double
    ) -> Double {
        trapping { () throws(EngineError) in
            try Checked.step(
                self, source, start, end, order, loss: loss, rule: rule, clipLength: clipLength > 0 ? clipLength : nil)
        }
    }

    func rightAnswers(_ loss: Loss) -> Int { Checked.score(self, loss).right }
    func countedAnswers(_ loss: Loss) -> Int { Checked.score(self, loss).counted }

    /// The loss, and where there are labels the accuracy.
    func evaluation(_ source: ExampleSource, _ loss: Loss) -> [Double] {
        trapping { () throws(EngineError) in
            let (value, accuracy) = try Checked.evaluate(self, source, loss)
            return [value, accuracy ?? 0]
        }
    }

    func reportEpoch(_ index: Int, _ loss: Double) {
        observer?.record(.epoch(RecordedEpoch(index: index, loss: loss)))
    }

    /// Remembers what the network knows now.
    public func saveBest() { best = SavedNumbers(self) }
    /// Goes back to what it knew then.
    public func restoreBest() { best?.restore(self) }

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
                self, x.values, rows: x.shape.first ?? 0, shape: Checked.exampleShape(self, ofRows: x.shape))
        }
    }
}
