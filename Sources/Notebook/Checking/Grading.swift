import LessonKit
import LessonModel
import SourceText

/// Judges one answer by what its trials gave, beside what the lesson's solution gave.
struct Grading {
    let parts: ExerciseParts
    let submission: Submission
    let lesson: Document
    let reference: LessonPass.Trial?
    let visible: LessonPass.Trial
    let hidden: LessonPass.Trial?
    let lessonFault: String?

    func exercise() -> CheckedExercise {
        var result = CheckedExercise(
            id: parts.id, status: .pass, maximum: parts.maximum, line: submission[parts.id]?.cell.firstLine ?? 0,
            hintCount: parts.hintCount)
        if submission[parts.id]?.isDoubled == true {
            result.message = "the file has it more than once; the first with an answer counts"
        }
        if !visible.answer.isFine {
            refuse(&result)
            return result
        }
        for diagnostic in visible.answer.diagnostics { result.diagnostics.append(RecordedDiagnostic(diagnostic)) }
        let missing = missingNames
        if !missing.isEmpty {
            result.status = .error
            result.message = sentence(onMissing: missing)
            result.tests = Untried.tests(of: parts, .fail)
            return result
        }
        for check in parts.checks {
            let trial = check.options.hidden ? hidden : visible
            result.tests.append(
                CheckGrading(
                    parts: parts, check: check, run: trial?.checks[check.index],
                    reference: reference?.checks[check.index], answer: submission.document.fileName,
                    lesson: lesson.fileName
                ).test())
        }
        result.status = status(of: result.tests)
        score(&result)
        if result.message.isEmpty { result.message = summary(of: result) }
        return result
    }

    private func status(of tests: [CheckedTest]) -> CheckStatus {
        var status = CheckStatus.pass
        for test in tests where test.status != .pass { status = .fail }
        return status
    }

    /// Where checks name no points of their own, all of them must pass: half of an answer's checks may hold by chance.
    private func score(_ result: inout CheckedExercise) {
        for index in result.tests.indices where result.tests[index].status == .pass {
            let isCounted = parts.isScoredByChecks || result.status == .pass
            result.tests[index].score = isCounted ? result.tests[index].maximum : 0
        }
    }

    // MARK: Answers that do not run

    private func refuse(_ result: inout CheckedExercise) {
        result.status = .error
        result.tests = Untried.tests(of: parts, .fail)
        for diagnostic in visible.answer.diagnostics {
            if diagnostic.severity == .error {
                result.diagnostics.append(RecordedDiagnostic(explained(diagnostic)))
            }
        }
    }

    /// A helper that stands in another cell of the student's is not seen here: say so.
    private func explained(_ diagnostic: Diagnostic) -> Diagnostic {
        if let budget = visible.answer.spentBudget {
            return Budgets.diagnostic(diagnostic, budget: budget, reference: reference?.answer.counts.steps)
        }
        let name = diagnostic.file.text(diagnostic.span)
        guard !name.isEmpty, visible.answer.isRefused,
            let line = submission.line(declaring: name, besides: parts.id)
        else { return diagnostic }
        var diagnostic = diagnostic
        if diagnostic.message.hasSuffix("is declared already") {
            diagnostic.hint = "`\(name)` on line \(line) is the lesson's: give yours another name"
            return diagnostic
        }
        diagnostic.hint =
            "`\(name)` on line \(line) is in another cell; only the exercise's own cell is taken from your file: "
            + "move it in here"
        return diagnostic
    }

    private var missingNames: [String] {
        guard let cell = submission[parts.id]?.cell else { return [] }
        let names = InterfaceNames.of(cell.sourceFile(named: submission.document.fileName))
        return parts.interface.filter { !names.contains($0) }
    }

    private func sentence(onMissing names: [String]) -> String {
        let listed = names.map { "`\($0)`" }.joined(separator: " and ")
        return "the cell declares no \(listed), which the checks ask for; keep the names of the stub"
    }

    // MARK: What the checks do not say

    private func summary(of result: CheckedExercise) -> String {
        if let lessonFault, result.status != .pass {
            return "a cell of the lesson itself failed: `\(lessonFault)`"
        }
        let shown = result.tests.filter { !$0.isHidden }
        let kept = result.tests.filter { $0.isHidden }
        let passesShown = !shown.isEmpty && shown.allSatisfy { $0.status == .pass }
        if passesShown, kept.contains(where: { $0.status == .fail }) {
            return "it holds for the values that you can see, and not for others"
        }
        return cause ?? ""
    }

    /// What all the failed numbers of the visible checks have in common, and those that are right do not contradict.
    private var cause: String? {
        var samples: [Cause.Sample] = []
        for check in parts.checks where !check.options.hidden {
            guard let run = visible.checks[check.index] else { continue }
            var failed = 0
            for reported in run.expectations where !reported.expectation.isMet { failed += 1 }
            // What failed without numbers might tell another story.
            var compared = 0
            for sample in run.samples where !sample.isMet { compared += 1 }
            if failed != compared { return nil }
            samples += run.samples
        }
        return samples.contains { !$0.isMet } ? Cause(samples).sentence : nil
    }
}

/// What a spent budget of steps means.
enum Budgets {
    static func diagnostic(_ diagnostic: Diagnostic, budget: Int64, reference: Int64?) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.message = "stopped after \(grouped(budget)) steps"
        diagnostic.hint = "does the loop ever end?"
        if let reference { diagnostic.hint += " The lesson's solution takes \(grouped(max(1, reference))) steps" }
        return diagnostic
    }

    /// `20,000,000`
    static func grouped(_ number: Int64) -> String {
        let digits = Array("\(number)".utf8)
        var text: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(0x2C) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
