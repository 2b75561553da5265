import Elementary

/// Examples to learn from: inputs and, for each, its targets.
public struct Dataset: Equatable, Sendable {
    /// A row for each example.
    public var inputs: [[Double]]
    /// A row for each example.
    public var targets: [[Double]]

    public init(inputs: [[Double]], targets: [[Double]]) {
        self.inputs = inputs
        self.targets = targets
    }

    public var count: Int { inputs.count }

    /// "One or the other, not both": the four examples that no single line separates.
    public static var xor: Dataset {
        Dataset(inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]])
    }

    /// Points on two circles about the origin, of radius 1 (target 0) and ½ (target 1), in turn.
    ///
    /// `noise` is the standard deviation of a normal error added to each coordinate.
    public static func circles(_ count: Int, noise: Double = 0, seed: Int = 0) -> Dataset {
        ring(count, noise: noise, seed: seed) { angle, isInner in
            let radius = isInner ? 0.5 : 1.0
            return [radius * Elementary.cos(angle), radius * Elementary.sin(angle)]
        }
    }

    /// Points on two half circles that reach into each other: an upper one (target 0) and a lower one (target 1), in
    /// turn.
    public static func moons(_ count: Int, noise: Double = 0, seed: Int = 0) -> Dataset {
        ring(count, noise: noise, seed: seed) { angle, isLower in
            let x = Elementary.cos(angle / 2)
            let y = Elementary.sin(angle / 2)
            return isLower ? [1 - x, 0.5 - y] : [x, y]
        }
    }

    private static func ring(
        _ count: Int, noise: Double, seed: Int, _ point: (Double, Bool) -> [Double]
    ) -> Dataset {
        var generator = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
        var data = Dataset(inputs: [], targets: [])
        for i in 0..<Swift.max(count, 0) {
            let isSecond = i % 2 == 1
            var x = point(2 * Elementary.pi * generator.uniform(), isSecond)
            if noise != 0 {
                for k in x.indices { x[k] += noise * generator.normal() }
            }
            data.inputs.append(x)
            data.targets.append([isSecond ? 1 : 0])
        }
        return data
    }
}
