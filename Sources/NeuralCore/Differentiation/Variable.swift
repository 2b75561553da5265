/// A value on a tape: arithmetic with it is recorded.
public struct Variable: CustomStringConvertible {
    /// The tape that holds it.
    public let tape: Tape
    let index: Int

    init(tape: Tape, index: Int) {
        self.tape = tape
        self.index = index
    }

    /// The number or numbers.
    public var value: Tensor { tape.value(index) }

    /// ∂L/∂(this value) after `L.backward()`; zero where L does not depend on it.
    public var gradient: Tensor { tape.gradient(index) }

    /// Computes the gradients of this value, which must be one number, by all values before it on the tape.
    /// Time in proportion to the recorded operations.
    public func backward() { tape.backward(from: index) }

    public var description: String { value.description }

    private func apply(_ operation: Operation) -> Variable { tape.apply(operation, index, -1) }

    private func apply(_ operation: Operation, _ other: Variable) -> Variable {
        if other.tape !== tape { EngineError.tapesDiffer.stop() }
        return tape.apply(operation, index, other.index)
    }
}

// MARK: - Numbers

extension Variable {
    /// The sum of two variables of one tape, elementwise; shapes broadcast.
    public static func + (a: Variable, b: Variable) -> Variable { a.apply(.add, b) }
    /// The difference of two variables of one tape, elementwise; shapes broadcast.
    public static func - (a: Variable, b: Variable) -> Variable { a.apply(.subtract, b) }
    /// The product of two variables of one tape, elementwise; shapes broadcast.
    public static func * (a: Variable, b: Variable) -> Variable { a.apply(.multiply, b) }
    /// The quotient of two variables of one tape, elementwise; shapes broadcast.
    public static func / (a: Variable, b: Variable) -> Variable { a.apply(.divide, b) }
    /// Each number with the other sign.
    public static prefix func - (a: Variable) -> Variable { a.apply(.negate) }
    /// The sum with a number that is a constant.
    public static func + (a: Variable, b: Double) -> Variable { a + a.tape.variable(b) }
    /// The difference with a number that is a constant.
    public static func - (a: Variable, b: Double) -> Variable { a - a.tape.variable(b) }
    /// The product with a number that is a constant.
    public static func * (a: Variable, b: Double) -> Variable { a * a.tape.variable(b) }
    /// The quotient with a number that is a constant.
    public static func / (a: Variable, b: Double) -> Variable { a / a.tape.variable(b) }
    /// The sum of a number that is a constant and a variable.
    public static func + (a: Double, b: Variable) -> Variable { b.tape.variable(a) + b }
    /// The difference of a number that is a constant and a variable.
    public static func - (a: Double, b: Variable) -> Variable { b.tape.variable(a) - b }
    /// The product of a number that is a constant and a variable.
    public static func * (a: Double, b: Variable) -> Variable { b.tape.variable(a) * b }
    /// The quotient of a number that is a constant and a variable.
    public static func / (a: Double, b: Variable) -> Variable { b.tape.variable(a) / b }

    /// The larger of each pair; equals share the gradient.
    public static func maximum(_ a: Variable, _ b: Variable) -> Variable { a.apply(.maximum, b) }
    /// The smaller of each pair; equals share the gradient.
    public static func minimum(_ a: Variable, _ b: Variable) -> Variable { a.apply(.minimum, b) }

    /// e to the power of each number.
    public func exp() -> Variable { apply(.exp) }
    /// The natural logarithm of each number.
    public func log() -> Variable { apply(.log) }
    /// The sine of each number.
    public func sin() -> Variable { apply(.sin) }
    /// The cosine of each number.
    public func cos() -> Variable { apply(.cos) }
    /// The hyperbolic tangent of each number.
    public func tanh() -> Variable { apply(.tanh) }
    /// The square root of each number.
    public func squareRoot() -> Variable { apply(.squareRoot) }
    /// Each number without its sign; the slope at 0 is 0.
    public func magnitude() -> Variable { apply(.magnitude) }
    /// Each number to a constant power.
    public func power(_ exponent: Double) -> Variable { apply(.power(exponent)) }
    /// Each number held to the bounds, where the slope is 1, and 0 beyond.
    public func clamped(from low: Double, to high: Double) -> Variable { apply(.clamp(from: low, to: high)) }
    /// Each number as an activation bends it.
    public func activated(_ activation: Activation) -> Variable { apply(.activation(activation)) }
}

// MARK: - Axes; −1 is the last

extension Variable {
    /// The sum of all numbers, a scalar.
    public func sum() -> Variable { apply(.sum) }
    /// The mean of all numbers, a scalar.
    public func mean() -> Variable { apply(.mean) }
    /// As of a whole population (divided by n).
    public func variance() -> Variable { apply(.variance) }
    /// The gradient goes to the first of equals.
    public func max() -> Variable { apply(.max) }
    /// The sums along an axis, which disappears unless it is kept with size 1; −1 is the last.
    public func sum(axis: Int, keepsAxis: Bool = false) -> Variable {
        apply(.sumAlong(axis: axis, keepsAxis: keepsAxis))
    }
    /// The means along an axis, likewise.
    public func mean(axis: Int, keepsAxis: Bool = false) -> Variable {
        apply(.meanAlong(axis: axis, keepsAxis: keepsAxis))
    }
    /// As of a whole population (divided by n).
    public func variance(axis: Int, keepsAxis: Bool = false) -> Variable {
        apply(.varianceAlong(axis: axis, keepsAxis: keepsAxis))
    }
    /// The gradient goes to the first of equals.
    public func max(axis: Int, keepsAxis: Bool = false) -> Variable {
        apply(.maxAlong(axis: axis, keepsAxis: keepsAxis))
    }
    /// e^z divided by the sum of e^z along an axis.
    public func softmax(axis: Int = -1) -> Variable { apply(.softmax(axis: axis)) }
    /// The logarithm of `softmax`, without losing digits.
    public func logSoftmax(axis: Int = -1) -> Variable { apply(.logSoftmax(axis: axis)) }
}

// MARK: - Shapes

extension Variable {
    /// The product of matrices, of a matrix and a vector, or of stacks of matrices; see `Tensor.matmul`.
    public func matmul(_ other: Variable) -> Variable {
        let isRow = value.dimensions == 1
        let isColumn = other.value.dimensions == 1
        let left = isRow ? reshaped([1, -1]) : self
        let right = isColumn ? other.reshaped([-1, 1]) : other
        let product = left.apply(.matmul, right)
        var shape = product.value.shape
        if isColumn { shape.removeLast() }
        if isRow { shape.remove(at: shape.count - (isColumn ? 1 : 2)) }
        return isRow || isColumn ? product.reshaped(shape) : product
    }
    /// The matrix with rows and columns exchanged.
    public func transposed() -> Variable {
        if value.dimensions != 2 {
            EngineError.dimensionsDiffer(operation: "transposed", expected: 2, shape: value.shape).stop()
        }
        return apply(.permute([1, 0]))
    }
    /// The axes in another order: the result's axis i is this one's axis `axes[i]`.
    public func permuted(_ axes: [Int]) -> Variable { apply(.permute(axes)) }
    /// The same numbers in another shape; one size may be −1 and is then computed.
    public func reshaped(_ shape: [Int]) -> Variable { apply(.reshape(shape)) }
    /// The numbers repeated to a larger shape.
    public func broadcast(to shape: [Int]) -> Variable { apply(.broadcast(shape)) }
    /// A range of places along an axis.
    public func slice(_ range: Range<Int>, axis: Int = 0) -> Variable {
        apply(.slice(from: range.lowerBound, to: range.upperBound, axis: axis))
    }
    /// One slice along an axis, which disappears.
    public func slice(_ index: Int, axis: Int = 0) -> Variable {
        let part = slice(index..<(index + 1), axis: axis)
        var shape = part.value.shape
        shape.remove(at: axis < 0 ? axis + shape.count : axis)
        return part.reshaped(shape)
    }
    /// The places of an axis that `indices` names, in their order: the rows of an embedding.
    public func gather(_ indices: [Int], axis: Int = 0) -> Variable { apply(.gather(indices, axis: axis)) }
    /// Of each row of a matrix the number at its place.
    public func picked(_ places: [Int]) -> Variable { apply(.pick(places)) }
    /// This value and then the other along an axis.
    public func concatenated(with other: Variable, axis: Int = 0) -> Variable {
        apply(.concatenate(axis: axis), other)
    }
}
