import LessonModel
import SourceText

/// Runs the cells of a lesson in order, as one program, and records what they give.
///
///     let recording = LessonRunner(document).run()
///
/// A cell that fails ends there and the rest of the lesson runs; a later cell that needs a name which never got its
/// value is skipped and says why. Stubs of exercises wait for the reader; checks and solutions are not run. The same
/// document and options give the same recording, bit for bit.
public final class LessonRunner {
    public let document: Document
    public let options: RunOptions
    /// Whether the run ended because it was cancelled.
    public private(set) var isCancelled = false

    private let program: CellProgram
    private let cells: [Cell]
    private let expressions: [InlineExpression]
    /// What runs next: the place among the cells, and among the expressions of the text.
    private var position = 0
    private var nextExpression = 0
    /// What the cells gave so far.
    private(set) var recording: Recording
    private var lost = LostNames()
    private var hasStopped = false
    private var peakBytes: Int64 = 0

    public convenience init(_ document: Document, options: RunOptions = RunOptions()) {
        self.init(
            document, options: options,
            program: SessionProgram(seed: Self.seed(document, options), options, isLesson: true))
    }

    init(_ document: Document, options: RunOptions, program: CellProgram) {
        self.document = document
        self.options = options
        self.program = program
        cells = document.cells
        expressions = document.expressions
        recording = Recording(
            lesson: document.fileName, title: document.title, seed: Self.seed(document, options))
    }

    static func seed(_ document: Document, _ options: RunOptions) -> UInt64 {
        options.seed ?? document.frontMatter.seed ?? 0
    }

    /// Runs everything. To be called once.
    public func run() -> Recording {
        while runNext() {}
        return recording
    }

    /// Runs the next cell, after the values of the text before it; false where none is left.
    func runNext() -> Bool {
        guard position <= cells.count else { return false }
        while nextExpression < expressions.count, expressions[nextExpression].cellsBefore <= position {
            recording.values.append(value(of: expressions[nextExpression]))
            nextExpression += 1
        }
        if position < cells.count { run(cells[position]) }
        position += 1
        recording.counts.bytes = peakBytes
        program.events = nil
        return position <= cells.count
    }

    /// An interrupted run ends with the cell that it was in; a walk through the lesson goes on with the others all the same.
    func forgetInterruption() { isCancelled = false }

    // MARK: Cells

    private func run(_ cell: Cell) {
        var record = CellRecord(label: cell.name, status: .skipped)
        let file = cell.sourceFile(named: document.fileName)
        if isNotRun(cell, &record) {
            loseNames(of: cell, file, because: record.status == .todo ? "is left to you" : "is not run")
        } else if let use = lost.firstUse(in: file) {
            let message = "not run: it needs `\(use.name)`, and \(use.reason)"
            record.diagnostics = [RecordedDiagnostic(Diagnostic(.note, in: file, at: use.span, message))]
            let names = cell.options.scope == .local ? [] : DeclaredName.all(in: file)
            lost.add(names, from: 0, isRefused: true, reason: use.reason)
        } else {
            execute(cell, file, &record)
            if record.status != .ok, options.isFailFast { hasStopped = true }
        }
        recording.cells.append(record)
    }

    /// Whether the cell is none of those that `run` runs; its status then says what it is.
    private func isNotRun(_ cell: Cell, _ record: inout CellRecord) -> Bool {
        if hasStopped || isCancelled { return true }
        if let last = options.lastCell, cell.index > last { return true }
        switch cell.kind {
        case .exercise:
            // A reader's own copy has answers in the place of stubs.
            if !Stub.isWaiting(cell.sourceFile(named: document.fileName)) { return !cell.options.eval }
            record.status = .todo
            return true
        case .check, .solution: return true
        case .ordinary, .setup: return !cell.options.eval
        }
    }

    private func loseNames(of cell: Cell, _ file: SourceFile, because reason: String) {
        // The solution gives the names that the stub has lost already; a check gives none.
        switch cell.kind {
        case .check, .solution: return
        default: break
        }
        if cell.options.scope == .local { return }
        lost.add(DeclaredName.all(in: file), from: 0, isRefused: true, reason: "\(Self.title(of: cell)) \(reason)")
    }

    private static func title(of cell: Cell) -> String {
        if case .exercise(let id) = cell.kind { return "exercise `\(id)` (line \(cell.firstLine))" }
        return "cell `\(cell.name)` (line \(cell.firstLine))"
    }

    private func execute(_ cell: Cell, _ file: SourceFile, _ record: inout CellRecord) {
        let events = CellEvents(records(of: cell)) { [program] in program.place() }
        program.events = events
        let outcome = run(
            file, isLocal: cell.options.scope == .local, budget: cell.options.budget ?? options.budget)
        program.events = nil
        record.output = outcome.output
        record.counts = outcome.counts
        for warning in outcome.diagnostics + events.failures { record.diagnostics.append(RecordedDiagnostic(warning)) }
        record.figures = events.figures
        record.passes = events.passes()
        record.status = outcome.isRefused ? .refused : outcome.hasFailed || !events.failures.isEmpty ? .failed : .ok
        if outcome.isRefused || outcome.hasFailed { lose(cell, file, outcome) }
        if cell.options.error {
            settleMeantFailure(file, &record)
        } else if record.status == .ok, let expression = cell.options.predict {
            checkPrediction(expression, of: cell, &record)
        }
        if events.droppedFigures > 0 { noteDropped(events.droppedFigures, file, &record) }
    }

    private func lose(_ cell: Cell, _ file: SourceFile, _ outcome: PieceOutcome) {
        if cell.options.scope == .local { return }
        var offset = 0
        if !outcome.isRefused, let place = outcome.outerPlace, place.file === file { offset = Int(place.span.lower) }
        lost.add(
            DeclaredName.all(in: file), from: offset, isRefused: outcome.isRefused,
            reason: "\(Self.title(of: cell)) failed")
    }

    private func records(of cell: Cell) -> CellEvents.Records {
        switch options.trace {
        case .none: .none
        case .all: .all
        case .marked: cell.options.trace == true ? .all : .asked
        case .auto: cell.options.trace.map { $0 ? .all : .none } ?? .small
        }
    }

    /// What the reader is to guess must exist once the cell has run.
    private func checkPrediction(_ expression: String, of cell: Cell, _ record: inout CellRecord) {
        let outcome = evaluate(expression, line: cell.fenceLine, column: 1)
        record.predicted = outcome.output
        for diagnostic in outcome.diagnostics {
            record.diagnostics.append(RecordedDiagnostic(diagnostic))
            record.status = .failed
            record.predicted = nil
        }
    }

    /// A cell that is meant to fail is fine when it does.
    private func settleMeantFailure(_ file: SourceFile, _ record: inout CellRecord) {
        guard record.status == .ok else {
            if !isCancelled { record.status = .ok }
            return
        }
        let message = "this cell is meant to fail, and did not"
        record.diagnostics.append(
            RecordedDiagnostic(Diagnostic(in: file, at: Span(0, 1), message, hint: "remove `//| error: true`")))
        record.status = .failed
    }

    private func noteDropped(_ count: Int, _ file: SourceFile, _ record: inout CellRecord) {
        let message = "\(count) figures are left out: a cell shows at most \(CellEvents.figureLimit)"
        record.diagnostics.append(RecordedDiagnostic(Diagnostic(.warning, in: file, at: Span(0, 1), message)))
    }

    // MARK: Values

    private func value(of expression: InlineExpression) -> Recording.ExpressionValue {
        if hasStopped || isCancelled { return .missing }
        if let last = options.lastCell, expression.cellsBefore > last + 1 { return .missing }
        let file = SourceFile(
            name: document.fileName, text: expression.source, firstLine: expression.line,
            columnOffset: expression.column - 1)
        if lost.firstUse(in: file) != nil { return .missing }
        let outcome = evaluate(expression.source, line: expression.line, column: expression.column)
        if let diagnostic = outcome.diagnostics.first { return .failed(RecordedDiagnostic(diagnostic)) }
        return .value(outcome.output)
    }

    /// Prints an expression. It stands on a line of its own, in parentheses, so that its positions are the lesson's.
    private func evaluate(_ source: String, line: Int, column: Int) -> PieceOutcome {
        let file = SourceFile(
            name: document.fileName, text: "print((\n\(source)\n), terminator: \"\")", firstLine: line - 1,
            columnOffset: column - 1)
        return run(file, budget: options.budget)
    }

    // MARK: Pieces of source

    /// Asked between slices: tells where the run is, and whether it is to end.
    private var looking: @Sendable () -> Bool {
        guard let progress = options.progress else { return options.isCancelled }
        let place = min(position, cells.count - 1)
        let (name, number, count, isCancelled) = (cells[place].name, place + 1, cells.count, options.isCancelled)
        return {
            progress(name, number, count)
            return isCancelled()
        }
    }

    private func run(_ file: SourceFile, isLocal: Bool = false, budget: Int64) -> PieceOutcome {
        let outcome = PieceRunner(program: program, isCancelled: looking).run(file, isLocal: isLocal, budget: budget)
        if outcome.isCancelled { isCancelled = true }
        peakBytes = max(peakBytes, outcome.counts.bytes)
        recording.counts.steps += outcome.counts.steps
        return outcome
    }
}
