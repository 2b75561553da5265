/// What can be wrong with an operation's arguments, as data; `message` says it for a beginner.
public enum EngineError: Error, Equatable, Sendable {
    /// Two shapes that an operation cannot combine.
    case shapesDiffer(operation: String, [Int], [Int])
    /// A product of matrices whose inner sizes differ.
    case innerSizesDiffer([Int], [Int])
    /// A count of numbers, rows or labels that is not the one expected.
    case countDiffers(of: String, expected: Int, actual: Int)
    /// Rows of different lengths where a table is expected.
    case raggedRows(expected: Int, actual: Int, row: Int)
    /// A negative dimension, or dimensions whose product is too large.
    case badShape([Int])
    /// An operation that needs at least one number.
    case empty(operation: String)
    case axisOutOfRange(axis: Int, dimensions: Int)
    case indexOutOfRange(index: Int, count: Int)
    case dimensionsDiffer(operation: String, expected: Int, shape: [Int])
    /// `backward` from something that is not one number.
    case notScalar([Int])
    /// A call before the one it builds on: `backward()` before `loss(…)`.
    case calledTooEarly(call: String, needed: String)
    case badArgument(name: String, reason: String)
    /// A layer in front of which examples have a shape that it does not take.
    case layerDoesNotFit(layer: String, needs: String, shape: [Int])
    /// Values of different tapes in one operation.
    case tapesDiffer

    /// One sentence: what is wrong, with both shapes where two disagree.
    public var message: String {
        switch self {
        case .shapesDiffer(let operation, let a, let b):
            "cannot \(operation) shapes \(text(a)) and \(text(b))"
        case .innerSizesDiffer(let a, let b):
            "cannot multiply matrices of shapes \(text(a)) and \(text(b)): the columns of the first must be as many as "
                + "the rows of the second"
        case .countDiffers(let what, let expected, let actual):
            "expected \(expected) \(what), got \(actual)"
        case .raggedRows(let expected, let actual, let row):
            "row \(row) has \(actual) numbers, the rows before it have \(expected)"
        case .badShape(let shape):
            "\(text(shape)) is not a possible shape"
        case .empty(let operation):
            "\(operation) of an empty tensor"
        case .axisOutOfRange(let axis, let dimensions):
            "there is no axis \(axis) in a tensor of \(dimensions) dimensions"
        case .indexOutOfRange(let index, let count):
            "index \(index) is out of range: there are \(count)"
        case .dimensionsDiffer(let operation, let expected, let shape):
            "\(operation) needs \(expected) dimensions, got the shape \(text(shape))"
        case .notScalar(let shape):
            "backward needs one number to start from, got the shape \(text(shape))"
        case .calledTooEarly(let call, let needed):
            "\(call) needs \(needed) first"
        case .badArgument(let name, let reason):
            "\(name) \(reason)"
        case .layerDoesNotFit(let layer, let needs, let shape):
            "\(layer) needs an example of shape \(needs), got \(text(shape))"
        case .tapesDiffer:
            "the two values were recorded on different tapes"
        }
    }

    private func text(_ shape: [Int]) -> String {
        var text = "["
        for (i, size) in shape.enumerated() { text += i == 0 ? "\(size)" : ", \(size)" }
        return text + "]"
    }
}
