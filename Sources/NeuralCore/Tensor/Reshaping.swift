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

    /// The axes in another order: the result's axis i is this one's axis `axes[i]`.
    public static func permute(_ a: Tensor, _ axes: [Int]) throws(EngineError) -> Tensor {
        guard axes.count == a.shape.count else {
            throw .countDiffers(of: "axes", expected: a.shape.count, actual: axes.count)
        }
        var from = [Int](repeating: -1, count: axes.count)
        var order: [Int] = []
        for (i, axis) in axes.enumerated() {
            let place = try self.axis(axis, of: a.shape)
            guard from[place] < 0 else { throw .badArgument(name: "axis \(axis)", reason: "is named twice") }
            from[place] = i
            order.append(place)
        }
        var shape: [Int] = []
        for place in order { shape.append(a.shape[place]) }
        var result = Tensor(unchecked: a.values, shape)
        var strides = [Int](repeating: 1, count: shape.count)
        for i in stride(from: shape.count - 2, through: 0, by: -1) { strides[i] = strides[i + 1] * shape[i + 1] }
        var index = [Int](repeating: 0, count: shape.count)
        var target = 0
        for value in a.values {
            result.values[target] = value
            for axis in index.indices.reversed() {
                index[axis] += 1
                target += strides[from[axis]]
                if index[axis] < a.shape[axis] { break }
                target -= index[axis] * strides[from[axis]]
                index[axis] = 0
            }
        }
        return result
    }

    /// The matrices with rows and columns exchanged: the last two axes.
    public static func transposeMatrices(_ a: Tensor) throws(EngineError) -> Tensor {
        let last = a.shape.count - 1
        guard last > 0 else {
            throw .dimensionsDiffer(operation: "transposedMatrices", expected: 2, shape: a.shape)
        }
        var axes = [Int](0...last)
        axes.swapAt(last, last - 1)
        return try permute(a, axes)
    }

    /// The tensor with another axis of size 1 before the given one; −1 puts it at the end.
    public static func expand(_ a: Tensor, axis: Int) throws(EngineError) -> Tensor {
        let place = axis < 0 ? axis + a.shape.count + 1 : axis
        guard place >= 0, place <= a.shape.count else {
            throw .axisOutOfRange(axis: axis, dimensions: a.shape.count)
        }
        var shape = a.shape
        shape.insert(1, at: place)
        return Tensor(unchecked: a.values, shape)
    }

    /// One slice along an axis, which disappears: a row of a matrix.
    public static func slice(_ a: Tensor, at index: Int, axis: Int = 0) throws(EngineError) -> Tensor {
        let axis = try self.axis(axis, of: a.shape)
        guard index >= 0, index < a.shape[axis] else {
            throw .indexOutOfRange(index: index, count: a.shape[axis])
        }
        var result = try slice(a, index, index + 1, axis: axis)
        result.shape.remove(at: axis)
        return result
    }

    /// The places `start ..< end` of an axis.
    public static func slice(_ a: Tensor, _ start: Int, _ end: Int, axis: Int) throws(EngineError) -> Tensor {
        let axis = try self.axis(axis, of: a.shape)
        guard start >= 0, start <= a.shape[axis] else { throw .indexOutOfRange(index: start, count: a.shape[axis]) }
        guard end >= start, end <= a.shape[axis] else { throw .indexOutOfRange(index: end, count: a.shape[axis]) }
        let (before, size, after) = split(a.shape, axis: axis)
        var values: [Double] = []
        values.reserveCapacity(before * (end - start) * after)
        for b in 0..<before { values += a.values[(b * size + start) * after..<(b * size + end) * after] }
        var shape = a.shape
        shape[axis] = end - start
        return Tensor(unchecked: values, shape)
    }

    /// The tensor with zeros before and behind it along an axis.
    public static func pad(_ a: Tensor, axis: Int, before: Int, after: Int) throws(EngineError) -> Tensor {
        let axis = try self.axis(axis, of: a.shape)
        guard before >= 0, after >= 0 else { throw .badArgument(name: "padding", reason: "must not be negative") }
        var zeros = a.shape
        zeros[axis] = before
        let front = Tensor(unchecked: [Double](repeating: 0, count: try count(of: zeros)), zeros)
        zeros[axis] = after
        let back = Tensor(unchecked: [Double](repeating: 0, count: try count(of: zeros)), zeros)
        return try concatenate([front, a, back], axis: axis)
    }
}

extension Tensor {
    /// The same numbers in another shape; one size may be −1 and is then computed.
    public func reshaped(_ shape: [Int]) -> Tensor {
        trapping { () throws(EngineError) in try Checked.reshape(self, to: shape) }
    }
    /// The same numbers along one axis.
    public func flattened() -> Tensor { Tensor(values) }
    /// The matrix with rows and columns exchanged.
    public func transposed() -> Tensor { trapping { () throws(EngineError) in try Checked.transpose(self) } }
    /// The axes in another order: the result's axis i is this one's axis `axes[i]`.
    public func permuted(_ axes: [Int]) -> Tensor {
        trapping { () throws(EngineError) in try Checked.permute(self, axes) }
    }
    /// One row of a matrix, or in general one slice along an axis, which disappears.
    public func slice(_ index: Int, axis: Int = 0) -> Tensor {
        trapping { () throws(EngineError) in try Checked.slice(self, at: index, axis: axis) }
    }
    /// Some rows of a matrix, or in general a range of places along an axis.
    public func slice(_ range: Range<Int>, axis: Int = 0) -> Tensor {
        trapping { () throws(EngineError) in try Checked.slice(self, range.lowerBound, range.upperBound, axis: axis) }
    }
    /// The tensor with zeros before and behind it along an axis.
    public func padded(before: Int, after: Int, axis: Int = 0) -> Tensor {
        trapping { () throws(EngineError) in try Checked.pad(self, axis: axis, before: before, after: after) }
    }
    /// The tensor with another axis of size 1 before the given one; −1 puts it at the end.
    public func expanded(axis: Int) -> Tensor {
        trapping { () throws(EngineError) in try Checked.expand(self, axis: axis) }
    }
    /// The matrices with rows and columns exchanged: the last two axes.
    public func transposedMatrices() -> Tensor {
        trapping { () throws(EngineError) in try Checked.transposeMatrices(self) }
    }
}
