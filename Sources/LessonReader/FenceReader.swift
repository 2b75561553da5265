import LessonModel
import SourceText

/// Tells what a code block is: a cell, a hint, a quiz, or just code.
struct FenceReader {
    let context: ReadingContext
    let text: MappedText
    let isLesson: Bool

    /// A fenced block's lines as they stand in the lesson.
    struct Fence {
        /// The first word behind the fence, and what follows it.
        var word: String
        var argument: String
        /// The opening line, and the span of what stands on it.
        var line: Int
        var span: Span
        /// The content without the marks and the indentation of its containers.
        var content: MappedText
        /// How many bytes those take at the first line of content that is not blank.
        var columnOffset: Int
    }

    func block(_ node: MarkdownTree.Node) -> Block.Kind {
        let literal = node.literal
        guard node.firstLine < text.lines.count, let opening = opening(node, literal) else {
            return .code(language: "", text: literal)
        }
        let words = node.info.split(separator: " ", maxSplits: 1)
        let word = words.first.map(String.init) ?? ""
        let code = Block.Kind.code(language: word, text: literal)
        let (content, columnOffset) = content(node, literal)
        let argument = words.count > 1 ? String(words[1]).trimmingSpace() : ""
        let fence = Fence(
            word: word, argument: argument, line: text.lines[node.firstLine].number, span: opening.span,
            content: content, columnOffset: columnOffset)
        guard isClosed(node, opening) else {
            context.report(at: fence.span, "this fence is never closed", hint: "end it with a line \(opening.marks)")
            return code
        }
        guard isLesson else { return code }
        switch word {
        case "swift":
            if let swallowed = swallowedFence(content) {
                context.report(
                    at: fence.span, "this fence is not closed before the next one opens",
                    hint: "end it with a line \(opening.marks)", notes: [context.note(at: swallowed, "it opens here")]
                )
                return code
            }
            return .cell(CellReader(context: context, fence: fence).cell())
        case "hint": return hint(fence)
        case "quiz": return QuizReader(context: context, fence: fence).quiz() ?? code
        default: return code
        }
    }

    // MARK: The fence

    private struct Opening {
        var character: UInt8
        var count: Int
        var span: Span
        var marks: String { String(repeating: Character(Unicode.Scalar(character)), count: min(count, 40)) }
    }

    /// The marks that open a fenced block; nil for an indented one.
    private func opening(_ node: MarkdownTree.Node, _ literal: String) -> Opening? {
        let range = text.range(ofLine: node.firstLine)
        let start = min(range.lowerBound + max(0, node.firstColumn), range.upperBound)
        let rest = text.bytes[start..<range.upperBound]
        guard let character = rest.first, character == UInt8(ascii: "`") || character == UInt8(ascii: "~") else {
            return nil
        }
        let count = rest.prefix { $0 == character }.count
        let firstLine = literal.utf8.prefix { $0 != 0x0A }
        // An indented block holds its first line; a fenced one has it as its fence.
        guard count >= 3, !node.info.isEmpty || !firstLine.elementsEqual(rest) else { return nil }
        let offset = text.fileOffset(of: start, line: node.firstLine)
        return Opening(character: character, count: count, span: Span(offset, offset + rest.count))
    }

    private func isClosed(_ node: MarkdownTree.Node, _ opening: Opening) -> Bool {
        guard node.lastLine > node.firstLine, node.lastLine < text.lines.count else { return false }
        let range = text.range(ofLine: node.lastLine)
        let start = text.contentStart(ofLine: node.lastLine, quoteDepth: .max)
        var rest = text.bytes[start..<range.upperBound]
        let marks = rest.prefix { $0 == opening.character }.count
        rest = rest.dropFirst(marks)
        return marks >= opening.count && rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private func content(_ node: MarkdownTree.Node, _ literal: String) -> (MappedText, Int) {
        var content = MappedText()
        var columnOffset: Int?
        var index = node.firstLine + 1
        var rest = Array(literal.utf8)[...]
        while !rest.isEmpty, index < text.lines.count {
            let line = rest.prefix { $0 != 0x0A }
            let whole = text.range(ofLine: index)
            let offset = max(0, whole.count - line.count)
            if columnOffset == nil, !line.isEmpty { columnOffset = offset }
            content.append(line, number: text.lines[index].number, fileOffset: text.lines[index].fileOffset + offset)
            rest = rest.dropFirst(line.count + 1)
            index += 1
        }
        return (content, columnOffset ?? 0)
    }

    /// A line within a Swift cell that opens another fence: no Swift line looks so, a forgotten end does.
    private func swallowedFence(_ content: MappedText) -> Span? {
        for index in content.lines.indices {
            let line = content.content(ofLine: index)
            guard line.starts(with: "```".utf8), let last = line.last, last != UInt8(ascii: "`") else { continue }
            let start = content.lines[index].fileOffset
            return Span(start, start + line.count)
        }
        return nil
    }

    // MARK: Hints

    private func hint(_ fence: Fence) -> Block.Kind {
        if fence.argument.isEmpty {
            context.report(at: fence.span, "a hint needs the id of its exercise", hint: "write ```hint ID")
        } else {
            context.exercises.use(fence.argument, as: .hint, at: fence.span)
        }
        let blocks = BlockReader(context, isLesson: false).blocks(of: fence.content)
        return .hint(exercise: fence.argument, blocks: blocks)
    }
}

extension String {
    func trimmingSpace() -> String {
        var text = self[...]
        while let first = text.utf8.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
        while let last = text.utf8.last, last == 0x20 || last == 0x09 { text = text.dropLast() }
        return String(text)
    }
}
