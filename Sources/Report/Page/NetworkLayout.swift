import LessonModel

/// A rectangle of a drawing.
struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    func overlaps(_ other: Box) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
}

/// A place of a drawing.
struct Point {
    var x: Double
    var y: Double
}

/// Where the parts of a network's drawing stand. Wide drawings run from left to right, tall ones from top to bottom,
/// so that neither has to be scaled below the size of readable text.
struct NetworkLayout {
    struct Wire {
        var layer: Int
        var unit: Int
        var input: Int
        var start: Point
        var end: Point
    }

    static let boxHeight = 52.0
    static let trayHeight = 42.0
    static let pill = (width: 70.0, height: 40.0)

    let isTall: Bool
    let hasSlopes: Bool
    let boxWidth: Double
    private(set) var width = 0.0
    private(set) var height = 0.0
    private(set) var inputs: [Point] = []
    /// The upper left corner of each neuron's box, layer by layer.
    private(set) var units: [[Point]] = []
    private(set) var wires: [Wire] = []
    /// The upper left corner of the box of the loss.
    private(set) var loss: Point?

    init(_ pass: TracedPass, isTall: Bool) {
        self.isTall = isTall
        hasSlopes = pass.layers.contains { !$0.dZ.isEmpty }
        boxWidth = isTall ? 154 : 158
        let inputCount = pass.layers.first?.weights.first?.count ?? 0
        isTall ? placeTall(pass, inputCount) : placeWide(pass, inputCount)
        connect(pass)
    }

    private var trayRoom: Double { hasSlopes ? Self.trayHeight : 0 }

    // MARK: Places

    private mutating func placeWide(_ pass: TracedPass, _ inputCount: Int) {
        var most = 0
        for layer in pass.layers { most = max(most, layer.biases.count) }
        let pitch = (most <= 2 ? 128.0 : 92) + trayRoom + (most <= 2 && hasSlopes ? 48 : 0)
        let reach = Double((pass.layers.first?.biases.count ?? 1) - 1) * pitch
        let inputPitch = max(64, min(pitch, inputCount > 1 ? max(110, reach / Double(inputCount - 1)) : pitch))
        let span = max(Double(max(1, most) - 1) * pitch, Double(max(1, inputCount) - 1) * inputPitch)
        let hasLoss = pass.loss != nil
        let isLone = most == 1 && inputCount <= 2
        let top = hasLoss && isLone ? 96.0 : 44
        let middle = top + span / 2
        for index in 0..<inputCount {
            let y = middle + (Double(index) - Double(inputCount - 1) / 2) * inputPitch
            inputs.append(Point(x: 6, y: y + Self.boxHeight / 2 - Self.pill.height / 2))
        }
        for (index, layer) in pass.layers.enumerated() {
            var column: [Point] = []
            for unit in layer.biases.indices {
                let y = middle + (Double(unit) - Double(layer.biases.count - 1) / 2) * pitch
                column.append(Point(x: 232 + Double(index) * 274, y: y))
            }
            units.append(column)
        }
        width = 232 + Double(max(0, pass.layers.count - 1)) * 274 + boxWidth + 14
        height = top + span + Self.boxHeight + trayRoom + 12
        guard hasLoss, let last = units.last, let first = last.first else { return }
        if last.count == 1 {
            loss = Point(x: first.x + boxWidth - 90, y: max(6, first.y - 92))
        } else {
            loss = Point(x: first.x + boxWidth + 34, y: middle + Self.boxHeight / 2 - 20)
            width += 128
        }
    }

    private mutating func placeTall(_ pass: TracedPass, _ inputCount: Int) {
        var most = 0
        for layer in pass.layers { most = max(most, layer.biases.count) }
        let pitch = boxWidth + 24
        width = max(340, max(Double(most) * pitch - 16, Double(inputCount) * 110))
        let middle = width / 2
        for index in 0..<inputCount {
            let step = min(width / Double(inputCount), pitch)
            let x = middle + (Double(index) - Double(inputCount - 1) / 2) * step - Self.pill.width / 2
            inputs.append(Point(x: x, y: 4))
        }
        var y = 4 + Self.pill.height + 130
        for layer in pass.layers {
            var row: [Point] = []
            for unit in layer.biases.indices {
                let center = middle + (Double(unit) - Double(layer.biases.count - 1) / 2) * pitch
                row.append(Point(x: center - boxWidth / 2, y: y))
            }
            units.append(row)
            y += Self.boxHeight + trayRoom + 112
        }
        height = y - 100
        guard pass.loss != nil, let last = units.last, let first = last.first else { return }
        if last.count == 1, first.x + boxWidth + 92 <= width {
            loss = Point(x: first.x + boxWidth + 6, y: first.y + 6)
        } else {
            loss = Point(x: middle - 42, y: height + 16)
            height += 64
        }
    }

    // MARK: Wires

    /// The line of a slope: beside its wire, towards the input.
    func wayBack(of wire: Wire) -> (start: Point, end: Point) {
        let dx = wire.end.x - wire.start.x
        let dy = wire.end.y - wire.start.y
        let length = max(1, (dx * dx + dy * dy).squareRoot())
        let side = isTall ? -9.0 : 9.0
        let across = Point(x: -dy / length * side, y: dx / length * side)
        let along = Point(x: dx / length * 9, y: dy / length * 9)
        return (
            Point(x: wire.end.x + across.x - along.x, y: wire.end.y + across.y - along.y),
            Point(x: wire.start.x + across.x + along.x, y: wire.start.y + across.y + along.y)
        )
    }

    private mutating func connect(_ pass: TracedPass) {
        for (layer, here) in pass.layers.enumerated() {
            for (unit, row) in here.weights.enumerated() where unit < units[layer].count {
                for input in row.indices {
                    guard let start = exit(layer, input) else { continue }
                    let end = entrance(units[layer][unit], input, of: row.count)
                    wires.append(Wire(layer: layer, unit: unit, input: input, start: start, end: end))
                }
            }
        }
    }

    /// Where a wire leaves an input or a neuron.
    private func exit(_ layer: Int, _ input: Int) -> Point? {
        if layer == 0 {
            guard inputs.indices.contains(input) else { return nil }
            let place = inputs[input]
            return isTall
                ? Point(x: place.x + Self.pill.width / 2, y: place.y + Self.pill.height)
                : Point(x: place.x + Self.pill.width, y: place.y + Self.pill.height / 2)
        }
        guard units[layer - 1].indices.contains(input) else { return nil }
        let place = units[layer - 1][input]
        return isTall
            ? Point(x: place.x + boxWidth * 0.75, y: place.y + Self.boxHeight + trayRoom)
            : Point(x: place.x + boxWidth, y: place.y + Self.boxHeight / 2)
    }

    /// The wires of a neuron arrive side by side, at z.
    private func entrance(_ place: Point, _ input: Int, of count: Int) -> Point {
        let share = (Double(input) + 0.5) / Double(max(1, count))
        return isTall
            ? Point(x: place.x + 10 + (boxWidth / 2 - 20) * share, y: place.y)
            : Point(x: place.x, y: place.y + 8 + (Self.boxHeight - 16) * share)
    }
}
