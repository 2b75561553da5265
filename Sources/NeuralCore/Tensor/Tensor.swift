/// Numbers in a box of any number of dimensions, rows one after another: a value, like `Array`.
///
/// The numbers are Doubles. A scalar has the shape `[]`, a vector `[n]`, a matrix `[rows, columns]`. Copies share
/// their storage until one is changed.
public struct Tensor: Equatable, Sendable {
    /// The size along each axis.
    public internal(set) var shape: [Int]
    /// The numbers, the last axis fastest.
    public internal(set) var values: [Double]

    /// A tensor whose shape and count are known to agree.
    @inline(__always)
    init(unchecked values: [Double], _ shape: [Int]) {
        self.values = values
        self.shape = shape
    }

    /// A scalar.
    public init(_ value: Double) { self.init(unchecked: [value], []) }

    /// A vector.
    public init(_ values: [Double]) { self.init(unchecked: values, [values.count]) }

    /// A matrix from its rows, which must be of one length.
    public init(_ rows: [[Double]]) {
        self = trapping { () throws(EngineError) in try Checked.tensor(rows: rows) }
    }

    /// Matrices of one shape, one behind the other.
    public init(_ matrices: [[[Double]]]) {
        self = trapping { () throws(EngineError) in
            var parts: [Tensor] = []
            for rows in matrices { parts.append(try Checked.tensor(rows: rows)) }
            return try Checked.stack(parts, axis: 0)
        }
    }

    /// A tensor of the given shape from its numbers, the last axis fastest.
    public init(_ values: [Double], shape: [Int]) {
        self = trapping { () throws(EngineError) in try Checked.tensor(values, shape: shape) }
    }

    /// A tensor with every number the same.
    public init(repeating value: Double, shape: [Int]) {
        self = trapping { () throws(EngineError) in
            Tensor(unchecked: [Double](repeating: value, count: try Checked.count(of: shape)), shape)
        }
    }

    /// A tensor of zeros.
    public static func zeros(_ shape: [Int]) -> Tensor { Tensor(repeating: 0, shape: shape) }
    /// A tensor of ones.
    public static func ones(_ shape: [Int]) -> Tensor { Tensor(repeating: 1, shape: shape) }

    /// How many numbers there are.
    public var count: Int { values.count }
    /// How many axes there are.
    public var dimensions: Int { shape.count }

    /// The only number of a tensor that has one.
    public var item: Double {
        trapping { () throws(EngineError) in
            guard values.count == 1 else { throw .notScalar(shape) }
            return values[0]
        }
    }

    /// The rows of a matrix.
    public var rows: [[Double]] {
        trapping { () throws(EngineError) in
            guard shape.count == 2 else { throw .dimensionsDiffer(operation: "rows", expected: 2, shape: shape) }
            return Checked.rows(values, columns: shape[1], count: shape[0])
        }
    }

    /// The number at an index along each axis.
    public subscript(indices: Int...) -> Double {
        get { values[trapping { () throws(EngineError) in try Checked.offset(of: indices, in: shape) }] }
        set { values[trapping { () throws(EngineError) in try Checked.offset(of: indices, in: shape) }] = newValue }
    }
}

extension Checked {
    /// The product of the sizes. Throws where one is negative or 2^28 numbers are exceeded.
    public static func count(of shape: [Int]) throws(EngineError) -> Int {
        var product = 1
        for size in shape {
            if size < 0 { throw .badShape(shape) }
            let (next, overflow) = product.multipliedReportingOverflow(by: size)
            if overflow || next > 1 << 28 { throw .badShape(shape) }
            product = next
        }
        return product
    }

    public static func tensor(_ values: [Double], shape: [Int]) throws(EngineError) -> Tensor {
        let count = try count(of: shape)
        guard count == values.count else { throw .countDiffers(of: "numbers", expected: count, actual: values.count) }
        return Tensor(unchecked: values, shape)
    }

    public static func tensor(rows: [[Double]]) throws(EngineError) -> Tensor {
        let columns = rows.first?.count ?? 0
        var values: [Double] = []
        values.reserveCapacity(columns * rows.count)
        for (i, row) in rows.enumerated() {
            guard row.count == columns else { throw .raggedRows(expected: columns, actual: row.count, row: i) }
            values += row
        }
        return Tensor(unchecked: values, [rows.count, columns])
    }

    static func rows(_ values: [Double], columns: Int, count: Int) -> [[Double]] {
        var rows: [[Double]] = []
        rows.reserveCapacity(count)
        for r in 0..<count { rows.append([Double](values[r * columns..<(r + 1) * columns])) }
        return rows
    }

    /// The tensor with another number at these indices.
    public static func replace(_ a: Tensor, at indices: [Int], with value: Double) throws(EngineError) -> Tensor {
        var result = a
        try replace(&result, at: indices, with: value)
        return result
    }

    /// Puts another number at these indices, in place where no one else holds the numbers.
    public static func replace(_ a: inout Tensor, at indices: [Int], with value: Double) throws(EngineError) {
        a.values[try offset(of: indices, in: a.shape)] = value
    }

    /// Where the number at these indices stands among `values`.
    public static func offset(of indices: [Int], in shape: [Int]) throws(EngineError) -> Int {
        guard indices.count == shape.count else {
            throw .countDiffers(of: "indices", expected: shape.count, actual: indices.count)
        }
        var offset = 0
        for (index, size) in zip(indices, shape) {
            guard index >= 0, index < size else { throw .indexOutOfRange(index: index, count: size) }
            offset = offset * size + index
        }
        return offset
    }
}
