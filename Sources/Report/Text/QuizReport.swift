import Elementary
import LessonModel

/// A lesson's questions and predictions, and the answers to what a reader says, as text for a terminal.
public struct QuizReport {
    /// One thing to ask, in the order of the lesson.
    public enum Question: Sendable {
        case quiz(Quiz)
        /// A cell whose value is to be guessed, with the text that leads to it.
        case prediction(Cell, before: [Block])

        /// The name under which its answer is remembered.
        public var name: String {
            switch self {
            case .quiz(let quiz): quiz.id
            case .prediction(let cell, _): cell.name
            }
        }

        public var isPrediction: Bool {
            if case .prediction = self { return true }
            return false
        }
    }

    public var document: Document
    public var recording: Recording
    public var style: TextStyle

    public init(document: Document, recording: Recording, style: TextStyle = TextStyle()) {
        self.document = document
        self.recording = recording
        self.style = style
    }

    /// All that the lesson asks. Predictions whose cell did not run are left out.
    public var questions: [Question] {
        var found: [Question] = []
        var before: [Block] = []
        for block in document.blocks {
            switch block.kind {
            case .quiz(let quiz): found.append(.quiz(quiz))
            case .cell(let cell):
                if cell.options.predict != nil, value(of: cell) != nil {
                    found.append(.prediction(cell, before: before))
                }
            case .paragraph, .mathematics, .table:
                before.append(block)
                if before.count > 2 { before.removeFirst() }
                continue
            default: break
            }
            before = []
        }
        return found
    }

    /// The value that a prediction is compared with.
    public func value(of cell: Cell) -> String? {
        recording.cells.indices.contains(cell.index) ? recording.cells[cell.index].predicted : nil
    }

    public func text(of question: Question, number: Int, of count: Int) -> String {
        write { writer in
            writer.add("\(number) of \(count)", .soft)
            switch question {
            case .quiz(let quiz):
                writer.addWrapped(writer.pieces(quiz.question))
                writer.space()
                for (index, choice) in quiz.choices.enumerated() {
                    writer.addWrapped(
                        [Piece(TextWriter.letter(index) + "\u{A0} ", .strong)] + writer.pieces(choice.inlines),
                        indent: 2, hanging: 3)
                }
            case .prediction(let cell, let before):
                writer.write(before)
                writer.space()
                writer.write(code: CodeColours.lines(of: cell.source), firstLine: cell.firstLine)
                writer.space()
                writer.addWrapped([
                    Piece("What will "), Piece("`" + (cell.options.predict ?? "") + "`"), Piece(" be?"),
                ])
            }
        }
    }

    // MARK: Answers

    /// What is said to a choice: whether it is right, and the reason for that very choice.
    public func reply(to choices: [Int], of quiz: Quiz) -> String {
        write { writer in
            let isRight = Self.isRight(choices, of: quiz)
            let verdict = isRight ? "Right." : choices.count > 1 ? "Not all of it." : "No."
            var isFirst = true
            for index in choices where quiz.choices.indices.contains(index) {
                let choice = quiz.choices[index]
                var inner = writer.inner(by: 2)
                var head = isFirst ? [Piece(verdict + " ", isRight ? .a : .loss)] : []
                if choices.count > 1 { head.append(Piece(TextWriter.letter(index) + ": ", .strong)) }
                if case .paragraph(let inlines)? = choice.reason.first?.kind {
                    inner.addWrapped(head + inner.pieces(inlines))
                    inner.write(Array(choice.reason.dropFirst()))
                } else {
                    inner.addWrapped(head)
                    inner.write(choice.reason)
                }
                writer.add(inner.lines, first: "  ", rest: "  ")
                isFirst = false
            }
        }
    }

    public static func isRight(_ choices: [Int], of quiz: Quiz) -> Bool {
        var right: [Int] = []
        for (index, choice) in quiz.choices.enumerated() where choice.isCorrect { right.append(index) }
        return choices.sorted() == right
    }

    /// What is said to a prediction, and whether it counts as right. Nil for what is no guess at such a value.
    public func reply(to guess: String, value: String) -> (text: String, isRight: Bool)? {
        guard let answer = PredictionReply(guess: guess, value: value) else { return nil }
        let text = write { writer in
            writer.addWrapped(
                [Piece(answer.verdict + " ", answer.isRight ? .a : .loss), Piece(answer.sentence)], indent: 2)
        }
        return (text, answer.isRight)
    }

    /// A line of the quiz itself.
    public func line(_ text: String) -> String { write { $0.addWrapped([Piece(text, .soft)]) } }
    public func title(_ note: String) -> String {
        write { writer in
            writer.addWrapped([Piece(document.title, .strong), Piece("\u{A0} · " + note, .soft)])
        }
    }

    private func write(_ body: (inout TextWriter) -> Void) -> String {
        var writer = TextWriter(LessonView(document, recording), style)
        body(&writer)
        return TerminalReport.joined(writer.lines, style)
    }
}
