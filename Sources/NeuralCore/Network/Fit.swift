import Elementary

/// A training run that can be advanced epoch by epoch: what `fit` does in one go.
///
/// Work per epoch is in proportion to examples × parameters.
public struct Training<Rule: Optimizer> {
    public let network: Network
    public let loss: Loss
    public var optimizer: Rule
    /// The loss of each epoch so far: the mean over its examples, each measured before the update of its batch.
    public private(set) var history: [Double] = []
    /// Whether a loss was infinite or not a number: no further epoch runs.
    public var hasDiverged: Bool { history.last.map { !$0.isFinite } ?? false }

    private let inputs: [Double]
    private let targets: [Double]
    private let rows: Int
    private let batchSize: Int
    private var generator: SeededGenerator?

    /// Checks that examples and targets are as many and fit the network.
    public init(
        _ network: Network, _ inputs: [[Double]], _ targets: [[Double]], loss: Loss, optimizer: Rule,
        batchSize: Int? = nil, shuffleSeed: Int? = nil
    ) throws(EngineError) {
        let x = try Checked.tensor(rows: inputs)
        let t = try Checked.tensor(rows: targets)
        guard !inputs.isEmpty else { throw .empty(operation: "fit") }
        guard inputs.count == targets.count else {
            throw .countDiffers(of: "rows of targets", expected: inputs.count, actual: targets.count)
        }
        guard x.shape[1] == network.inputCount else {
            throw .countDiffers(of: "inputs in each row", expected: network.inputCount, actual: x.shape[1])
        }
        guard t.shape[1] == network.outputCount else {
            throw .countDiffers(of: "targets in each row", expected: network.outputCount, actual: t.shape[1])
        }
        if let batchSize, batchSize <= 0 { throw .badArgument(name: "batchSize", reason: "must be above zero") }
        try optimizer.check()
        self.network = network
        self.loss = loss
        self.optimizer = optimizer
        self.inputs = x.values
        self.targets = t.values
        rows = inputs.count
        self.batchSize = min(batchSize ?? rows, rows)
        generator = shuffleSeed.map { SeededGenerator(seed: UInt64(bitPattern: Int64($0))) }
    }

    /// Runs one epoch: every example once, in batches. Returns false, and does nothing, once the loss has diverged.
    @discardableResult
    public mutating func runEpoch() throws(EngineError) -> Bool {
        if hasDiverged { return false }
        let count = rows
        let order = generator?.permutation(count)
        var total = 0.0
        var start = 0
        while start < rows {
            let end = min(start + batchSize, rows)
            total += try step(start, end, order) * Double(end - start)
            start = end
        }
        history.append(total / Double(rows))
        network.observer?.record(.epoch(RecordedEpoch(index: history.count - 1, loss: history[history.count - 1])))
        return true
    }

    private func step(_ start: Int, _ end: Int, _ order: [Int]?) throws(EngineError) -> Double {
        let x = batch(inputs, network.inputCount, start, end, order)
        let t = batch(targets, network.outputCount, start, end, order)
        _ = try Checked.forward(network, x, rows: end - start)
        let value = try Checked.loss(network, t, loss)
        // A step along gradients that are not numbers would only spoil the parameters.
        guard value.isFinite else { return value }
        try Checked.backward(network)
        try Checked.update(network, optimizer)
        return value
    }

    /// The rows start ..< end of a table in the given order.
    private func batch(_ table: [Double], _ columns: Int, _ start: Int, _ end: Int, _ order: [Int]?) -> [Double] {
        if order == nil && end - start == rows { return table }
        var result: [Double] = []
        result.reserveCapacity((end - start) * columns)
        for i in start..<end {
            let row = order.map { $0[i] } ?? i
            result += table[row * columns..<(row + 1) * columns]
        }
        return result
    }
}

extension Network {
    /// Learns from examples: `epochs` times through all of them, in batches (all at once without `batchSize`), in
    /// their order or, with `shuffleSeed`, shuffled anew each time. Returns the loss of each epoch; where it is no
    /// longer finite, training stops and that loss is the last.
    @discardableResult
    public func fit(
        _ inputs: [[Double]], _ targets: [[Double]], loss: Loss = .meanSquaredError, optimizer: some Optimizer,
        epochs: Int,
        batchSize: Int? = nil, shuffleSeed: Int? = nil
    ) -> [Double] {
        trapping { () throws(EngineError) in
            guard epochs >= 0 else { throw .badArgument(name: "epochs", reason: "must not be negative") }
            var training = try Training(
                self, inputs, targets, loss: loss, optimizer: optimizer, batchSize: batchSize, shuffleSeed: shuffleSeed)
            for _ in 0..<epochs {
                guard try training.runEpoch() else { break }
            }
            return training.history
        }
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
}
