import LessonModel
import Machine
import Prelude
import SourceText

/// Walks through the cells of a lesson step by step, forward and back.
///
///     let stepper = LessonStepper(document)
///     while stepper.openNextCell() {
///         stepper.go(to: 5)
///         print(stepper.moment.frame.place.line)
///     }
///
/// A cell is run to its end before it is stepped through, as `LessonRunner` runs it; every step is then reached by
/// running again from the nearest checkpoint. So the walk shows what the run did, and going back takes no longer than
/// going on.
public final class LessonStepper {
    /// All there is to see at a step.
    public struct Moment: Sendable {
        public var frame: StepFrame
        /// The pass of the engine that the step belongs to, else the latest of the cell; as far as it is known.
        public var pass: TracedPass?
        /// The pass of the step with all that the engine has reported of it by then.
        public var whole: TracedPass?
        /// Tells one pass of a cell from another.
        public var passID: Int64?
        /// Why the cell ended early.
        public var stop: String?
    }

    public let document: Document
    /// The cell that is stepped through: its place among the document's cells.
    public private(set) var cell = -1
    /// The step of the cell, from 1; 0 before a cell is open.
    public var step: Int64 { cell < 0 ? 0 : now - start }
    /// How many steps the cell has.
    public private(set) var stepCount: Int64 = 0
    public var breakpoints: [Breakpoint] = []
    /// Asked now and then in a long search; once it says yes the search ends.
    public var isCancelled: () -> Bool = { false }

    let program: SteppingProgram
    private let runner: LessonRunner
    private let cells: [Cell]
    /// Cells that have been run and have steps, and the piece of each.
    private(set) var opened: [(cell: Int, piece: Int)] = []
    private var isDone = false
    /// The moment that is looked at.
    var now: Int64 = 0
    private(set) var start: Int64 = 0
    private var cached: Moment?
    /// The moment from which on another run is looked at, and how to come back; nil in the lesson's own.
    var trial: Trial?
    let conditions = ConditionCache()

    public convenience init(_ document: Document, options: RunOptions = RunOptions(), isLesson: Bool = true) {
        self.init(document, options: options, isLesson: isLesson, plan: CheckpointPlan())
    }

    init(_ document: Document, options: RunOptions, isLesson: Bool, plan: CheckpointPlan) {
        self.document = document
        cells = document.cells
        let program = SteppingProgram(
            seed: LessonRunner.seed(document, options), options, isLesson: isLesson, plan: plan)
        self.program = program
        runner = LessonRunner(document, options: options, program: program)
    }

    /// What the cells gave that have been run so far.
    public var recording: Recording { runner.recording }
    public var isInterrupted: Bool { runner.isCancelled }

    // MARK: Cells

    /// Runs on to the next cell that has steps and goes to its first; false where none is left.
    public func openNextCell() -> Bool {
        guard runToNextCell() else { return false }
        go(to: 1)
        return true
    }

    /// Runs on to the end of the next cell that has steps, and stays there; false where none is left.
    func runToNextCell() -> Bool {
        if let index = opened.firstIndex(where: { $0.cell == cell }), index + 1 < opened.count {
            enter(opened[index + 1])
            return true
        }
        while !isDone {
            leaveTrial()
            if !isCancelled() { runner.forgetInterruption() }
            let before = program.pieces.count
            let ran = runner.recording.cells.count
            isDone = !runner.runNext()
            guard runner.recording.cells.count > ran else { continue }
            for piece in before..<program.pieces.count where program.pieces[piece].isCell {
                guard let end = program.pieces[piece].end, end - program.pieces[piece].start > 1 else { continue }
                opened.append((ran, piece))
                enter(opened[opened.count - 1])
                return true
            }
            if runner.isCancelled { return false }
        }
        return false
    }

    /// Goes back to the first step of the cell before.
    public func openPreviousCell() -> Bool {
        guard let index = opened.firstIndex(where: { $0.cell == cell }), index > 0 else { return false }
        enter(opened[index - 1])
        go(to: 1)
        return true
    }

    /// Opens the cell of an index; false where it is not run, or has no steps.
    public func open(cell index: Int) -> Bool {
        if let known = opened.first(where: { $0.cell == index }) {
            enter(known)
            go(to: 1)
            return true
        }
        let (oldCell, oldNow) = (cell, now)
        while openNextCell() {
            if cell == index { return true }
            if cell > index { break }
        }
        if let old = opened.first(where: { $0.cell == oldCell }) {
            enter(old)
            go(toMoment: oldNow)
        }
        return false
    }

    /// Makes a cell the one that is stepped through, without going anywhere.
    private func enter(_ place: (cell: Int, piece: Int)) {
        leaveTrial()
        cell = place.cell
        start = program.pieces[place.piece].start
        stepCount = (program.pieces[place.piece].end ?? start) - start
        cached = nil
    }

    var piece: Int { opened.first { $0.cell == cell }?.piece ?? 0 }

    // MARK: Steps

    /// Goes to a step of the cell, the nearest one that there is.
    public func go(to step: Int64) { go(toMoment: start + max(1, min(step, stepCount))) }

    func go(toMoment moment: Int64) {
        while let other = trial, moment < other.start { look(at: other.parent) }
        if moment != now || cached == nil { cached = nil }
        now = moment
        program.seek(to: moment)
        completeStatement()
    }

    /// In an expression after a long call the machine has not seen what was worked out before the call.
    private func completeStatement() {
        guard program.clock == now, !program.hasEnded, program.work.last?.kind == .expression,
            let statement = program.work.statements.last, !statement.isWhole
        else { return }
        let lowest = trial?.start ?? start
        var whole = program.wholeStatement(at: now, after: lowest, isCancelled) ?? statement
        whole.isWhole = true
        program.seek(to: now)
        program.replaceStatement(whole)
    }

    /// Whether the step is at a line.
    public func frameIsAt(_ line: Int) -> Bool { moment.frame.place.line == line }

    func setStepCount(_ count: Int64) { stepCount = count }
    func forget() { cached = nil }

    /// What there is to see at the step.
    public var moment: Moment {
        if let cached { return cached }
        var moment = Moment(program, at: now, cell: cell)
        if moment.frame.kind == .trap { moment.stop = trial?.problem ?? firstError?.message }
        cached = moment
        return moment
    }

    private var firstError: RecordedDiagnostic? {
        guard recording.cells.indices.contains(cell) else { return nil }
        return recording.cells[cell].diagnostics.first { $0.severity == "error" }
    }
}

extension LessonStepper.Moment {
    /// What there is to see at a moment that a program stands at.
    init(_ program: SteppingProgram, at moment: Int64, cell: Int) {
        let (frame, engine, pass) = FrameMaker(program: program).frame(at: moment, cell: cell)
        self.init(frame: frame, pass: pass, whole: engine?.pass, passID: engine?.passClock)
        if let engine { self.pass = engine.pass.known(at: engine.place, engine.kind) }
    }
}
