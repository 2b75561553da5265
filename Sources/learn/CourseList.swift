import LessonModel
import Report
import Terminal

/// `learn list`: the lessons, how long they are, and how far one has come.
struct CourseList {
    let progress: Progress
    let style: TextStyle

    var text: String {
        var pieces: [CourseLine] = []
        for lesson in Course.lessons {
            let document = lesson.document
            let content = LessonContent(document)
            var facts = [lesson.name, "about \(content.minutes) minutes"]
            facts.append(Self.count(content.exercises.count, "exercise"))
            facts.append(Self.count(content.questions.count, "question"))
            var done: [String] = []
            let passed = progress.count(.exercise, lesson.name, among: content.exercises, "passed")
            let right = progress.count(.question, lesson.name, among: content.questions, "right")
            if passed > 0 { done.append("\(passed) of \(Self.count(content.exercises.count, "exercise")) solved") }
            if right > 0 { done.append("\(right) of \(Self.count(content.questions.count, "question")) right") }
            pieces.append(
                CourseLine(
                    number: lesson.number, title: document.title, summary: document.frontMatter.summary, facts: facts,
                    done: done, isComplete: passed == content.exercises.count && !content.exercises.isEmpty))
        }
        return CourseReport(lines: pieces, style: style).text
    }

    static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)" + (number == 1 ? "" : "s") }
}

/// What there is to do in a lesson.
struct LessonContent {
    var exercises: [String] = []
    var questions: [String] = []
    private var words = 0
    private var cells = 0

    init(_ document: Document) {
        var content = LessonContent()
        document.visit { block in
            for run in block.inlineRuns { content.words += Inline.plainText(run).split(separator: " ").count }
            switch block.kind {
            case .quiz(let quiz): content.questions.append(quiz.id)
            case .cell(let cell):
                if case .exercise(let id) = cell.kind { content.exercises.append(id) }
                if cell.kind == .ordinary { content.cells += 1 }
            default: break
            }
        }
        self = content
    }

    private init() {}

    /// A rough guess, to five minutes: 100 words a minute, a minute for two cells, five for an exercise, one for a
    /// question.
    var minutes: Int {
        let guess = words / 100 + cells / 2 + 5 * exercises.count + questions.count
        return max(5, (guess + 2) / 5 * 5)
    }
}
