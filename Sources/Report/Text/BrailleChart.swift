import LessonModel

/// A line chart in braille dots, two across and four down in each character; in ASCII one glyph for each series.
/// Labels stand at the ends of their lines, so that no legend is needed.
struct BrailleChart {
    static let rows = 10
    /// More dots than these would hide each other as ●, and stay dots of braille.
    private static let manyDots = 60

    private let chart: LineChart
    private let style: TextStyle
    private let x: Axis
    private let y: Axis
    private let left: Int
    private let columns: Int
    private let labels: [String]

    /// nil where no point of the chart is finite.
    init?(_ chart: LineChart, _ style: TextStyle) {
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
        self.style = style
        x = Axis(from: xs.least, to: xs.most, includesZero: false, count: 5, isTight: true, reach: 0.02)
        y = Axis.close(from: ys.least, to: ys.most, includesZero: true)
        var labels: [String] = []
        var longest = 0
        for (index, series) in chart.series.enumerated() {
            var label = style.fold(series.name)
            if !style.unicode, chart.series.count > 1 { label = Self.glyph(index) + " " + label }
            label = Self.cut(label, to: 22)
            labels.append(label)
            longest = max(longest, Columns.of(label))
        }
        self.labels = labels
        var margin = 0
        for tick in y.ticks { margin = max(margin, Columns.of(y.label(tick))) }
        left = margin + 3
        columns = max(10, min(64, style.width - left - longest - 3))
    }

    private static func cut(_ text: String, to width: Int) -> String {
        var cut = ""
        for scalar in text.unicodeScalars {
            if Columns.of(cut) >= width { break }
            cut.unicodeScalars.append(scalar)
        }
        return cut
    }

    private static func glyph(_ index: Int) -> String { ["*", "o", "+", "x", "#", "@"][index % 6] }

    var lines: [TextLine] {
        var canvas = TextCanvas(width: style.width, height: Self.rows + 3, style: style)
        canvas.put(SymbolScanner.pieces(chart.yLabel, .formula), 2, 0)
        for tick in y.ticks {
            let row = Self.rows - 1 - Int((y.position(tick) * Double(Self.rows - 1)).rounded())
            let label = y.label(tick)
            canvas.put(label, left - 1 - Columns.of(style.fold(label)), row + 1, .soft)
        }
        style.unicode ? drawDots(&canvas) : drawGlyphs(&canvas)
        drawLabels(&canvas)
        drawFoot(&canvas)
        return canvas.lines
    }

    // MARK: Curves

    private func drawDots(_ canvas: inout TextCanvas) {
        var masks = [UInt32](repeating: 0, count: columns * Self.rows)
        let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
        for series in chart.series {
            trace(series, across: columns * 2 - 1, down: Self.rows * 4 - 1) { dotX, dotY in
                masks[(dotY / 4) * columns + dotX / 2] |= bits[dotX % 2][dotY % 4]
            }
        }
        for row in 0..<Self.rows {
            for column in 0..<columns {
                let mask = masks[row * columns + column]
                if mask != 0, let scalar = Unicode.Scalar(0x2800 + mask) { canvas.set(scalar, left + column, row + 1) }
            }
        }
        for series in chart.series where series.style != .line && series.x.count <= Self.manyDots {
            trace(series, across: columns - 1, down: Self.rows - 1) { column, row in
                canvas.set("●", left + column, row + 1)
            }
        }
    }

    private func drawGlyphs(_ canvas: inout TextCanvas) {
        var cells: [(x: Int, y: Int, glyph: String)] = []
        for (index, series) in chart.series.enumerated() {
            trace(series, across: columns - 1, down: Self.rows - 1) { x, y in
                cells.append((x, y, Self.glyph(index)))
            }
        }
        for cell in cells { canvas.put(cell.glyph, left + cell.x, cell.y + 1) }
    }

    /// Calls `mark` for each dot of a line; a value that is not finite breaks it.
    private func trace(_ series: LineChart.Series, across: Int, down: Int, _ mark: (Int, Int) -> Void) {
        var last: (x: Int, y: Int)?
        for (valueX, valueY) in zip(series.x, series.y) {
            guard valueX.isFinite, valueY.isFinite else {
                last = nil
                continue
            }
            let dotX = Int((x.position(valueX) * Double(across)).rounded())
            let dotY = down - Int((y.position(valueY) * Double(down)).rounded())
            if let last { segment(last, (dotX, dotY), mark) } else { mark(dotX, dotY) }
            if series.style == .line { last = (dotX, dotY) }
        }
    }

    /// Bresenham's line.
    private func segment(_ start: (x: Int, y: Int), _ end: (x: Int, y: Int), _ mark: (Int, Int) -> Void) {
        let dx = abs(end.x - start.x)
        let dy = -abs(end.y - start.y)
        var x = start.x
        var y = start.y
        var error = dx + dy
        while true {
            mark(x, y)
            if x == end.x && y == end.y { return }
            let doubled = 2 * error
            if doubled >= dy {
                error += dy
                x += start.x < end.x ? 1 : -1
            }
            if doubled <= dx {
                error += dx
                y += start.y < end.y ? 1 : -1
            }
        }
    }

    // MARK: Labels

    /// Each label in the row where its line ends, moved apart where two would share one, in the order of the ends.
    private func drawLabels(_ canvas: inout TextCanvas) {
        var ends: [(index: Int, y: Double)] = []
        for (index, series) in chart.series.enumerated() {
            if let end = lastPoint(series), !labels[index].isEmpty { ends.append((index, end.y)) }
        }
        ends.sort { ($0.y, $1.index) > ($1.y, $0.index) }
        var rows: [Int] = []
        for end in ends {
            let wanted = Self.rows - 1 - Int((y.position(end.y) * Double(Self.rows - 1)).rounded())
            rows.append(max(wanted, (rows.last ?? -1) + 1))
        }
        var limit = Self.rows - 1
        for place in rows.indices.reversed() {
            rows[place] = min(rows[place], limit)
            limit = rows[place] - 1
        }
        for (place, end) in ends.enumerated() where rows[place] >= 0 {
            canvas.put(labels[end.index], left + columns + 2, rows[place] + 1)
        }
    }

    private func lastPoint(_ series: LineChart.Series) -> (x: Double, y: Double)? {
        var last: (x: Double, y: Double)?
        for (x, y) in zip(series.x, series.y) where x.isFinite && y.isFinite { last = (x, y) }
        return last
    }

    private func drawFoot(_ canvas: inout TextCanvas) {
        var free = 0
        for tick in x.ticks {
            let label = x.label(tick)
            let center = left + Int((x.position(tick) * Double(columns - 1)).rounded())
            let start = max(0, center - Columns.of(label) / 2)
            if start < free { continue }
            canvas.put(label, start, Self.rows + 1, .soft)
            free = start + Columns.of(style.fold(label)) + 1
        }
        let name = style.fold(chart.xLabel)
        let room = style.width - free - 1
        if Columns.of(name) <= room {
            canvas.put(name, max(free + 1, min(left + columns + 2, style.width - Columns.of(name))), Self.rows + 1)
        } else {
            canvas.put(name, max(0, style.width - Columns.of(name)), Self.rows + 2)
        }
    }
}

extension TextWriter {
    mutating func write(_ chart: LineChart) {
        if !chart.title.isEmpty { addWrapped([Piece(chart.title, .strong)], indent: 2) }
        guard let drawing = BrailleChart(chart, style) else {
            addWrapped([Piece("(a chart without a finite point)", .soft)], indent: 2)
            return
        }
        lines += drawing.lines
    }
}
