import LessonModel
import SourceText

/// Reads a text as Markdown: the lesson itself, or what stands in a hint or a quiz.
struct BlockReader {
    let context: ReadingContext
    /// Whether fences may be cells, hints and quizzes.
    let isLesson: Bool

    init(_ context: ReadingContext, isLesson: Bool) {
        self.context = context
        self.isLesson = isLesson
    }

    func blocks(of text: MappedText) -> [Block] {
        let prepared = marked(DisplayMathematics.extract(from: text, context: context))
        let tree = MarkdownTree(prepared.bytes)
        return BlockBuilder(context: context, text: prepared, isLesson: isLesson).blocks(in: tree.root, depth: 0)
    }

    /// The text with formulas, expressions and tables taken out of its paragraphs and headings.
    private func marked(_ text: MappedText) -> MappedText {
        guard mayNeedMarks(text.bytes) else { return text }
        var output = InlineScanner.Output()
        var done = 0
        for leaf in MarkdownTree(text.bytes).leaves() where !leaf.isCode && leaf.firstLine < text.lines.count {
            let last = min(leaf.lastLine, text.lines.count - 1)
            let end = last + 1 < text.lines.count ? text.lines[last + 1].start : text.bytes.count
            let start = min(text.lines[leaf.firstLine].start + leaf.firstColumn, end)
            guard start >= done, leaf.firstLine <= last else { continue }
            let scanner = TableScanner(context: context, text: text, leaf: leaf)
            if leaf.isParagraph, let table = scanner.find() {
                if table.header > leaf.firstLine {
                    output.copy(done..<start, of: text)
                    scan(start..<text.lines[table.header].start, of: text, leaf, &output)
                } else {
                    output.copy(done..<max(done, text.lines[leaf.firstLine].start), of: text)
                }
                scanner.emit(header: table.header, alignments: table.alignments, into: &output)
            } else {
                output.copy(done..<start, of: text)
                scan(start..<end, of: text, leaf, &output)
            }
            done = end
        }
        output.copy(done..<text.bytes.count, of: text)
        output.text.endNumber = text.endNumber
        return output.text
    }

    private func scan(
        _ range: Range<Int>, of text: MappedText, _ leaf: MarkdownTree.Leaf, _ output: inout InlineScanner.Output
    ) {
        InlineScanner.scan(range, of: text, quoteDepth: leaf.quoteDepth, context: context, into: &output)
    }

    private func mayNeedMarks(_ bytes: [UInt8]) -> Bool {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "|"): return true
            default: continue
            }
        }
        return false
    }
}
