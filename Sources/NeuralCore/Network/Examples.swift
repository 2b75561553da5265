/// What a network learns from: inputs, and for each its targets or its class.
public struct Examples: Equatable, Sendable {
    /// The first axis is that of the examples.
    public let inputs: Tensor
    /// As many numbers for each example as the network predicts; nil where there are labels.
    public let targets: Tensor?
    /// A class from 0 for each prediction, −1 for one that does not count; nil where there are targets.
    public let labels: [Int]?

    /// Rows of inputs, and a row of targets for each.
    public init(_ inputs: [[Double]], _ targets: [[Double]]) { self.init(Tensor(inputs), Tensor(targets)) }

    /// Rows of inputs, and a class from 0 for each.
    public init(_ inputs: [[Double]], labels: [Int]) { self.init(Tensor(inputs), labels: labels) }

    /// The examples of a data set, with its targets as they are.
    public init(_ data: Dataset) { self.init(data.inputs, data.targets) }

    /// Inputs and targets with the examples along the first axis.
    public init(_ inputs: Tensor, _ targets: Tensor) {
        checkInputs(inputs)
        let count = targets.shape.isEmpty ? 0 : targets.shape[0]
        if count != inputs.shape[0] {
            EngineError.countDiffers(of: "rows of targets", expected: inputs.shape[0], actual: count).stop()
        }
        self.inputs = inputs
        self.targets = targets
        labels = nil
    }

    /// Inputs with the examples along the first axis, and a class from 0 for each prediction: for each example, or for
    /// each of its steps or nodes, example after example.
    public init(_ inputs: Tensor, labels: [Int]) {
        checkInputs(inputs)
        if labels.isEmpty || labels.count % inputs.shape[0] != 0 {
            EngineError.countDiffers(of: "labels", expected: inputs.shape[0], actual: labels.count).stop()
        }
        self.inputs = inputs
        targets = nil
        self.labels = labels
    }

    /// How many examples there are.
    public var count: Int { inputs.shape[0] }

    /// Some of the examples, by their numbers from 0.
    public func subset(_ numbers: [Int]) -> Examples {
        let part = rows(inputs, numbers)
        if let targets { return Examples(part, rows(targets, numbers)) }
        var chosen: [Int] = []
        if let labels {
            let each = labels.count / count
            for number in numbers { chosen += [Int](labels[number * each..<(number + 1) * each]) }
        }
        return Examples(part, labels: chosen)
    }

    private func rows(_ table: Tensor, _ numbers: [Int]) -> Tensor {
        let values = table.values
        let width = values.count / count
        var result: [Double] = []
        result.reserveCapacity(width * numbers.count)
        for number in numbers {
            if number < 0 || number >= count { EngineError.indexOutOfRange(index: number, count: count).stop() }
            result += [Double](values[number * width..<(number + 1) * width])
        }
        var shape = table.shape
        shape[0] = numbers.count
        return Tensor(result, shape: shape)
    }
}

private func checkInputs(_ inputs: Tensor) {
    if inputs.shape.count < 2 {
        EngineError.dimensionsDiffer(operation: "examples", expected: 2, shape: inputs.shape).stop()
    }
    if inputs.count == 0 { EngineError.empty(operation: "fit").stop() }
}
