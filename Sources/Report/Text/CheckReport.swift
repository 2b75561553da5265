import LessonModel

/// What checking a student's file gave, as text for a terminal.
public struct CheckReport {
    /// What is shown beside the verdicts on request.
    public struct Help: Sendable {
        public var exercise: String
        /// How many of the hints.
        public var hints: Int
        public var showsSolution: Bool
        /// Whether it was asked for before a try.
        public var refusesSolution: Bool

        public init(exercise: String, hints: Int = 0, showsSolution: Bool = false, refusesSolution: Bool = false) {
            self.refusesSolution = refusesSolution
            self.exercise = exercise
            self.hints = hints
            self.showsSolution = showsSolution
        }
    }

    public var result: CheckResult
    /// The lesson whose hints and solutions are shown.
    public var lesson: Document
    public var style: TextStyle
    public var help: [Help]
    /// Whether the file is graded by its own checks, which its student could have changed.
    public var isOwn: Bool

    public init(
        result: CheckResult, lesson: Document, style: TextStyle = TextStyle(), help: [Help] = [], isOwn: Bool = false
    ) {
        self.isOwn = isOwn
        self.result = result
        self.lesson = lesson
        self.style = style
        self.help = help
    }

    /// Every line ends in a newline and none is wider than the style's width.
    public var text: String {
        let view = LessonView(lesson, Recording(lesson: lesson.fileName, title: lesson.title, seed: 0))
        var writer = TextWriter(view, style)
        writer.writeHead(of: result)
        if isOwn {
            writer.addWrapped([
                Piece("graded by its own checks; for those of another lesson name it with --lesson", .soft)
            ])
        }
        for exercise in result.exercises where result.problem.isEmpty {
            writer.space()
            writer.write(exercise, of: result)
            for help in help where help.exercise == exercise.id { writer.write(help, exercise) }
        }
        writer.space()
        writer.writeScore(of: result, hasHints: help.contains { $0.hints > 0 })
        return TerminalReport.joined(writer.lines, style)
    }

    /// Many files, a line each: the marks of their exercises in the lesson's order, and the points.
    public static func table(_ results: [CheckResult], style: TextStyle = TextStyle()) -> String {
        let document = Document(fileName: "")
        var writer = TextWriter(LessonView(document, Recording(lesson: "", title: "", seed: 0)), style)
        writer.write(table: results)
        return TerminalReport.joined(writer.lines, style)
    }
}

extension TextWriter {
    fileprivate mutating func writeHead(of result: CheckResult) {
        addWrapped([Piece(result.title, .strong), Piece("\u{A0} · " + result.file, .soft)])
        if !result.problem.isEmpty {
            addWrapped([Piece(SafeText.line(result.file) + ": ", .loss), Piece(result.problem)])
        }
        for diagnostic in result.diagnostics.prefix(result.problem.isEmpty ? 3 : 1) {
            space()
            write(diagnostic)
        }
    }

    // MARK: Exercises

    fileprivate mutating func write(_ exercise: CheckedExercise, of result: CheckResult) {
        var line = TextLine()
        line.append(style.fold(exercise.status.mark), exercise.status.ink)
        line.append(" ")
        line.append(style.fold(exercise.id), .strong)
        let note = exercise.status.word ?? Self.points(exercise.score, of: exercise.maximum)
        line.pad(to: max(line.width + 2, min(style.measure, style.width) - Columns.of(note)))
        line.append(note, exercise.status == .pass ? .plain : .soft)
        lines += line.width <= style.width ? [line] : Wrap.lines(line.pieces, width: style.width)
        if !exercise.message.isEmpty { addWrapped([Piece(exercise.message)], indent: 2) }
        for diagnostic in exercise.diagnostics { write(diagnostic) }
        if exercise.status == .todo || exercise.status == .missing { return }
        if exercise.status == .error && exercise.tests.allSatisfy({ $0.expectations.isEmpty }) { return }
        for test in exercise.tests { write(test) }
    }

    mutating func write(_ test: CheckedTest) {
        for expectation in test.expectations { write(expectation) }
        if test.isHidden || test.expectations.isEmpty {
            let name = test.isHidden ? "hidden check" : "check on line \(test.line)"
            var pieces = [Piece(test.status.mark, test.status.ink), Piece(" " + name)]
            if !test.message.isEmpty { pieces.append(Piece(": " + test.message)) }
            addWrapped(pieces, indent: 2, hanging: 2)
        } else if !test.message.isEmpty {
            addWrapped([Piece(test.message)], indent: 4)
        }
        for diagnostic in test.diagnostics { write(diagnostic) }
        if test.status != .pass { write(output: test.output) }
    }

    private mutating func write(_ expectation: CheckedExpectation) {
        let words = expectation.message.isEmpty ? "line \(expectation.line) of the lesson" : expectation.message
        addWrapped(
            [Piece(expectation.status.mark, expectation.status.ink), Piece(" " + words)]
                + [Piece(expectation.status.note, .soft)], indent: 2, hanging: 2)
        if expectation.status != .fail { return }
        if !expectation.expected.isEmpty || !expectation.found.isEmpty {
            addWrapped([Piece("expected\u{A0} ", .soft), Piece(expectation.expected)], indent: 6, hanging: 10)
            addWrapped(
                [Piece("found\u{A0}\u{A0}\u{A0}\u{A0} ", .soft), Piece(expectation.found)], indent: 6, hanging: 10)
        }
        for note in expectation.notes { addWrapped([Piece(note)], indent: 6) }
    }

    /// What the answer printed, apart from what the check says.
    private mutating func write(output: String) {
        let limit = 10
        let printed = SafeText.lines(output)
        if printed.isEmpty { return }
        addWrapped([Piece("your code printed", .soft)], indent: 4)
        for text in printed.prefix(limit) {
            for shown in Wrap.cut(style.fold([Piece(text)]), width: style.width - 6) {
                var line = TextLine()
                line.append("      ")
                line.append(shown)
                lines.append(line)
            }
        }
        if printed.count > limit { addWrapped([Piece("… \(printed.count - limit) more lines", .soft)], indent: 6) }
    }

    // MARK: Help

    fileprivate mutating func write(_ help: CheckReport.Help, _ exercise: CheckedExercise) {
        let hints = view.hints(for: exercise.id)
        if help.hints > 0, help.hints == hints.count { addWrapped([Piece("these are all hints", .soft)], indent: 2) }
        for (index, blocks) in hints.prefix(help.hints).enumerated() {
            space()
            add("  hint \(index + 1) of \(hints.count)", .soft)
            var writer = inner(by: 2)
            writer.write(blocks)
            add(writer.lines, first: "  ", rest: "  ")
        }
        if help.refusesSolution { addWrapped([Piece("try it first: then the solution is shown", .soft)], indent: 2) }
        guard help.showsSolution else { return }
        space()
        for solution in view.solutions where solution.exercise == exercise.id {
            add("  the lesson's solution", .soft)
            write(code: CodeColours.lines(of: solution.cell.source), firstLine: nil)
            return
        }
        add("  the lesson has no solution of it", .soft)
    }

    // MARK: Points

    fileprivate mutating func writeScore(of result: CheckResult, hasHints: Bool) {
        let points = Self.points(result.score, of: result.maximum)
        addWrapped([Piece(points, result.status == .pass ? .a : .strong)])
        guard let next = result.exercises.first(where: { $0.status != .pass && $0.hintCount > 0 }),
            result.problem.isEmpty, !hasHints
        else { return }
        var commands = CommandLines(file: result.file)
        if result.file == "stdin" { commands = CommandLines(file: "-") }
        addWrapped([Piece("a hint: " + commands.check(next.id) + " --hint", .soft)])
    }

    /// `2 of 6 points`
    static func points(_ score: Double, of maximum: Double) -> String {
        Numbers.short(score) + " of " + Numbers.short(maximum) + (maximum == 1 ? " point" : " points")
    }

    fileprivate mutating func write(table results: [CheckResult]) {
        var nameWidth = 8
        for result in results { nameWidth = max(nameWidth, min(36, Columns.of(style.fold(result.file)))) }
        var lesson = ""
        for result in results {
            if result.lesson != lesson {
                space()
                lesson = result.lesson
                var pieces = [Piece(result.title, .strong), Piece("\u{A0} · " + lesson, .soft), Piece("\n")]
                for (index, exercise) in result.exercises.enumerated() {
                    pieces.append(Piece((index == 0 ? "" : ", ") + exercise.id, .soft))
                }
                addWrapped(pieces)
            }
            addWrapped(row(result, nameWidth), hanging: nameWidth + 2)
            if !result.problem.isEmpty {
                addWrapped([Piece(result.problem, .loss)], indent: 4)
            } else if let first = result.diagnostics.first {
                addWrapped([Piece("line \(first.line): " + first.message, .loss)], indent: 4)
            }
        }
    }

    private func row(_ result: CheckResult, _ nameWidth: Int) -> [Piece] {
        let name = style.fold(result.file)
        var pieces = [Piece(name + String(repeating: "\u{A0}", count: max(2, nameWidth + 2 - Columns.of(name))))]
        for exercise in result.exercises { pieces.append(Piece(exercise.status.mark + "\u{A0}", exercise.status.ink)) }
        pieces.append(Piece("\u{A0}" + Numbers.short(result.score) + "\u{A0}of\u{A0}" + Numbers.short(result.maximum)))
        return pieces
    }
}

extension CheckStatus {
    var mark: String {
        switch self {
        case .pass: "✓"
        case .fail: "✗"
        case .error: "!"
        case .todo, .missing, .skipped: "·"
        }
    }

    var ink: Ink {
        switch self {
        case .pass: .a
        case .fail, .error: .loss
        case .todo, .missing, .skipped: .soft
        }
    }

    /// Behind an expectation that was not tried to its end.
    var note: String {
        switch self {
        case .skipped: " (not reached)"
        case .error: " (stopped here)"
        default: ""
        }
    }

    /// In the place of points.
    var word: String? {
        switch self {
        case .todo: "to do"
        case .missing: "missing"
        default: nil
        }
    }
}
