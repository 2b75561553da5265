import CCmark
import LessonModel
import SourceText

/// Makes running text from cmark's inline nodes, and puts back what had been taken out.
struct InlineBuilder {
    private static let depthLimit = 24

    let context: ReadingContext
    let text: MappedText
    /// The line of the text that the block begins on.
    let line: Int

    /// An inline with the lines of the lesson that it stood on, where it had been taken out.
    struct Part {
        var inline: Inline
        var lines: (Int, Int)?
    }

    func pieces(of parent: MarkdownTree.Node) -> [Part] { pieces(of: parent, depth: 0) }

    private func inlines(of parent: MarkdownTree.Node, depth: Int) -> [Inline] {
        var inlines: [Inline] = []
        for piece in pieces(of: parent, depth: depth) { inlines.append(piece.inline) }
        return inlines
    }

    private func pieces(of parent: MarkdownTree.Node, depth: Int) -> [Part] {
        guard depth < Self.depthLimit else {
            return [Part(inline: .text(context.restored(parent.flattened)))]
        }
        var pieces: [Part] = []
        // Neighbouring texts are gathered first: cmark cuts at every character that could have meant something.
        var run = ""
        var child = parent.first
        while let node = child {
            child = node.next
            if node.type == CMARK_NODE_TEXT {
                run += node.literal
                continue
            }
            flush(&run, into: &pieces)
            append(node, to: &pieces, depth: depth)
        }
        flush(&run, into: &pieces)
        return pieces
    }

    private func append(_ node: MarkdownTree.Node, to pieces: inout [Part], depth: Int) {
        func add(_ inline: Inline) { Self.add(Part(inline: inline), to: &pieces) }
        switch node.type {
        case CMARK_NODE_SOFTBREAK: add(.softBreak)
        case CMARK_NODE_LINEBREAK: add(.hardBreak)
        case CMARK_NODE_CODE: add(.code(context.restored(node.literal)))
        case CMARK_NODE_HTML_INLINE:
            let literal = context.restored(node.literal)
            if !literal.utf8.starts(with: "<!--".utf8) { add(.text(literal)) }
        case CMARK_NODE_EMPH: add(.emphasis(inlines(of: node, depth: depth + 1)))
        case CMARK_NODE_STRONG: add(.strong(inlines(of: node, depth: depth + 1)))
        case CMARK_NODE_LINK: link(node, &pieces, depth)
        case CMARK_NODE_IMAGE: image(node, &pieces)
        default: break
        }
    }

    /// Appends a part; a text goes on with the text before it.
    private static func add(_ part: Part, to parts: inout [Part]) {
        guard case .text(let text) = part.inline else { return parts.append(part) }
        if text.isEmpty { return }
        guard case .text(var run)? = parts.last?.inline else { return parts.append(part) }
        // Taken out first, so that the string is not copied: a long run would cost quadratic time.
        parts.removeLast()
        run += text
        parts.append(Part(inline: .text(run)))
    }

    private func flush(_ run: inout String, into pieces: inout [Part]) {
        guard !run.isEmpty else { return }
        for fragment in context.split(run) {
            switch fragment {
            case .text(let text): Self.add(Part(inline: .text(text)), to: &pieces)
            case .piece(let piece):
                guard let inline = inline(piece) else { continue }
                pieces.append(Part(inline: inline, lines: (piece.firstLine, piece.lastLine)))
            }
        }
        run = ""
    }

    private func inline(_ piece: Piece) -> Inline? {
        switch piece.kind {
        case .mathematics(let formula): return .mathematics(formula)
        case .expression(let source, let line, let column):
            let index = context.expressionCount
            context.expressionCount += 1
            return .expression(
                InlineExpression(
                    index: index, cellsBefore: context.cellCount, source: source, line: line, column: column))
        case .tableCell, .tableCellEnd: return nil
        }
    }

    /// Without space at either end.
    static func trimmed(_ inlines: [Inline]) -> [Inline] {
        var result = inlines
        if case .text(let text)? = result.first {
            let rest = String(text.drop { $0 == " " })
            if rest.isEmpty { result.removeFirst() } else { result[0] = .text(rest) }
        }
        if case .text(let text)? = result.last {
            var rest = text
            while rest.last == " " { rest.removeLast() }
            if rest.isEmpty { result.removeLast() } else { result[result.count - 1] = .text(rest) }
        }
        return result
    }

    // MARK: Links and pictures

    private func link(_ node: MarkdownTree.Node, _ pieces: inout [Part], _ depth: Int) {
        let url = context.restored(node.url)
        let inner = self.pieces(of: node, depth: depth + 1)
        guard Target.isAllowedLink(url) else {
            report(url, "this link's target is left out", "allowed are http, https, mailto, relative and `#` targets")
            for part in inner { Self.add(part, to: &pieces) }
            return
        }
        var inlines: [Inline] = []
        for piece in inner { inlines.append(piece.inline) }
        pieces.append(Part(inline: .link(Link(url: url, title: context.restored(node.title), inlines: inlines))))
    }

    private func image(_ node: MarkdownTree.Node, _ pieces: inout [Part]) {
        let url = context.restored(node.url)
        let alternative = context.restored(node.flattened)
        guard Target.isAllowedImage(url) else {
            report(url, "this picture is left out", "a picture is a file in the lesson's folder, named without `..`")
            Self.add(Part(inline: .text(alternative)), to: &pieces)
            return
        }
        let image = Image(url: url, title: context.restored(node.title), alternative: alternative)
        pieces.append(Part(inline: .image(image)))
    }

    /// cmark does not say where in its paragraph a link stands: its address is looked for, in the first 4,000 bytes.
    private func report(_ url: String, _ message: String, _ hint: String) {
        guard !text.lines.isEmpty, context.hasRoom else { return context.report(at: .none, message) }
        let first = min(max(0, line), text.lines.count - 1)
        var span = Span(text.lines[first].fileOffset, text.lines[first].fileOffset)
        let start = text.lines[first].start
        let end = min(text.bytes.count, start + 4_000)
        if let offset = Self.find(Array(url.utf8), in: text.bytes[start..<end]) {
            let index = text.lineIndex(of: offset)
            // What has been taken out of the line has moved the rest: only the line is sure.
            let isUnmoved = !text.bytes[text.lines[index].start..<offset].contains(ReadingContext.markOpen[0])
            let place = isUnmoved ? text.fileOffset(of: offset, line: index) : text.lines[index].fileOffset
            span = Span(place, isUnmoved ? place + url.utf8.count : place)
        }
        context.report(.warning, at: span, message, hint: hint)
    }

    private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard !needle.isEmpty, needle.count <= bytes.count else { return nil }
        for offset in bytes.startIndex...bytes.endIndex - needle.count
        where bytes[offset] == needle[0] && bytes[offset..<offset + needle.count].elementsEqual(needle) {
            return offset
        }
        return nil
    }
}
