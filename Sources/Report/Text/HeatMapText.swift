import LessonModel

/// A heat map in four shades and blank, the points upon it with the digit of their class.
extension TextWriter {
    mutating func write(_ map: HeatMap) {
        if !map.title.isEmpty { addWrapped([Piece(map.title, .strong)], indent: 2) }
        let columns = 25
        let rows = 11
        let lowest = Numbers.short(map.yRange.lower)
        let highest = Numbers.short(map.yRange.upper)
        let name = style.fold(map.yLabel)
        let left = 3 + max(Columns.of(name), max(Columns.of(style.fold(lowest)), Columns.of(style.fold(highest))))
        var canvas = TextCanvas(width: style.width, height: rows + 2, style: style)
        canvas.put(SymbolScanner.pieces(map.yLabel, .formula), left - 1 - Columns.of(name), 0)
        canvas.put(highest, left - 1 - Columns.of(style.fold(highest)), 1, .soft)
        canvas.put(lowest, left - 1 - Columns.of(style.fold(lowest)), rows, .soft)
        let scale = HeatScale(map)
        shade(map, scale, &canvas, left: left, columns: columns, rows: rows)
        mark(map, &canvas, left: left, columns: columns, rows: rows)
        foot(map, &canvas, left: left, columns: columns, rows: rows)
        key(scale, &canvas, left: left + columns + 3, row: 4)
        lines += canvas.lines
    }

    private var shades: [Unicode.Scalar] { style.unicode ? [" ", "░", "▒", "▓", "█"] : [" ", ".", ":", "#", "@"] }

    private func shade(
        _ map: HeatMap, _ scale: HeatScale, _ canvas: inout TextCanvas, left: Int, columns: Int, rows: Int
    ) {
        for row in 0..<rows {
            for column in 0..<columns {
                let x = (Double(column) + 0.5) / Double(columns)
                let y = (Double(row) + 0.5) / Double(rows)
                guard let value = HeatScale.value(map, x: x, y: y) else { continue }
                guard let level = scale.level(value, of: 5) else {
                    canvas.set("?", left + column, row + 1)
                    continue
                }
                canvas.set(shades[level], left + column, row + 1)
            }
        }
    }

    /// A point outside of the map is not drawn.
    private func mark(_ map: HeatMap, _ canvas: inout TextCanvas, left: Int, columns: Int, rows: Int) {
        for point in map.points {
            let x = (point.x - map.xRange.lower) / (map.xRange.upper - map.xRange.lower)
            let y = (map.yRange.upper - point.y) / (map.yRange.upper - map.yRange.lower)
            guard x >= 0, x <= 1, y >= 0, y <= 1 else { continue }
            let column = Int((x * Double(columns - 1)).rounded())
            let row = Int((y * Double(rows - 1)).rounded())
            canvas.put("\(point.label)", left + column, row + 1, .strong)
        }
    }

    private func foot(_ map: HeatMap, _ canvas: inout TextCanvas, left: Int, columns: Int, rows: Int) {
        let lowest = Numbers.short(map.xRange.lower)
        let highest = Numbers.short(map.xRange.upper)
        canvas.put(lowest, left, rows + 1, .soft)
        canvas.put(highest, left + columns - Columns.of(style.fold(highest)), rows + 1, .soft)
        canvas.put(SymbolScanner.pieces(map.xLabel, .formula), left + columns + 3, rows + 1)
    }

    private func key(_ scale: HeatScale, _ canvas: inout TextCanvas, left: Int, row: Int) {
        let middle = (scale.lower + scale.upper) / 2
        canvas.put(String(Character(shades[4])) + " " + Numbers.short(scale.upper), left, row)
        canvas.put(String(Character(shades[2])) + " " + Numbers.short(middle), left, row + 1)
        canvas.put("  " + Numbers.short(scale.lower) + " (blank)", left, row + 2)
    }
}
