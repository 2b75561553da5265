import LessonModel

/// A table as columns of wrapped cells, made to fit the width.
struct TextTable {
    var alignments: [Table.Alignment]
    var header: [[Piece]]
    var rows: [[[Piece]]]
    var gap = 2
    /// Whether the first row is one like the others.
    var isPlain = false

    /// The lines, none wider than `width`; a table with too many columns for that is cut at the right.
    func lines(_ style: TextStyle, width: Int) -> [TextLine] {
        var folded: [[[Piece]]] = [foldedRow(header, style)]
        for row in rows { folded.append(foldedRow(row, style)) }
        let widths = columnWidths(folded, width)
        var lines: [TextLine] = []
        for (index, row) in folded.enumerated() {
            lines += rowLines(row, widths, bold: index == 0 && !isPlain)
        }
        return lines
    }

    private func foldedRow(_ row: [[Piece]], _ style: TextStyle) -> [[Piece]] {
        var folded: [[Piece]] = []
        for cell in row { folded.append(style.fold(cell)) }
        return folded
    }

    /// The natural widths, taken back from the widest column until the table fits.
    private func columnWidths(_ rows: [[[Piece]]], _ width: Int) -> [Int] {
        var widths = [Int](repeating: 1, count: header.count)
        for row in rows {
            for (column, cell) in row.enumerated() where column < widths.count {
                var columns = 0
                for piece in cell { columns += Columns.of(piece.text) }
                widths[column] = max(widths[column], columns)
            }
        }
        var total = gap * max(0, widths.count - 1)
        for column in widths { total += column }
        while total > width {
            var widest = 0
            for column in widths.indices where widths[column] > widths[widest] { widest = column }
            if widths.isEmpty || widths[widest] <= 4 { break }
            widths[widest] -= 1
            total -= 1
        }
        var shown = 0
        var used = 0
        while shown < widths.count, used + widths[shown] <= width {
            used += widths[shown] + gap
            shown += 1
        }
        return Array(widths.prefix(shown))
    }

    private func rowLines(_ row: [[Piece]], _ widths: [Int], bold: Bool) -> [TextLine] {
        var cells: [[TextLine]] = []
        var height = 1
        for (column, width) in widths.enumerated() {
            let wrapped = column < row.count ? Wrap.lines(row[column], width: width) : []
            cells.append(wrapped)
            height = max(height, wrapped.count)
        }
        var lines: [TextLine] = []
        for index in 0..<height {
            var line = TextLine()
            var left = 0
            for (column, width) in widths.enumerated() {
                if index < cells[column].count {
                    let cell = cells[column][index]
                    line.pad(to: left + shift(alignments[column], width - cell.width))
                    for piece in cell.pieces {
                        line.append(piece.text, bold && piece.ink == .plain ? .strong : piece.ink)
                    }
                }
                left += width + gap
            }
            lines.append(line)
        }
        return lines
    }

    private func shift(_ alignment: Table.Alignment, _ room: Int) -> Int {
        switch alignment {
        case .right: max(0, room)
        case .center: max(0, room / 2)
        case .left, .unspecified: 0
        }
    }
}

extension TextWriter {
    mutating func write(_ table: Table) {
        var header: [[Piece]] = []
        for cell in table.header { header.append(pieces(cell)) }
        var rows: [[[Piece]]] = []
        for row in table.rows {
            var cells: [[Piece]] = []
            for cell in row { cells.append(pieces(cell)) }
            rows.append(cells)
        }
        var alignments = table.alignments
        while alignments.count < header.count { alignments.append(.unspecified) }
        write(TextTable(alignments: alignments, header: header, rows: rows))
    }

    /// A figure of numbers: all of a column have as many decimals as the column needs, seven at most.
    mutating func write(_ table: NumberTable) {
        let columns = NumberColumns(table)
        var header: [[Piece]] = []
        for name in table.columns { header.append(SymbolScanner.pieces(name, .formula)) }
        var rows: [[[Piece]]] = []
        for row in columns.rows {
            var cells: [[Piece]] = []
            for text in row { cells.append([Piece(text)]) }
            rows.append(cells)
        }
        var alignments: [Table.Alignment] = []
        for isNumber in columns.areNumbers { alignments.append(isNumber ? .right : .left) }
        if !table.title.isEmpty { addWrapped([Piece(table.title, .soft)], indent: 2) }
        write(TextTable(alignments: alignments, header: header, rows: rows))
    }

    mutating func write(_ table: TextTable) {
        add(table.lines(style, width: style.width - 2), first: "  ", rest: "  ")
    }
}
