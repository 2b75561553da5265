import Elementary

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

/// What becomes of the numbers along an axis.
public enum Reduction: Int, CaseIterable, Sendable {
    case sum, mean, variance, max, min, argmax
    /// Keep the axis' size: 1 at the first largest number and 0 elsewhere; e^z/Σe^z; its logarithm; running sums.
    case largestMask, softmax, logSoftmax, runningSum

    var keepsSize: Bool { rawValue >= Reduction.largestMask.rawValue }
    /// Whether there is no result without numbers.
    var needsNumbers: Bool { self != .sum && !keepsSize }
}

extension Checked {
    /// The axis from 0; −1 names the last one, −2 the one before.
    public static func axis(_ axis: Int, of shape: [Int]) throws(EngineError) -> Int {
        let place = axis < 0 ? axis + shape.count : axis
        guard place >= 0, place < shape.count else {
            throw .axisOutOfRange(axis: axis, dimensions: shape.count)
        }
        return place
    }

    /// The sizes before, along and after an axis.
    static func split(_ shape: [Int], axis: Int) -> (before: Int, size: Int, after: Int) {
        var before = 1
        var after = 1
        for i in 0..<axis { before *= shape[i] }
        for i in (axis + 1)..<shape.count { after *= shape[i] }
        return (before, shape[axis], after)
    }

    /// Reduces along an axis, which disappears unless it is kept with size 1.
    public static func reduce(
        _ reduction: Reduction, _ a: Tensor, axis: Int, keepsAxis: Bool = false
    ) throws(EngineError) -> Tensor {
        let axis = try self.axis(axis, of: a.shape)
        let (before, size, after) = split(a.shape, axis: axis)
        if size == 0 && reduction.needsNumbers { throw .empty(operation: "\(reduction.name)") }
        var shape = a.shape
        if !reduction.keepsSize { shape[axis] = 1 }
        var values = [Double](repeating: 0, count: try count(of: shape))
        var line = [Double](repeating: 0, count: size)
        for b in 0..<before {
            for i in 0..<after {
                for s in 0..<size { line[s] = a.values[(b * size + s) * after + i] }
                if reduction.keepsSize {
                    line = reduction.line(line)
                    for s in 0..<size { values[(b * size + s) * after + i] = line[s] }
                } else {
                    values[b * after + i] = reduction.number(line)
                }
            }
        }
        if !reduction.keepsSize && !keepsAxis { shape.remove(at: axis) }
        return Tensor(unchecked: values, shape)
    }

    public static func sum(_ a: Tensor, axis: Int) throws(EngineError) -> Tensor { try reduce(.sum, a, axis: axis) }

    /// The reduction of all numbers, in the fixed order of `laneSum`.
    public static func reduce(_ reduction: Reduction, _ a: Tensor) throws(EngineError) -> Double {
        if a.count == 0 && reduction.needsNumbers { throw .empty(operation: "\(reduction.name)") }
        switch reduction {
        case .sum: return laneSum(a.values)
        case .mean: return laneSum(a.values) / Double(a.count)
        case .variance:
            let mean = laneSum(a.values) / Double(a.count)
            return laneSum(a.mapped { ($0 - mean) * ($0 - mean) }.values) / Double(a.count)
        default: return reduction.number(a.values)
        }
    }

    public static func mean(_ a: Tensor) throws(EngineError) -> Double { try reduce(.mean, a) }

    /// The index of the largest number, the first of equals; a NaN counts as larger than every number.
    public static func argmax(_ values: [Double]) throws(EngineError) -> Int {
        guard !values.isEmpty else { throw .empty(operation: "argmax") }
        return indexOfLargest(values)
    }
}

extension Reduction {
    /// As messages name it.
    fileprivate var name: String {
        switch self {
        case .sum: "sum"
        case .mean: "mean"
        case .variance: "variance"
        case .max: "max"
        case .min: "min"
        case .argmax: "argmax"
        case .largestMask, .softmax, .logSoftmax, .runningSum: "softmax"
        }
    }

    /// One number of a line, ascending; there is one at least where `needsNumbers` says so.
    fileprivate func number(_ line: [Double]) -> Double {
        switch self {
        case .max: return Self.extreme(line, sign: 1)
        case .min: return Self.extreme(line, sign: -1)
        case .argmax: return Double(indexOfLargest(line))
        case .sum, .mean, .variance, .largestMask, .softmax, .logSoftmax, .runningSum:
            var sum = 0.0
            for x in line { sum += x }
            if self == .sum { return sum }
            let mean = sum / Double(line.count)
            if self == .mean { return mean }
            var squares = 0.0
            for x in line { squares += (x - mean) * (x - mean) }
            return squares / Double(line.count)
        }
    }

    /// The extreme number, NaN where there is one.
    private static func extreme(_ line: [Double], sign: Double) -> Double {
        var best = line[0]
        for x in line {
            if x.isNaN { return x }
            if x * sign > best * sign { best = x }
        }
        return best
    }

    /// A line as long as the one given.
    fileprivate func line(_ line: [Double]) -> [Double] {
        if line.isEmpty { return line }
        var result = line
        switch self {
        case .largestMask:
            let place = indexOfLargest(line)
            for i in line.indices { result[i] = i == place ? 1 : 0 }
        case .runningSum:
            for i in line.indices.dropFirst() { result[i] += result[i - 1] }
        default:
            // From the largest number, so that nothing overflows. Where all are −∞ there is no such share: NaN.
            let largest = Self.extreme(line, sign: 1)
            var sum = 0.0
            for i in line.indices {
                result[i] = Elementary.exp(line[i] - largest)
                sum += result[i]
            }
            let logarithm = Elementary.log(sum)
            for i in line.indices {
                result[i] = self == .softmax ? result[i] / sum : line[i] - largest - logarithm
            }
        }
        return result
    }
}

extension Tensor {
    private func reduced(_ reduction: Reduction) -> Double {
        trapping { () throws(EngineError) in try Checked.reduce(reduction, self) }
    }
    private func reduced(_ reduction: Reduction, _ axis: Int, _ keepsAxis: Bool = false) -> Tensor {
        trapping { () throws(EngineError) in try Checked.reduce(reduction, self, axis: axis, keepsAxis: keepsAxis) }
    }

    /// The sum of all numbers.
    public func sum() -> Double { laneSum(values) }
    /// The mean of all numbers.
    public func mean() -> Double { reduced(.mean) }
    /// The variance of all numbers, as of a whole population (divided by n).
    public func variance() -> Double { reduced(.variance) }
    /// The largest number; NaN where there is one.
    public func max() -> Double { reduced(.max) }
    /// The smallest number; NaN where there is one.
    public func min() -> Double { reduced(.min) }
    /// Where among `values` the largest number stands, the first of equals.
    public func argmax() -> Int { Int(reduced(.argmax)) }

    /// The sums along an axis, which disappears unless it is kept with size 1. Here and below −1 is the last axis.
    public func sum(axis: Int, keepsAxis: Bool = false) -> Tensor { reduced(.sum, axis, keepsAxis) }
    /// The means along an axis.
    public func mean(axis: Int, keepsAxis: Bool = false) -> Tensor { reduced(.mean, axis, keepsAxis) }
    /// The variances along an axis, as of a whole population (divided by n).
    public func variance(axis: Int, keepsAxis: Bool = false) -> Tensor { reduced(.variance, axis, keepsAxis) }
    /// The largest numbers along an axis; NaN where there is one.
    public func max(axis: Int, keepsAxis: Bool = false) -> Tensor { reduced(.max, axis, keepsAxis) }
    /// The smallest numbers along an axis; NaN where there is one.
    public func min(axis: Int, keepsAxis: Bool = false) -> Tensor { reduced(.min, axis, keepsAxis) }
    /// Where along an axis the largest numbers stand, the first of equals.
    public func argmax(axis: Int, keepsAxis: Bool = false) -> Tensor { reduced(.argmax, axis, keepsAxis) }
    /// 1 where the first largest number along an axis stands, 0 elsewhere.
    public func largestMask(axis: Int) -> Tensor { reduced(.largestMask, axis) }
    /// e^z divided by the sum of e^z along an axis.
    public func softmax(axis: Int = -1) -> Tensor { reduced(.softmax, axis) }
    /// The logarithm of `softmax`, without losing digits.
    public func logSoftmax(axis: Int = -1) -> Tensor { reduced(.logSoftmax, axis) }
    /// Each number plus all before it along an axis.
    public func runningSum(axis: Int = -1) -> Tensor { reduced(.runningSum, axis) }
}
