extension EngineText {
    static let tensors = #"""
        struct Tensor: Equatable, CustomStringConvertible {
            var shape: [Int]
            var values: [Double]
            init(_unchecked values: [Double], _ shape: [Int]) {
                self.shape = shape
                self.values = values
            }
            init(_ value: Double) { self.init(_unchecked: [value], []) }
            init(_ values: [Double]) { self.init(_unchecked: values, [values.count]) }
            init(_ rows: [[Double]]) {
                self.init(_unchecked: _flatten(rows), [rows.count, rows.isEmpty ? 0 : rows[0].count])
            }
            init(_ values: [Double], shape: [Int]) {
                let count = Tensor._count(shape)
                if count != values.count { _trapCount("numbers", count, values.count) }
                self.init(_unchecked: values, shape)
            }
            init(repeating value: Double, shape: [Int]) {
                self.init(_unchecked: Array(repeating: value, count: Tensor._count(shape)), shape)
            }
            static func zeros(_ shape: [Int]) -> Tensor { Tensor(repeating: 0, shape: shape) }
            static func ones(_ shape: [Int]) -> Tensor { Tensor(repeating: 1, shape: shape) }

            /// The product of the sizes, at most 2^28.
            static func _count(_ shape: [Int]) -> Int {
                var product = 1
                for size in shape {
                    let (next, overflow) = product.multipliedReportingOverflow(by: size)
                    if size < 0 || overflow || next > 268_435_456 {
                        _trap(String(describing: shape) + " is not a possible shape")
                    }
                    product = next
                }
                return product
            }
            var count: Int { values.count }
            var dimensions: Int { shape.count }
            var item: Double {
                if values.count != 1 {
                    _trap("backward needs one number to start from, got the shape " + String(describing: shape))
                }
                return values[0]
            }
            var rows: [[Double]] {
                if shape.count != 2 {
                    _trap("rows needs 2 dimensions, got the shape " + String(describing: shape))
                }
                return _rows(values, shape[1])
            }
            subscript(indices: Int...) -> Double {
                get { values[_offset(indices)] }
                set { values[_offset(indices)] = newValue }
            }
            func _offset(_ indices: [Int]) -> Int {
                if indices.count != shape.count { _trapCount("indices", shape.count, indices.count) }
                var offset = 0
                for i in 0..<indices.count {
                    if indices[i] < 0 || indices[i] >= shape[i] {
                        _trap("index " + String(indices[i]) + " is out of range: there are " + String(shape[i]))
                    }
                    offset = offset * shape[i] + indices[i]
                }
                return offset
            }
            var description: String { _tensorText(shape, values) }

            /// An operation of the engine, by its number there, on this tensor and another.
            func _apply(_ operation: Int, _ other: Tensor, _ k: Int = 0) -> [Double] {
                _tensor(operation, shape, values, other.shape, other.values, k, [0])
            }
            func _combine(_ operation: Int, _ other: Tensor) -> Tensor {
                let result = _apply(operation, other)
                return Tensor(_unchecked: result, shape == other.shape ? shape : _broadcast(other.shape))
            }
            func _broadcast(_ other: [Int]) -> [Int] {
                let count = _greater(shape.count, other.count)
                var result = Array(repeating: 1, count: count)
                for i in 0..<count {
                    let x = i < count - shape.count ? 1 : shape[i - (count - shape.count)]
                    let y = i < count - other.count ? 1 : other[i - (count - other.count)]
                    result[i] = x == 1 ? y : x
                }
                return result
            }
            static func + (a: Tensor, b: Tensor) -> Tensor { a._combine(0, b) }
            static func - (a: Tensor, b: Tensor) -> Tensor { a._combine(1, b) }
            static func * (a: Tensor, b: Tensor) -> Tensor { a._combine(2, b) }
            static func / (a: Tensor, b: Tensor) -> Tensor { a._combine(3, b) }
            static func + (a: Tensor, b: Double) -> Tensor { a + Tensor(b) }
            static func - (a: Tensor, b: Double) -> Tensor { a - Tensor(b) }
            static func * (a: Tensor, b: Double) -> Tensor { a * Tensor(b) }
            static func / (a: Tensor, b: Double) -> Tensor { a / Tensor(b) }
            static func + (a: Double, b: Tensor) -> Tensor { Tensor(a) + b }
            static func - (a: Double, b: Tensor) -> Tensor { Tensor(a) - b }
            static func * (a: Double, b: Tensor) -> Tensor { Tensor(a) * b }
            static func / (a: Double, b: Tensor) -> Tensor { Tensor(a) / b }
            static prefix func - (a: Tensor) -> Tensor { Tensor(_unchecked: a.values.map { -$0 }, a.shape) }
            static func += (a: inout Tensor, b: Tensor) { a = a + b }
            static func -= (a: inout Tensor, b: Tensor) { a = a - b }

            func matmul(_ other: Tensor) -> Tensor {
                let result = _apply(4, other)
                return Tensor(
                    _unchecked: result, other.shape.count == 2 ? [shape[0], other.shape[1]] : [shape[0]])
            }
            func transposed() -> Tensor {
                let result = _apply(5, self)
                return Tensor(_unchecked: result, [shape[1], shape[0]])
            }
            func reshaped(_ shape: [Int]) -> Tensor {
                _ = _tensor(6, self.shape, values, shape, [], 0, [0])
                var sizes = shape
                var known = 1
                for size in shape where size != -1 { known *= size }
                for i in 0..<sizes.count where sizes[i] == -1 { sizes[i] = known == 0 ? 0 : count / known }
                return Tensor(_unchecked: values, sizes)
            }
            func slice(_ index: Int) -> Tensor {
                let result = _apply(7, self, index)
                return Tensor(_unchecked: result, shape._copy(1, shape.count))
            }
            func sum(axis: Int) -> Tensor { _reduce(8, axis) }
            func mean(axis: Int) -> Tensor { _reduce(9, axis) }
            func _reduce(_ operation: Int, _ axis: Int) -> Tensor {
                let result = _apply(operation, self, axis)
                var shape = shape
                shape.remove(at: axis)
                return Tensor(_unchecked: result, shape)
            }
            func sum() -> Double { _apply(10, self)[0] }
            func mean() -> Double { _apply(11, self)[0] }
            func max() -> Double { _apply(12, self)[0] }
            func min() -> Double { _apply(13, self)[0] }
            func argmax() -> Int { Int(_apply(14, self)[0]) }
        }
        @native("engine.tensor")
        func _tensor(
            _ operation: Int, _ aShape: [Int], _ a: [Double], _ bShape: [Int], _ b: [Double], _ k: Int, _ like: [Double]
        ) -> [Double]
        @native("engine.tensorText") func _tensorText(_ shape: [Int], _ values: [Double]) -> String
        """#
}
