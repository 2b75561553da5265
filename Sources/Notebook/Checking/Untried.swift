import LessonModel
import SourceText

/// Exercises of which there is nothing to try.
enum Untried {
    /// The exercise as it then stands; nil for one that has an answer.
    static func reason(_ parts: ExerciseParts, _ submission: Submission, _ lesson: Document) -> CheckedExercise? {
        guard let entry = submission[parts.id] else {
            return exercise(
                parts, .missing, "the file has no cell with `//| exercise: \(parts.id)`", line: 0)
        }
        let file = entry.cell.sourceFile(named: submission.document.fileName)
        if Stub.isSame(file, parts.stub.sourceFile(named: lesson.fileName)) {
            return exercise(parts, .todo, "", line: entry.cell.firstLine)
        }
        if let blank = Stub.blank(in: file) {
            let line = file.location(of: Int(blank.lower)).line
            return exercise(parts, .todo, "line \(line) still has a blank, `___`", line: line)
        }
        if Stub.isSame(file, SourceFile(name: "", text: "")) {
            return exercise(parts, .todo, "the cell has no code", line: entry.cell.firstLine)
        }
        return nil
    }

    private static func exercise(
        _ parts: ExerciseParts, _ status: CheckStatus, _ message: String, line: Int
    ) -> CheckedExercise {
        CheckedExercise(
            id: parts.id, status: status, maximum: parts.maximum, line: line, message: message,
            tests: tests(of: parts, status), hintCount: parts.hintCount)
    }

    /// The exercise's checks, none of them run.
    static func tests(of parts: ExerciseParts, _ status: CheckStatus) -> [CheckedTest] {
        parts.checks.map { CheckedTest(of: parts, $0, status) }
    }
}

extension CheckedTest {
    /// A check of which nothing is known but its status. A hidden one keeps its name and place to itself.
    init(of parts: ExerciseParts, _ check: Cell, _ status: CheckStatus) {
        var number = 0
        for other in parts.checks where other.index <= check.index {
            if other.options.hidden == check.options.hidden { number += 1 }
        }
        let isHidden = check.options.hidden
        self.init(
            name: "\(parts.id) \(isHidden ? "hidden" : "check") \(number)", status: status,
            maximum: parts.share(of: check), isHidden: isHidden, line: isHidden ? 0 : check.firstLine)
    }
}
