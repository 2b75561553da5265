extension Checked {
    /// Tensors one behind the other along an axis; their other sizes agree.
    public static func concatenate(_ parts: [Tensor], axis: Int) throws(EngineError) -> Tensor {
        guard let first = parts.first else { throw .empty(operation: "concatenated") }
        let axis = try self.axis(axis, of: first.shape)
        var shape = first.shape
        shape[axis] = 0
        for part in parts {
            var other = part.shape
            guard other.count == shape.count else {
                throw .shapesDiffer(operation: "concatenate", first.shape, part.shape)
            }
            other[axis] = shape[axis]
            guard other == shape else { throw .shapesDiffer(operation: "concatenate", first.shape, part.shape) }
            shape[axis] += part.shape[axis]
        }
        let (before, _, after) = split(shape, axis: axis)
        var values: [Double] = []
        values.reserveCapacity(try count(of: shape))
        for b in 0..<before {
            for part in parts {
                let run = part.shape[axis] * after
                values += part.values[b * run..<(b + 1) * run]
            }
        }
        return Tensor(unchecked: values, shape)
    }

    /// Tensors of one shape beside each other along a new axis.
    public static func stack(_ parts: [Tensor], axis: Int) throws(EngineError) -> Tensor {
        guard let first = parts.first else { throw .empty(operation: "stacked") }
        let place = axis < 0 ? axis + first.shape.count + 1 : axis
        guard place >= 0, place <= first.shape.count else {
            throw .axisOutOfRange(axis: axis, dimensions: first.shape.count)
        }
        var expanded: [Tensor] = []
        for part in parts {
            guard part.shape == first.shape else { throw .shapesDiffer(operation: "stack", first.shape, part.shape) }
            var shape = part.shape
            shape.insert(1, at: place)
            expanded.append(Tensor(unchecked: part.values, shape))
        }
        return try concatenate(expanded, axis: place)
    }

    /// The places of an axis that `indices` names, in their order; a place may come several times.
    public static func gather(_ a: Tensor, _ indices: [Int], axis: Int) throws(EngineError) -> Tensor {
        let axis = try self.axis(axis, of: a.shape)
        let (before, size, after) = split(a.shape, axis: axis)
        for index in indices where index < 0 || index >= size { throw .indexOutOfRange(index: index, count: size) }
        var shape = a.shape
        shape[axis] = indices.count
        var values: [Double] = []
        values.reserveCapacity(try count(of: shape))
        for b in 0..<before {
            for index in indices { values += a.values[(b * size + index) * after..<(b * size + index + 1) * after] }
        }
        return Tensor(unchecked: values, shape)
    }

    /// The reverse of `gather`: zeros of `size` places along the axis, to which each slice is added at its place.
    public static func scatter(_ a: Tensor, _ indices: [Int], axis: Int, size: Int) throws(EngineError) -> Tensor {
        let axis = try self.axis(axis, of: a.shape)
        let (before, count, after) = split(a.shape, axis: axis)
        guard count == indices.count else {
            throw .countDiffers(of: "places", expected: count, actual: indices.count)
        }
        for index in indices where index < 0 || index >= size { throw .indexOutOfRange(index: index, count: size) }
        var shape = a.shape
        shape[axis] = size
        var values = [Double](repeating: 0, count: try self.count(of: shape))
        for b in 0..<before {
            for (s, index) in indices.enumerated() {
                for i in 0..<after { values[(b * size + index) * after + i] += a.values[(b * count + s) * after + i] }
            }
        }
        return Tensor(unchecked: values, shape)
    }

    /// Of each row of a matrix the number at its place.
    public static func pick(_ a: Tensor, _ places: [Int]) throws(EngineError) -> Tensor {
        try sum(try multiply(a, try mask(places, like: a, operation: "picked")), axis: 1)
    }

    /// A matrix of zeros with a row for each place and 1 there.
    public static func oneHot(_ places: [Int], classes: Int) throws(EngineError) -> Tensor {
        let shape = [places.count, classes]
        var values = [Double](repeating: 0, count: try count(of: shape))
        for (row, place) in places.enumerated() {
            guard place >= 0, place < classes else { throw .indexOutOfRange(index: place, count: classes) }
            values[row * classes + place] = 1
        }
        return Tensor(unchecked: values, shape)
    }

    private static func mask(_ places: [Int], like a: Tensor, operation: String) throws(EngineError) -> Tensor {
        guard a.shape.count == 2 else { throw .dimensionsDiffer(operation: operation, expected: 2, shape: a.shape) }
        guard a.shape[0] == places.count else {
            throw .countDiffers(of: "places", expected: a.shape[0], actual: places.count)
        }
        return try oneHot(places, classes: a.shape[1])
    }
}

extension Tensor {
    /// Tensors one behind the other along an axis; their other sizes agree.
    public static func concatenated(_ parts: [Tensor], axis: Int = 0) -> Tensor {
        trapping { () throws(EngineError) in try Checked.concatenate(parts, axis: axis) }
    }
    /// Tensors of one shape beside each other along a new axis.
    public static func stacked(_ parts: [Tensor], axis: Int = 0) -> Tensor {
        trapping { () throws(EngineError) in try Checked.stack(parts, axis: axis) }
    }
    /// A matrix of zeros with a row for each label and 1 at its place.
    public static func oneHot(_ labels: [Int], classes: Int) -> Tensor {
        trapping { () throws(EngineError) in try Checked.oneHot(labels, classes: classes) }
    }
    /// The places of an axis that `indices` names, in their order; a place may come several times.
    public func gather(_ indices: [Int], axis: Int = 0) -> Tensor {
        trapping { () throws(EngineError) in try Checked.gather(self, indices, axis: axis) }
    }
    /// The reverse of `gather`: zeros of `size` places along the axis, to which each slice is added at its place.
    public func scattered(_ indices: [Int], axis: Int = 0, size: Int) -> Tensor {
        trapping { () throws(EngineError) in try Checked.scatter(self, indices, axis: axis, size: size) }
    }
    /// Of each row of a matrix the number at its place, as of each example the figure of its class.
    public func picked(_ places: [Int]) -> Tensor {
        trapping { () throws(EngineError) in try Checked.pick(self, places) }
    }
}
