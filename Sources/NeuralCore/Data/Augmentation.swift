// More examples from those there are, by changes that leave the class as it is. Images lie row after row.

/// The image moved right and down by whole pixels; what comes in from outside is `fill`.
public func shifted(_ image: [Double], width: Int, right: Int, down: Int = 0, fill: Double = 0) -> [Double] {
    let height = imageHeight(image, width)
    var result = [Double](repeating: fill, count: image.count)
    for y in 0..<height {
        for x in 0..<width {
            let fromX = x - right
            let fromY = y - down
            if fromX >= 0 && fromX < width && fromY >= 0 && fromY < height {
                result[y * width + x] = image[fromY * width + fromX]
            }
        }
    }
    return result
}

/// The image as a mirror shows it: left and right exchanged.
public func flipped(_ image: [Double], width: Int) -> [Double] {
    let height = imageHeight(image, width)
    var result = image
    for y in 0..<height {
        for x in 0..<width { result[y * width + x] = image[y * width + width - 1 - x] }
    }
    return result
}

/// The numbers, each with a normal error of the given standard deviation.
public func noisy(_ values: [Double], deviation: Double, using generator: inout SeededGenerator) -> [Double] {
    var result = values
    for i in 0..<values.count { result[i] += deviation * generator.normal() }
    return result
}

private func imageHeight(_ image: [Double], _ width: Int) -> Int {
    if width <= 0 { EngineError.badArgument(name: "width", reason: "must be above zero").stop() }
    if image.count % width != 0 {
        EngineError.badArgument(name: "width", reason: "must divide the image's " + String(image.count) + " pixels")
            .stop()
    }
    return image.count / width
}

extension Dataset {
    /// These examples and, of each, `copies` changed ones: moved by up to `shift` pixels each way, mirrored by chance
    /// where `flip` says so, with a normal error of `noise`.
    public func augmented(
        copies: Int = 1, width: Int, shift: Int = 1, flip: Bool = false, noise: Double = 0, seed: Int = 0
    ) -> Dataset {
        var generator = SeededGenerator(seed: seed)
        var data = self
        for _ in 0..<(copies > 0 ? copies : 0) {
            for i in 0..<count {
                let right = generator.integer(below: 2 * shift + 1) - shift
                let down = generator.integer(below: 2 * shift + 1) - shift
                var image = shifted(inputs[i], width: width, right: right, down: down)
                if flip && generator.uniform() < 0.5 { image = flipped(image, width: width) }
                if noise != 0 { image = noisy(image, deviation: noise, using: &generator) }
                data.inputs.append(image)
                data.targets.append(targets[i])
            }
        }
        return data
    }
}
