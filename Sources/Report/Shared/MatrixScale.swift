import LessonModel

/// Which shade a number of a grid has: pixels from the smallest to the largest, other numbers by their size, with one
/// hue above zero and another one below.
struct MatrixScale {
    /// Shades on each side of zero.
    static let steps = 16

    let least: Double
    let most: Double
    private let arePixels: Bool

    init(_ matrices: Matrices) {
        var extent = Extent()
        for map in matrices.maps { for row in map.values { extent.add(row) } }
        least = extent.isEmpty ? 0 : extent.least
        most = extent.isEmpty ? 0 : extent.most
        arePixels = matrices.arePictures
    }

    /// From −16 to 16; 0 for nothing, and for what is no number.
    func shade(_ value: Double) -> Int {
        if arePixels {
            let share = (value - least) / (most - least)
            return share.isFinite ? Int((min(1, max(0, share)) * Double(Self.steps)).rounded()) : 0
        }
        let share = value / max(least.magnitude, most.magnitude)
        return share.isFinite ? Int((min(1, max(-1, share)) * Double(Self.steps)).rounded()) : 0
    }

    /// How strongly a shade is laid over the ground. Text on the strongest one still reads.
    func opacity(_ shade: Int, isPixel: Bool) -> Double {
        Double(shade.magnitude) / Double(Self.steps) * (isPixel ? 1 : 0.62)
    }
}
