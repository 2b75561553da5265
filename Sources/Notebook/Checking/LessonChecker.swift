import LessonModel
import SourceText

/// Checks students' answers to the exercises of one lesson.
///
///     let checker = LessonChecker(lesson)
///     let result = checker.check(submission)
///
/// Every check is the lesson's; of a student's file only the code of its exercise cells is used. Visible checks run in
/// one session and hidden ones in another, of which nothing is shown: what an answer learns in the second it cannot
/// tell. The same files give the same result, bit for bit, on every machine.
public final class LessonChecker {
    public let lesson: Document
    public let options: CheckOptions
    /// Whether checking ended because it was cancelled.
    public private(set) var isCancelled = false

    let plan: LessonPlan
    /// What the lesson's own solutions give.
    private(set) lazy var reference = makeReference()

    public init(_ lesson: Document, options: CheckOptions = CheckOptions()) {
        self.lesson = lesson
        self.options = options
        plan = LessonPlan(lesson)
    }

    /// The ids of the lesson's exercises, in its order.
    public var exerciseIDs: [String] { plan.exercises.map { $0.id } }

    /// What each solution and its checks gave.
    struct Reference {
        var trials: [String: LessonPass.Trial] = [:]
        /// The first cell of the lesson that failed.
        var fault: String?
    }

    // MARK: Submissions

    /// Checks a student's file, which may have been read with complaints.
    public func check(_ document: Document, diagnostics: [Diagnostic] = []) -> CheckResult {
        let submission = Submission(document, of: plan.exercises, in: lesson)
        var result = CheckResult(file: document.fileName, lesson: lesson.fileName, title: lesson.title)
        for diagnostic in diagnostics where diagnostic.severity == .error {
            if result.diagnostics.count < 5 { result.diagnostics.append(RecordedDiagnostic(diagnostic)) }
        }
        if submission.isEmpty { result.problem = "it has none of the exercises of `\(lesson.fileName)`" }
        result.exercises = check(submission)
        return result
    }

    /// A result for a file that cannot be read at all.
    public func unreadable(_ fileName: String, _ problem: String) -> CheckResult {
        var result = check(Document(fileName: fileName))
        result.problem = problem
        return result
    }

    private var wanted: [ExerciseParts] {
        options.exercises.isEmpty ? plan.exercises : plan.exercises.filter { options.exercises.contains($0.id) }
    }

    private func check(_ submission: Submission) -> [CheckedExercise] {
        var answers: [String: LessonPass.Answer] = [:]
        for parts in wanted where Untried.reason(parts, submission, lesson) == nil {
            guard let entry = submission[parts.id] else { continue }
            answers[parts.id] = answer(
                entry.cell.sourceFile(named: submission.document.fileName), to: parts,
                reference.trials[parts.id])
        }
        let visible = trials(answers) { !$0.options.hidden }
        let hidden = trials(answers) { $0.options.hidden }
        var found: [CheckedExercise] = []
        for parts in wanted {
            if let untried = Untried.reason(parts, submission, lesson) {
                found.append(untried)
            } else if let shown = visible[parts.id] {
                let grading = Grading(
                    parts: parts, submission: submission, lesson: lesson, reference: reference.trials[parts.id],
                    visible: shown, hidden: hidden[parts.id], lessonFault: reference.fault)
                found.append(grading.exercise())
            }
        }
        return found
    }

    private func trials(
        _ answers: [String: LessonPass.Answer], _ isWanted: (Cell) -> Bool
    ) -> [String: LessonPass.Trial] {
        var found: [String: LessonPass.Trial] = [:]
        if answers.isEmpty || isCancelled { return found }
        let pass = LessonPass(lesson, plan, options.run)
        pass.run(through: plan.lastStep(of: answers.keys.sorted())) { parts in
            answers[parts.id]
        } isWanted: {
            isWanted($0)
        } finished: { parts, trial in
            found[parts.id] = trial
        }
        if pass.isCancelled { isCancelled = true }
        return found
    }

    private func answer(
        _ file: SourceFile, to parts: ExerciseParts, _ reference: LessonPass.Trial?
    ) -> LessonPass.Answer {
        var budgets: [Int: Int64] = [:]
        for check in parts.checks {
            budgets[check.index] = options.budget(forReference: reference?.checks[check.index]?.outcome.counts.steps)
        }
        let own = parts.stub.options.budget ?? options.budget(forReference: reference?.answer.counts.steps)
        return LessonPass.Answer(file: file, budget: own, checkBudgets: budgets)
    }

    // MARK: The lesson itself

    private func makeReference() -> Reference {
        var reference = Reference()
        let pass = LessonPass(lesson, plan, options.run)
        pass.run(through: plan.lastStep(of: wanted.map { $0.id })) { parts in
            parts.solution.map { solution in
                let file = solution.sourceFile(named: self.lesson.fileName)
                return LessonPass.Answer(file: file, budget: self.options.run.budget, checkBudgets: [:])
            }
        } isWanted: { _ in
            true
        } finished: { parts, trial in
            reference.trials[parts.id] = trial
        }
        reference.fault = pass.lessonFault
        if pass.isCancelled { isCancelled = true }
        return reference
    }

    /// The lesson's own solutions in the place of a student's answers: for authors, who want each to pass.
    public func checkSolutions() -> CheckResult { check(replacingStubs { $0.solution?.source }) }

    /// The lesson's stubs as answers, though they are as they were handed out: for authors, who want each to fail.
    public func checkStubs() -> CheckResult {
        // A comment's worth of difference is none; a statement without effect makes it an answer.
        check(replacingStubs { $0.stub.source + "\n_ = 0\n" })
    }

    private func replacingStubs(_ source: (ExerciseParts) -> String?) -> Document {
        var document = Document(fileName: lesson.fileName, frontMatter: lesson.frontMatter)
        for parts in plan.exercises {
            guard let text = source(parts) else { continue }
            var cell = parts.solution ?? parts.stub
            cell.kind = .exercise(parts.id)
            if text != parts.solution?.source { cell = parts.stub }
            cell.source = text
            document.blocks.append(Block(.cell(cell), firstLine: cell.fenceLine, lastLine: cell.fenceLine))
        }
        return document
    }
}
