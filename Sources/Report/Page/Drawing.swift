/// The marks that pictures are made of, written as SVG elements.
struct Drawing {
    private(set) var html: HTMLWriter

    init(_ html: HTMLWriter) { self.html = html }

    mutating func begin(_ kind: String, width: Double, height: Double, _ description: String, isFixed: Bool = false) {
        var attributes: HTMLWriter.Attributes = [
            ("class", kind), ("viewBox", "0 0 " + Self.coordinate(width) + " " + Self.coordinate(height)),
            ("role", "img"), ("aria-label", description),
        ]
        if isFixed { attributes += [("width", Self.coordinate(width)), ("height", Self.coordinate(height))] }
        html.open("svg", attributes)
    }

    mutating func end() { html.close("svg") }

    mutating func path(_ kind: String, _ route: String) {
        html.element("path", [("class", kind), ("d", route)]) { _ in }
    }

    mutating func rectangle(
        _ kind: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, corner: Double = 0
    ) {
        var attributes: HTMLWriter.Attributes = [
            ("class", kind), ("x", Self.coordinate(x)), ("y", Self.coordinate(y)),
            ("width", Self.coordinate(max(0, width))), ("height", Self.coordinate(max(0, height))),
        ]
        if corner > 0 { attributes.append(("rx", Self.coordinate(corner))) }
        html.element("rect", attributes) { _ in }
    }

    mutating func dot(_ kind: String, _ x: Double, _ y: Double, radius: Double) {
        html.element(
            "circle",
            [
                ("class", kind), ("cx", Self.coordinate(x)), ("cy", Self.coordinate(y)),
                ("r", Self.coordinate(radius)),
            ]
        ) { _ in }
    }

    /// The anchor is `start`, `middle` or `end`.
    mutating func text(_ text: String, _ kind: String, _ x: Double, _ y: Double, _ anchor: String = "start") {
        if text.isEmpty { return }
        var attributes: HTMLWriter.Attributes = [
            ("class", kind), ("x", Self.coordinate(x)), ("y", Self.coordinate(y)),
        ]
        if anchor != "start" { attributes.append(("text-anchor", anchor)) }
        html.open("text", attributes)
        html.pieces(SymbolScanner.pieces(text, .sentence), symbols: "tspan")
        html.close("text")
    }

    mutating func group(_ attributes: HTMLWriter.Attributes) { html.open("g", attributes) }
    mutating func endGroup() { html.close("g") }

    static func coordinate(_ value: Double) -> String { Numbers.coordinate((value * 10).rounded() / 10) }
}
