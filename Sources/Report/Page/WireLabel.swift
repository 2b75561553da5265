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
