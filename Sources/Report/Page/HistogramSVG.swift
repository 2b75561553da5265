import LessonModel

/// One group's histogram; all groups of a figure share the horizontal axis.
struct HistogramSVG {
    private static let left = 40.0
    private static let right = 300.0
    private static let top = 26.0
    private static let bottom = 150.0

    private let all: Histograms
    private let group: Histograms.Group
    private let x: Axis
    private let y: Axis

    init(_ group: Histograms.Group, of all: Histograms) {
        self.all = all
        self.group = group
        x = Axis(from: all.range.lower, to: all.range.upper, includesZero: false, count: 4, isTight: true)
        y = Axis(from: 0, to: Double(max(1, group.counts.max() ?? 1)), includesZero: true, count: 3)
    }

    func write(to html: inout HTMLWriter) {
        var drawing = Drawing(html)
        drawing.begin("chart", width: 310, height: 196, description)
        for tick in y.ticks where tick == tick.rounded() {
            let place = vertical(tick)
            drawing.path("grid", "M40 " + Drawing.coordinate(place) + "H300")
            drawing.text(y.label(tick), "ax", 34, place + 4.5, "end")
        }
        let bin = (Self.right - Self.left) / Double(max(1, group.counts.count))
        for (index, count) in group.counts.enumerated() where count > 0 {
            let top = vertical(Double(count))
            drawing.rectangle(
                "col", Self.left + bin * Double(index) + 0.5, top, max(0.5, bin - 1), Self.bottom - top)
        }
        drawing.path("axis", "M40 150H300")
        for tick in x.ticks {
            let place = Self.left + x.position(tick) * (Self.right - Self.left)
            drawing.text(x.label(tick), "ax", place, 168, "middle")
        }
        drawing.text("count", "ax", 4, 14)
        drawing.text(group.label, "lab", Self.right, 14, "end")
        drawing.text(all.xLabel, "ax", Self.right, 188, "end")
        drawing.end()
        html = drawing.html
    }

    private func vertical(_ count: Double) -> Double { Self.bottom - y.position(count) * (Self.bottom - Self.top) }

    private var description: String {
        var words = all.title.isEmpty ? "Histogram" : all.title
        if !group.label.isEmpty { words += ", " + group.label }
        var total = 0
        var largest = 0
        for (index, count) in group.counts.enumerated() {
            total += count
            if count > group.counts[largest] { largest = index }
        }
        words += ": \(total) numbers from " + Numbers.short(all.range.lower) + " to " + Numbers.short(all.range.upper)
        if total > 0 {
            let width = (all.range.upper - all.range.lower) / Double(group.counts.count)
            words += ", most of them, \(group.counts[largest]), about "
            words += Numbers.short(all.range.lower + width * (Double(largest) + 0.5))
        }
        if group.notFinite > 0 { words += "; \(group.notFinite) are not finite" }
        return words + "."
    }
}
