import LessonModel

/// A heat map as SVG: eight steps of colour, the boundary between the classes as a line, points as circles (1) and
/// squares (0) with their digit.
struct HeatMapSVG {
    private static let left = 30.0
    private static let top = 10.0
    private static let side = 200.0

    private let map: HeatMap
    private let scale: HeatScale
    private let columns: Int

    /// nil for a map without values.
    init?(_ map: HeatMap) {
        guard let first = map.values.first, !first.isEmpty else { return nil }
        self.map = map
        scale = HeatScale(map)
        columns = first.count
    }

    func write(to html: inout HTMLWriter) {
        html.open("svg", [("viewBox", "0 0 240 236"), ("role", "img"), ("aria-label", description)])
        cells(&html)
        boundary(&html)
        for point in map.points { mark(point, &html) }
        axes(&html)
        html.close("svg")
    }

    // MARK: Cells

    /// One path for each step; neighbours of one step in a row are one rectangle.
    private func cells(_ html: inout HTMLWriter) {
        var routes = [String](repeating: "", count: 8)
        for (row, values) in map.values.enumerated() {
            let top = Self.top + Self.side * Double(row) / Double(map.values.count)
            let bottom = Self.top + Self.side * Double(row + 1) / Double(map.values.count)
            var start = 0
            while start < values.count {
                guard let level = scale.level(values[start], of: 8) else {
                    start += 1
                    continue
                }
                var end = start + 1
                while end < values.count, scale.level(values[end], of: 8) == level { end += 1 }
                let x = Self.left + Self.side * Double(start) / Double(columns)
                let right = Self.left + Self.side * Double(end) / Double(columns)
                routes[level] += "M" + coordinate(x) + " " + coordinate(top) + "H" + coordinate(right)
                routes[level] += "V" + coordinate(bottom) + "H" + coordinate(x) + "z"
                start = end
            }
        }
        html.open("g", [("shape-rendering", "crispEdges")])
        for (level, route) in routes.enumerated() where !route.isEmpty {
            html.element("path", [("class", "q\(level)"), ("d", route)]) { _ in }
        }
        html.close("g")
    }

    /// Marching squares between the centres of the cells, each crossing interpolated.
    private func boundary(_ html: inout HTMLWriter) {
        if scale.areClasses {
            borders(&html)
            return
        }
        guard let level = scale.boundary, map.values.count > 1, columns > 1 else { return }
        var route = ""
        for row in 0..<(map.values.count - 1) {
            for column in 0..<(columns - 1) where column + 1 < min(map.values[row].count, map.values[row + 1].count) {
                let crossings = crossings(row, column, level)
                for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                    route += "M" + coordinate(crossings[pair].x) + " " + coordinate(crossings[pair].y)
                    route += "L" + coordinate(crossings[pair + 1].x) + " " + coordinate(crossings[pair + 1].y)
                }
            }
        }
        if !route.isEmpty { html.element("path", [("class", "edge"), ("d", route)]) { _ in } }
    }

    /// Of several classes: the sides that cells of two classes share.
    private func borders(_ html: inout HTMLWriter) {
        let width = Self.side / Double(columns)
        let height = Self.side / Double(map.values.count)
        var route = ""
        for (row, values) in map.values.enumerated() {
            for (column, value) in values.enumerated() {
                let x = Self.left + width * Double(column)
                let y = Self.top + height * Double(row)
                if column > 0, values[column - 1] != value {
                    route += "M" + coordinate(x) + " " + coordinate(y) + "V" + coordinate(y + height)
                }
                if row > 0, column < map.values[row - 1].count, map.values[row - 1][column] != value {
                    route += "M" + coordinate(x) + " " + coordinate(y) + "H" + coordinate(x + width)
                }
            }
        }
        if !route.isEmpty { html.element("path", [("class", "edge"), ("d", route)]) { _ in } }
    }

    /// Where the level cuts the four sides of a square of centres, in their order round it.
    private func crossings(_ row: Int, _ column: Int, _ level: Double) -> [Point] {
        let corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
        var found: [Point] = []
        for index in 0..<4 {
            let from = corners[index]
            let to = corners[(index + 1) % 4]
            let first = map.values[from.0][from.1] - level
            let second = map.values[to.0][to.1] - level
            guard first.isFinite, second.isFinite, (first < 0) != (second < 0) else { continue }
            let share = first / (first - second)
            let x = Double(from.1) + share * Double(to.1 - from.1) + 0.5
            let y = Double(from.0) + share * Double(to.0 - from.0) + 0.5
            found.append(
                Point(
                    x: Self.left + Self.side * x / Double(columns),
                    y: Self.top + Self.side * y / Double(map.values.count)))
        }
        return found
    }

    // MARK: Points and axes

    private func place(_ x: Double, _ y: Double) -> Point? {
        let across = (x - map.xRange.lower) / (map.xRange.upper - map.xRange.lower)
        let down = (map.yRange.upper - y) / (map.yRange.upper - map.yRange.lower)
        guard across >= 0, across <= 1, down >= 0, down <= 1 else { return nil }
        return Point(x: Self.left + Self.side * across, y: Self.top + Self.side * down)
    }

    private func mark(_ point: HeatMap.Point, _ html: inout HTMLWriter) {
        guard let place = place(point.x, point.y) else { return }
        if map.points.count > 24 {
            let size =
                switch point.label {
                case ...0: "M-3 -3h6v6h-6z"
                case 1: "M0 -3.4a3.4 3.4 0 1 0 .01 0z"
                default: "M0 -4.4L4.2 3.2H-4.2z"
                }
            html.element(
                "path",
                [
                    ("class", "pt p\(min(2, max(0, point.label)))"), ("d", size),
                    ("transform", "translate(" + coordinate(place.x) + " " + coordinate(place.y) + ")"),
                ]
            ) { _ in }
            return
        }
        if point.label == 0 {
            html.element(
                "rect",
                [
                    ("class", "pt"), ("x", coordinate(place.x - 9)), ("y", coordinate(place.y - 9)), ("width", "18"),
                    ("height", "18"),
                ]
            ) { _ in }
        } else {
            html.element(
                "circle", [("class", "pt"), ("cx", coordinate(place.x)), ("cy", coordinate(place.y)), ("r", "10")]
            ) { _ in }
        }
        text("\(point.label)", "ptl", place.x, place.y + 4.6, "middle", &html)
    }

    private func axes(_ html: inout HTMLWriter) {
        let right = Self.left + Self.side
        let bottom = Self.top + Self.side
        for tick in ticks(map.xRange) {
            if let place = place(tick, map.yRange.lower) {
                text(Numbers.short(tick), "ax", place.x, bottom + 18, "middle", &html)
            }
        }
        for tick in ticks(map.yRange) {
            if let place = place(map.xRange.lower, tick) {
                text(Numbers.short(tick), "ax", Self.left - 6, place.y + 4.5, "end", &html)
            }
        }
        text(map.xLabel, "ax", right, bottom + 18, "end", &html)
        text(map.yLabel, "ax", Self.left - 6, Self.top + 11, "end", &html)
    }

    /// Two or three round numbers, clear of the axis's name at its upper end.
    private func ticks(_ range: (lower: Double, upper: Double)) -> [Double] {
        guard range.lower < range.upper else { return [] }
        var ticks: [Double] = []
        let axis = Axis(from: range.lower, to: range.upper, includesZero: false, count: 2, isTight: true)
        for tick in axis.ticks where axis.position(tick) < 0.88 { ticks.append(tick) }
        return ticks
    }

    private func coordinate(_ value: Double) -> String { Numbers.coordinate(value) }

    private func text(
        _ text: String, _ name: String, _ x: Double, _ y: Double, _ anchor: String, _ html: inout HTMLWriter
    ) {
        html.element(
            "text", [("class", name), ("x", coordinate(x)), ("y", coordinate(y)), ("text-anchor", anchor)], text: text)
    }

    /// The map in words: its extremes, and its values at the points.
    private var description: String {
        var extent = Extent()
        for row in map.values { extent.add(row) }
        var words = map.title.isEmpty ? "Heat map" : map.title
        if extent.isEmpty { return words + ": no finite value." }
        words += scale.areClasses ? ": classes from " : ": values from "
        words += Numbers.short(extent.least) + " to " + Numbers.short(extent.most)
        for point in map.points.prefix(12) {
            let x = (point.x - map.xRange.lower) / (map.xRange.upper - map.xRange.lower)
            let y = (map.yRange.upper - point.y) / (map.yRange.upper - map.yRange.lower)
            guard x >= 0, x <= 1, y >= 0, y <= 1, let value = HeatScale.value(map, x: x, y: y) else { continue }
            words += "; at (" + Numbers.short(point.x) + ", " + Numbers.short(point.y) + "), class \(point.label), "
            words += Numbers.short(value)
        }
        return words + "."
    }
}
