import CCmark
import LessonModel
import SourceText

/// Makes the document's blocks from cmark's tree.
struct BlockBuilder {
    /// How deep lists and quotes may lie in one another; what is deeper becomes plain text.
    static let depthLimit = 24

    let context: ReadingContext
    let text: MappedText
    let isLesson: Bool

    func blocks(in container: MarkdownTree.Node, depth: Int) -> [Block] {
        var blocks: [Block] = []
        var table: TableAssembly?
        var child = container.first
        while let node = child {
            child = node.next
            if let cell = tableCell(node) {
                if table?.index != cell.table { finish(&table, &blocks) }
                if table == nil { table = TableAssembly(index: cell.table, shape: context.tables[cell.table]) }
                table?.add(inlines(of: node, cell: true), cell, line: number(node.firstLine))
            } else {
                finish(&table, &blocks)
                append(node, to: &blocks, depth: depth)
            }
        }
        finish(&table, &blocks)
        return blocks
    }

    private func append(_ node: MarkdownTree.Node, to blocks: inout [Block], depth: Int) {
        let lines = (number(node.firstLine), lastNumber(node))
        func add(_ kind: Block.Kind) { blocks.append(Block(kind, firstLine: lines.0, lastLine: lines.1)) }
        switch node.type {
        case CMARK_NODE_HEADING:
            let inlines = inlines(of: node)
            add(
                .heading(
                    Heading(level: node.headingLevel, inlines: inlines, id: context.slug(Inline.plainText(inlines)))))
        case CMARK_NODE_PARAGRAPH:
            for block in ParagraphSplitter.split(pieces(of: node), lines) { blocks.append(block) }
        case CMARK_NODE_THEMATIC_BREAK: add(.thematicBreak)
        case CMARK_NODE_HTML_BLOCK:
            let literal = context.restored(node.literal)
            if !isComment(literal) { add(.paragraph(inert(literal))) }
        case CMARK_NODE_CODE_BLOCK: add(FenceReader(context: context, text: text, isLesson: isLesson).block(node))
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST:
            guard depth < Self.depthLimit else {
                let place = text.lines[min(max(0, node.firstLine), text.lines.count - 1)].fileOffset
                context.report(
                    .warning, at: Span(place, place), "lists and quotes lie more than \(Self.depthLimit) deep",
                    hint: "what is deeper is shown as plain text")
                add(.paragraph([.text(context.restored(node.flattened))]))
                return
            }
            if node.type == CMARK_NODE_LIST {
                add(.list(list(node, depth: depth)))
            } else {
                add(.quote(self.blocks(in: node, depth: depth + 1)))
            }
        default: break
        }
    }

    private func list(_ node: MarkdownTree.Node, depth: Int) -> List {
        var items: [[Block]] = []
        var child = node.first
        while let item = child {
            items.append(blocks(in: item, depth: depth + 1))
            child = item.next
        }
        let style: List.Style = node.isOrdered ? .ordered(start: node.listStart) : .bullet
        return List(style: style, isTight: node.isTight, items: items)
    }

    /// The line of the lesson that a line of the text stands for.
    private func number(_ line: Int) -> Int {
        text.lines.isEmpty ? 1 : text.lines[min(max(0, line), text.lines.count - 1)].number
    }

    private func lastNumber(_ node: MarkdownTree.Node) -> Int {
        let line = min(max(node.firstLine, node.lastLine, 0), text.lines.count - 1)
        return text.lines.isEmpty ? 1 : text.lastNumber(ofLine: line)
    }

    // MARK: Raw HTML

    /// A comment shows nothing on any Markdown host, so it shows nothing here.
    private func isComment(_ html: String) -> Bool {
        let trimmed = html.utf8.drop { $0 == 0x20 || $0 == 0x0A }
        guard trimmed.starts(with: "<!--".utf8) else { return false }
        var tail = trimmed.suffix(200)
        while let last = tail.last, last == 0x20 || last == 0x0A { tail = tail.dropLast() }
        return tail.suffix(3).elementsEqual("-->".utf8)
    }

    private func inert(_ html: String) -> [Inline] {
        var inlines: [Inline] = []
        for line in html.split(separator: "\n") {
            if !inlines.isEmpty { inlines.append(.softBreak) }
            inlines.append(.text(String(line)))
        }
        return inlines
    }

    // MARK: Inlines

    private func pieces(of node: MarkdownTree.Node) -> [InlineBuilder.Part] {
        InlineBuilder(context: context, text: text, line: node.firstLine).pieces(of: node)
    }

    private func inlines(of node: MarkdownTree.Node, cell: Bool = false) -> [Inline] {
        var inlines: [Inline] = []
        for piece in pieces(of: node) { inlines.append(piece.inline) }
        return cell ? InlineBuilder.trimmed(inlines) : inlines
    }

    // MARK: Tables

    private struct CellPlace {
        var table: Int
        var row: Int
        var column: Int
    }

    /// What a heading that begins with a cell's mark stands for.
    private func tableCell(_ node: MarkdownTree.Node) -> CellPlace? {
        guard node.type == CMARK_NODE_HEADING, let first = node.first, first.type == CMARK_NODE_TEXT,
            case .piece(let piece)? = context.split(first.literal).first,
            case .tableCell(let table, let row, let column) = piece.kind
        else { return nil }
        return CellPlace(table: table, row: row, column: column)
    }

    private struct TableAssembly {
        let index: Int
        var table: Table
        var firstLine = 0
        var lastLine = 0

        init(index: Int, shape: TableShape) {
            self.index = index
            let empty = Array(repeating: [Inline](), count: shape.alignments.count)
            table = Table(
                alignments: shape.alignments, header: empty,
                rows: Array(repeating: empty, count: max(0, shape.rowCount - 1)))
        }

        mutating func add(_ inlines: [Inline], _ place: CellPlace, line: Int) {
            if firstLine == 0 { firstLine = line }
            lastLine = max(line, firstLine + 1)
            if place.row == 0 {
                table.header[place.column] = inlines
            } else {
                table.rows[place.row - 1][place.column] = inlines
            }
        }
    }

    private func finish(_ table: inout TableAssembly?, _ blocks: inout [Block]) {
        guard let done = table else { return }
        blocks.append(Block(.table(done.table), firstLine: done.firstLine, lastLine: done.lastLine))
        table = nil
    }
}
