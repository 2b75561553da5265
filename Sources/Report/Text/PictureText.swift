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

    /// Maps side by side, as many as fit in a line.
    mutating func write(_ matrices: Matrices) {
        if !matrices.title.isEmpty { addWrapped([Piece(matrices.title, .strong)], indent: 2) }
        let scale = MatrixScale(matrices)
        var row: [[TextLine]] = []
        var used = 0
        for map in matrices.maps {
            let block = lines(of: map, scale, matrices)
            let width = Self.width(block)
            if !row.isEmpty, used + Self.gap + width > style.width {
                write(sideBySide: row)
                row = []
                used = 0
            }
            used += (row.isEmpty ? 0 : Self.gap) + width
            row.append(block)
        }
        write(sideBySide: row)
        let hasNumbers = matrices.maps.contains { isSmall($0) }
        if !matrices.arePictures, !hasNumbers {
            let key = style.unicode ? "░▒▓█ above 0, ╍ below, the largest " : ".:#@ above 0, - below, the largest "
            addWrapped([Piece(key + Numbers.short(max(scale.most, -scale.least)), .soft)], indent: 2)
        }
    }

    /// The columns between two maps.
    private static let gap = 3

    private static func width(_ block: [TextLine]) -> Int {
        var width = 0
        for line in block { width = max(width, line.width) }
        return width
    }

    private mutating func write(sideBySide row: [[TextLine]]) {
        if row.isEmpty { return }
        space()
        var height = 0
        for block in row { height = max(height, block.count) }
        for index in 0..<height {
            var line = TextLine()
            var left = 0
            for block in row {
                if index < block.count, block[index].width > 0 {
                    line.pad(to: left)
                    line.append(block[index])
                }
                left += Self.width(block) + Self.gap
            }
            lines.append(line)
        }
    }

    private func lines(of map: Matrices.Map, _ scale: MatrixScale, _ all: Matrices) -> [TextLine] {
        var writer = inner(by: 0)
        if !map.label.isEmpty { writer.addWrapped([Piece(SafeText.line(map.label))], indent: 2) }
        if !all.arePictures, isSmall(map) {
            writer.write(numbersOf: map, all)
        } else {
            writer.write(shadesOf: map, scale, all)
        }
        return writer.lines
    }

    /// Whether there is room for a map's numbers.
    private func isSmall(_ map: Matrices.Map) -> Bool { (map.values.first?.count ?? 0) <= 10 && map.values.count <= 20 }

    private mutating func write(numbersOf map: Matrices.Map, _ all: Matrices) {
        let columns = map.values.first?.count ?? 0
        let hasNames = !all.columnNames.isEmpty || !all.rowNames.isEmpty
        var header: [[Piece]] = [[Piece(all.yLabel.isEmpty ? "" : name(all.yLabel) + " ↓", .soft)]]
        for column in 0..<columns {
            header.append([Piece(column < all.columnNames.count ? name(all.columnNames[column]) : "\(column + 1)")])
        }
        let texts = MatrixNumbers(map).texts
        var rows: [[[Piece]]] = []
        for (row, values) in texts.enumerated() {
            var cells: [[Piece]] = [[Piece(row < all.rowNames.count ? name(all.rowNames[row]) : "\(row + 1)")]]
            for value in values { cells.append([Piece(value)]) }
            rows.append(cells)
        }
        if !all.xLabel.isEmpty { addWrapped([Piece(all.xLabel + " →", .soft)], indent: 6) }
        var alignments: [Table.Alignment] = [.left]
        while alignments.count < header.count { alignments.append(.right) }
        if columns <= 4, !hasNames {
            // Nine weights need no numbers of rows and columns.
            var bare = TextTable(alignments: Array(alignments.dropFirst()), header: [], rows: [])
            bare.isPlain = true
            for (index, row) in rows.enumerated() {
                if index == 0 { bare.header = Array(row.dropFirst()) } else { bare.rows.append(Array(row.dropFirst())) }
            }
            write(bare)
            return
        }
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
    }
}
