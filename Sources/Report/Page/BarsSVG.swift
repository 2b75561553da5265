import LessonModel

/// Bars from left to right, each with its label before it and its number at its end.
struct BarsSVG {
    private static let width = 480.0
    private static let pitch = 26.0

    private let chart: BarChart
    private let axis: Axis
    private let left: Double
    private let right = 410.0

    /// nil where there is no finite number.
    init?(_ chart: BarChart) {
        var extent = Extent()
        extent.add(chart.values)
        if extent.isEmpty { return nil }
        self.chart = chart
        axis = Axis(from: extent.least, to: extent.most, includesZero: true, count: 4, isTight: true)
        var widest = 0
        for label in chart.labels { widest = max(widest, Columns.of(label)) }
        left = (extent.least < 0 ? 60 : 10) + min(180, Double(widest) * 8)
    }

    func write(to html: inout HTMLWriter) {
        let height = Double(chart.values.count) * Self.pitch + (chart.xLabel.isEmpty ? 8 : 30)
        var drawing = Drawing(html)
        drawing.begin("chart bars", width: Self.width, height: height, description)
        let zero = place(0)
        for (index, value) in chart.values.enumerated() {
            let y = Double(index) * Self.pitch + 4
            drawing.text(chart.labels[index], "name", min(left, zero) - 8, y + 14, "end")
            guard value.isFinite else {
                drawing.text(Numbers.short(value), "num", zero + 6, y + 14)
                continue
            }
            let end = place(value)
            drawing.rectangle(value < 0 ? "col below" : "col", min(zero, end), y, (end - zero).magnitude, 18)
            drawing.text(
                Numbers.short(value), "num", max(zero, end) + 6, y + 14)
        }
        drawing.path(
            "axis", "M" + Drawing.coordinate(zero) + " 0v" + Drawing.coordinate(Double(chart.values.count) * Self.pitch)
        )
        drawing.text(chart.xLabel, "ax", Self.width - 16, height - 6, "end")
        drawing.end()
        html = drawing.html
    }

    private func place(_ value: Double) -> Double { left + axis.position(value) * (right - left) }

    private var description: String {
        var words = (chart.title.isEmpty ? "Bars" : chart.title) + ":"
        for (index, value) in chart.values.enumerated() {
            words += (index == 0 ? " " : "; ") + chart.labels[index] + " " + Numbers.short(value)
        }
        return words + "."
    }
}
