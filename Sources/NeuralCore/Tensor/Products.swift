extension Checked {
    /// The product of matrices [m, k] and [k, n]; of stacks of matrices, whose axes before the last two broadcast; a vector
    /// [k] is a row at the left and a column at the right, and that axis disappears.
    public static func matmul(_ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        guard !a.shape.isEmpty, !b.shape.isEmpty else { throw .innerSizesDiffer(a.shape, b.shape) }
        let inner = b.shape[max(b.shape.count - 2, 0)]
        guard a.shape[a.shape.count - 1] == inner else { throw .innerSizesDiffer(a.shape, b.shape) }
        let isRow = a.shape.count == 1
        let isColumn = b.shape.count == 1
        var product = try matrices(
            isRow ? Tensor(unchecked: a.values, [1, inner]) : a, isColumn ? Tensor(unchecked: b.values, [inner, 1]) : b)
        if isColumn { product.shape.removeLast() }
        if isRow { product.shape.remove(at: product.shape.count - (isColumn ? 1 : 2)) }
        return product
    }

    private static func matrices(_ a: Tensor, _ b: Tensor) throws(EngineError) -> Tensor {
        let (rows, inner) = (a.shape[a.shape.count - 2], a.shape[a.shape.count - 1])
        let columns = b.shape[b.shape.count - 1]
        let left = [Int](a.shape.dropLast(2))
        let right = [Int](b.shape.dropLast(2))
        if left.isEmpty && right.isEmpty {
            var values = [Double](repeating: 0, count: try count(of: [rows, columns]))
            MatrixProduct.multiply(a.values, b.values, into: &values, rows: rows, inner: inner, columns: columns)
            return Tensor(unchecked: values, [rows, columns])
        }
        let stack = try broadcast(left, right, operation: "multiply stacks of")
        var values: [Double] = []
        values.reserveCapacity(try count(of: stack + [rows, columns]))
        // A stack of matrices as a stack of numbers: each run of the walk is one matrix.
        var first = BroadcastWalk(of: left + [1], to: stack + [1])
        var second = BroadcastWalk(of: right + [1], to: stack + [1])
        var product = [Double](repeating: 0, count: rows * columns)
        for _ in 0..<(try count(of: stack)) {
            let x = [Double](a.values[first.offset * rows * inner..<(first.offset + 1) * rows * inner])
            let y = [Double](b.values[second.offset * inner * columns..<(second.offset + 1) * inner * columns])
            MatrixProduct.multiply(x, y, into: &product, rows: rows, inner: inner, columns: columns)
            values += product
            first.advance()
            second.advance()
        }
        return Tensor(unchecked: values, stack + [rows, columns])
    }
}

extension Tensor {
    /// The product of matrices [m, k] and [k, n]: one sum for each number of the result, in ascending order. Of stacks of
    /// matrices those at the same place are multiplied; their axes before the last two broadcast. A vector is a row at
    /// the left and a column at the right, and that axis disappears.
    public func matmul(_ other: Tensor) -> Tensor {
        trapping { () throws(EngineError) in try Checked.matmul(self, other) }
    }
}
