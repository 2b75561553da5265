extension EngineText {
    /// `Tensor` holds the engine's own by a handle, which nothing ever changes: writing makes another. The operators are
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
            init(repeating value: Double, shape: [Int]) { _t = _tensorFill(value, shape) }
            static func zeros(_ shape: [Int]) -> Tensor { Tensor(repeating: 0, shape: shape) }
            static func ones(_ shape: [Int]) -> Tensor { Tensor(repeating: 1, shape: shape) }

            var shape: [Int] { _tensorShape(_t, [0]) }
            var values: [Double] { _tensorValues(_t, [0]) }
            var count: Int { _tensorCount(_t, 0) }
            var dimensions: Int { _tensorCount(_t, 1) }
            var item: Double {
                if count != 1 { EngineError.notScalar(shape).stop() }
                return values[0]
            }
            var rows: [[Double]] {
                let shape = shape
                if shape.count != 2 {
                    EngineError.dimensionsDiffer(operation: "rows", expected: 2, shape: shape).stop()
                }
                return _rows(values, shape[1])
            }
            subscript(indices: Int...) -> Double {
                get { _tensorNumber(_t, indices) }
                set { _t = _tensorPut(_t, indices, newValue) }
            }
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

            static func + (a: Tensor, b: Tensor) -> Tensor { a._two(0, b) }
            static func - (a: Tensor, b: Tensor) -> Tensor { a._two(1, b) }
            static func * (a: Tensor, b: Tensor) -> Tensor { a._two(2, b) }
            static func / (a: Tensor, b: Tensor) -> Tensor { a._two(3, b) }
            static func + (a: Tensor, b: Double) -> Tensor { a + Tensor(b) }
            static func - (a: Tensor, b: Double) -> Tensor { a - Tensor(b) }
            static func * (a: Tensor, b: Double) -> Tensor { a * Tensor(b) }
            static func / (a: Tensor, b: Double) -> Tensor { a / Tensor(b) }
            static func + (a: Double, b: Tensor) -> Tensor { Tensor(a) + b }
            static func - (a: Double, b: Tensor) -> Tensor { Tensor(a) - b }
            static func * (a: Double, b: Tensor) -> Tensor { Tensor(a) * b }
            static func / (a: Double, b: Tensor) -> Tensor { Tensor(a) / b }
            static prefix func - (a: Tensor) -> Tensor { a._one(0) }
            static func += (a: inout Tensor, b: Tensor) { a = a + b }
            static func -= (a: inout Tensor, b: Tensor) { a = a - b }
            static func *= (a: inout Tensor, b: Tensor) { a = a * b }
            static func /= (a: inout Tensor, b: Tensor) { a = a / b }
            func matmul(_ other: Tensor) -> Tensor { _two(4, other) }
            func isLess(than other: Tensor) -> Tensor { _two(5, other) }
            func isGreater(than other: Tensor) -> Tensor { _two(6, other) }
            func isEqual(to other: Tensor) -> Tensor { _two(7, other) }
            func isLess(than other: Double) -> Tensor { _two(5, Tensor(other)) }
            func isGreater(than other: Double) -> Tensor { _two(6, Tensor(other)) }
            func isEqual(to other: Double) -> Tensor { _two(7, Tensor(other)) }
            static func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { a._two(8, b) }
            static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { a._two(9, b) }
            static func choose(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
                Tensor(_handle: _tensorChoose(condition._t, a._t, b._t))
            }

            func exp() -> Tensor { _one(1) }
            func log() -> Tensor { _one(2) }
            func sin() -> Tensor { _one(3) }
            func cos() -> Tensor { _one(4) }
            func tanh() -> Tensor { _one(5) }
            func squareRoot() -> Tensor { _one(6) }
            func magnitude() -> Tensor { _one(7) }
            func sign() -> Tensor { _one(8) }
            func power(_ exponent: Double) -> Tensor { _one(100, exponent) }
            func clamped(from low: Double, to high: Double) -> Tensor { _one(101, low, high) }
            func activated(_ f: Activation) -> Tensor { Tensor(_handle: _tensorActivate(_t, f, false)) }
            func slopes(of f: Activation) -> Tensor { Tensor(_handle: _tensorActivate(_t, f, true)) }

            func reshaped(_ shape: [Int]) -> Tensor { _shaped(0, shape) }
            func flattened() -> Tensor { _shaped(0, [-1]) }
            func transposed() -> Tensor { _shaped(1, []) }
            func permuted(_ axes: [Int]) -> Tensor { _shaped(2, axes) }
            func broadcast(to shape: [Int]) -> Tensor { _shaped(3, shape) }
            func sum(to shape: [Int]) -> Tensor { _shaped(4, shape) }
            func slice(_ index: Int, axis: Int = 0) -> Tensor { _shaped(5, [], index, axis) }
            func slice(_ range: Range<Int>, axis: Int = 0) -> Tensor {
                _shaped(6, [], range.lowerBound, range.upperBound, axis)
            }
            func padded(before: Int, after: Int, axis: Int = 0) -> Tensor { _shaped(7, [], before, after, axis) }
            func gather(_ indices: [Int], axis: Int = 0) -> Tensor { _shaped(8, indices, axis) }
            func scattered(_ indices: [Int], axis: Int = 0, size: Int) -> Tensor { _shaped(9, indices, axis, size) }
            func picked(_ places: [Int]) -> Tensor { _shaped(10, places) }
            func expanded(axis: Int) -> Tensor { _shaped(11, [], axis) }
            func transposedMatrices() -> Tensor { _shaped(12, []) }
            static func oneHot(_ labels: [Int], classes: Int) -> Tensor { Tensor(0)._shaped(13, labels, classes) }
            static func concatenated(_ parts: [Tensor], axis: Int = 0) -> Tensor {
                Tensor(_handle: _tensorJoin(parts, axis, 0))
            }
            static func stacked(_ parts: [Tensor], axis: Int = 0) -> Tensor {
                Tensor(_handle: _tensorJoin(parts, axis, 1))
            }

            func sum() -> Double { _tensorReduced(0, _t) }
            func mean() -> Double { _tensorReduced(1, _t) }
            func variance() -> Double { _tensorReduced(2, _t) }
            func max() -> Double { _tensorReduced(3, _t) }
            func min() -> Double { _tensorReduced(4, _t) }
            func argmax() -> Int { Int(_tensorReduced(5, _t)) }
            func sum(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(0, axis, keepsAxis) }
            func mean(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(1, axis, keepsAxis) }
            func variance(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(2, axis, keepsAxis) }
            func max(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(3, axis, keepsAxis) }
            func min(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(4, axis, keepsAxis) }
            func argmax(axis: Int, keepsAxis: Bool = false) -> Tensor { _reduced(5, axis, keepsAxis) }
            func largestMask(axis: Int) -> Tensor { _reduced(6, axis, false) }
            func softmax(axis: Int = -1) -> Tensor { _reduced(7, axis, false) }
            func logSoftmax(axis: Int = -1) -> Tensor { _reduced(8, axis, false) }
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
