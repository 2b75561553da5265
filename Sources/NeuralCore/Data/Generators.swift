import Elementary

// Data of known making, to try networks on. `noise` is the standard deviation of a normal error.

extension Dataset {
    /// "One or the other, not both": the four examples that no single line separates.
    public static var xor: Dataset {
        Dataset(inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]])
    }

    /// Points on two circles about the origin, of radius 1 (target 0) and ½ (target 1), in turn.
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

    /// Points on two spirals that wind about each other (targets 0 and 1), in turn, out to radius 1.
    public static func spirals(_ count: Int, turns: Double = 1.5, noise: Double = 0, seed: Int = 0) -> Dataset {
        ring(count, noise: noise, seed: seed) { angle, isSecond in
            // The root spreads the points evenly along the way.
            let part = (angle / (2 * Elementary.pi)).squareRoot()
            let turned = 2 * Elementary.pi * turns * part + (isSecond ? Elementary.pi : 0)
            return [part * Elementary.cos(turned), part * Elementary.sin(turned)]
        }
    }

    private static func ring(
        _ count: Int, noise: Double, seed: Int, _ point: (Double, Bool) -> [Double]
    ) -> Dataset {
        var generator = SeededGenerator(seed: seed)
        var data = Dataset(inputs: [], targets: [])
        for i in 0..<(count > 0 ? count : 0) {
            let isSecond = i % 2 == 1
            var x = point(2 * Elementary.pi * generator.uniform(), isSecond)
            if noise != 0 {
                for k in 0..<x.count { x[k] += noise * generator.normal() }
            }
            data.inputs.append(x)
            data.targets.append([isSecond ? 1 : 0])
        }
        return data
    }

    /// Clouds of points about centres in the plane, in turn. Two clouds have the targets 0 and 1, more have a row with 1
    /// at the place of the cloud.
    ///
    /// Without `centers` they stand evenly on a circle of radius 1, the first at the right.
    public static func blobs(
        _ count: Int, classes: Int = 2, centers: [[Double]] = [], deviation: Double = 0.2, seed: Int = 0
    ) -> Dataset {
        var middles = centers
        if middles.isEmpty {
            for k in 0..<(classes > 0 ? classes : 0) {
                let angle = 2 * Elementary.pi * Double(k) / Double(classes)
                middles.append([Elementary.cos(angle), Elementary.sin(angle)])
            }
        }
        if middles.isEmpty { EngineError.badArgument(name: "classes", reason: "must be above zero").stop() }
        var generator = SeededGenerator(seed: seed)
        var data = Dataset(inputs: [], targets: [])
        for i in 0..<(count > 0 ? count : 0) {
            let label = i % middles.count
            var x = middles[label]
            for k in 0..<x.count { x[k] += deviation * generator.normal() }
            data.inputs.append(x)
            if middles.count <= 2 {
                data.targets.append([Double(label)])
            } else {
                data.targets.append(oneHot([label], classes: middles.count)[0])
            }
        }
        return data
    }

    /// Random places x of −1 … 1 with the target sin(πx) and an error.
    public static func noisySine(_ count: Int, noise: Double = 0.1, seed: Int = 0) -> Dataset {
        var generator = SeededGenerator(seed: seed)
        var data = Dataset(inputs: [], targets: [])
        for _ in 0..<(count > 0 ? count : 0) {
            let x = generator.uniform(-1, 1)
            data.inputs.append([x])
            data.targets.append([Elementary.sin(Elementary.pi * x) + noise * generator.normal()])
        }
        return data
    }
}
