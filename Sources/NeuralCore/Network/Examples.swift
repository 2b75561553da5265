/// What a network learns from: inputs, and for each its targets or its class.
public struct Examples: Equatable, Sendable {
    /// The first axis is that of the examples.
    public let inputs: Tensor
    /// As many numbers for each example as the network predicts; nil where there are labels.
    public let targets: Tensor?
    /// A class from 0 for each prediction, −1 for one that does not count; nil where there are targets.
    public let labels: [Int]?

    /// Rows of inputs, and a row of targets for each.
    public init(_ inputs: [[Double]], _ targets: [[Double]]) {
        self = trapping { () throws(EngineError) in
            try Examples(checking: Checked.tensor(rows: inputs), try Checked.tensor(rows: targets), nil)
        }
    }

    /// Rows of inputs, and a class from 0 for each.
    public init(_ inputs: [[Double]], labels: [Int]) {
        self = trapping { () throws(EngineError) in
            try Examples(checking: Checked.tensor(rows: inputs), nil, labels)
        }
    }

    /// Inputs and targets with the examples along the first axis.
    public init(_ inputs: Tensor, _ targets: Tensor) {
        self = trapping { () throws(EngineError) in try Examples(checking: inputs, targets, nil) }
    }

    /// Inputs with the examples along the first axis, and a class from 0 for each prediction: for each example, or for
    /// each of its steps or nodes, example after example.
    public init(_ inputs: Tensor, labels: [Int]) {
        self = trapping { () throws(EngineError) in try Examples(checking: inputs, nil, labels) }
    }

    /// The examples of a data set.
    public init(_ data: Dataset) { self.init(data.inputs, data.targets) }

    public init(checking inputs: Tensor, _ targets: Tensor?, _ labels: [Int]?) throws(EngineError) {
        guard inputs.shape.count >= 2 else {
            throw .dimensionsDiffer(operation: "examples", expected: 2, shape: inputs.shape)
        }
        let count = inputs.shape[0]
        guard count > 0, inputs.count > 0 else { throw .empty(operation: "fit") }
        if let targets {
            guard let rows = targets.shape.first, rows == count else {
                throw .countDiffers(of: "rows of targets", expected: count, actual: targets.shape.first ?? 0)
            }
        } else {
            guard let labels, !labels.isEmpty, labels.count % count == 0 else {
                throw .countDiffers(of: "labels", expected: count, actual: labels?.count ?? 0)
            }
        }
        self.inputs = inputs
        self.targets = targets
        self.labels = labels
    }

    /// How many examples there are.
    public var count: Int { inputs.shape[0] }

    /// Some of the examples, by their numbers from 0.
    public func subset(_ numbers: [Int]) -> Examples {
        trapping { () throws(EngineError) in try Checked.subset(self, numbers) }
    }
}

extension Checked {
    public static func subset(_ examples: Examples, _ numbers: [Int]) throws(EngineError) -> Examples {
        func rows(_ values: [Double]) throws(EngineError) -> [Double] {
            let width = values.count / examples.count
            var result: [Double] = []
            result.reserveCapacity(width * numbers.count)
            for number in numbers {
                guard number >= 0, number < examples.count else {
                    throw .indexOutOfRange(index: number, count: examples.count)
                }
                result += values[number * width..<(number + 1) * width]
            }
            return result
        }
        let inputs = Tensor(
            unchecked: try rows(examples.inputs.values), [numbers.count] + examples.inputs.shape.dropFirst())
        if let targets = examples.targets {
            let shape = [numbers.count] + targets.shape.dropFirst()
            return try Examples(checking: inputs, Tensor(unchecked: try rows(targets.values), shape), nil)
        }
        var labels: [Int] = []
        let each = (examples.labels ?? []).count / examples.count
        for number in numbers { labels += (examples.labels ?? [])[number * each..<(number + 1) * each] }
        return try Examples(checking: inputs, nil, labels)
    }

    /// Puts the examples at places `start ..< end` of an order, or in their own where that is empty, into the network and
    /// runs them forward.
    static func forward(
        _ network: Network, _ examples: Examples, _ start: Int, _ end: Int, _ order: [Int], isTraining: Bool
    ) throws(EngineError) {
        let width = examples.inputs.count / examples.count
        let rows = end - start
        let shape = try exampleShape(
            network, rows * width, rows: rows, shape: exampleShape(network, examples.inputs.shape))
        try prepare(network, rows: rows, shape: shape)
        gather(examples.inputs.values, width, start, end, order, into: network.input.start)
        try run(network, isTraining: isTraining)
    }

    /// The targets of the same examples, into the network.
    static func setTargets(
        _ network: Network, _ examples: Examples, _ start: Int, _ end: Int, _ order: [Int], _ kind: Loss
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
