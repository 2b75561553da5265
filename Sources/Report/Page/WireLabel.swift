import LessonModel

/// What stands beside a wire: the weight and, below it, its slope.
struct WireLabel {
    var wire: NetworkLayout.Wire
    var name: String
    var value: String
    var slope: String?
    var box: Box

    /// The labels of all wires, placed. O(wires²).
    static func labels(of pass: TracedPass, _ symbols: PassSymbols, _ layout: NetworkLayout) -> [WireLabel] {
        var lines: [(start: Point, end: Point)] = []
        for wire in layout.wires { lines.append((wire.start, wire.end)) }
        for wire in layout.wires where wire.slope(in: pass) != nil { lines.append(layout.wayBack(of: wire)) }
        var placer = LabelPlacer(size: (layout.width, layout.height), taken: layout.obstacles(pass), wires: lines)
        var labels: [WireLabel] = []
        for (index, wire) in layout.wires.enumerated() {
            let name = symbols.w(wire.layer, wire.unit, wire.input)
            let value = Numbers.short(pass.layers[wire.layer].weights[wire.unit][wire.input])
            let slope = wire.slope(in: pass).map { Numbers.short($0) }
            let below = slope.map { $0.unicodeScalars.count + 2 } ?? 0
            let count = max(name.unicodeScalars.count + 1 + value.unicodeScalars.count, below)
            let width = Double(count) * 8 + 4
            let height = slope == nil ? 18.0 : 35
            let place = placer.place(width: width, height: height, on: index)
            let box = Box(x: place.x, y: place.y, width: width, height: height)
            labels.append(WireLabel(wire: wire, name: name, value: value, slope: slope, box: box))
        }
        return labels
    }
}

extension NetworkLayout.Wire {
    func slope(in pass: TracedPass) -> Double? {
        let slopes = pass.layers[layer].dW
        guard slopes.indices.contains(unit), slopes[unit].indices.contains(input) else { return nil }
        return slopes[unit][input]
    }
}

extension NetworkLayout {
    /// Where the right answer stands, beside the loss or below it; only of a network with one output.
    func answer(_ pass: TracedPass) -> (text: String, place: Point, isCentred: Bool, box: Box)? {
        guard let loss, let target = pass.loss?.target, target.count == 1 else { return nil }
        let text = Numbers.short(target[0])
        let isBelow = isTall && loss.y < height - 70
        let place = isBelow ? Point(x: loss.x + 42, y: loss.y + 58) : Point(x: loss.x - 10, y: loss.y + 25)
        let width = Double(Columns.of(text) + 2) * 8.2 + 6
        let left = isBelow ? place.x - width / 2 : place.x - width
        return (text, place, isBelow, Box(x: left, y: place.y - 15, width: width, height: 20))
    }

    /// What labels must not touch: neurons with their biases and trays, inputs, the loss.
    func obstacles(_ pass: TracedPass) -> [Box] {
        var boxes: [Box] = []
        let tray = hasSlopes ? Self.trayHeight : 0
        let over = isTall && hasSlopes ? 40.0 : 26
        for places in units {
            for place in places {
                boxes.append(
                    Box(
                        x: place.x - 4, y: place.y - over, width: boxWidth + 8,
                        height: Self.boxHeight + tray + over + 4))
            }
        }
        for place in inputs {
            boxes.append(Box(x: place.x, y: place.y, width: Self.pill.width + 4, height: Self.pill.height))
        }
        if let loss {
            boxes.append(Box(x: loss.x, y: loss.y, width: 84, height: 40))
            if let answer = answer(pass) { boxes.append(answer.box) }
        }
        return boxes
    }
}
