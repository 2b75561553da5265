extension EngineText {
    /// `Tensor` holds the engine's own by a handle. Writing to one that others hold too makes another. The operators are
    /// those of the enums in NeuralCore and in `TensorNatives`, by their numbers.
    static let tensors = #"""
        struct Tensor: Equatable, CustomStringConvertible {
            var _t: _Handle
            init(_handle: _Handle) { _t = _handle }
            init(_unchecked values: [Double], _ shape: [Int]) { _t = _tensorMake(values, shape) }
            init(_ value: Double) { _t = _tensorMake([value], []) }
            init(_ values: [Double]) { _t = _tensorMake(values, [values.count]) }
            init(_ rows: [[Double]]) { _t = _tensorMake(_flatten(rows), [rows.count, rows.isEmpty ? 0 : rows[0].count]) }
            init(_ matrices: [[[Double]]]) {
                var parts: [Tensor] = []
                for rows in matrices { parts.append(Tensor(rows)) }
                _t = _tensorJoin(parts, 0, 1)
            }
            init(_ values: [Double], shape: [Int]) { _t = _tensorMake(values, shape) }
            /// A tensor with every number the same.
            init(repeating value: Double, shape: [Int]) { _t = _tensorFill(value, shape) }
            /// A tensor of zeros.
            static func zeros(_ shape: [Int]) -> Tensor { Tensor(repeating: 0, shape: shape) }
            /// A tensor of ones.
            static func ones(_ shape: [Int]) -> Tensor { Tensor(repeating: 1, shape: shape) }

            /// The size along each axis.
            var shape: [Int] { _tensorShape(_t, [0]) }
            /// The numbers, the last axis fastest.
            var values: [Double] { _tensorValues(_t, [0]) }
            /// How many numbers there are.
            var count: Int { _tensorCount(_t, 0) }
            /// How many axes there are.
            var dimensions: Int { _tensorCount(_t, 1) }
            /// The only number of a tensor that has one.
            var item: Double {
                if count != 1 { EngineError.notScalar(shape).stop() }
                return values[0]
            }
            /// The rows of a matrix.
            var rows: [[Double]] {
                let shape = shape
                if shape.count != 2 {
                    EngineError.dimensionsDiffer(operation: "rows", expected: 2, shape: shape).stop()
                }
                return _rows(values, shape[1])
            }
            /// The number at an index along each axis.
            subscript(indices: Int...) -> Double {
                get { _tensorNumber(_t, indices) }
                set { _t = _tensorPut(_t, indices, newValue) }
            }
            /// The numbers in brackets, a row a line, aligned, with as many decimals as the numbers need and at most four;
            /// very large or small numbers with four significant digits. Long axes show their first and last three entries, and
            /// only what is shown is looked at.
            var description: String { _tensorText(_t) }
            static func == (a: Tensor, b: Tensor) -> Bool { _tensorsAreEqual(a._t, b._t) }

            func _one(_ operation: Int, _ x: Double = 0, _ y: Double = 0) -> Tensor {
                Tensor(_handle: _tensorOne(operation, _t, x, y))
            }
            func _two(_ operation: Int, _ b: Tensor) -> Tensor { Tensor(_handle: _tensorTwo(operation, _t, b._t)) }
            func _shaped(_ operation: Int, _ list: [Int], _ i: Int = 0, _ j: Int = 0, _ k: Int = 0) -> Tensor {
                Tensor(_handle: _tensorShaped(operation, _t, list, i, j, k))
            }
            func _reduced(_ reduction: Int, _ axis: Int, _ keepsAxis: Bool) -> Tensor {
                Tensor(_handle: _tensorReduce(reduction, _t, axis, keepsAxis))
            }

            /// The sums of numbers at the same place, of shapes that broadcast as in NumPy: from the last axis on, sizes are equal or
            /// one of them is 1. Traps where they do not, naming both shapes.
            static func + (a: Tensor, b: Tensor) -> Tensor { a._two(0, b) }
            /// The differences of numbers at the same place, of shapes that broadcast as in NumPy: from the last axis on, sizes are equal or
            /// one of them is 1. Traps where they do not, naming both shapes.
            static func - (a: Tensor, b: Tensor) -> Tensor { a._two(1, b) }
            /// The products of numbers at the same place, of shapes that broadcast as in NumPy: from the last axis on, sizes are equal or
            /// one of them is 1. Traps where they do not, naming both shapes.
            static func * (a: Tensor, b: Tensor) -> Tensor { a._two(2, b) }
            /// The quotients of numbers at the same place, of shapes that broadcast as in NumPy: from the last axis on, sizes are equal or
            /// one of them is 1. Traps where they do not, naming both shapes.
            static func / (a: Tensor, b: Tensor) -> Tensor { a._two(3, b) }
            /// The sums of each number and `b`.
            static func + (a: Tensor, b: Double) -> Tensor { a + Tensor(b) }
            /// The differences of each number and `b`.
            static func - (a: Tensor, b: Double) -> Tensor { a - Tensor(b) }
            /// The products of each number and `b`.
            static func * (a: Tensor, b: Double) -> Tensor { a * Tensor(b) }
            /// The quotients of each number and `b`.
            static func / (a: Tensor, b: Double) -> Tensor { a / Tensor(b) }
            /// The sums of `a` and each number.
            static func + (a: Double, b: Tensor) -> Tensor { Tensor(a) + b }
            /// The differences of `a` and each number.
            static func - (a: Double, b: Tensor) -> Tensor { Tensor(a) - b }
            /// The products of `a` and each number.
            static func * (a: Double, b: Tensor) -> Tensor { Tensor(a) * b }
            /// The quotients of `a` and each number.
            static func / (a: Double, b: Tensor) -> Tensor { Tensor(a) / b }
            /// Each number with the other sign.
            static prefix func - (a: Tensor) -> Tensor { a._one(0) }
            /// Replaces a tensor by the sums with another that broadcasts to it.
            static func += (a: inout Tensor, b: Tensor) { a = a + b }
            /// Replaces a tensor by the differences with another that broadcasts to it.
            static func -= (a: inout Tensor, b: Tensor) { a = a - b }
            /// Replaces a tensor by the products with another that broadcasts to it.
            static func *= (a: inout Tensor, b: Tensor) { a = a * b }
            /// Replaces a tensor by the quotients with another that broadcasts to it.
            static func /= (a: inout Tensor, b: Tensor) { a = a / b }
            /// The product of matrices [m, k] and [k, n]: one sum for each number of the result, in ascending order. Of stacks of
            /// matrices those at the same place are multiplied; their axes before the last two broadcast. A vector is a row at
            /// the left and a column at the right, and that axis disappears.
            func matmul(_ other: Tensor) -> Tensor { _two(4, other) }
            /// 1 where this tensor's number is less, 0 elsewhere; shapes broadcast, as in all comparisons.
            func isLess(than other: Tensor) -> Tensor { _two(5, other) }
            /// 1 where this tensor's number is greater, 0 elsewhere.
            func isGreater(than other: Tensor) -> Tensor { _two(6, other) }
            /// 1 where the numbers are equal, 0 elsewhere.
            func isEqual(to other: Tensor) -> Tensor { _two(7, other) }
            /// 1 where a number is less than `other`, 0 elsewhere.
            func isLess(than other: Double) -> Tensor { _two(5, Tensor(other)) }
            /// 1 where a number is greater than `other`, 0 elsewhere.
            func isGreater(than other: Double) -> Tensor { _two(6, Tensor(other)) }
            /// 1 where a number equals `other`, 0 elsewhere.
            func isEqual(to other: Double) -> Tensor { _two(7, Tensor(other)) }
            /// The smaller of each pair; NaN where one is.
            static func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { a._two(8, b) }
            /// The larger of each pair; NaN where one is.
            static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { a._two(9, b) }
            /// `a` where the condition is not 0, `b` elsewhere; shapes broadcast.
            static func choose(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
                Tensor(_handle: _tensorChoose(condition._t, a._t, b._t))
            }

            /// e to the power of each number, within 1 unit in the last place.
            func exp() -> Tensor { _one(1) }
            /// The natural logarithm of each number; NaN below zero, −∞ at 0.
            func log() -> Tensor { _one(2) }
            /// The sine of each number, in radians.
            func sin() -> Tensor { _one(3) }
            /// The cosine of each number, in radians.
            func cos() -> Tensor { _one(4) }
            /// The hyperbolic tangent of each number.
            func tanh() -> Tensor { _one(5) }
            /// The square root of each number, correctly rounded; NaN below zero.
            func squareRoot() -> Tensor { _one(6) }
            /// Each number without its sign.
            func magnitude() -> Tensor { _one(7) }
            /// −1, 0 or 1 for each number.
            func sign() -> Tensor { _one(8) }
            /// Each number to a power.
            func power(_ exponent: Double) -> Tensor { _one(100, exponent) }
            /// Each number held to the bounds; a NaN stays.
            func clamped(from low: Double, to high: Double) -> Tensor { _one(101, low, high) }
            func activated(_ f: Activation) -> Tensor { Tensor(_handle: _tensorActivate(_t, f, false)) }
            func slopes(of f: Activation) -> Tensor { Tensor(_handle: _tensorActivate(_t, f, true)) }

            /// The same numbers in another shape; one size may be −1 and is then computed.
            func reshaped(_ shape: [Int]) -> Tensor { _shaped(0, shape) }
            /// The same numbers along one axis.
            func flattened() -> Tensor { _shaped(0, [-1]) }
            /// The matrix with rows and columns exchanged.
            func transposed() -> Tensor { _shaped(1, []) }
            /// The axes in another order: the result's axis i is this one's axis `axes[i]`.
            func permuted(_ axes: [Int]) -> Tensor { _shaped(2, axes) }
            /// The numbers repeated to a larger shape; see `+` for which shapes fit.
            func broadcast(to shape: [Int]) -> Tensor { _shaped(3, shape) }
            /// The sum over the axes along which `shape` would be repeated to give this tensor's: the reverse of `broadcast`.
            func sum(to shape: [Int]) -> Tensor { _shaped(4, shape) }
            /// One row of a matrix, or in general one slice along an axis, which disappears.
            func slice(_ index: Int, axis: Int = 0) -> Tensor { _shaped(5, [], index, axis) }
            /// Some rows of a matrix, or in general a range of places along an axis.
            func slice(_ range: Range<Int>, axis: Int = 0) -> Tensor {
                _shaped(6, [], range.lowerBound, range.upperBound, axis)
            }
            /// The tensor with zeros before and behind it along an axis.
            func padded(before: Int, after: Int, axis: Int = 0) -> Tensor { _shaped(7, [], before, after, axis) }
            /// The places of an axis that `indices` names, in their order; a place may come several times.
            func gather(_ indices: [Int], axis: Int = 0) -> Tensor { _shaped(8, indices, axis) }
            /// The reverse of `gather`: zeros of `size` places along the axis, to which each slice is added at its place.
            func scattered(_ indices: [Int], axis: Int = 0, size: Int) -> Tensor { _shaped(9, indices, axis, size) }
            /// Of each row of a matrix the number at its place, as of each example the figure of its class.
            func picked(_ places: [Int]) -> Tensor { _shaped(10, places) }
            /// The tensor with another axis of size 1 before the given one; −1 puts it at the end.
            func expanded(axis: Int) -> Tensor { _shaped(11, [], axis) }
            /// The matrices with rows and columns exchanged: the last two axes.
            func transposedMatrices() -> Tensor { _shaped(12, []) }
            /// A matrix of zeros with a row for each label and 1 at its place.
            static func oneHot(_ labels: [Int], classes: Int) -> Tensor { Tensor(0)._shaped(13, labels, classes) }
            /// Tensors one behind the other along an axis; their other sizes agree.
            static func concatenated(_ parts: [Tensor], axis: Int = 0) -> Tensor {
                Tensor(_handle: _tensorJoin(parts, axis, 0))
            }
            /// Tensors of one shape beside each other along a new axis.
            static func stacked(_ parts: [Tensor], axis: Int = 0) -> Tensor {
                Tensor(_handle: _tensorJoin(parts, axis, 1))
            }

            /// The sum of all numbers.
            func sum() -> Double { _tensorReduced(0, _t) }
            /// The mean of all numbers.
            func mean() -> Double { _tensorReduced(1, _t) }
            /// The variance of all numbers, as of a whole population (divided by n).
            func variance() -> Double { _tensorReduced(2, _t) }
            /// The largest number; NaN where there is one.
            func max() -> Double { _tensorReduced(3, _t) }
            /// The smallest number; NaN where there is one.
            func min() -> Double { _tensorReduced(4, _t) }
            /// Where among `values` the largest number stands, the first of equals.
            func argmax() -> Int { Int(_tensorReduced(5, _t)) }
            /// The sums along an axis, which disappears unless it is kept with size 1. Here and below −1 is the last axis.
            func sum(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(0, axis, keepsAxis) }
            /// The means along an axis.
            func mean(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(1, axis, keepsAxis) }
            /// The variances along an axis, as of a whole population (divided by n).
            func variance(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(2, axis, keepsAxis) }
            /// The largest numbers along an axis; NaN where there is one.
            func max(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(3, axis, keepsAxis) }
            /// The smallest numbers along an axis; NaN where there is one.
            func min(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(4, axis, keepsAxis) }
            /// Where along an axis the largest numbers stand, the first of equals.
            func argmax(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(5, axis, keepsAxis) }
            /// 1 where the first largest number along an axis stands, 0 elsewhere.
            func largestMask(axis: Int) -> Tensor { _reduced(6, axis, false) }
            /// e^z divided by the sum of e^z along an axis.
            func softmax(axis: Int = -1) -> Tensor { _reduced(7, axis, false) }
            /// The logarithm of `softmax`, without losing digits.
            func logSoftmax(axis: Int = -1) -> Tensor { _reduced(8, axis, false) }
            /// Each number plus all before it along an axis.
            func runningSum(axis: Int = -1) -> Tensor { _reduced(9, axis, false) }
        }
        @native("engine.tensorMake") func _tensorMake(_ values: [Double], _ shape: [Int]) -> _Handle
        @native("engine.tensorFill") func _tensorFill(_ value: Double, _ shape: [Int]) -> _Handle
        @native("engine.tensorShape") func _tensorShape(_ t: _Handle, _ like: [Int]) -> [Int]
        @native("engine.tensorValues") func _tensorValues(_ t: _Handle, _ like: [Double]) -> [Double]
        /// 0: numbers, 1: axes.
        @native("engine.tensorCount") func _tensorCount(_ t: _Handle, _ what: Int) -> Int
        @native("engine.tensorNumber") func _tensorNumber(_ t: _Handle, _ indices: [Int]) -> Double
        @native("engine.tensorPut") func _tensorPut(_ t: _Handle, _ indices: [Int], _ value: Double) -> _Handle
        @native("engine.tensorText") func _tensorText(_ t: _Handle) -> String
        @native("engine.tensorsAreEqual") func _tensorsAreEqual(_ a: _Handle, _ b: _Handle) -> Bool
        @native("engine.tensorOne") func _tensorOne(_ operation: Int, _ t: _Handle, _ x: Double, _ y: Double) -> _Handle
        @native("engine.tensorActivate") func _tensorActivate(_ t: _Handle, _ f: Activation, _ isSlope: Bool) -> _Handle
        @native("engine.tensorTwo") func _tensorTwo(_ operation: Int, _ a: _Handle, _ b: _Handle) -> _Handle
        @native("engine.tensorChoose") func _tensorChoose(_ c: _Handle, _ a: _Handle, _ b: _Handle) -> _Handle
        @native("engine.tensorShaped")
        func _tensorShaped(_ operation: Int, _ t: _Handle, _ list: [Int], _ i: Int, _ j: Int, _ k: Int) -> _Handle
        @native("engine.tensorJoin") func _tensorJoin(_ parts: [Tensor], _ axis: Int, _ isStack: Int) -> _Handle
        @native("engine.tensorReduce")
        func _tensorReduce(_ reduction: Int, _ t: _Handle, _ axis: Int, _ keepsAxis: Bool) -> _Handle
        @native("engine.tensorReduced") func _tensorReduced(_ reduction: Int, _ t: _Handle) -> Double
        """#
}
