import LessonModel

// Where the parts of a network's drawing stand that are placed by what is about them, and how large it is.

extension NetworkSVG {
    /// How large the drawing is, for the style sheet: from where on it is scrolled rather than made smaller.
    static func size(_ pass: TracedPass, _ layout: NetworkLayout) -> String {
        let widest = widest(pass)
        if layout.isTall { return widest > 2 ? "tall c\(widest)" : "tall" }
        return pass.layers.count > 2 ? "wide l\(pass.layers.count)" : layout.width < 500 ? "wide few" : "wide"
    }

    private static func widest(_ pass: TracedPass) -> Int {
        var widest = 0
        for layer in pass.layers { widest = max(widest, layer.biases.count) }
        return widest
    }

    /// Whether the drawing may be wider than its place, which then scrolls and has to be reached by keys.
    static func isBroad(_ pass: TracedPass) -> Bool { pass.layers.count > 2 || widest(pass) > 2 }

    /// Attributes of what holds the drawing.
    static func frame(_ kind: String, _ pass: TracedPass) -> HTMLWriter.Attributes {
        let attributes: HTMLWriter.Attributes = [("class", kind)]
        guard isBroad(pass) else { return attributes }
        return attributes + [("tabindex", "0"), ("role", "group"), ("aria-label", "Drawing of the network")]
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

    /// Where a bias stands: over its neuron, in a tall drawing over the half that fewer wires cross.
    func biasPlace(_ layer: Int, _ unit: Int, _ pass: TracedPass, _ symbols: PassSymbols) -> Point {
        let box = units[layer][unit]
        guard isTall else { return Point(x: box.x + 2, y: box.y - 9) }
        let here = pass.layers[layer]
        var length = Columns.of(symbols.b(layer, unit) + " " + Numbers.short(here.biases[unit]))
        if here.db.indices.contains(unit) { length = max(length, Columns.of("∂ " + Numbers.short(here.db[unit]))) }
        let (width, height) = (Double(length) * 8 + 2, here.db.isEmpty ? 18.0 : 34)
        var best = Point(x: box.x + boxWidth / 2 + 5, y: box.y - 8)
        var least = Int.max
        for x in [best.x, box.x + boxWidth - width, box.x + 2, box.x + boxWidth / 4 - width / 2] {
            let place = Box(x: x, y: box.y - 8 - height + 4, width: width, height: height)
            var crossings = 0
            for wire in wires {
                if LabelPlacer.crosses((wire.start, wire.end), place) { crossings += 2 }
                if hasSlopes, LabelPlacer.crosses(wayBack(of: wire), place) { crossings += 1 }
            }
            if crossings < least {
                least = crossings
                best.x = x
            }
        }
        return best
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
