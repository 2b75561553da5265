// Two shapes are lined up at their last axes; sizes must agree, or one of them be 1 or absent, and is then repeated.

extension Checked {
    /// The shape of an elementwise operation on two shapes.
    public static func broadcast(_ a: [Int], _ b: [Int], operation: String) throws(EngineError) -> [Int] {
        if a == b { return a }
        let count = max(a.count, b.count)
        var shape = [Int](repeating: 1, count: count)
        for i in 0..<count {
            let x = i < count - a.count ? 1 : a[i - (count - a.count)]
            let y = i < count - b.count ? 1 : b[i - (count - b.count)]
            guard x == y || x == 1 || y == 1 else { throw .shapesDiffer(operation: operation, a, b) }
            shape[i] = x == 1 ? y : x
        }
        _ = try self.count(of: shape)
        return shape
    }

    /// Applies `f` to pairs of numbers.
    @inline(__always)
    static func elementwise(
        _ a: Tensor, _ b: Tensor, _ operation: String, _ f: (Double, Double) -> Double
    ) throws(EngineError) -> Tensor {
        let shape = try broadcast(a.shape, b.shape, operation: operation)
        var values = [Double](repeating: 0, count: try count(of: shape))
        if a.shape == b.shape {
            for i in values.indices { values[i] = f(a.values[i], b.values[i]) }
        } else if b.count == 1 {
            for i in values.indices { values[i] = f(a.values[i], b.values[0]) }
        } else if a.count == 1 {
            for i in values.indices { values[i] = f(a.values[0], b.values[i]) }
        } else {
            let left = BroadcastOffsets(of: a.shape, to: shape)
            let right = BroadcastOffsets(of: b.shape, to: shape)
            for i in values.indices { values[i] = f(a.values[left.offset(i)], b.values[right.offset(i)]) }
        }
        return Tensor(unchecked: values, shape)
    }

    /// The sum of `gradient` over the axes along which `shape` was repeated: the reverse of a broadcast.
    static func unbroadcast(_ gradient: Tensor, to shape: [Int]) -> Tensor {
        if gradient.shape == shape { return gradient }
        var count = 1
        for size in shape { count *= size }
        var values = [Double](repeating: 0, count: count)
        let offsets = BroadcastOffsets(of: shape, to: gradient.shape)
        for i in gradient.values.indices { values[offsets.offset(i)] += gradient.values[i] }
        return Tensor(unchecked: values, shape)
    }

    public static func add(_ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor { try elementwise(a, b, "add", +) }
    public static func subtract(_ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        try elementwise(a, b, "subtract", -)
    }
    public static func multiply(_ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        try elementwise(a, b, "multiply", *)
    }
    public static func divide(_ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        try elementwise(a, b, "divide", /)
    }
}

/// Where each number of a broadcast result comes from.
struct BroadcastOffsets {
    private let sizes: [Int]
    private let strides: [Int]

    init(of shape: [Int], to target: [Int]) {
        var strides = [Int](repeating: 0, count: target.count)
        var stride = 1
        for i in shape.indices.reversed() {
            if shape[i] != 1 { strides[i + target.count - shape.count] = stride }
            stride *= shape[i]
        }
        self.strides = strides
        sizes = target
    }

    @inline(__always)
    func offset(_ index: Int) -> Int {
        var rest = index
        var offset = 0
        for i in sizes.indices.reversed() {
            offset += rest % sizes[i] * strides[i]
            rest /= sizes[i]
        }
        return offset
    }
}

extension Tensor {
    public static func + (a: Tensor, b: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.add(a, b) }
    }
    public static func - (a: Tensor, b: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.subtract(a, b) }
    }
    public static func * (a: Tensor, b: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.multiply(a, b) }
    }
    public static func / (a: Tensor, b: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.divide(a, b) }
    }
    public static func + (a: Tensor, b: Double) -> Tensor { a.mapped { $0 + b } }
    public static func - (a: Tensor, b: Double) -> Tensor { a.mapped { $0 - b } }
    public static func * (a: Tensor, b: Double) -> Tensor { a.mapped { $0 * b } }
    public static func / (a: Tensor, b: Double) -> Tensor { a.mapped { $0 / b } }
    public static func + (a: Double, b: Tensor) -> Tensor { b.mapped { a + $0 } }
    public static func - (a: Double, b: Tensor) -> Tensor { b.mapped { a - $0 } }
    public static func * (a: Double, b: Tensor) -> Tensor { b.mapped { a * $0 } }
    public static func / (a: Double, b: Tensor) -> Tensor { b.mapped { a / $0 } }
    public static prefix func - (a: Tensor) -> Tensor { a.mapped { -$0 } }
    public static func += (a: inout Tensor, b: Tensor) { a = a + b }
    public static func -= (a: inout Tensor, b: Tensor) { a = a - b }

    /// The tensor with `f` applied to every number.
    @inline(__always)
    func mapped(_ f: (Double) -> Double) -> Tensor {
        var result = self
        for i in result.values.indices { result.values[i] = f(result.values[i]) }
        return result
    }
}
