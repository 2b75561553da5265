/// Puts the labels of wires where they touch neither one another nor a neuron, and as few wires as can be.
struct LabelPlacer {
    /// Where a label may stand about a place of its wire, in parts of its own size.
    private static let shifts = [
        (-0.5, -1.35), (-0.5, 0.35), (-1.15, -0.5), (0.15, -0.5), (-1.1, -1.1), (0.1, -1.1), (-1.1, 0.1), (0.1, 0.1),
        (-0.5, -0.5),
    ]

    private var taken: [Box]
    private let wires: [(start: Point, end: Point)]
    private let size: (width: Double, height: Double)

    init(size: (width: Double, height: Double), taken: [Box], wires: [(start: Point, end: Point)]) {
        self.size = size
        self.taken = taken
        self.wires = wires
    }

    /// The upper left corner for a label of that size beside the wire of that index.
    mutating func place(width: Double, height: Double, on index: Int) -> Point {
        let wire = wires[index]
        var best = Point(x: wire.start.x, y: wire.start.y)
        var least = Double.infinity
        for step in 0..<15 {
            let along = 0.15 + 0.05 * Double(step)
            let x = wire.start.x + (wire.end.x - wire.start.x) * along
            let y = wire.start.y + (wire.end.y - wire.start.y) * along
            for shift in Self.shifts {
                let box = Box(x: x + shift.0 * width, y: y + shift.1 * height, width: width, height: height)
                let cost = cost(box, index) + (along - 0.5).magnitude * 6
                if cost < least {
                    least = cost
                    best = Point(x: box.x, y: box.y)
                }
            }
        }
        taken.append(Box(x: best.x - 2, y: best.y - 1, width: width + 4, height: height + 2))
        return best
    }

    private func cost(_ box: Box, _ own: Int) -> Double {
        var cost = 0.0
        if box.x < 0 || box.y < 0 || box.x + box.width > size.width || box.y + box.height > size.height { cost += 500 }
        for other in taken where box.overlaps(other) { cost += 100 }
        for (index, wire) in wires.enumerated() where Self.crosses(wire, box) { cost += index == own ? 5 : 9 }
        return cost
    }

    /// Whether a wire runs through a box, found by following it in short steps.
    static func crosses(_ wire: (start: Point, end: Point), _ box: Box) -> Bool {
        for step in 0...40 {
            let along = Double(step) / 40
            let x = wire.start.x + (wire.end.x - wire.start.x) * along
            let y = wire.start.y + (wire.end.y - wire.start.y) * along
            if x > box.x, x < box.x + box.width, y > box.y, y < box.y + box.height { return true }
        }
        return false
    }
}
