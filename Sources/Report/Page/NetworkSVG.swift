import LessonModel

/// A network as SVG: z and a within each neuron, slopes in a tray below it, the width of a wire is the size of its
/// weight, and a weight below zero is dashed and of another hue.
struct NetworkSVG {
    private let playback: Playback
    private let frame: Int
    private let manner: Manner
    private let pass: TracedPass
    private let names: PassQuantities
    private let symbols: PassSymbols
    private let layout: NetworkLayout
    /// What lights up at the frame.
    private var lit: Set<String> = []
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

    enum Manner {
        /// A picture of its own, in which nothing is lit.
        case still
        /// One frame of a row.
        case frame
        /// Moved by the page's script: it also has the places that later frames fill, with their names.
        case live
    }

    /// The markup of one drawing: a pass as it stands at one frame.
    static func markup(
        _ playback: Playback, at frame: Int, _ manner: Manner, isTall: Bool, into html: inout HTMLWriter
    ) {
        var drawing = NetworkSVG(playback, at: frame, manner, isTall: isTall)
        drawing.html = html
        drawing.draw()
        html = drawing.html
    }

    private init(_ playback: Playback, at frame: Int, _ manner: Manner, isTall: Bool) {
        self.playback = playback
        self.frame = frame
        self.manner = manner
        pass = playback.pass
        names = playback.quantities
        symbols = names.symbols
        layout = NetworkLayout(pass, isTall: isTall)
        if manner != .still, playback.frames.indices.contains(frame) { lit = Set(playback.frames[frame].lit) }
    }

    private mutating func draw() {
        let width = Numbers.coordinate(layout.width)
        let height = Numbers.coordinate(layout.height)
        let phase = lit.isEmpty ? "" : " " + playback.frames[frame].phase.word
        html.open(
            "svg",
            [
                ("class", "net " + Self.size(pass, layout) + phase),
                ("viewBox", "0 0 " + width + " " + height), ("width", width), ("height", height), ("role", "img"),
                ("aria-label", description),
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

    // MARK: What is known at the frame

    private var isLive: Bool { manner == .live }

    private func value(_ name: String) -> Double? { playback.value(name, at: frame) }

    private func text(_ name: String) -> String? { value(name).map { Numbers.short($0) } }

    private func marked(_ base: String, _ name: String, isOff: Bool = false) -> String {
        base + (lit.contains(name) ? " on" : "") + (isOff ? " off" : "")
    }

    private func named(_ attribute: StaticString, _ name: String) -> HTMLWriter.Attributes {
        isLive ? [(attribute, name)] : []
    }

    // MARK: Wires

    private mutating func draw(_ wire: NetworkLayout.Wire) {
        let name = names.w(wire.layer, wire.unit, wire.input)
        let weight = value(name) ?? 0
        html.element(
            "path",
            [
                ("class", marked(weight < 0 ? "wire neg" : "wire", name)), ("d", route(wire.start, wire.end)),
                ("stroke-width", coordinate(Self.width(ofWeight: weight))),
            ] + named("data-w", name)
        ) { _ in }
        let slope = value("d" + name)
        guard isLive && wire.slope(in: pass) != nil || slope != nil else { return }
        drawWayBack(of: wire, "d" + name, slope)
    }

    private mutating func drawWayBack(of wire: NetworkLayout.Wire, _ name: String, _ slope: Double?) {
        let way = layout.wayBack(of: wire)
        let kind = slope.map { $0 == 0 ? "slope zero" : $0 < 0 ? "slope neg" : "slope" } ?? "slope"
        html.element(
            "path",
            [
                ("class", marked(kind, name, isOff: slope == nil)), ("d", route(way.start, way.end)),
                ("stroke-width", coordinate(Self.width(ofSlope: slope ?? 0))),
            ] + named("data-g", name)
        ) { _ in }
        let dx = way.end.x - way.start.x
        let dy = way.end.y - way.start.y
        let length = max(1, (dx * dx + dy * dy).squareRoot())
        arrow(at: way.end, Point(x: dx / length, y: dy / length), name, isOff: slope == nil)
        guard isLive else { return }
        let weight = String(name.dropFirst())
        for (kind, name, from, to) in [
            ("pulse", weight, wire.start, wire.end), ("pulse back", name, way.start, way.end),
        ] {
            html.element("path", [("class", kind), ("d", route(from, to)), ("pathLength", "100"), ("data-p", name)]) {
                _ in
            }
        }
    }

    static func width(ofWeight weight: Double) -> Double { 1.2 + 5 * min(3, weight.magnitude) }
    static func width(ofSlope slope: Double) -> Double { slope == 0 ? 1 : 1.6 + 9 * min(slope.magnitude, 0.3) }

    private mutating func line(_ start: Point, _ end: Point, _ name: String, _ width: Double) {
        html.element("path", [("class", name), ("d", route(start, end)), ("stroke-width", coordinate(width))]) { _ in }
    }

    private mutating func arrow(at tip: Point, _ way: Point, _ name: String, isOff: Bool) {
        let left = Point(x: tip.x - way.x * 7 - way.y * 4, y: tip.y - way.y * 7 + way.x * 4)
        let right = Point(x: tip.x - way.x * 7 + way.y * 4, y: tip.y - way.y * 7 - way.x * 4)
        let end = Point(x: tip.x + way.x, y: tip.y + way.y)
        html.element(
            "path",
            [
                ("class", isOff ? "tip off" : "tip"),
                ("d", "M" + pair(end) + "L" + pair(left) + "L" + pair(right) + "z"),
            ] + named("data-h", name)
        ) { _ in }
    }

    private mutating func drawLabels() {
        for label in WireLabel.labels(of: pass, symbols, layout) {
            let place = label.box
            let name = names.w(label.wire.layer, label.wire.unit, label.wire.input)
            quantity(name, label.name, "w", Point(x: place.x + 2, y: place.y + 14))
            guard label.slope != nil, isLive || value("d" + name) != nil else { continue }
            number(
                text("d" + name).map { "∂ " + $0 } ?? "", "wl num d", Point(x: place.x + 2, y: place.y + 31),
                anchor: nil, name: "d" + name, prefix: "∂ ")
        }
    }

    // MARK: Neurons

    private mutating func drawNeuron(_ layer: Int, _ unit: Int, _ place: Point) {
        let here = pass.layers[layer]
        let half = layout.boxWidth / 2
        let node = "n" + names.z(layer, unit).dropFirst()
        let slopes = ["d" + names.z(layer, unit), "d" + names.a(layer, unit)]
        if here.dZ.indices.contains(unit), isLive || value(slopes[1]) != nil || value(slopes[0]) != nil {
            let isOff = value(slopes[0]) == nil && value(slopes[1]) == nil
            let isLit = lit.contains(slopes[0]) || lit.contains(slopes[1])
            rectangle(
                "tray" + (isLit ? " on" : "") + (isOff ? " off" : ""), Point(x: place.x, y: place.y + 40),
                layout.boxWidth, 54, named("data-t", slopes[0] + " " + slopes[1]))
        }
        rectangle(
            marked("node", node), place, layout.boxWidth, NetworkLayout.boxHeight, named("data-n", node))
        html.element("path", [("class", "split"), ("d", "M" + pair(Point(x: place.x + half, y: place.y)) + "v52")]) {
            _ in
        }
        let quantities = [
            (names.z(layer, unit), symbols.z(layer, unit), "z"), (names.a(layer, unit), symbols.a(layer, unit), "a"),
        ]
        for (index, quantity) in quantities.enumerated() {
            let x = place.x + half / 2 + Double(index) * half
            html.element(
                "text",
                [
                    ("class", "lb " + quantity.2), ("x", coordinate(x)), ("y", coordinate(place.y + 18)),
                    ("text-anchor", "middle"),
                ] + named("data-s", quantity.0), text: quantity.1)
            let value = text(quantity.0) ?? "·"
            number(
                value, (value.unicodeScalars.count > 8 ? "num mid " : "num big ") + quantity.2,
                Point(x: x, y: place.y + 40), anchor: "middle", name: quantity.0)
            drawSlope(
                slopes[index], quantity.1, at: Point(x: x, y: place.y), isIn: index == 0 ? here.dZ : here.dA, unit)
        }
        // On the line between z and a, where it is in nobody's way.
        number(
            symbols.unit(layer, unit), "who", Point(x: place.x + half, y: place.y + 17), anchor: "middle")
        drawBias(layer, unit, place)
    }

    /// In the tray below a neuron.
    private mutating func drawSlope(
        _ name: String, _ symbol: String, at place: Point, isIn slopes: [Double], _ unit: Int
    ) {
        guard slopes.indices.contains(unit), isLive || value(name) != nil else { return }
        html.element(
            "text",
            [
                ("class", value(name) == nil ? "dl d off" : "dl d"), ("x", coordinate(place.x)),
                ("y", coordinate(place.y + 67)), ("text-anchor", "middle"),
            ] + named("data-h", name), text: "∂L/∂" + symbol)
        number(
            text(name) ?? "", "num mid d", Point(x: place.x, y: place.y + 86), anchor: "middle", name: name)
    }

    /// Over the neuron; in a tall drawing over its right half, since the wires arrive at the left one.
    private mutating func drawBias(_ layer: Int, _ unit: Int, _ place: Point) {
        let here = pass.layers[layer]
        let isTall = layout.isTall
        let name = names.b(layer, unit)
        let slope = "d" + name
        let hasSlope = here.db.indices.contains(unit) && (isLive || value(slope) != nil)
        let slopeText = text(slope).map { "∂ " + $0 } ?? ""
        let spot = layout.biasPlace(layer, unit, pass, symbols)
        let x = spot.x
        let y = isTall && hasSlope ? spot.y - 16 : spot.y
        quantity(name, symbols.b(layer, unit), "b", Point(x: x, y: y))
        if hasSlope {
            let place = isTall ? Point(x: x, y: place.y - 8) : Point(x: x + 78, y: y)
            number(slopeText, "wl num d", place, anchor: nil, name: slope, prefix: "∂ ")
        }
    }

    private mutating func drawInput(_ index: Int, _ place: Point) {
        let name = names.x(index)
        html.element(
            "rect",
            [
                ("class", marked("data", name)), ("x", coordinate(place.x)), ("y", coordinate(place.y)),
                ("width", coordinate(NetworkLayout.pill.width)), ("height", coordinate(NetworkLayout.pill.height)),
                ("rx", "20"),
            ] + named("data-n", name)
        ) { _ in }
        let shown = text(name).map { " " + $0 } ?? ""
        let middle = place.x + NetworkLayout.pill.width / 2
        html.open("text", [("x", coordinate(middle)), ("y", coordinate(place.y + 26)), ("text-anchor", "middle")])
        html.element("tspan", [("class", "lb")] + named("data-s", name), text: symbols.input(0, index))
        html.element("tspan", [("class", shown.unicodeScalars.count > 5 ? "num mid" : "num big")], text: shown)
        html.close("text")
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
        rectangle(marked("node", "L"), place, 84, 40, named("data-n", "L"))
        html.element(
            "text",
            [
                ("class", "lb l"), ("x", coordinate(place.x + 15)), ("y", coordinate(place.y + 25)),
                ("text-anchor", "middle"),
            ] + named("data-s", "loss"), text: "L")
        var final = Numbers.short(loss.value)
        if final.unicodeScalars.count > 7 { final = Numbers.brief(loss.value) }
        let isLong = final.unicodeScalars.count > 5
        let shown = value("loss") == nil ? "·" : final
        number(
            shown, isLong ? "num l" : "num big l", Point(x: place.x + 79, y: place.y + 26), anchor: "end", name: "loss")
        guard let answer = layout.answer(pass) else { return }
        html.element(
            "text",
            [
                ("x", coordinate(answer.place.x)), ("y", coordinate(answer.place.y)),
                ("text-anchor", answer.isCentred ? "middle" : "end"),
            ]
        ) {
            $0.element("tspan", [("class", "lb")], text: "y ")
            $0.element("tspan", [("class", "num")], text: answer.text)
        }
    }

    // MARK: Pieces

    private mutating func rectangle(
        _ name: String, _ place: Point, _ width: Double, _ height: Double, _ attributes: HTMLWriter.Attributes = []
    ) {
        html.element(
            "rect",
            [
                ("class", name), ("x", coordinate(place.x)), ("y", coordinate(place.y)), ("width", coordinate(width)),
                ("height", coordinate(height)), ("rx", "9"),
            ] + attributes
        ) { _ in }
    }

    /// A symbol and its number beside a wire or a neuron.
    private mutating func quantity(_ name: String, _ glyph: String, _ kind: String, _ place: Point) {
        html.open("text", [("class", "wl"), ("x", coordinate(place.x)), ("y", coordinate(place.y))])
        html.element("tspan", [("class", kind + " lb")] + named("data-s", name), text: glyph + " ")
        html.element("tspan", numberClass("num " + kind, name), text: text(name) ?? "")
        html.close("text")
    }

    private func numberClass(_ base: String, _ name: String) -> HTMLWriter.Attributes {
        let isNew = !lit.isEmpty && playback.frames[frame].name == name
        return [("class", isNew ? base + " new" : base)] + named("data-v", name)
    }

    private mutating func number(
        _ text: String, _ kind: String, _ place: Point, anchor: String?, name: String? = nil, prefix: String = ""
    ) {
        var attributes: HTMLWriter.Attributes = [("class", kind)]
        if let name { attributes = numberClass(kind, name) }
        attributes += [("x", coordinate(place.x)), ("y", coordinate(place.y))]
        if let anchor { attributes.append(("text-anchor", anchor)) }
        if isLive, !prefix.isEmpty { attributes.append(("data-x", prefix)) }
        html.element("text", attributes, text: text)
    }

    private func route(_ start: Point, _ end: Point) -> String { "M" + pair(start) + "L" + pair(end) }
    private func coordinate(_ value: Double) -> String { Numbers.coordinate(value) }
    private func pair(_ point: Point) -> String { coordinate(point.x) + " " + coordinate(point.y) }

    /// The picture in words, with its numbers.
    private var description: String {
        if manner == .frame { return "The network at step \(frame)" }
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
