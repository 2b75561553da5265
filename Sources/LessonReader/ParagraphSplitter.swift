import LessonModel

/// Divides a paragraph at its displayed formulas, which are blocks of their own.
enum ParagraphSplitter {
    static func split(_ pieces: [InlineBuilder.Part], _ lines: (Int, Int)) -> [Block] {
        var blocks: [Block] = []
        var run: [Inline] = []
        var firstLine = lines.0
        func flush(before line: Int) {
            let inlines = withoutOuterBreaks(run)
            if !inlines.isEmpty {
                blocks.append(Block(.paragraph(inlines), firstLine: firstLine, lastLine: max(firstLine, line)))
            }
            run = []
        }
        for piece in pieces {
            guard case .mathematics(let formula) = piece.inline, formula.isDisplay, let place = piece.lines else {
                run.append(piece.inline)
                continue
            }
            flush(before: place.0)
            blocks.append(Block(.mathematics(formula), firstLine: place.0, lastLine: place.1))
            firstLine = place.1
        }
        flush(before: lines.1)
        return blocks
    }

    private static func withoutOuterBreaks(_ inlines: [Inline]) -> [Inline] {
        var slice = inlines[...]
        while let first = slice.first, isSpace(first) { slice = slice.dropFirst() }
        while let last = slice.last, isSpace(last) { slice = slice.dropLast() }
        return Array(slice)
    }

    private static func isSpace(_ inline: Inline) -> Bool {
        switch inline {
        case .softBreak, .hardBreak: true
        case .text(let text): text.utf8.allSatisfy { $0 == 0x20 }
        default: false
        }
    }
}
