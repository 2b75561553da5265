import LessonModel
import SourceText

/// One formula in the text, possibly over several lines, whose quote marks are no part of it.
struct FormulaPiece {
    var text: MappedText
    /// What stands between the dollar signs.
    var range: Range<Int>
    var quoteDepth: Int
    var isDisplay: Bool

    /// Parses the formula; what is wrong with it is reported where it stands in the lesson.
    func read(_ context: ReadingContext) -> Piece {
        var source: [UInt8] = []
        // Where each line of the formula begins: in the formula, and in the lesson file.
        var starts: [(formula: Int, file: Int)] = []
        let first = text.lineIndex(of: range.lowerBound)
        var line = first
        while line < text.lines.count, text.lines[line].start < range.upperBound {
            let whole = text.range(ofLine: line)
            let lower =
                line == first ? range.lowerBound : text.contentStart(ofLine: line, quoteDepth: quoteDepth)
            let upper = max(lower, min(whole.upperBound, range.upperBound))
            if line > first { source.append(0x0A) }
            starts.append((source.count, text.fileOffset(of: lower, line: line)))
            if lower < upper { source += text.bytes[lower..<upper] }
            line += 1
        }
        let tex = String(decoding: source, as: UTF8.self)
        let parsed = FormulaParser.parse(tex, isDisplay: isDisplay)
        for error in parsed.errors { report(error, starts, context) }
        let dollars = isDisplay ? "$$" : "$"
        return Piece(
            kind: .mathematics(parsed.formula), source: dollars + tex + dollars, firstLine: text.lines[first].number,
            lastLine: text.lines[text.lineIndex(of: range.upperBound)].number)
    }

    private func report(_ error: FormulaError, _ starts: [(formula: Int, file: Int)], _ context: ReadingContext) {
        var base = starts[0]
        for start in starts where start.formula <= error.lower { base = start }
        let lower = base.file + error.lower - base.formula
        context.report(at: Span(lower, lower + error.upper - error.lower), error.message, hint: error.hint)
    }
}
