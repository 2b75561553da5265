import LessonModel
import Notebook
import Report
import Terminal

/// `learn quiz`: asks what a lesson asks, and answers each choice with the reason for that very choice.
struct QuizCommand {
    let lesson: RunCommand

    private var command: Command { lesson.command }

    func run() throws(CommandError) -> ExitCode {
        let source = try LessonSource.find(lesson.operand)
        if source.isProgram { throw .usage("`learn quiz` is for lessons") }
        let document = try lesson.read(source)
        var options = RunOptions()
        options.seed = lesson.settings.seed
        options.trace = .none
        options.isCancelled = { Interrupt.isRequested }
        let wait = RunProgress(errors: command.errors)
        if let wait { options.progress = { cell, number, count in wait.tick(cell: cell, number: number, of: count) } }
        let recording = LessonRunner(document, options: options).run()
        wait?.end()
        if Interrupt.isRequested {
            command.tell("learn: interrupted\n")
            return .interrupted
        }
        let terminal = TerminalSettings(color: lesson.settings.color)
        let style = TextStyle(width: terminal.width, color: terminal.hasColor, unicode: terminal.hasUnicode)
        let report = QuizReport(document: document, recording: recording, style: style)
        let isCourse = Course.lessons.contains { $0.name == Argument(source.name).lastComponent.text }
        var round = QuizRound(
            command: command, report: report, isTerminal: terminal.isTerminal && TerminalSettings.hasKeyboard,
            lessonName: isCourse ? Argument(source.name).lastComponent.text : nil)
        return try round.run()
    }
}

/// One round of questions.
private struct QuizRound {
    let command: Command
    let report: QuizReport
    /// Whether a person answers: only then is a wrong answer followed by another try.
    let isTerminal: Bool
    /// The lesson under whose name answers are remembered; nil for those that are not of the course.
    let lessonName: String?
    private var reader = LineReader()
    private var progress: Progress
    private var right = [0, 0]
    private var asked = [0, 0]

    init(command: Command, report: QuizReport, isTerminal: Bool, lessonName: String?) {
        self.command = command
        self.report = report
        self.isTerminal = isTerminal
        self.lessonName = lessonName
        // Answers that a file gives are nobody's progress.
        progress = isTerminal ? .load() : Progress(nil)
    }

    mutating func run() throws(CommandError) -> ExitCode {
        let questions = report.questions
        if questions.isEmpty {
            return try command.show(report.title("it asks nothing"), .fine)
        }
        try show(report.title("answer with a letter or a value; Enter passes on, q ends") + "\n")
        for (index, question) in questions.enumerated() {
            try show(report.text(of: question, number: index + 1, of: questions.count) + "\n")
            guard try ask(question) else { break }
            try show("\n")
        }
        if Interrupt.isRequested {
            command.tell("\nlearn: interrupted\n")
            return .interrupted
        }
        return try command.show(report.line(summary), .fine)
    }

    private mutating func show(_ text: String) throws(CommandError) { _ = try command.show(text, .fine) }

    private var summary: String {
        var parts: [String] = []
        for (kind, word) in ["question", "prediction"].enumerated() where asked[kind] > 0 {
            parts.append("\(right[kind]) of \(CourseList.count(asked[kind], word))")
        }
        return parts.isEmpty ? "nothing answered" : "right at the first try: " + parts.joined(separator: ", ")
    }

    /// Gives false where the round ends.
    private mutating func ask(_ question: QuizReport.Question) throws(CommandError) -> Bool {
        var isFirst = true
        while true {
            try show("> ")
            guard let line = reader.line() else {
                try show("\n")
                return false
            }
            if !isTerminal { try show(Argument.escaped(line) + "\n") }
            let answer = line.trimmed
            if answer == "q" || answer == "quit" { return false }
            if answer.isEmpty { return true }
            guard let (reply, isRight) = judge(answer, question) else {
                try show(report.line(explanation(question)))
                if isTerminal { continue }
                return true
            }
            if isFirst { count(question, isRight) }
            isFirst = false
            try show(reply)
            if isRight || question.isPrediction || !isTerminal { return true }
        }
    }

    private func judge(_ answer: String, _ question: QuizReport.Question) -> (String, Bool)? {
        switch question {
        case .quiz(let quiz):
            guard let choices = Self.choices(answer, of: quiz) else { return nil }
            return (report.reply(to: choices, of: quiz), QuizReport.isRight(choices, of: quiz))
        case .prediction(let cell, _):
            return report.value(of: cell).flatMap { report.reply(to: answer, value: $0) }
        }
    }

    /// `b`, `B`, `2`, and for several right ones `a c`, `a, c` or `ac`. Nil for what is none.
    private static func choices(_ answer: String, of quiz: Quiz) -> [Int]? {
        var found: [Int] = []
        for scalar in answer.lowercased().unicodeScalars {
            let index: Int
            switch scalar.value {
            case 0x61...0x7A: index = Int(scalar.value) - 0x61
            case 0x31...0x39: index = Int(scalar.value) - 0x31
            case 0x20, 0x2C, 0x29, 0x2E: continue
            default: return nil
            }
            guard quiz.choices.indices.contains(index) else { return nil }
            if !found.contains(index) { found.append(index) }
        }
        return found.isEmpty ? nil : found
    }

    private func explanation(_ question: QuizReport.Question) -> String {
        guard case .quiz(let quiz) = question else { return "answer with a number, above or below; true or false" }
        let letters = quiz.choices.indices.map { String(Character(Unicode.Scalar(UInt8(0x61 + $0 % 26)))) }
        return "answer with " + letters.dropLast().joined(separator: ", ") + " or " + (letters.last ?? "")
    }

    private mutating func count(_ question: QuizReport.Question, _ isRight: Bool) {
        asked[question.isPrediction ? 1 : 0] += 1
        if isRight { right[question.isPrediction ? 1 : 0] += 1 }
        guard let lessonName else { return }
        let subject = question.isPrediction ? Progress.Subject.prediction : .question
        // What was right once stays so.
        if isRight || progress[subject, lessonName, question.name] == nil {
            progress[subject, lessonName, question.name] = isRight ? "right" : "wrong"
            progress.save()
        }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        var text = self[...]
        while let first = text.unicodeScalars.first, first.value <= 0x20 { text = text.dropFirst() }
        while let last = text.unicodeScalars.last, last.value <= 0x20 { text = text.dropLast() }
        return String(text)
    }
}
