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
    private var first: [Int] = []
    private var second: [Int] = []
    private var values: [Tensor] = []
    private var gradients: [Tensor?] = []

    /// An empty tape.
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

    private func record(_ operation: Operation, _ a: Int, _ b: Int, _ value: Tensor) -> Variable {
        operations.append(operation)
        first.append(a)
        second.append(b)
        values.append(value)
        gradients.append(nil)
        return Variable(tape: self, index: operations.count - 1)
    }

    /// Records an operation on the values at one or two places; −1 for no second.
    func apply(_ operation: Operation, _ a: Int, _ b: Int) -> Variable {
        check(a)
        if b >= 0 { check(b) }
        return record(operation, a, b, operation.value(values[a], values[b >= 0 ? b : a]))
    }

    func value(_ index: Int) -> Tensor {
        check(index)
        return values[index]
    }

    func gradient(_ index: Int) -> Tensor {
        check(index)
        return gradients[index] ?? Tensor.zeros(values[index].shape)
    }

    private func check(_ index: Int) {
        if index >= count { EngineError.badArgument(name: "the variable", reason: "is of before clear()").stop() }
    }

    /// Sets every gradient of the tape to that of the scalar at `root`; gradients of before are forgotten.
    func backward(from root: Int) {
        check(root)
        if values[root].count != 1 { EngineError.notScalar(values[root].shape).stop() }
        for i in 0..<count { gradients[i] = nil }
        gradients[root] = Tensor.ones(values[root].shape)
        for i in stride(from: root, through: 0, by: -1) {
            guard let g = gradients[i], first[i] >= 0 else { continue }
            let a = first[i]
            let b = second[i] >= 0 ? second[i] : a
            let (forA, forB) = operations[i].gradients(g, values[a], values[b], values[i])
            accumulate(forA, at: a)
            if let forB { accumulate(forB, at: b) }
        }
    }

    private func accumulate(_ gradient: Tensor, at index: Int) {
        let part = gradient.sum(to: values[index].shape)
        if let sum = gradients[index] {
            gradients[index] = sum + part
        } else {
            gradients[index] = part
        }
    }
}
