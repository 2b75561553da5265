import LessonModel
import Machine
import NeuralCore
import Prelude
import SourceText

/// A session that a runner runs as any other, and that can go back: it keeps what it compiled, and the machine's state
/// every so often.
///
/// A moment is a number on one clock for the whole lesson: it ticks at every mark of the program, at every step of the
/// engine, and once at the end of each piece. To go to a moment the nearest checkpoint before it is restored and the
/// machine runs on, which gives the same again, bit for bit.
final class SteppingProgram: CellProgram {
    /// A unit of source as it was run: a cell, or an expression of the text.
    struct Piece {
        var file: SourceFile
        var entry: Int
        /// The words of the bottom frame that were there before it, and with it.
        var globalsBefore: Int
        var globalsAfter: Int
        /// The clock before its first step, and at its end.
        var start: Int64
        var end: Int64?
        var stop: Diagnostic?
        /// Whether it is a cell of the lesson.
        var isCell: Bool
    }

    let session: LanguageSession
    let ear: EngineEar
    private(set) var pieces: [Piece] = []
    /// What has been worked out of the statements that run; complete only where marks are stopped at.
    private(set) var work = Workings()
    let spans = StatementSpans()
    /// The piece that the machine is in, and whether that has ended.
    private(set) var current = 0
    private var isAtEnd = false
    /// The lesson's own run, and another one while the reader tries something else.
    let own: Timeline
    private(set) var trial: Timeline?
    private let plan: CheckpointPlan
    private var isFirstRun = false
    /// Told of each stop of a piece's first run and whether it is at a mark; it stops at all marks and events for it.
    var watcher: ((Bool) -> Void)?
    /// Whether the machine has run ahead without anybody looking: it has to go back to a checkpoint first.
    private var isLost = false
    /// How many marks have been passed in going anywhere: what the moves have cost.
    private(set) var marksRun: Int64 = 0
    /// Why the machine stopped last, if it did not reach the piece's end.
    private(set) var lastStop: String?

    /// The run that is looked at.
    var timeline: Timeline { trial ?? own }

    init(seed: UInt64, _ options: RunOptions, isLesson: Bool, plan: CheckpointPlan) {
        var limits = Limits()
        limits.memory = options.memory
        limits.fuel = .max
        session = LanguageSession(
            .init(modules: isLesson ? .lesson : .standard, limits: limits, isStepping: true, seed: seed))
        ear = EngineEar(session.machine)
        session.engine.observer = ear
        session.engine.sink = ear
        own = Timeline(plan)
        self.plan = plan
    }

    // MARK: The first run, as a runner asks for it

    var events: CellEvents? {
        get { ear.events }
        set { ear.events = newValue }
    }

    func prepare(_ file: SourceFile, isLocal: Bool) -> [Diagnostic] {
        if !pieces.isEmpty { leaveLast() }
        let before = session.globalWords
        let diagnostics = session.prepare(file, isLocal: isLocal)
        if diagnostics.contains(where: { $0.severity == .error }) { return diagnostics }
        pieces.append(
            Piece(
                file: file, entry: session.entry, globalsBefore: before, globalsAfter: session.globalWords,
                start: ear.clock, isCell: events != nil))
        current = pieces.count - 1
        isAtEnd = false
        isFirstRun = true
        work = Workings()
        ear.target = .max
        session.machine.stopMark = .max
        isLost = false
        ear.recorder = own
        session.machine.arm([])
        _ = session.machine.takeVisits()
        addCheckpoint(isStart: true)
        return diagnostics
    }

    /// Whatever was looked at meanwhile, the next piece begins where the last one ended.
    private func leaveLast() {
        let last = pieces.count - 1
        let listening = ear.events
        defer { ear.events = listening }
        trial = nil
        if let end = pieces[last].end, isLost || current != last || !isAtEnd { seek(to: end) }
        if pieces[last].stop != nil { session.abandon() }
    }

    func advance(steps: Int64) -> CellProgress {
        var left = steps
        while left > 0 {
            let slice = min(left, plan.slice)
            let (used, before) = (stepsUsed, clock)
            stopAtNextMark()
            let progress = session.advance(fuel: slice)
            left -= watcher == nil ? slice : max(1, stepsUsed - used)
            switch progress {
            case .finished:
                end(nil)
                return .finished
            case .stopped(let stop):
                end(stop.diagnostic)
                return .stopped(stop.diagnostic)
            case .marked(let mark):
                if watcher != nil { pass(mark) }
                watcher?(true)
            case .yielded: if clock > before { watcher?(false) }
            }
            addCheckpointIfDue()
        }
        return .yielded
    }

    private func stopAtNextMark() {
        ear.target = watcher == nil ? .max : clock + 1
        session.machine.stopMark = watcher == nil ? .max : session.machine.marksPassed + 1
    }

    private func end(_ stop: Diagnostic?) {
        closeStretch()
        ear.recorder = nil
        ear.memory.steps += 1
        pieces[current].end = ear.clock
        pieces[current].stop = stop
        isAtEnd = true
        isFirstRun = false
        watcher?(false)
    }

    /// The runner gives up a piece that ran out of its budget, or was interrupted. One that trapped stays as it is until
    /// the next piece begins, so that it can be looked at.
    func abandon() {
        if isFirstRun {
            let place = session.place() ?? (pieces[current].file, Span(0, 1))
            end(Diagnostic(in: place.file, at: place.span, "stopped here: the budget is spent, or it was interrupted"))
        }
    }

    func takeOutput() -> [UInt8] { session.takeOutput() }
    func place() -> (file: SourceFile, span: Span)? { session.place() }
    func outerPlace() -> (file: SourceFile, span: Span)? { session.outerPlace() }
    var stepsUsed: Int64 { session.machine.fuelUsed }
    var liveBytes: Int64 { session.machine.liveBytes }

    // MARK: Checkpoints

    private var cost: Int64 { session.machine.fuelUsed + ear.clock }

    private func addCheckpointIfDue() {
        if timeline.isDue(cost: cost, stateBytes: session.machine.stateBytes) { addCheckpoint(isStart: false) }
    }

    private func addCheckpoint(isStart: Bool) {
        closeStretch()
        timeline.add(
            checkpoint(isStart: isStart, sharing: timeline.last), bytes: session.machine.bytesOfSnapshots)
    }

    private func closeStretch() {
        let (visits, lowest) = session.machine.takeVisits()
        timeline.close(Timeline.Stretch(visits: visits, lowestFrame: lowest))
    }

    private func checkpoint(isStart: Bool, sharing older: Timeline.Checkpoint?) -> Timeline.Checkpoint {
        Timeline.Checkpoint(
            clock: ear.clock, piece: current, snapshot: session.snapshot(sharing: older?.snapshot),
            memory: ear.memory, work: work, cost: cost, isStart: isStart)
    }

    func restore(_ checkpoint: Timeline.Checkpoint) {
        session.restore(checkpoint.snapshot)
        ear.memory = checkpoint.memory
        work = checkpoint.work
        current = checkpoint.piece
        isAtEnd = false
        isLost = false
        lastStop = nil
        if checkpoint.isStart {
            session.clearGlobals(pieces[current].globalsBefore..<pieces[current].globalsAfter)
            session.start(pieces[current].entry)
        }
    }

    // MARK: Going to a moment

    /// So many marks before a moment are stopped at, to see what was worked out.
    private static let window: Int64 = 400

    /// The moment that the machine has reached. Steps of the engine come in bundles: it may be past the one looked at.
    var clock: Int64 { ear.clock }
    var hasEnded: Bool { isAtEnd }

    /// The moment at which the run that is looked at ends.
    private var lastMoment: Int64? { trial == nil ? pieces[current].end : nil }

    /// Goes to a moment of a piece that has run.
    func seek(to moment: Int64) {
        ear.events = nil
        if !isWithinReach(moment) {
            // Another run may begin in the middle of a statement: there is nothing before its first moment.
            let index = timeline.index(before: moment - 1) ?? timeline.index(before: moment)
            if let index { restore(timeline.checkpoints[index]) }
        }
        if moment - clock > Self.window {
            isLost = true
            run(until: moment - Self.window)
            isLost = false
            work = Workings()
        }
        while clock < moment, !isAtEnd { run(until: min(moment, clock + 1)) }
    }

    /// Whether the moment is the one that the machine is at, or a step of the engine that it has just made, or ahead of
    /// it, with no checkpoint in between.
    private func isWithinReach(_ moment: Int64) -> Bool {
        if isLost { return false }
        if isAtEnd { return moment == clock }
        if moment <= clock { return moment == clock || ear.index(at: moment).map { isRecent($0) } ?? false }
        if let end = lastMoment, moment > end { return false }
        guard let index = timeline.index(before: moment - 1) else { return true }
        return timeline.checkpoints[index].clock <= clock
    }

    /// Whether the program has passed no mark since an event.
    private func isRecent(_ index: Int) -> Bool {
        var steps: Int64 = 0
        for heard in ear.memory.trail[index...] { steps += heard.steps }
        return ear.memory.trail[index].clock + steps == clock
    }

    /// What kind of mark the program stands at.
    var kindOfMark: Mark.Kind { session.machine.program.marks[Int(session.machine.markIndex)].kind }

    func replaceStatement(_ statement: Workings.Statement) { work.replaceLast(statement) }

    /// The machine goes on without anybody looking at what it works out.
    func lose() { isLost = true }

    /// Runs until the clock has reached a moment: exactly where a mark does, past it where an event of the engine does;
    /// or until an armed mark stops it. The mark it stands at, or nil.
    @discardableResult
    func run(until moment: Int64) -> Int? {
        guard !isAtEnd, clock < moment else { return nil }
        ear.target = moment
        let marks = session.machine.marksPassed
        defer {
            marksRun += session.machine.marksPassed - marks
            ear.target = .max
            session.machine.stopMark = .max
        }
        session.machine.stopMark = session.machine.marksPassed + (moment - clock)
        while true {
            // A piece that was given up ends at the moment where it was.
            if trial == nil, let end = pieces[current].end, pieces[current].stop != nil, clock >= end - 1 {
                endAgain()
                return nil
            }
            switch session.advance(fuel: 1 << 18) {
            case .marked(let mark):
                if !isLost { pass(mark) }
                return mark
            case .yielded: if clock >= moment { return nil }
            case .finished:
                endAgain()
                return nil
            case .stopped(let stop):
                lastStop = stop.diagnostic.message
                endAgain()
                return nil
            }
        }
    }

    private func pass(_ mark: Int) {
        let machine = session.machine
        work.pass(machine.program.marks[mark], session) { spans.statement(around: $0, in: machine) }
    }

    private func endAgain() {
        ear.memory.steps += 1
        isAtEnd = true
    }

    // MARK: Trying something else

    /// The state now, to come back to.
    func bookmark() -> Timeline.Checkpoint {
        let older = timeline.index(before: clock).map { timeline.checkpoints[$0] }
        return checkpoint(isStart: false, sharing: older)
    }

    /// Back to a bookmark, in the middle of whatever the program was doing.
    func goBack(to bookmark: Timeline.Checkpoint) {
        let wasLost = isLost
        restore(bookmark)
        isLost = wasLost
    }

    /// Begins another run with the state as it is, and goes to its end, or to a limit; the moment of the end.
    func beginTrial(limit: Int64, _ isCancelled: () -> Bool) -> Int64 {
        let parent = timeline
        let older = parent.index(before: clock).map { parent.checkpoints[$0] }
        var plan = plan
        plan.room = session.machine.bytesOfSnapshots + plan.room / 2
        let line = Timeline(plan)
        line.add(checkpoint(isStart: false, sharing: older), bytes: 0)
        trial = line
        ear.recorder = line
        defer { ear.recorder = nil }
        _ = session.machine.takeVisits()
        while !isAtEnd, clock < limit, !isCancelled() {
            switch session.advance(fuel: plan.slice) {
            case .finished: endAgain()
            case .stopped(let stop):
                lastStop = stop.diagnostic.message
                endAgain()
            case .yielded, .marked: addCheckpointIfDue()
            }
        }
        closeStretch()
        return clock
    }

    /// Looks at the lesson's own run again, or at another trial.
    func look(at line: Timeline?) {
        trial = line
        isLost = true
    }
}
