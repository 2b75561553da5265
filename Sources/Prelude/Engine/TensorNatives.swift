import Machine
import NeuralCore

/// Operations on tensors, which cells hold as arrays: `engine.tensor` and `engine.tensorText` in `EngineText`.
enum TensorOperation: Int {
    case add, subtract, multiply, divide, matmul, transpose, reshape, slice, sumAlong, meanAlong
    case sum, mean, max, min, argmax

    /// The numbers of the result.
    func apply(_ a: Tensor, _ b: Tensor, _ shape: [Int], _ k: Int) throws(EngineError) -> [Double] {
        switch self {
        case .add: return try Checked.add(a, b).values
        case .subtract: return try Checked.subtract(a, b).values
        case .multiply: return try Checked.multiply(a, b).values
        case .divide: return try Checked.divide(a, b).values
        case .matmul: return try Checked.matmul(a, b).values
        case .transpose: return try Checked.transpose(a).values
        case .reshape: return try Checked.reshape(a, to: shape).values
        case .slice: return try Checked.slice(a, at: k).values
        case .sumAlong: return try Checked.sum(a, axis: k).values
        case .meanAlong: return try Checked.mean(a, axis: k).values
        case .sum: return [a.sum()]
        case .mean: return [try Checked.mean(a)]
        case .max: return [try Checked.nonEmpty(a, "max").max()]
        case .min: return [try Checked.nonEmpty(a, "min").min()]
        case .argmax: return [Double(try Checked.argmax(a.values))]
        }
    }

    /// Units of fuel: a product of matrices costs inner size times result.
    func cost(_ a: Tensor, _ b: Tensor) -> Int64 {
        let size = Int64(Swift.max(a.count, b.count))
        guard self == .matmul, let columns = b.shape.count == 2 ? b.shape.last : 1 else { return size / 8 + 1 }
        return Int64(a.count) * Int64(columns) / 64 + 1
    }
}

extension Checked {
    fileprivate static func nonEmpty(_ a: Tensor, _ operation: String) throws(EngineError) -> Tensor {
        if a.count == 0 { throw .empty(operation: operation) }
        return a
    }
}

extension EngineContext {
    var tensorNatives: [Native] {
        [
            native("tensor", 7) { (a: inout Arguments) throws(EngineError) in
                guard let operation = TensorOperation(rawValue: a.int()) else { return 0 }
                let shape = a.ints()
                let left = try Checked.tensor(a.doubles(), shape: shape)
                let otherShape = a.ints()
                let values = a.doubles()
                // Reshaping has a shape only.
                let right = operation == .reshape ? left : try Checked.tensor(values, shape: otherShape)
                a.machine.charge(operation.cost(left, right))
                return numbers(try operation.apply(left, right, otherShape, a.int()), like: a.word(), a.machine)
            },
            native("tensorText", 2) { (a: inout Arguments) throws(EngineError) in
                let shape = a.ints()
                let tensor = try Checked.tensor(a.doubles(), shape: shape)
                a.machine.charge(Int64(tensor.count))
                return a.machine.makeString(tensor.description)
            },
        ]
    }
}
