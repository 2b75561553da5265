import LessonModel

/// What a lesson's author wants to know of its exercises: that solutions pass their checks, and stubs do not.
public struct AuthorReport {
    /// The exercises as they stand in the lesson.
    public var result: CheckResult
    public var solutions: CheckResult
    public var stubs: CheckResult
    public var style: TextStyle

    public init(result: CheckResult, solutions: CheckResult, stubs: CheckResult, style: TextStyle = TextStyle()) {
        self.result = result
        self.solutions = solutions
        self.stubs = stubs
        self.style = style
    }

    public var isSound: Bool {
        for exercise in result.exercises where !isSound(exercise.id) { return false }
        return true
    }

    private func isSound(_ id: String) -> Bool {
        let passes = solutions.exercises.contains { $0.id == id && $0.status == .pass && !$0.tests.isEmpty }
        return passes && !stubs.exercises.contains { $0.id == id && $0.status == .pass }
    }

    public var text: String {
        let view = LessonView(Document(fileName: result.file), Recording(lesson: "", title: "", seed: 0))
        var writer = TextWriter(view, style)
        writer.addWrapped([Piece(result.title, .strong), Piece("\u{A0} · " + result.file, .soft)])
        writer.addWrapped([Piece("a lesson of its own: its solutions and its stubs are tried", .soft)])
        writer.space()
        for exercise in result.exercises { write(exercise, to: &writer) }
        return TerminalReport.joined(writer.lines, style)
    }

    private func write(_ exercise: CheckedExercise, to writer: inout TextWriter) {
        let solution = solutions.exercises.first { $0.id == exercise.id }
        let isPassedByStub = stubs.exercises.contains { $0.id == exercise.id && $0.status == .pass }
        var words = "the solution passes, the stub does not"
        if exercise.tests.isEmpty {
            words = "it has no checks"
        } else if solution?.status == .missing || solution == nil {
            words = "it has no solution"
        } else if solution?.status != .pass {
            words = "the solution does not pass"
        } else if isPassedByStub {
            words = "the stub passes"
        }
        let status = isSound(exercise.id) ? CheckStatus.pass : .fail
        writer.addWrapped(
            [Piece(status.mark + "\u{A0}", status.ink), Piece(exercise.id, .strong), Piece(": " + words)], hanging: 2)
        guard status == .fail, let solution, solution.status != .pass else { return }
        for diagnostic in solution.diagnostics { writer.write(diagnostic) }
        for test in solution.tests where test.status != .pass { writer.write(test) }
    }
}
