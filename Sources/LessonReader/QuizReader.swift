import LessonModel
import SourceText

/// Reads a quiz: a question, then a list whose items begin with `[ ]` or, for a right one, `[x]`.
struct QuizReader {
    let context: ReadingContext
    let fence: FenceReader.Fence

    /// Nil where there is no question with choices to be shown.
    func quiz() -> Block.Kind? {
        checkName()
        var question: [Inline] = []
        var choices: [Quiz.Choice] = []
        for block in BlockReader(context, isLesson: false).blocks(of: fence.content) {
            switch block.kind {
            case .paragraph(let inlines):
                guard choices.isEmpty else { return refused(block, "nothing follows the choices of a quiz") }
                if !question.isEmpty { question.append(.hardBreak) }
                question += inlines
            case .list(let list):
                for item in list.items {
                    guard let choice = choice(item, block) else { return nil }
                    choices.append(choice)
                }
            default: return refused(block, "a quiz is a question and a list of choices")
            }
        }
        return checked(question, choices)
    }

    private func checkName() {
        guard ExerciseRegister.isName(fence.argument) else {
            context.report(at: fence.span, "a quiz needs a name", hint: "write ```quiz NAME")
            return
        }
        context.exercises.declare(fence.argument, as: .quiz, at: fence.span, context)
    }

    private func checked(_ question: [Inline], _ choices: [Quiz.Choice]) -> Block.Kind? {
        if question.isEmpty {
            context.report(at: fence.span, "this quiz has no question")
        } else if choices.count < 2 {
            context.report(
                at: fence.span, "this quiz has \(choices.isEmpty ? "no choices" : "one choice")",
                hint: "write each on a line of its own: `- [ ] wrong`, `- [x] right`")
        } else if !choices.contains(where: \.isCorrect) {
            context.report(at: fence.span, "this quiz has no right answer", hint: "mark it with `- [x]`")
        } else {
            return .quiz(Quiz(id: fence.argument, question: question, choices: choices))
        }
        return nil
    }

    private func refused(_ block: Block, _ message: String) -> Block.Kind? {
        context.report(at: span(ofLine: block.firstLine), message, hint: "put the choices into one list at the end")
        return nil
    }

    private func span(ofLine number: Int) -> Span {
        for line in fence.content.lines where line.number == number { return Span(line.fileOffset, line.fileOffset) }
        return fence.span
    }

    // MARK: Choices

    private func choice(_ item: [Block], _ list: Block) -> Quiz.Choice? {
        let line = item.first?.firstLine ?? list.firstLine
        guard case .paragraph(let inlines)? = item.first?.kind, case .text(let text)? = inlines.first,
            let isCorrect = isCorrect(text)
        else {
            context.report(
                at: span(ofLine: line), "a choice begins with a box", hint: "write `- [ ] wrong` or `- [x] right`")
            return nil
        }
        var rest = inlines
        rest[0] = .text(String(text.dropFirst(4)))
        if text.utf8.count <= 4 { rest.removeFirst() }
        return Quiz.Choice(isCorrect: isCorrect, inlines: rest, reason: reason(item.dropFirst()))
    }

    private func isCorrect(_ text: String) -> Bool? {
        if text.utf8.starts(with: "[ ] ".utf8) { return false }
        if text.utf8.starts(with: "[x] ".utf8) || text.utf8.starts(with: "[X] ".utf8) { return true }
        // A choice that begins with a formula or with code: the space ends the text.
        return nil
    }

    /// The reason stands in a quote below the choice; the quote itself says nothing.
    private func reason(_ blocks: ArraySlice<Block>) -> [Block] {
        var reason: [Block] = []
        for block in blocks {
            if case .quote(let inner) = block.kind { reason += inner } else { reason.append(block) }
        }
        return reason
    }
}
