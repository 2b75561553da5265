// Numbers by chance, the same for the same seed.

extension Tensor {
    /// Numbers evenly spread over `low ..< high`.
    public static func uniform(_ shape: [Int], from low: Double = 0, to high: Double = 1, seed: Int = 0) -> Tensor {
        var generator = SeededGenerator(seed: seed)
        return uniform(shape, from: low, to: high, using: &generator)
    }

    /// Numbers evenly spread over `low ..< high`, from a generator that goes on.
    public static func uniform(
        _ shape: [Int], from low: Double = 0, to high: Double = 1, using generator: inout SeededGenerator
    ) -> Tensor {
        var values = Tensor.zeros(shape).values
        for i in 0..<values.count { values[i] = generator.uniform(low, high) }
        return Tensor(values, shape: shape)
    }

    /// Numbers of the normal distribution.
    public static func normal(_ shape: [Int], mean: Double = 0, deviation: Double = 1, seed: Int = 0) -> Tensor {
        var generator = SeededGenerator(seed: seed)
        return normal(shape, mean: mean, deviation: deviation, using: &generator)
    }

    /// Numbers of the normal distribution, from a generator that goes on.
    public static func normal(
        _ shape: [Int], mean: Double = 0, deviation: Double = 1, using generator: inout SeededGenerator
    ) -> Tensor {
        var values = Tensor.zeros(shape).values
        for i in 0..<values.count { values[i] = mean + deviation * generator.normal() }
        return Tensor(values, shape: shape)
    }

    /// The numbers 0 ..< count in random order.
    public static func permutation(_ count: Int, seed: Int = 0) -> Tensor {
        var generator = SeededGenerator(seed: seed)
        var values: [Double] = []
        for place in generator.permutation(count) { values.append(Double(place)) }
        return Tensor(values)
    }

    // MARK: In order

    /// `count` numbers from `first` in equal steps: 0, 1, 2 … unless said otherwise.
    public static func sequence(_ count: Int, from first: Double = 0, by step: Double = 1) -> Tensor {
        var values: [Double] = []
        for i in 0..<(count > 0 ? count : 0) { values.append(first + Double(i) * step) }
        return Tensor(values)
    }

    /// `count` numbers evenly spaced from `first` to `last`, both included.
    public static func spaced(from first: Double, to last: Double, count: Int) -> Tensor {
        var values: [Double] = []
        for i in 0..<(count > 0 ? count : 0) {
            values.append(i == 0 ? first : first + (last - first) * (Double(i) / Double(count - 1)))
        }
        return Tensor(values)
    }

    /// The matrix with 1 on its diagonal.
    public static func identity(_ size: Int) -> Tensor { oneHot([Int](0..<(size > 0 ? size : 0)), classes: size) }
}
