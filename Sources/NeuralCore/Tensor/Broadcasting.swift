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
        } else if !values.isEmpty {
            var left = BroadcastWalk(of: a.shape, to: shape)
            var right = BroadcastWalk(of: b.shape, to: shape)
            var start = 0
            while start < values.count {
                for i in 0..<left.run {
                    values[start + i] = f(
                        a.values[left.offset + i * left.step], b.values[right.offset + i * right.step])
                }
                start += left.run
                left.advance()
                right.advance()
            }
        }
        return Tensor(unchecked: values, shape)
    }

    /// The numbers repeated along the axes where `shape` has more of them.
    public static func broadcast(_ a: Tensor, to shape: [Int]) throws(EngineError) -> Tensor {
        guard try broadcast(a.shape, shape, operation: "broadcast") == shape else {
            throw .shapesDiffer(operation: "broadcast", a.shape, shape)
        }
        return try elementwise(a, Tensor(unchecked: [Double](repeating: 0, count: count(of: shape)), shape), "") {
            x, _ in x
        }
    }

    /// The sum over the axes along which `shape` would be repeated to give the tensor's: the reverse of a broadcast.
    public static func sum(_ a: Tensor, to shape: [Int]) throws(EngineError) -> Tensor {
        if a.shape == shape { return a }
        guard try broadcast(shape, a.shape, operation: "sum") == a.shape else {
            throw .shapesDiffer(operation: "sum", a.shape, shape)
        }
        var values = [Double](repeating: 0, count: try count(of: shape))
        guard !a.values.isEmpty else { return Tensor(unchecked: values, shape) }
        var walk = BroadcastWalk(of: shape, to: a.shape)
        var start = 0
        while start < a.count {
            for i in 0..<walk.run { values[walk.offset + i * walk.step] += a.values[start + i] }
            start += walk.run
            walk.advance()
        }
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

/// Walks over a broadcast result in runs along its last axis, and says where each run's numbers come from.
struct BroadcastWalk {
    /// How many numbers a run has.
    let run: Int
    /// How far apart they lie in the source: 1, or 0 for one that is repeated.
    let step: Int
    /// Where the run begins in the source.
    private(set) var offset = 0

    private let sizes: [Int]
    private let strides: [Int]
    private var index: [Int]

    init(of shape: [Int], to target: [Int]) {
        var strides = [Int](repeating: 0, count: target.count)
        var stride = 1
        for i in shape.indices.reversed() {
            if shape[i] != 1 { strides[i + target.count - shape.count] = stride }
            stride *= shape[i]
        }
        run = target.last ?? 1
        step = strides.last ?? 0
        sizes = [Int](target.dropLast())
        self.strides = [Int](strides.dropLast())
        index = [Int](repeating: 0, count: sizes.count)
    }

    /// To the next run.
    mutating func advance() {
        for axis in sizes.indices.reversed() {
            index[axis] += 1
            offset += strides[axis]
            if index[axis] < sizes[axis] { return }
            offset -= index[axis] * strides[axis]
            index[axis] = 0
        }
    }
}

extension Tensor {
    /// The sums of numbers at the same place, of shapes that broadcast as in NumPy: from the last axis on, sizes are equal or
    /// one of them is 1. Traps where they do not, naming both shapes.
    public static func + (a: Tensor, b: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.add(a, b) }
    }
    /// The differences of numbers at the same place, of shapes that broadcast as in NumPy: from the last axis on, sizes are equal or
    /// one of them is 1. Traps where they do not, naming both shapes.
    public static func - (a: Tensor, b: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.subtract(a, b) }
    }
    /// The products of numbers at the same place, of shapes that broadcast as in NumPy: from the last axis on, sizes are equal or
    /// one of them is 1. Traps where they do not, naming both shapes.
    public static func * (a: Tensor, b: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.multiply(a, b) }
    }
    /// The quotients of numbers at the same place, of shapes that broadcast as in NumPy: from the last axis on, sizes are equal or
    /// one of them is 1. Traps where they do not, naming both shapes.
    public static func / (a: Tensor, b: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.divide(a, b) }
    }
    /// The sums of each number and `b`.
    public static func + (a: Tensor, b: Double) -> Tensor { a.mapped { $0 + b } }
    /// The differences of each number and `b`.
    public static func - (a: Tensor, b: Double) -> Tensor { a.mapped { $0 - b } }
    /// The products of each number and `b`.
    public static func * (a: Tensor, b: Double) -> Tensor { a.mapped { $0 * b } }
    /// The quotients of each number and `b`.
    public static func / (a: Tensor, b: Double) -> Tensor { a.mapped { $0 / b } }
    /// The sums of `a` and each number.
    public static func + (a: Double, b: Tensor) -> Tensor { b.mapped { a + $0 } }
    /// The differences of `a` and each number.
    public static func - (a: Double, b: Tensor) -> Tensor { b.mapped { a - $0 } }
    /// The products of `a` and each number.
    public static func * (a: Double, b: Tensor) -> Tensor { b.mapped { a * $0 } }
    /// The quotients of `a` and each number.
    public static func / (a: Double, b: Tensor) -> Tensor { b.mapped { a / $0 } }
    /// Each number with the other sign.
    public static prefix func - (a: Tensor) -> Tensor { a.mapped { -$0 } }
    /// Replaces a tensor by the sums with another that broadcasts to it.
    public static func += (a: inout Tensor, b: Tensor) { a = a + b }
    /// Replaces a tensor by the differences with another that broadcasts to it.
    public static func -= (a: inout Tensor, b: Tensor) { a = a - b }
    /// Replaces a tensor by the products with another that broadcasts to it.
    public static func *= (a: inout Tensor, b: Tensor) { a = a * b }
    /// Replaces a tensor by the quotients with another that broadcasts to it.
    public static func /= (a: inout Tensor, b: Tensor) { a = a / b }

    /// The numbers repeated to a larger shape; see `+` for which shapes fit.
    public func broadcast(to shape: [Int]) -> Tensor {
        trapping { () throws(EngineError) in try Checked.broadcast(self, to: shape) }
    }
    /// The sum over the axes along which `shape` would be repeated to give this tensor's: the reverse of `broadcast`.
    public func sum(to shape: [Int]) -> Tensor {
        trapping { () throws(EngineError) in try Checked.sum(self, to: shape) }
    }

    /// The tensor with `f` applied to every number.
    @inline(__always)
    func mapped(_ f: (Double) -> Double) -> Tensor {
        var result = self
        for i in result.values.indices { result.values[i] = f(result.values[i]) }
        return result
    }
}
