extension Checked {
    /// The same numbers in another shape; one size may be −1 and is then computed.
    public static func reshape(_ a: Tensor, to shape: [Int]) throws(EngineError) -> Tensor {
        var sizes = shape
        var known = 1
        var free: Int?
        for (i, size) in shape.enumerated() {
            if size == -1 && free == nil {
                free = i
            } else {
                known = try count(of: [known, size])
            }
        }
        if let free { sizes[free] = known == 0 ? 0 : a.count / known }
        guard try count(of: sizes) == a.count else { throw .shapesDiffer(operation: "reshape", a.shape, shape) }
        return Tensor(unchecked: a.values, sizes)
    }

    /// The matrix with rows and columns exchanged.
    public static func transpose(_ a: Tensor) throws(EngineError) -> Tensor {
        guard a.shape.count == 2 else {
            throw .dimensionsDiffer(operation: "transposed", expected: 2, shape: a.shape)
        }
        return Tensor(unchecked: transposed(a.values, rows: a.shape[0], columns: a.shape[1]), [a.shape[1], a.shape[0]])
    }

    static func transposed(_ values: [Double], rows: Int, columns: Int) -> [Double] {
        var result = [Double](repeating: 0, count: values.count)
        for r in 0..<rows {
            for c in 0..<columns { result[c * rows + r] = values[r * columns + c] }
        }
        return result
    }

    /// The product of two matrices, [m, k] and [k, n], or of a matrix and a vector.
    public static func matmul(_ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        guard a.shape.count == 2, b.shape.count == 1 || b.shape.count == 2 else {
            throw .innerSizesDiffer(a.shape, b.shape)
        }
        let columns = b.shape.count == 2 ? b.shape[1] : 1
        guard a.shape[1] == b.shape[0] else { throw .innerSizesDiffer(a.shape, b.shape) }
        let shape = b.shape.count == 2 ? [a.shape[0], columns] : [a.shape[0]]
        var values = [Double](repeating: 0, count: try count(of: shape))
        MatrixProduct.multiply(
            a.values, b.values, into: &values, rows: a.shape[0], inner: a.shape[1], columns: columns)
        return Tensor(unchecked: values, shape)
    }

    /// One slice along the first axis: a row of a matrix.
    public static func slice(_ a: Tensor, at index: Int) throws(EngineError) -> Tensor {
        guard let count = a.shape.first else { throw .axisOutOfRange(axis: 0, dimensions: 0) }
        guard index >= 0, index < count else { throw .indexOutOfRange(index: index, count: count) }
        let size = a.count / count
        return Tensor(unchecked: [Double](a.values[index * size..<(index + 1) * size]), [Int](a.shape.dropFirst()))
    }
}

extension Tensor {
    /// The same numbers in another shape; one size may be −1 and is then computed.
    public func reshaped(_ shape: [Int]) -> Tensor {
        trapping { () throws(EngineError) in try Checked.reshape(self, to: shape) }
    }
    /// The matrix with rows and columns exchanged.
    public func transposed() -> Tensor { trapping { () throws(EngineError) in try Checked.transpose(self) } }
    /// The product with a matrix or a vector: one sum for each number of the result, in ascending order.
    public func matmul(_ other: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.matmul(self, other) }
    }
    /// One row of a matrix, or in general one slice along the first axis.
    public func slice(_ index: Int) -> Tensor {
        trapping { () throws(EngineError) in try Checked.slice(self, at: index) }
    }
}
