import LessonModel
import SourceText

/// Takes `$…$`, `$$…$$` and `{{ … }}` out of the text of one leaf, outside of code spans, and leaves marks.
///
/// Works on a region of a text whose lines stand as in the lesson file. O(length of the region).
struct InlineScanner {
    /// The most bytes of an `{{ expression }}`.
    private static let expressionLimit = 2_000

    private let context: ReadingContext
    private let text: MappedText
    private let quoteDepth: Int
    private let end: Int
    private var position: Int
    /// Where the copying of plain text has got to.
    private var copied: Int
    private var output: Output
    private var delimiters: Delimiters
    /// Where the search for the end of an expression gave up.
    private var unclosedAt = 0

    /// Gets the bytes; `line` is the index of the line that the source of the bytes lies on.
    struct Output {
        var text = MappedText()
        private var isAtLineStart = true

        mutating func copy(_ range: Range<Int>, of source: MappedText) {
            guard !range.isEmpty else { return }
            var line = source.lineIndex(of: range.lowerBound)
            var start = range.lowerBound
            while start < range.upperBound {
                let lineEnd = line + 1 < source.lines.count ? source.lines[line + 1].start : source.bytes.count
                let upper = min(lineEnd, range.upperBound)
                put(source.bytes[start..<upper], source.lines[line])
                isAtLineStart = upper == lineEnd
                start = upper
                line += 1
            }
        }

        mutating func endLine() {
            text.bytes.append(0x0A)
            isAtLineStart = true
        }

        mutating func put(_ bytes: some Sequence<UInt8>, _ line: MappedText.Line) {
            if isAtLineStart {
                text.lines.append(
                    MappedText.Line(start: text.bytes.count, number: line.number, fileOffset: line.fileOffset))
                isAtLineStart = false
            }
            text.bytes += bytes
        }
    }

    private init(
        _ context: ReadingContext, _ text: MappedText, _ region: Range<Int>, _ quoteDepth: Int, _ output: Output
    ) {
        self.context = context
        self.text = text
        self.quoteDepth = quoteDepth
        self.output = output
        position = region.lowerBound
        copied = region.lowerBound
        end = region.upperBound
        delimiters = Delimiters(text.bytes, region)
    }

    /// Appends the region to the output, with marks for what it takes out.
    static func scan(
        _ region: Range<Int>, of text: MappedText, quoteDepth: Int, context: ReadingContext, into output: inout Output
    ) {
        guard Delimiters.needsScan(text.bytes, region) else {
            output.copy(region, of: text)
            return
        }
        var scanner = InlineScanner(context, text, region, quoteDepth, output)
        output = Output()
        scanner.run()
        output = scanner.output
    }

    private mutating func run() {
        while position < end {
            switch text.bytes[position] {
            case UInt8(ascii: "\\"):
                // A backslash makes the punctuation behind it plain.
                position += position + 1 < end && Delimiters.isPunctuation(text.bytes[position + 1]) ? 2 : 1
            case UInt8(ascii: "`"): skipCodeSpan()
            case UInt8(ascii: "$"): mathematics()
            case UInt8(ascii: "{"):
                if byte(1) == UInt8(ascii: "{") { expression() } else { position += 1 }
            default: position += 1
            }
        }
        output.copy(copied..<end, of: text)
    }

    private func byte(_ ahead: Int) -> UInt8 { position + ahead < end ? text.bytes[position + ahead] : 0 }

    private mutating func skipCodeSpan() {
        var length = 0
        while byte(length) == UInt8(ascii: "`") { length += 1 }
        position = delimiters.closer(ofBackticks: length, after: position + length) ?? position + length
    }

    // MARK: Mathematics

    /// Pandoc's rule for `$`: what opens has no space behind it, what closes has none before it and no digit behind
    /// it, so "$5 and $6" are prices.
    private mutating func mathematics() {
        let isDisplay = byte(1) == UInt8(ascii: "$")
        let width = isDisplay ? 2 : 1
        let start = position + width
        let isOpening = isDisplay || !Delimiters.isSpace(byte(1))
        let close = isDisplay ? delimiters.doubleDollar(after: start) : delimiters.dollar(after: start)
        guard isOpening, let close, close > start, !delimiters.hasBacktick(between: start, and: close) else {
            position = start
            return
        }
        take(start..<close, upTo: close + width, isDisplay: isDisplay)
    }

    private mutating func take(_ range: Range<Int>, upTo next: Int, isDisplay: Bool) {
        let piece = FormulaPiece(text: text, range: range, quoteDepth: quoteDepth, isDisplay: isDisplay)
        replace(upTo: next, by: context.mark(piece.read(context)))
    }

    private mutating func replace(upTo next: Int, by mark: [UInt8]) {
        output.copy(copied..<position, of: text)
        output.put(mark, text.lines[text.lineIndex(of: position)])
        position = next
        copied = next
    }

    // MARK: Expressions

    private mutating func expression() {
        let line = text.lineIndex(of: position)
        let start = position + 2
        guard let close = expressionEnd(from: start) else { return unclosedExpression(line) }
        var range = start..<close
        while let first = text.bytes[range].first, first == 0x20 { range = range.lowerBound + 1..<range.upperBound }
        while let last = text.bytes[range].last, last == 0x20 { range = range.lowerBound..<range.upperBound - 1 }
        let offset = text.fileOffset(of: range.lowerBound, line: line)
        guard !range.isEmpty else {
            let place = text.fileOffset(of: position, line: line)
            context.report(
                at: Span(place, place + close + 2 - position), "`{{ }}` needs an expression between its braces")
            position = close + 2
            return
        }
        let location = context.file.location(of: offset)
        let kind = Piece.Kind.expression(source: text.string(range), line: location.line, column: location.column)
        let piece = Piece(
            kind: kind, source: text.string(position..<close + 2), firstLine: location.line, lastLine: location.line)
        replace(upTo: close + 2, by: context.mark(piece))
    }

    /// Where the `}}` stands that closes an expression on the same line; braces and strings within it are skipped.
    private mutating func expressionEnd(from start: Int) -> Int? {
        var index = start
        var depth = 0
        var isString = false
        let limit = min(end, start + Self.expressionLimit)
        while index < limit, text.bytes[index] != 0x0A {
            let byte = text.bytes[index]
            if isString {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == UInt8(ascii: "\"") { isString = false }
            } else if byte == UInt8(ascii: "\"") {
                isString = true
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") {
                if depth == 0, index + 1 < end, text.bytes[index + 1] == byte { return index }
                depth -= 1
            }
            index += 1
        }
        unclosedAt = min(index, limit)
        return nil
    }

    private mutating func unclosedExpression(_ line: Int) {
        let offset = text.fileOffset(of: position, line: line)
        context.report(
            at: Span(offset, offset + 2), "`{{` is not closed on its line",
            hint: "close the expression with `}}`, or write `\\{{` for two braces")
        // The stretch that was searched stays as it is, so that no byte is searched twice.
        position = max(position + 2, unclosedAt)
    }
}
