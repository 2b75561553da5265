import LessonModel
import SourceText

/// Finds pipe tables in paragraphs, after the rules of GitHub's Markdown.
///
/// cmark has no tables: each cell travels through it as a level-one heading that begins with a mark, on a line of
/// its own, so that its text is read with the document's link definitions; `BlockBuilder` puts the cells together.
struct TableScanner {
    static let columnLimit = 64

    let context: ReadingContext
    let text: MappedText
    let leaf: MarkdownTree.Leaf

    /// The line of the header of the first table in the paragraph, with its alignments.
    func find() -> (header: Int, alignments: [Table.Alignment])? {
        guard leaf.firstLine < leaf.lastLine else { return nil }
        for line in leaf.firstLine + 1...leaf.lastLine {
            guard let alignments = alignments(line) else { continue }
            let header = cells(text.bytes[contentStart(line - 1)..<text.range(ofLine: line - 1).upperBound])
            if header.count == alignments.count { return (line - 1, alignments) }
            // A bar within a formula divides nothing; what this reading finds wrong, the next one reports.
            let masked = maskedCells(line - 1, ReadingContext(file: context.file))
            if masked.count == alignments.count { return (line - 1, alignments) }
            if masked.count > 1 { warn(line, masked.count, alignments.count) }
        }
        return nil
    }

    private func warn(_ line: Int, _ header: Int, _ rule: Int) {
        let start = contentStart(line)
        let place = text.fileOffset(of: start, line: line)
        context.report(
            .warning, at: Span(place, place + text.range(ofLine: line).upperBound - start),
            "no table: the line above has \(header) cells and this one has \(rule)",
            hint: "a bar within a cell is written `\\|`, also in code")
    }

    func contentStart(_ line: Int) -> Int {
        if line == leaf.firstLine { return text.lines[line].start + leaf.firstColumn }
        return text.contentStart(ofLine: line, quoteDepth: leaf.quoteDepth)
    }

    /// Emits the table's rows, from its header to the end of the paragraph, as headings.
    func emit(header: Int, alignments: [Table.Alignment], into output: inout InlineScanner.Output) {
        let table = context.tables.count
        var isFirst = true
        var row = 0
        for line in header...leaf.lastLine where line != header + 1 {
            var cells = maskedCells(line, context)
            if cells.count < alignments.count {
                context.paddingLeft -= alignments.count - cells.count
                if context.paddingLeft < 0 { break }
            }
            while cells.count < alignments.count { cells.append([]) }
            for column in 0..<alignments.count {
                let prefix = isFirst && header == leaf.firstLine ? firstPrefix : laterPrefix
                isFirst = false
                put(cells[column], Piece.Kind.tableCell(table: table, row: row, column: column), prefix, line, &output)
            }
            row += 1
        }
        context.tables.append(TableShape(alignments: alignments, rowCount: row))
    }

    private func put(
        _ cell: [UInt8], _ kind: Piece.Kind, _ prefix: [UInt8], _ line: Int, _ output: inout InlineScanner.Output
    ) {
        let number = text.lines[line].number
        let open = context.mark(Piece(kind: kind, source: "", firstLine: number, lastLine: number))
        let close = context.mark(Piece(kind: .tableCellEnd, source: "", firstLine: number, lastLine: number))
        output.put(prefix + Array("# ".utf8) + open + [0x20] + cell + [0x20] + close, text.lines[line])
        output.endLine()
    }

    // MARK: Containers

    private var firstPrefix: [UInt8] {
        let start = text.lines[leaf.firstLine].start
        return Array(text.bytes[start..<start + leaf.firstColumn])
    }

    /// What keeps a further line in the same containers: list marks become space, quote marks stay.
    private var laterPrefix: [UInt8] {
        firstPrefix.map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
    }

    // MARK: Rows

    private func alignments(_ line: Int) -> [Table.Alignment]? {
        let row = text.bytes[contentStart(line)..<text.range(ofLine: line).upperBound]
        guard row.contains(UInt8(ascii: "-")), row.contains(UInt8(ascii: "|")) else { return nil }
        for byte in row {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: continue
            default: return nil
            }
        }
        var alignments: [Table.Alignment] = []
        for cell in cells(row) {
            guard let alignment = alignment(cell) else { return nil }
            alignments.append(alignment)
            if alignments.count > Self.columnLimit { return nil }
        }
        return alignments
    }

    private func alignment(_ cell: [UInt8]) -> Table.Alignment? {
        let dashes = cell.drop { $0 == UInt8(ascii: ":") }
        let left = cell.first == UInt8(ascii: ":")
        let right = cell.count > 1 && cell.last == UInt8(ascii: ":")
        let middle = dashes.dropLast(right ? 1 : 0)
        guard !middle.isEmpty, middle.allSatisfy({ $0 == UInt8(ascii: "-") }),
            middle.count + (left ? 1 : 0) + (right ? 1 : 0) == cell.count
        else { return nil }
        return left ? (right ? .center : .left) : (right ? .right : .unspecified)
    }

    /// The cells of a row with formulas and expressions already taken out, so that a bar in them divides nothing.
    private func maskedCells(_ line: Int, _ context: ReadingContext) -> [[UInt8]] {
        var output = InlineScanner.Output()
        InlineScanner.scan(
            contentStart(line)..<text.range(ofLine: line).upperBound, of: text, quoteDepth: leaf.quoteDepth,
            context: context, into: &output)
        return cells(output.text.bytes[...])
    }

    /// Divides a row at its bars; `\|` is a bar within a cell.
    private func cells(_ row: ArraySlice<UInt8>) -> [[UInt8]] {
        var rest = trimmed(row)
        if rest.first == UInt8(ascii: "|") { rest = rest.dropFirst() }
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var endsInBar = false
        var index = rest.startIndex
        while index < rest.endIndex {
            let byte = rest[index]
            let isEscape = byte == UInt8(ascii: "\\") && index + 1 < rest.endIndex
            endsInBar = byte == UInt8(ascii: "|")
            if isEscape, rest[index + 1] == UInt8(ascii: "|") {
                cell.append(UInt8(ascii: "|"))
                index += 1
            } else if isEscape {
                cell += rest[index...index + 1]
                index += 1
            } else if endsInBar {
                cells.append(Array(trimmed(cell[...])))
                cell = []
                // Bars beyond the limit make no table; they need no room.
                if cells.count > Self.columnLimit { return cells }
            } else {
                cell.append(byte)
            }
            index += 1
        }
        if !endsInBar { cells.append(Array(trimmed(cell[...]))) }
        return cells
    }

    private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var slice = bytes
        while let first = slice.first, first == 0x20 || first == 0x09 { slice = slice.dropFirst() }
        while let last = slice.last, last == 0x20 || last == 0x09 { slice = slice.dropLast() }
        return slice
    }
}
