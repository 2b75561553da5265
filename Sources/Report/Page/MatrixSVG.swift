import LessonModel

/// A grid of numbers as shades: one hue above zero, another one below, the stronger the larger. Where there is room the
/// numbers stand in their cells.
struct MatrixSVG {
    private let map: Matrices.Map
    private let all: Matrices
    private let scale: MatrixScale
    private let rows: Int
    private let columns: Int
    private let cell: Double
    private let hasNumbers: Bool
    private let left: Double
    private let top: Double

    /// nil for a map without numbers.
    init?(_ map: Matrices.Map, of all: Matrices, _ scale: MatrixScale) {
        guard let first = map.values.first, !first.isEmpty else { return nil }
        self.map = map
        self.all = all
        self.scale = scale
        rows = map.values.count
        columns = first.count
        hasNumbers = !all.arePictures && rows * columns <= 144 && columns <= 12
        let most = Double(max(rows, columns))
        cell =
            all.arePictures || !hasNumbers
            ? max(1, min(26, (all.maps.count > 3 ? 104 : 200) / most)) : Self.room(for: map, isWide: columns <= 6)
        var widest = 0
        for name in all.rowNames { widest = max(widest, Columns.of(name)) }
        left = (widest == 0 ? 2 : Double(min(widest, 16)) * 8 + 10) + (all.yLabel.isEmpty ? 0 : 20)
        top = (all.columnNames.isEmpty ? 2 : 24) + (all.xLabel.isEmpty ? 0 : 20)
    }

    /// The width of a cell that holds the longest number.
    private static func room(for map: Matrices.Map, isWide: Bool) -> Double {
        var longest = 0
        for values in map.values {
            for value in values { longest = max(longest, Columns.of(text(of: value, isWide: isWide))) }
        }
        return max(isWide ? 52 : 40, min(72, Double(longest) * 7.6 + 6))
    }

    private static func text(of value: Double, isWide: Bool) -> String {
        value.isNaN ? "–" : isWide ? Numbers.short(value) : Numbers.brief(value)
    }

    var width: Double { left + cell * Double(columns) + 2 }
    private var rowHeight: Double { hasNumbers ? min(cell, 36) : cell }

    func write(to html: inout HTMLWriter) {
        var drawing = Drawing(html)
        drawing.begin(
            all.arePictures ? "matrix pixels" : "matrix", width: width, height: top + rowHeight * Double(rows) + 2,
            description, isFixed: true)
        shades(&drawing)
        names(&drawing)
        if hasNumbers { numbers(&drawing) }
        drawing.end()
        html = drawing.html
    }

    /// One path for each shade; neighbours of one shade in a row are one rectangle.
    private func shades(_ drawing: inout Drawing) {
        var routes = [String](repeating: "", count: 2 * MatrixScale.steps + 1)
        for (row, values) in map.values.enumerated() {
            var start = 0
            while start < values.count {
                let shade = scale.shade(values[start])
                var end = start + 1
                while end < values.count, !hasNumbers, scale.shade(values[end]) == shade { end += 1 }
                if shade != 0 || hasNumbers {
                    let gap = hasNumbers ? 1.5 : 0
                    let x = left + cell * Double(start)
                    let y = top + rowHeight * Double(row)
                    routes[shade + MatrixScale.steps] +=
                        "M" + Drawing.coordinate(x) + " " + Drawing.coordinate(y) + "h"
                        + Drawing.coordinate(cell * Double(end - start) - gap) + "v"
                        + Drawing.coordinate(rowHeight - gap) + "h-"
                        + Drawing.coordinate(cell * Double(end - start) - gap) + "z"
                }
                start = end
            }
        }
        if !hasNumbers {
            drawing.rectangle("ground", left, top, cell * Double(columns), rowHeight * Double(rows))
        }
        for (index, route) in routes.enumerated() where !route.isEmpty {
            let shade = index - MatrixScale.steps
            let kind = all.arePictures ? "px" : shade < 0 ? "below" : shade > 0 ? "above" : "none"
            drawing.group([("fill-opacity", Numbers.coordinate(scale.opacity(shade, isPixel: all.arePictures)))])
            drawing.path(kind, route)
            drawing.endGroup()
        }
    }

    private func numbers(_ drawing: inout Drawing) {
        for (row, values) in map.values.enumerated() {
            for (column, value) in values.enumerated() {
                drawing.text(
                    Self.text(of: value, isWide: columns <= 6), "num", left + cell * (Double(column) + 0.5),
                    top + rowHeight * (Double(row) + 0.5) + 4.5,
                    "middle")
            }
        }
    }

    private func names(_ drawing: inout Drawing) {
        for (row, name) in all.rowNames.prefix(rows).enumerated() where cell >= 12 {
            drawing.text(name, "ax", left - 8, top + rowHeight * (Double(row) + 0.5) + 4.5, "end")
        }
        for (column, name) in all.columnNames.prefix(columns).enumerated() where cell >= 12 {
            drawing.text(
                shortened(name), "ax", left + cell * (Double(column) + 0.5), top - 8, "middle")
        }
        drawing.text(all.xLabel, "ax", left + cell * Double(columns) / 2, 14, "middle")
        if all.yLabel.isEmpty { return }
        let middle = top + rowHeight * Double(rows) / 2
        drawing.group([("transform", "translate(14 " + Drawing.coordinate(middle) + ") rotate(-90)")])
        drawing.text(all.yLabel, "ax", 0, 0, "middle")
        drawing.endGroup()
    }

    /// What fits above a column.
    private func shortened(_ name: String) -> String {
        let room = max(1, Int(cell / 8))
        if name.unicodeScalars.count <= room { return name }
        var text = ""
        for scalar in name.unicodeScalars.prefix(max(1, room - 1)) { text.unicodeScalars.append(scalar) }
        return text + "…"
    }

    private var description: String {
        var words = all.title.isEmpty ? (all.arePictures ? "Picture" : "Heat map") : all.title
        if !map.label.isEmpty { words += ", " + map.label }
        words += ": \(rows) rows, \(columns) columns, from " + Numbers.short(scale.least) + " to "
        words += Numbers.short(scale.most)
        guard hasNumbers else { return words + "." }
        for (row, values) in map.values.enumerated() {
            words += row < all.rowNames.count ? "; " + all.rowNames[row] + ":" : "; row \(row + 1):"
            for value in values { words += " " + Numbers.short(value) }
        }
        return words + "."
    }
}
