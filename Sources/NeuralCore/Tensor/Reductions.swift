// Every sum runs in one fixed order: eight lanes side by side, then a tree of the lanes, then the rest.

/// The sum of the numbers in the fixed order.
@inlinable
func laneSum(_ values: [Double]) -> Double {
    var lanes = SIMD8<Double>(repeating: 0)
    let whole = values.count / 8 * 8
    var i = 0
    while i < whole {
        for lane in 0..<8 { lanes[lane] += values[i + lane] }
        i += 8
    }
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    var sum = two[0] + two[1]
    while i < values.count {
        sum += values[i]
        i += 1
    }
    return sum
}

extension Checked {
    /// The sizes before, along and after an axis.
    private static func split(_ shape: [Int], axis: Int) throws(EngineError) -> (Int, Int, Int) {
        guard axis >= 0, axis < shape.count else { throw .axisOutOfRange(axis: axis, dimensions: shape.count) }
        var before = 1
        var after = 1
        for i in 0..<axis { before *= shape[i] }
        for i in (axis + 1)..<shape.count { after *= shape[i] }
        return (before, shape[axis], after)
    }

    /// The sums along an axis, which disappears; numbers are added in ascending order.
    public static func sum(_ a: Tensor, axis: Int) throws(EngineError) -> Tensor {
        let (before, size, after) = try split(a.shape, axis: axis)
        var values = [Double](repeating: 0, count: before * after)
        for b in 0..<before {
            for s in 0..<size {
                for i in 0..<after { values[b * after + i] += a.values[(b * size + s) * after + i] }
            }
        }
        var shape = a.shape
        shape.remove(at: axis)
        return Tensor(unchecked: values, shape)
    }

    public static func mean(_ a: Tensor, axis: Int) throws(EngineError) -> Tensor {
        let total = try sum(a, axis: axis)
        guard a.shape[axis] > 0 else { throw .empty(operation: "mean") }
        return total / Double(a.shape[axis])
    }

    public static func mean(_ a: Tensor) throws(EngineError) -> Double {
        guard a.count > 0 else { throw .empty(operation: "mean") }
        return laneSum(a.values) / Double(a.count)
    }

    /// The index of the largest number, the first of equals; a NaN counts as larger than every number.
    public static func argmax(_ values: [Double]) throws(EngineError) -> Int {
        guard !values.isEmpty else { throw .empty(operation: "argmax") }
        var best = 0
        for i in values.indices {
            if values[i].isNaN { return i }
            if values[i] > values[best] { best = i }
        }
        return best
    }

    /// The extreme number, NaN where there is one.
    static func extreme(_ a: Tensor, _ name: String, sign: Double) throws(EngineError) -> Double {
        guard a.count > 0 else { throw .empty(operation: name) }
        var best = a.values[0]
        for x in a.values {
            if x.isNaN { return x }
            if x * sign > best * sign { best = x }
        }
        return best
    }
}

extension Tensor {
    /// The sum of all numbers.
    public func sum() -> Double { laneSum(values) }
    /// The sums along an axis, which disappears.
    public func sum(axis: Int) -> Tensor { trapping { () throws(EngineError) in try Checked.sum(self, axis: axis) } }
    /// The mean of all numbers.
    public func mean() -> Double { trapping { () throws(EngineError) in try Checked.mean(self) } }
    /// The means along an axis, which disappears.
    public func mean(axis: Int) -> Tensor { trapping { () throws(EngineError) in try Checked.mean(self, axis: axis) } }
    /// The largest number; NaN where there is one.
    public func max() -> Double { trapping { () throws(EngineError) in try Checked.extreme(self, "max", sign: 1) } }
    /// The smallest number; NaN where there is one.
    public func min() -> Double { trapping { () throws(EngineError) in try Checked.extreme(self, "min", sign: -1) } }
    /// Where among `values` the largest number stands, the first of equals.
    public func argmax() -> Int { trapping { () throws(EngineError) in try Checked.argmax(values) } }
}
