import LessonModel

/// A network as SVG: z and a within each neuron, slopes in a tray below it, the width of a wire is the size of its
/// weight, and a weight below zero is dashed and of another hue.
struct NetworkSVG {
    private let pass: TracedPass
    private let symbols: PassSymbols
    private let layout: NetworkLayout
    private var html = HTMLWriter()

    /// Larger networks would be a thicket.
    static func isDrawable(_ pass: TracedPass) -> Bool {
        guard LessonView.isSmall(pass), pass.layers.count <= 4 else { return false }
        var width = pass.layers[0].weights.first?.count ?? 0
        if width > 6 || width == 0 { return false }
        for layer in pass.layers {
            guard layer.biases.count <= 6, layer.weights.count == layer.biases.count else { return false }
            for row in layer.weights where row.count != width { return false }
            width = layer.biases.count
        }
        return true
    }

    /// The markup of one drawing.
    static func markup(_ pass: TracedPass, isTall: Bool, into html: inout HTMLWriter) {
        var drawing = NetworkSVG(pass, isTall: isTall)
        drawing.html = html
        drawing.draw()
        html = drawing.html
    }

    private init(_ pass: TracedPass, isTall: Bool) {
        self.pass = pass
        symbols = PassSymbols(pass)
        layout = NetworkLayout(pass, isTall: isTall)
    }

    private mutating func draw() {
        let width = Numbers.coordinate(layout.width)
        let height = Numbers.coordinate(layout.height)
        html.open(
            "svg",
            [
                ("class", "net " + (layout.isTall ? "tall" : "wide")), ("viewBox", "0 0 " + width + " " + height),
                ("width", width), ("height", height), ("role", "img"), ("aria-label", description),
            ])
        for wire in layout.wires { draw(wire) }
        drawLossTies()
        for (layer, places) in layout.units.enumerated() {
            for (unit, place) in places.enumerated() { drawNeuron(layer, unit, place) }
        }
        for (index, place) in layout.inputs.enumerated() { drawInput(index, place) }
        drawLoss()
        drawLabels()
        html.close("svg")
    }

    // MARK: Wires

    private mutating func draw(_ wire: NetworkLayout.Wire) {
        let weight = pass.layers[wire.layer].weights[wire.unit][wire.input]
        line(wire.start, wire.end, weight < 0 ? "wire neg" : "wire", 1.2 + 5 * min(3, weight.magnitude))
        guard let slope = wire.slope(in: pass) else { return }
        let way = layout.wayBack(of: wire)
        let name = slope == 0 ? "slope zero" : slope < 0 ? "slope neg" : "slope"
        line(way.start, way.end, name, slope == 0 ? 1 : 1.6 + 9 * min(slope.magnitude, 0.3))
        let dx = way.end.x - way.start.x
        let dy = way.end.y - way.start.y
        let length = max(1, (dx * dx + dy * dy).squareRoot())
        arrow(at: way.end, Point(x: dx / length, y: dy / length))
    }

    private mutating func line(_ start: Point, _ end: Point, _ name: String, _ width: Double) {
        html.element(
            "path", [("class", name), ("d", "M" + pair(start) + "L" + pair(end)), ("stroke-width", coordinate(width))]
        ) { _ in }
    }

    private mutating func arrow(at tip: Point, _ way: Point) {
        let left = Point(x: tip.x - way.x * 7 - way.y * 4, y: tip.y - way.y * 7 + way.x * 4)
        let right = Point(x: tip.x - way.x * 7 + way.y * 4, y: tip.y - way.y * 7 - way.x * 4)
        let end = Point(x: tip.x + way.x, y: tip.y + way.y)
        html.element("path", [("class", "tip"), ("d", "M" + pair(end) + "L" + pair(left) + "L" + pair(right) + "z")]) {
            _ in
        }
    }

    private mutating func drawLabels() {
        for label in WireLabel.labels(of: pass, symbols, layout) {
            let place = label.box
            html.element("text", [("class", "wl"), ("x", coordinate(place.x + 2)), ("y", coordinate(place.y + 14))]) {
                $0.element("tspan", [("class", "w lb")], text: label.name + " ")
                $0.element("tspan", [("class", "num w")], text: label.value)
            }
            if let slope = label.slope {
                number("∂ " + slope, "wl num d", Point(x: place.x + 2, y: place.y + 31), anchor: nil)
            }
        }
    }

    // MARK: Neurons

    private mutating func drawNeuron(_ layer: Int, _ unit: Int, _ place: Point) {
        let here = pass.layers[layer]
        let half = layout.boxWidth / 2
        let hasTray = here.dZ.indices.contains(unit)
        if hasTray { rectangle("tray", Point(x: place.x, y: place.y + 40), layout.boxWidth, 54) }
        rectangle("node", place, layout.boxWidth, NetworkLayout.boxHeight)
        html.element("path", [("class", "split"), ("d", "M" + pair(Point(x: place.x + half, y: place.y)) + "v52")]) {
            _ in
        }
        let quantities = [
            (symbols.z(layer, unit), here.z, "z", here.dZ), (symbols.a(layer, unit), here.a, "a", here.dA),
        ]
        for (index, quantity) in quantities.enumerated() {
            let x = place.x + half / 2 + Double(index) * half
            number(quantity.0, "lb " + quantity.2, Point(x: x, y: place.y + 18), anchor: "middle")
            let value = quantity.1.indices.contains(unit) ? Numbers.short(quantity.1[unit]) : "·"
            number(value, "num big " + quantity.2, Point(x: x, y: place.y + 40), anchor: "middle")
            guard hasTray, quantity.3.indices.contains(unit) else { continue }
            number("∂L/∂" + quantity.0, "dl d", Point(x: x, y: place.y + 67), anchor: "middle")
            number(Numbers.short(quantity.3[unit]), "num mid d", Point(x: x, y: place.y + 86), anchor: "middle")
        }
        drawBias(layer, unit, place)
    }

    /// Over the neuron; in a tall drawing over its right half, since the wires arrive at the left one.
    private mutating func drawBias(_ layer: Int, _ unit: Int, _ place: Point) {
        let here = pass.layers[layer]
        let isTall = layout.isTall
        let slope = here.db.indices.contains(unit) ? "∂ " + Numbers.short(here.db[unit]) : nil
        let x = isTall ? place.x + layout.boxWidth / 2 + 5 : place.x + 2
        let y = place.y - (isTall && slope != nil ? 24 : 9)
        let value = Numbers.short(here.biases[unit])
        html.element("text", [("class", "wl"), ("x", coordinate(x)), ("y", coordinate(y))]) {
            $0.element("tspan", [("class", "b lb")], text: symbols.b(layer, unit) + " ")
            $0.element("tspan", [("class", "num b")], text: value)
            if let slope, !isTall { $0.element("tspan", [("class", "num d")], text: "  " + slope) }
        }
        if let slope, isTall { number(slope, "wl num d", Point(x: x, y: place.y - 8), anchor: nil) }
        // The name gives way to long numbers; pictures in words and tables still have it.
        let length = value.unicodeScalars.count + (isTall ? 0 : (slope?.unicodeScalars.count ?? 0))
        if length > (isTall ? 4 : 12) { return }
        let right = Point(x: place.x + layout.boxWidth - 3, y: y)
        number(symbols.unit(layer, unit), "wl who", right, anchor: "end")
    }

    private mutating func drawInput(_ index: Int, _ place: Point) {
        html.element(
            "rect",
            [
                ("class", "data"), ("x", coordinate(place.x)), ("y", coordinate(place.y)),
                ("width", coordinate(NetworkLayout.pill.width)), ("height", coordinate(NetworkLayout.pill.height)),
                ("rx", "20"),
            ]
        ) { _ in }
        let value = pass.inputs.indices.contains(index) ? " " + Numbers.short(pass.inputs[index]) : ""
        let middle = place.x + NetworkLayout.pill.width / 2
        html.element(
            "text", [("x", coordinate(middle)), ("y", coordinate(place.y + 26)), ("text-anchor", "middle")]
        ) {
            $0.element("tspan", [("class", "lb")], text: symbols.input(0, index))
            $0.element("tspan", [("class", value.unicodeScalars.count > 5 ? "num mid" : "num big")], text: value)
        }
    }

    // MARK: Loss

    private mutating func drawLossTies() {
        guard let loss = layout.loss, let places = layout.units.last else { return }
        for place in places {
            let start: Point
            let end: Point
            if places.count > 1 || layout.isTall {
                let isBelow = loss.y > place.y + 60
                start =
                    isBelow
                    ? Point(x: place.x + layout.boxWidth * 0.75, y: place.y + 52)
                    : Point(x: place.x + layout.boxWidth, y: place.y + 26)
                end = isBelow ? Point(x: loss.x + 42, y: loss.y) : Point(x: loss.x, y: loss.y + 20)
            } else {
                start = Point(x: loss.x + 42, y: loss.y + 40)
                end = Point(x: loss.x + 42, y: place.y)
            }
            line(start, end, "tie", 1.25)
        }
    }

    private mutating func drawLoss() {
        guard let place = layout.loss, let loss = pass.loss else { return }
        rectangle("node", place, 84, 40)
        number("L", "lb l", Point(x: place.x + 15, y: place.y + 25), anchor: "middle")
        var value = Numbers.short(loss.value)
        if value.unicodeScalars.count > 7 { value = Numbers.brief(loss.value) }
        let isLong = value.unicodeScalars.count > 5
        number(value, isLong ? "num l" : "num big l", Point(x: place.x + 79, y: place.y + 26), anchor: "end")
        guard loss.target.count == 1 else { return }
        let isBeside = layout.isTall && place.y < layout.height - 70
        let spot = isBeside ? Point(x: place.x + 42, y: place.y + 58) : Point(x: place.x - 10, y: place.y + 25)
        html.element(
            "text",
            [("x", coordinate(spot.x)), ("y", coordinate(spot.y)), ("text-anchor", isBeside ? "middle" : "end")]
        ) {
            $0.element("tspan", [("class", "lb")], text: "y ")
            $0.element("tspan", [("class", "num")], text: Numbers.short(loss.target[0]))
        }
    }

    // MARK: Pieces

    private mutating func rectangle(_ name: String, _ place: Point, _ width: Double, _ height: Double) {
        html.element(
            "rect",
            [
                ("class", name), ("x", coordinate(place.x)), ("y", coordinate(place.y)), ("width", coordinate(width)),
                ("height", coordinate(height)), ("rx", "9"),
            ]
        ) { _ in }
    }

    private mutating func number(_ text: String, _ name: String, _ place: Point, anchor: String?) {
        var attributes: HTMLWriter.Attributes = [
            ("class", name), ("x", coordinate(place.x)), ("y", coordinate(place.y)),
        ]
        if let anchor { attributes.append(("text-anchor", anchor)) }
        html.element("text", attributes, text: text)
    }

    private func coordinate(_ value: Double) -> String { Numbers.coordinate(value) }
    private func pair(_ point: Point) -> String { coordinate(point.x) + " " + coordinate(point.y) }

    /// The picture in words, with its numbers.
    private var description: String {
        var text = "Network."
        for (index, value) in pass.inputs.enumerated() {
            text +=
                " " + symbols.input(0, index) + " " + Numbers.short(value) + (index + 1 < pass.inputs.count ? "," : ".")
        }
        for (layer, here) in pass.layers.enumerated() {
            for unit in here.biases.indices {
                text += " " + symbols.unit(layer, unit) + ":"
                for (input, weight) in here.weights[unit].enumerated() {
                    text += " " + symbols.w(layer, unit, input) + " " + Numbers.short(weight) + ","
                }
                text += " " + symbols.b(layer, unit) + " " + Numbers.short(here.biases[unit])
                text += part(symbols.z(layer, unit), here.z, unit) + part(symbols.a(layer, unit), here.a, unit)
                text += part("∂L/∂" + symbols.z(layer, unit), here.dZ, unit) + "."
            }
        }
        if let loss = pass.loss { text += " L " + Numbers.short(loss.value) + "." }
        return text
    }

    private func part(_ name: String, _ values: [Double], _ index: Int) -> String {
        values.indices.contains(index) ? ", " + name + " " + Numbers.short(values[index]) : ""
    }
}
