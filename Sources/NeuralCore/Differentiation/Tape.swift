/// A record of tensor operations in the order in which they ran, to be run backward.
///
/// Nodes lie one after another in arrays and name their arguments by index, so that neither going backward nor
/// releasing recurses: 100,000 nodes are fine. A tape grows until it is `clear`ed or released.
///
///     let tape = Tape()
///     let w = tape.variable(Tensor([0.5, -0.3]))
///     let loss = (w * w).sum()
///     loss.backward()
///     w.gradient            // [1.0, -0.6]
public final class Tape {
    private var operations: [Operation] = []
    private var first: [Int32] = []
    private var second: [Int32] = []
    private var values: [Tensor] = []
    private var gradients: [Tensor?] = []

    public init() {}

    /// How many values were recorded.
    public var count: Int { operations.count }

    /// A value to differentiate by.
    public func variable(_ value: Tensor) -> Variable { record(.leaf, -1, -1, value) }

    /// A scalar to differentiate by.
    public func variable(_ value: Double) -> Variable { variable(Tensor(value)) }

    /// Forgets every node; variables of before must not be used again.
    public func clear() {
        operations.removeAll()
        first.removeAll()
        second.removeAll()
        values.removeAll()
        gradients.removeAll()
    }

    private func record(_ operation: Operation, _ a: Int32, _ b: Int32, _ value: Tensor) -> Variable {
        operations.append(operation)
        first.append(a)
        second.append(b)
        values.append(value)
        gradients.append(nil)
        return Variable(tape: self, index: Int32(operations.count - 1))
    }

    func apply(_ operation: Operation, _ a: Variable, _ b: Variable?) throws(EngineError) -> Variable {
        if let b, b.tape !== self { throw .tapesDiffer }
        let left = values[Int(a.index)]
        let value = try operation.value(left, b.map { values[Int($0.index)] } ?? left)
        return record(operation, a.index, b?.index ?? -1, value)
    }

    func value(_ index: Int32) -> Tensor { values[Int(index)] }

    func gradient(_ index: Int32) -> Tensor {
        gradients[Int(index)] ?? Tensor.zeros(values[Int(index)].shape)
    }

    /// Sets every gradient of the tape to that of the scalar at `index`; gradients of before are forgotten.
    func backward(from index: Int32) throws(EngineError) {
        let root = Int(index)
        guard values[root].count == 1 else { throw .notScalar(values[root].shape) }
        for i in gradients.indices { gradients[i] = nil }
        gradients[root] = Tensor(repeating: 1, shape: values[root].shape)
        for i in stride(from: root, through: 0, by: -1) {
            guard let g = gradients[i], operations[i] != .leaf else { continue }
            let a = Int(first[i])
            let b = second[i] >= 0 ? Int(second[i]) : a
            let (forA, forB) = try operations[i].gradients(g, values[a], values[b], values[i])
            try accumulate(forA, at: a)
            if let forB { try accumulate(forB, at: b) }
        }
    }

    private func accumulate(_ gradient: Tensor, at index: Int) throws(EngineError) {
        let part = Checked.unbroadcast(gradient, to: values[index].shape)
        if let sum = gradients[index] {
            gradients[index] = try Checked.add(sum, part)
        } else {
            gradients[index] = part
        }
    }
}

/// A value on a tape: arithmetic with it is recorded.
public struct Variable {
    public let tape: Tape
    let index: Int32

    /// The number or numbers.
    public var value: Tensor { tape.value(index) }

    /// ∂L/∂(this value) after `L.backward()`; zero where L does not depend on it.
    public var gradient: Tensor { tape.gradient(index) }

    /// Computes the gradients of this value, which must be one number, by all values before it on the tape.
    /// Time in proportion to the recorded operations.
    public func backward() { trapping { () throws(EngineError) in try Checked.backward(self) } }
}

extension Checked {
    /// Records an operation on one or two variables of one tape.
    public static func apply(_ operation: Operation, _ a: Variable, _ b: Variable? = nil) throws(EngineError)
        -> Variable
    {
        try a.tape.apply(operation, a, b)
    }

    public static func backward(_ variable: Variable) throws(EngineError) {
        try variable.tape.backward(from: variable.index)
    }
}

extension Variable {
    private func apply(_ operation: Operation, _ other: Variable? = nil) -> Variable {
        trapping { () throws(EngineError) in try Checked.apply(operation, self, other) }
    }

    public static func + (a: Variable, b: Variable) -> Variable { a.apply(.add, b) }
    public static func - (a: Variable, b: Variable) -> Variable { a.apply(.subtract, b) }
    public static func * (a: Variable, b: Variable) -> Variable { a.apply(.multiply, b) }
    public static func / (a: Variable, b: Variable) -> Variable { a.apply(.divide, b) }
    public static prefix func - (a: Variable) -> Variable { a.apply(.negate) }
    public static func + (a: Variable, b: Double) -> Variable { a + a.tape.variable(b) }
    public static func - (a: Variable, b: Double) -> Variable { a - a.tape.variable(b) }
    public static func * (a: Variable, b: Double) -> Variable { a * a.tape.variable(b) }
    public static func / (a: Variable, b: Double) -> Variable { a / a.tape.variable(b) }
    public static func + (a: Double, b: Variable) -> Variable { b.tape.variable(a) + b }
    public static func - (a: Double, b: Variable) -> Variable { b.tape.variable(a) - b }
    public static func * (a: Double, b: Variable) -> Variable { b.tape.variable(a) * b }
    public static func / (a: Double, b: Variable) -> Variable { b.tape.variable(a) / b }

    public func matmul(_ other: Variable) -> Variable { apply(.matmul, other) }
    public func exp() -> Variable { apply(.exp) }
    public func log() -> Variable { apply(.log) }
    public func sin() -> Variable { apply(.sin) }
    public func cos() -> Variable { apply(.cos) }
    public func squareRoot() -> Variable { apply(.squareRoot) }
    public func power(_ exponent: Double) -> Variable { apply(.power(exponent)) }
    public func activated(_ activation: Activation) -> Variable { apply(.activation(activation)) }
    public func sum() -> Variable { apply(.sum) }
    public func sum(axis: Int) -> Variable { apply(.sumAlong(axis: axis)) }
    public func mean() -> Variable { apply(.mean) }
    public func transposed() -> Variable { apply(.transpose) }
    public func reshaped(_ shape: [Int]) -> Variable { apply(.reshape(shape)) }
}
