import LessonKit
import LessonModel
import SourceText

/// Judges one check cell on one answer.
struct CheckGrading {
    let parts: ExerciseParts
    let check: Cell
    /// What it gave; nil where it was not run.
    let run: CheckRun?
    let reference: CheckRun?
    /// The names of both files.
    let answer: String
    let lesson: String

    func test() -> CheckedTest {
        var test = CheckedTest(of: parts, check, .skipped)
        guard let run else {
            test.message = "not tried, since the code was stopped before"
            return test
        }
        test.status = status(run)
        if check.options.hidden {
            test.message = hiddenMessage(run, test.status)
        } else {
            show(run, in: &test)
        }
        return test
    }

    private var isBroken: Bool { reference?.outcome.isRefused == true }

    private func status(_ run: CheckRun) -> CheckStatus {
        if !run.outcome.isFine { return .error }
        for reported in run.expectations where !reported.expectation.isMet { return .fail }
        return run.expectations.count < (reference?.expectations.count ?? 0) ? .fail : .pass
    }

    // MARK: Hidden checks

    /// Where a hidden check stopped the code is said, and why, but none of the values in a trap's own words.
    private func hiddenMessage(_ run: CheckRun, _ status: CheckStatus) -> String {
        if status == .pass { return "" }
        if isBroken { return "the lesson's own check is broken" }
        if run.outcome.isRefused { return signature }
        guard run.outcome.hasFailed else { return "your code gives another result than the solution" }
        let reason = run.outcome.isOverBudget ? "went on for too many steps" : "was stopped"
        guard let diagnostic = run.outcome.diagnostics.last, isAnswers(diagnostic) else { return "your code \(reason)" }
        return "your code \(reason) on line \(diagnostic.location.line)"
    }

    private func isAnswers(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.file.name == answer && !(answer == lesson && diagnostic.file.firstLine == check.firstLine)
    }

    // MARK: Visible checks

    private func show(_ run: CheckRun, in test: inout CheckedTest) {
        test.output = Self.cut(run.outcome.output)
        let expected = reference?.expectations ?? []
        for index in 0..<max(expected.count, run.expectations.count) {
            if index < run.expectations.count {
                test.expectations.append(CheckedExpectation(run.expectations[index]))
            } else if run.outcome.isFine || run.outcome.hasFailed {
                var missed = CheckedExpectation(expected[index])
                let isFirst = index == run.expectations.count
                missed.status = isFirst && run.outcome.hasFailed ? .error : .skipped
                missed.expected = ""
                missed.found = ""
                test.expectations.append(missed)
            }
        }
        if isBroken {
            test.message = "the lesson's own check is broken"
        } else if run.outcome.isRefused {
            test.message = signature
        }
        for diagnostic in run.outcome.diagnostics where diagnostic.severity == .error && test.diagnostics.isEmpty {
            test.diagnostics.append(RecordedDiagnostic(explained(diagnostic, run)))
        }
    }

    private func explained(_ diagnostic: Diagnostic, _ run: CheckRun) -> Diagnostic {
        guard let budget = run.outcome.spentBudget else { return diagnostic }
        return Budgets.diagnostic(diagnostic, budget: budget, reference: reference?.outcome.counts.steps)
    }

    /// The check cannot call what the answer declares: its head was changed.
    private var signature: String {
        let names = parts.interface.map { "`\($0)`" }.joined(separator: " and ")
        return "the check cannot use \(names) as you declare it; keep the first line of the stub"
    }

    private static func cut(_ text: String) -> String {
        let limit = 4000
        if text.utf8.count <= limit { return text }
        return String(decoding: Array(text.utf8.prefix(limit)), as: UTF8.self) + "…\n"
    }
}

extension CheckedExpectation {
    init(_ reported: CheckEvents.Reported) {
        let expectation = reported.expectation
        self.init(
            status: expectation.isMet ? .pass : .fail, message: expectation.message,
            expected: Self.short(expectation.expected), found: Self.short(expectation.actual), line: reported.line)
        if !expectation.isMet,
            let note = ReportedNumbers.divergence(expected: expectation.expected, found: expectation.actual)
        {
            notes.append(note)
        }
    }

    /// A value in a sentence: long ones are cut.
    private static func short(_ text: String) -> String {
        let limit = 200
        if text.unicodeScalars.count <= limit { return text }
        var cut = ""
        for scalar in text.unicodeScalars.prefix(limit) { cut.unicodeScalars.append(scalar) }
        return cut + "…"
    }
}
