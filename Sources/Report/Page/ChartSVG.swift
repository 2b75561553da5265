import LessonModel

/// A line chart as SVG, 480 units wide so that its text stays readable on a phone: hairline grid, zero included,
/// labels at the ends of the lines, in a margin of their own so that they hide nothing.
struct ChartSVG {
    private static let left = 56.0
    private static let edge = 464.0
    private static let top = 36.0
    private static let bottom = 246.0
    /// A line has at most this many points; of each bundle the least and the greatest are kept.
    private static let shownPoints = 400

    private let chart: LineChart
    private let x: Axis
    private let y: Axis
    /// Where the plane ends and the labels' margin begins.
    private let right: Double

    /// nil where no point of the chart is finite.
    init?(_ chart: LineChart) {
        var xs = Extent()
        var ys = Extent()
        for series in chart.series {
            for (x, y) in zip(series.x, series.y) where x.isFinite && y.isFinite {
                xs.add(x)
                ys.add(y)
            }
        }
        if xs.isEmpty { return nil }
        self.chart = chart
        x = Axis(from: xs.least, to: xs.most, includesZero: false, count: 4, isTight: true, reach: 0.02)
        y = Axis(from: ys.least, to: ys.most, includesZero: true, count: 5)
        right = Self.edge - Self.margin(chart)
    }

    /// Room for the longest label; none for a single line without a name.
    private static func margin(_ chart: LineChart) -> Double {
        var longest = 0
        for series in chart.series where series.style == .line { longest = max(longest, Columns.of(series.name)) }
        return longest == 0 ? 0 : min(8 + 8.6 * Double(longest), 190)
    }

    func write(to html: inout HTMLWriter) {
        html.open(
            "svg",
            [("class", "chart"), ("viewBox", "0 0 480 290"), ("role", "img"), ("aria-label", description)])
        for tick in y.ticks {
            let place = Self.coordinate(vertical(tick))
            path("grid", "M56 " + place + "H" + Self.coordinate(right), &html)
            text(y.label(tick), "ax", 48, vertical(tick) + 4.5, "end", &html)
        }
        for tick in x.ticks {
            path("axis", "M" + Self.coordinate(horizontal(tick)) + " 246v5", &html)
            text(x.label(tick), "ax", horizontal(tick), 266, "middle", &html)
        }
        text(chart.xLabel, "ax", right, 285, "end", &html)
        html.element("text", [("class", "ax"), ("x", "8"), ("y", "16")]) {
            $0.pieces(SymbolScanner.pieces(chart.yLabel, .formula), symbols: "tspan")
        }
        for (index, series) in chart.series.enumerated().reversed() {
            switch series.style {
            case .line: path("line " + colour(index), route(series), &html)
            case .dots: dots(series, radius: series.x.count > 60 ? 2.5 : 4, "dot", &html)
            case .mark: mark(series, &html)
            }
        }
        labels(&html)
        html.close("svg")
    }

    // MARK: Lines

    private func route(_ series: LineChart.Series) -> String {
        var route = ""
        var isDown = false
        for index in kept(series) {
            guard series.x[index].isFinite, series.y[index].isFinite else {
                isDown = false
                continue
            }
            route += (isDown ? "L" : "M") + Self.coordinate(horizontal(series.x[index])) + " "
            route += Self.coordinate(vertical(series.y[index]))
            isDown = true
        }
        return route
    }

    private func kept(_ series: LineChart.Series) -> [Int] {
        let count = min(series.x.count, series.y.count)
        guard count > Self.shownPoints else { return Array(0..<count) }
        var kept: [Int] = []
        let bundles = Self.shownPoints / 2
        for bundle in 0..<bundles {
            let start = count * bundle / bundles
            let end = count * (bundle + 1) / bundles
            var least = start
            var most = start
            var broken: Int?
            for index in start..<end {
                if !series.y[index].isFinite || !series.x[index].isFinite { broken = broken ?? index }
                if series.y[index] < series.y[least] { least = index }
                if series.y[index] > series.y[most] { most = index }
            }
            kept += least < most ? [least, most] : least > most ? [most, least] : [least]
            if let broken { kept.append(broken) }
        }
        if kept.first != 0 { kept.insert(0, at: 0) }
        if kept.last != count - 1 { kept.append(count - 1) }
        return kept
    }

    private func dots(_ series: LineChart.Series, radius: Double, _ name: String, _ html: inout HTMLWriter) {
        for (x, y) in zip(series.x, series.y) where x.isFinite && y.isFinite {
            html.element(
                "circle",
                [
                    ("class", name), ("cx", Self.coordinate(horizontal(x))), ("cy", Self.coordinate(vertical(y))),
                    ("r", Numbers.coordinate(radius)),
                ]
            ) { _ in }
        }
    }

    /// A point worth seeing, with a line down to the axis and its name there.
    private func mark(_ series: LineChart.Series, _ html: inout HTMLWriter) {
        guard let point = last(series) else { return }
        let x = horizontal(point.x)
        path(
            "best",
            "M" + Self.coordinate(x) + " " + Self.coordinate(vertical(point.y)) + "V"
                + Self.coordinate(Self.bottom), &html)
        dots(series, radius: 5, "dot best", &html)
        text(
            series.name, "lab s0", x + (x > 260 ? -6 : 6), Self.bottom - 8, x > 260 ? "end" : "start", &html)
    }

    // MARK: Labels

    /// Beside the lines that reach the end, above the ends of others; moved apart where two would touch.
    private func labels(_ html: inout HTMLWriter) {
        var beside: [(index: Int, x: Double, y: Double)] = []
        var above: [(index: Int, x: Double, y: Double)] = []
        for (index, series) in chart.series.enumerated() where series.style == .line && !series.name.isEmpty {
            guard let end = last(series) else { continue }
            let x = horizontal(end.x)
            if x > right - 8 {
                beside.append((index, right + 8, vertical(end.y) + 4.5))
            } else {
                above.append((index, x, vertical(end.y) - 9))
            }
        }
        for label in apart(beside, above: Self.bottom + 6) { write(label, "start", &html) }
        for label in apart(above, above: Self.bottom - 6) { write(label, label.x < 200 ? "start" : "end", &html) }
    }

    /// The labels moved down where they would touch, and up again from the limit.
    private func apart(
        _ labels: [(index: Int, x: Double, y: Double)], above limit: Double
    ) -> [(index: Int, x: Double, y: Double)] {
        var labels = labels.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
        for place in labels.indices.dropFirst() { labels[place].y = max(labels[place].y, labels[place - 1].y + 19) }
        var limit = limit
        for place in labels.indices.reversed() {
            labels[place].y = min(labels[place].y, limit)
            limit = labels[place].y - 19
        }
        return labels
    }

    private func write(_ label: (index: Int, x: Double, y: Double), _ anchor: String, _ html: inout HTMLWriter) {
        text(chart.series[label.index].name, "lab " + colour(label.index), label.x, label.y, anchor, &html)
    }

    private func last(_ series: LineChart.Series) -> (x: Double, y: Double)? {
        var last: (x: Double, y: Double)?
        for (x, y) in zip(series.x, series.y) where x.isFinite && y.isFinite { last = (x, y) }
        return last
    }

    /// A line that is named by one quantity has that quantity's colour, another one that of its place.
    private func colour(_ index: Int) -> String {
        let pieces = SymbolScanner.pieces(chart.series[index].name, .formula)
        if pieces.count == 1, let name = pieces[0].ink.className { return name }
        return "s\(index % 6)"
    }

    // MARK: Pieces

    private func horizontal(_ value: Double) -> Double { Self.left + x.position(value) * (right - Self.left) }
    private func vertical(_ value: Double) -> Double { Self.bottom - y.position(value) * (Self.bottom - Self.top) }
    private static func coordinate(_ value: Double) -> String { Numbers.coordinate((value * 10).rounded() / 10) }

    private func path(_ name: String, _ route: String, _ html: inout HTMLWriter) {
        html.element("path", [("class", name), ("d", route)]) { _ in }
    }

    private func text(
        _ text: String, _ name: String, _ x: Double, _ y: Double, _ anchor: String, _ html: inout HTMLWriter
    ) {
        html.element(
            "text",
            [("class", name), ("x", Self.coordinate(x)), ("y", Self.coordinate(y)), ("text-anchor", anchor)], text: text
        )
    }

    /// The chart in words: where each line begins, its extremes and where it ends.
    private var description: String {
        var words = chart.title.isEmpty ? "Line chart" : chart.title
        words +=
            ": " + (chart.yLabel.isEmpty ? "y" : chart.yLabel) + " over " + (chart.xLabel.isEmpty ? "x" : chart.xLabel)
        for series in chart.series {
            var extent = Extent()
            extent.add(series.y)
            if extent.isEmpty { continue }
            var first: Double?
            for value in series.y where value.isFinite && first == nil { first = value }
            words += "; " + (series.name.isEmpty ? "the line" : series.name)
            words += " begins at " + Numbers.short(first ?? .nan) + ", runs from " + Numbers.short(extent.least)
            words += " to " + Numbers.short(extent.most) + " and ends at " + Numbers.short(last(series)?.y ?? .nan)
        }
        return words + "."
    }
}
