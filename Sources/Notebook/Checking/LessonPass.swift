import LessonKit
import LessonModel
import Prelude
import Semantics
import SourceText

/// Runs a lesson's cells in order, as one program; at each exercise it tries an answer with the exercise's checks and
/// then goes on with the lesson's own solution, so that one wrong answer spoils no other.
///
/// Cells other than answers are always the lesson's. An answer's names, but for those that the exercise asks for, are
/// sealed in its cell: nothing that it redefines is seen by a check.
final class LessonPass {
    /// A student's code in the place of a stub.
    struct Answer {
        var file: SourceFile
        /// Steps for the answer and for each check cell, by the cell's index.
        var budget: Int64
        var checkBudgets: [Int: Int64]
    }

    /// What trying an answer gave: of its cell, and of each check that was run, by the cell's index.
    struct Trial {
        var answer = PieceOutcome()
        var checks: [Int: CheckRun] = [:]
    }

    private let document: Document
    private let plan: LessonPlan
    private let program: SessionProgram
    private let runner: PieceRunner
    private let budget: Int64
    /// The first cell of the lesson itself that failed: its name.
    private(set) var lessonFault: String?
    private(set) var isCancelled = false

    init(_ document: Document, _ plan: LessonPlan, _ options: RunOptions) {
        self.document = document
        self.plan = plan
        budget = options.budget
        program = SessionProgram(seed: LessonRunner.seed(document, options), options, isLesson: true)
        runner = PieceRunner(program: program, isCancelled: options.isCancelled)
    }

    /// Runs up to the last exercise that is asked for. `answer` gives what stands in an exercise's place, nil for none;
    /// `isWanted` says which of its check cells are run.
    func run(
        through last: Int, answer: (ExerciseParts) -> Answer?, isWanted: (Cell) -> Bool,
        finished: (ExerciseParts, Trial) -> Void
    ) {
        for (index, step) in plan.steps.enumerated() {
            if isCancelled || index > last { return }
            switch step {
            case .cell(let cell): runLessonCell(cell)
            case .exercise(let parts):
                let mark = program.session.mark()
                let given = answer(parts)
                if let given {
                    finished(parts, trial(of: parts, given, mark, isWanted))
                    if parts.solution == nil || isCancelled { continue }
                    program.session.seal(given.file, since: mark, showing: [])
                }
                if let solution = parts.solution { runLessonCell(solution) }
            }
        }
    }

    private func runLessonCell(_ cell: Cell) {
        let outcome = run(
            cell.sourceFile(named: document.fileName), isLocal: cell.options.scope == .local,
            budget: cell.options.budget ?? budget)
        if !outcome.isFine, !cell.options.error, lessonFault == nil { lessonFault = cell.name }
    }

    private func trial(
        of parts: ExerciseParts, _ answer: Answer, _ mark: NameMark, _ isWanted: (Cell) -> Bool
    ) -> Trial {
        var trial = Trial()
        trial.answer = run(answer.file, isLocal: false, budget: answer.budget)
        program.session.seal(answer.file, since: mark, showing: parts.interface)
        if !trial.answer.isFine { return trial }
        for check in parts.checks where isWanted(check) && !isCancelled {
            let events = CheckEvents(answer: answer.file) { [program] in program.place() }
            program.session.engine.sink = events
            var result = CheckRun()
            result.outcome = run(
                check.sourceFile(named: document.fileName), isLocal: true,
                budget: check.options.budget ?? answer.checkBudgets[check.index] ?? budget)
            program.session.engine.sink = nil
            result.expectations = events.expectations
            if !check.options.hidden { result.samples = samples(of: events.expectations, in: check, parts) }
            trial.checks[check.index] = result
            // What is endless for one check is so for the others.
            if result.outcome.isOverBudget { break }
        }
        return trial
    }

    /// The expectations as numbers, where one failed. What their calls were given is evaluated as the check itself saw
    /// it; what stands on the check's own variables is left out.
    private func samples(
        of expectations: [CheckEvents.Reported], in check: Cell, _ parts: ExerciseParts
    ) -> [Cause.Sample] {
        guard expectations.contains(where: { !$0.expectation.isMet }) else { return [] }
        var samples: [Cause.Sample] = []
        var calls: CallArguments?
        for reported in expectations where samples.count < 20 {
            guard let expected = ReportedNumbers.parse(reported.expectation.expected),
                let found = ReportedNumbers.parse(reported.expectation.actual), !expected.isEmpty
            else { continue }
            let known =
                calls
                ?? CallArguments(
                    in: check.sourceFile(named: document.fileName), of: parts.stub.sourceFile(named: document.fileName))
            calls = known
            var sample = Cause.Sample(
                expected: expected, found: found, arguments: [], isMet: reported.expectation.isMet)
            for argument in known.byLine[reported.line] ?? [] {
                if let values = numbers(argument.source) { sample.arguments.append((argument.parameter, values)) }
            }
            samples.append(sample)
        }
        return samples
    }

    private func numbers(_ source: String) -> [Double]? {
        let file = SourceFile(name: document.fileName, text: "print((\n\(source)\n), terminator: \"\")")
        let outcome = runner.run(file, isLocal: true, budget: 1_000_000)
        return outcome.isFine ? ReportedNumbers.parse(outcome.output) : nil
    }

    private func run(_ file: SourceFile, isLocal: Bool, budget: Int64) -> PieceOutcome {
        let outcome = runner.run(file, isLocal: isLocal, budget: budget)
        if outcome.isCancelled { isCancelled = true }
        return outcome
    }
}

/// The cells of a lesson that its checks may need, and where among them the exercises are tried.
struct LessonPlan {
    enum Step {
        case cell(Cell)
        case exercise(ExerciseParts)
    }

    private(set) var steps: [Step] = []
    let exercises: [ExerciseParts]

    /// An exercise is tried where its first check or its solution stands, or where a cell first uses what it declares.
    init(_ document: Document) {
        exercises = ExerciseParts.all(in: document)
        var waiting: [ExerciseParts] = []
        for cell in document.cells {
            switch cell.kind {
            case .exercise(let id):
                for parts in exercises where parts.id == id { waiting.append(parts) }
            case .check(let id), .solution(let id): release(&waiting) { $0.id == id }
            case .ordinary, .setup:
                if !cell.options.eval { continue }
                let file = cell.sourceFile(named: document.fileName)
                release(&waiting) { parts in
                    var names = LostNames()
                    let stub = parts.stub.sourceFile(named: document.fileName)
                    names.add(DeclaredName.all(in: stub), from: 0, isRefused: true, reason: "")
                    return names.firstUse(in: file) != nil
                }
                steps.append(.cell(cell))
            }
        }
        release(&waiting) { _ in true }
    }

    private mutating func release(_ waiting: inout [ExerciseParts], _ isDue: (ExerciseParts) -> Bool) {
        var rest: [ExerciseParts] = []
        for parts in waiting {
            if isDue(parts) { steps.append(.exercise(parts)) } else { rest.append(parts) }
        }
        waiting = rest
    }

    /// The place of the last step that is one of these exercises; −1 for none.
    func lastStep(of ids: [String]) -> Int {
        var last = -1
        for (index, step) in steps.enumerated() {
            if case .exercise(let parts) = step, ids.contains(parts.id) { last = index }
        }
        return last
    }
}
