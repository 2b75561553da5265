import LessonModel

/// Bars, histograms and grids of numbers in the characters of a terminal.
extension TextWriter {
    /// A label at the side of a picture, of at most sixteen columns.
    private func name(_ label: String) -> String {
        var cut = ""
        for scalar in style.fold(SafeText.line(label)).unicodeScalars {
            if Columns.of(cut) >= 16 { break }
            cut.unicodeScalars.append(scalar)
        }
        return cut
    }

    mutating func write(_ chart: BarChart) {
        if !chart.title.isEmpty { addWrapped([Piece(chart.title, .strong)], indent: 2) }
        var extent = Extent()
        extent.add(chart.values)
        var widest = 0
        for label in chart.labels { widest = max(widest, Columns.of(name(label))) }
        let room = max(4, min(40, style.width - widest - 18))
        let most = max(extent.isEmpty ? 0 : max(extent.most.magnitude, extent.least.magnitude), 1e-300)
        for (index, value) in chart.values.enumerated() {
            var line = TextLine()
            line.append("  ")
            line.append(name(chart.labels[index]))
            line.pad(to: widest + 4)
            if value.isFinite {
                let length = Int((value.magnitude / most * Double(room)).rounded())
                let glyph = style.unicode ? (value < 0 ? "░" : "█") : (value < 0 ? "-" : "#")
                line.append(String(repeating: glyph, count: length), value < 0 ? .plain : .w)
                line.append(length == 0 ? "" : " ")
            }
            line.append(style.fold(Numbers.short(value)))
            lines.append(line)
        }
        if !chart.xLabel.isEmpty { addWrapped([Piece(chart.xLabel, .soft)], indent: widest + 4) }
    }

    mutating func write(_ histograms: Histograms) {
        if !histograms.title.isEmpty { addWrapped([Piece(histograms.title, .strong)], indent: 2) }
        for group in histograms.groups {
            space()
            write(group, of: histograms)
        }
    }

    /// Four rows of eighths of a block, the count of the fullest bin beside the top.
    private mutating func write(_ group: Histograms.Group, of all: Histograms) {
        let most = max(1, group.counts.max() ?? 1)
        if !group.label.isEmpty { addWrapped([Piece(group.label)], indent: 2) }
        let width = max(1, min(3, (style.width - 14) / max(1, group.counts.count)))
        let margin = max(6, "\(most)".utf8.count + 3)
        let rows = 4
        for row in (0..<rows).reversed() {
            var line = TextLine()
            let label = row == rows - 1 ? "\(most)" : row == 0 ? "0" : ""
            line.append(String(repeating: " ", count: margin - 1 - label.utf8.count))
            line.append(label, .soft)
            line.append(" ")
            for count in group.counts {
                line.append(String(repeating: glyph(count, of: most, row: row, rows: rows), count: width), .w)
            }
            lines.append(line)
        }
        var foot = TextLine()
        foot.append(String(repeating: " ", count: margin))
        foot.append(style.fold(Numbers.short(all.range.lower)), .soft)
        let end = style.fold(Numbers.short(all.range.upper))
        foot.pad(to: max(foot.width + 1, margin + width * group.counts.count - Columns.of(end)))
        foot.append(end, .soft)
        if !all.xLabel.isEmpty { foot.append("  " + name(all.xLabel)) }
        lines.append(foot)
        if group.notFinite > 0 { addWrapped([Piece("\(group.notFinite) are not finite", .soft)], indent: margin) }
    }

    private func glyph(_ count: Int, of most: Int, row: Int, rows: Int) -> String {
        let eighths = Int((Double(count) / Double(most) * Double(rows * 8)).rounded(.up)) - row * 8
        if eighths <= 0 { return " " }
        if !style.unicode { return eighths >= 4 ? "#" : "." }
        return ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][min(8, eighths) - 1]
    }

    mutating func write(_ matrices: Matrices) {
        if !matrices.title.isEmpty { addWrapped([Piece(matrices.title, .strong)], indent: 2) }
        let scale = MatrixScale(matrices)
        for map in matrices.maps {
            if !map.label.isEmpty {
                space()
                addWrapped([Piece(map.label)], indent: 2)
            }
            let columns = map.values.first?.count ?? 0
            if !matrices.arePictures, columns <= 10, map.values.count <= 20 {
                write(numbersOf: map, matrices)
            } else {
                write(shadesOf: map, scale, matrices)
            }
        }
    }

    private mutating func write(numbersOf map: Matrices.Map, _ all: Matrices) {
        var header: [[Piece]] = [[Piece(all.yLabel.isEmpty ? "" : name(all.yLabel) + " ↓", .soft)]]
        let columns = map.values.first?.count ?? 0
        for column in 0..<columns {
            header.append([Piece(column < all.columnNames.count ? name(all.columnNames[column]) : "\(column + 1)")])
        }
        var rows: [[[Piece]]] = []
        for (row, values) in map.values.enumerated() {
            var cells: [[Piece]] = [[Piece(row < all.rowNames.count ? name(all.rowNames[row]) : "\(row + 1)")]]
            for value in values { cells.append([Piece(value.isNaN ? "" : Numbers.brief(value))]) }
            rows.append(cells)
        }
        if !all.xLabel.isEmpty { addWrapped([Piece(all.xLabel + " →", .soft)], indent: 6) }
        var alignments: [Table.Alignment] = [.left]
        while alignments.count < header.count { alignments.append(.right) }
        write(TextTable(alignments: alignments, header: header, rows: rows))
    }

    /// Two characters a number, so that a square stays one.
    private mutating func write(shadesOf map: Matrices.Map, _ scale: MatrixScale, _ all: Matrices) {
        let shades = style.unicode ? [" ", "░", "▒", "▓", "█"] : [" ", ".", ":", "#", "@"]
        let columns = map.values.first?.count ?? 0
        let width = columns * 2 <= style.width - 4 ? 2 : 1
        for values in map.values {
            var line = TextLine()
            line.append("  ")
            for value in values.prefix(style.width - 4) {
                let shade = scale.shade(value)
                let level = (shade.magnitude * 4 + UInt(MatrixScale.steps) / 2) / UInt(MatrixScale.steps)
                let glyph = shade < 0 && level > 0 ? (style.unicode ? "╍" : "-") : shades[Int(level)]
                line.append(String(repeating: glyph, count: width), shade < 0 ? .slope : .plain)
            }
            lines.append(line)
        }
        if !all.arePictures {
            let key = style.unicode ? "░▒▓█ above 0, ╍ below, the largest " : ".:#@ above 0, - below, the largest "
            addWrapped([Piece(key + Numbers.short(max(scale.most, -scale.least)), .soft)], indent: 2)
        }
    }
}
