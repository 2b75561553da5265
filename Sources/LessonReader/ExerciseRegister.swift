import LessonModel
import SourceText

/// The names that a lesson declares and uses: labels, exercises and what belongs to them, quizzes.
struct ExerciseRegister {
    enum Declaration: String {
        case label, exercise, solution, quiz
    }

    enum Use: String {
        case check, solution, hint
    }

    private var declared: [Declaration: [String: Span]] = [:]
    private var uses: [(id: String, use: Use, span: Span)] = []

    /// Letters, digits, `-`, `_`, `.`: what can stand in a page's id and on a command line.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 100 && text.utf8.first != UInt8(ascii: "-")
            && text.unicodeScalars.allSatisfy {
                "-_.".unicodeScalars.contains($0) || $0.properties.isAlphabetic
                    || $0.properties.generalCategory == .decimalNumber
            }
    }

    mutating func declare(_ id: String, as declaration: Declaration, at span: Span, _ context: ReadingContext) {
        guard let first = declared[declaration]?[id] else {
            declared[declaration, default: [:]][id] = span
            return
        }
        let name = declaration == .solution ? "a solution of `\(id)`" : "the \(declaration.rawValue) `\(id)`"
        let line = context.file.location(of: Int(first.lower)).line
        context.report(
            at: span, "\(name) is already there, on line \(line)",
            hint: declaration == .solution ? "an exercise has one solution" : "give this one another name",
            notes: [context.note(at: first, "first here")])
    }

    mutating func use(_ id: String, as use: Use, at span: Span) { uses.append((id, use, span)) }

    /// Reports what belongs to an exercise that the lesson does not have.
    func check(_ context: ReadingContext) {
        let exercises = declared[.exercise] ?? [:]
        var candidates: [String]?
        for use in uses where exercises[use.id] == nil {
            // Looking for a near name in a lesson of thousands would cost more than it gives.
            if candidates == nil { candidates = exercises.count <= 500 ? exercises.keys.sorted() : [] }
            let nearest = Spelling.nearest(to: use.id, among: candidates ?? [])
            context.report(
                at: use.span, "this \(use.use.rawValue) belongs to no exercise: there is no `\(use.id)`",
                hint: nearest.map { "did you mean `\($0)`?" } ?? "mark a cell with `//| exercise: \(use.id)`")
        }
    }
}
