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

    struct Checkpoint {
        var clock: Int64
        var piece: Int
        var snapshot: SessionSnapshot
        var memory: EngineEar.Memory
        var work: Workings
        /// Those at the start of a piece are always kept.
        var isStart: Bool
    }

    let session: LanguageSession
    let ear: EngineEar
    private(set) var pieces: [Piece] = []
    /// What has been worked out of the statements that run; complete only where marks are stopped at.
    var work = Workings()
    /// The piece that the machine is in, and whether that has ended.
    private(set) var current = 0
    private var isAtEnd = false
    private var checkpoints: [Checkpoint] = []
    private var spacing: Int64 = 20_000
    private var isFirstRun = false
    /// Told of each stop of a piece's first run and whether it is at a mark; it stops at all marks and events for it.
    var watcher: ((Bool) -> Void)?
    /// Why the machine stopped last, if it did not reach the piece's end.
    private(set) var lastStop: String?
    /// Bytes that checkpoints may take.
    private let room: Int

    init(seed: UInt64, _ options: RunOptions, isLesson: Bool = true, room: Int = 192 << 20) {
        var limits = Limits()
        limits.memory = options.memory
        limits.fuel = .max
        session = LanguageSession(
            .init(modules: isLesson ? .lesson : .standard, limits: limits, isStepping: true, seed: seed))
        ear = EngineEar(session.machine)
        session.engine.observer = ear
        session.engine.sink = ear
        self.room = room
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
        addCheckpoint(isStart: true)
        return diagnostics
    }

    /// Whatever was looked at meanwhile, the next piece begins where the last one ended.
    private func leaveLast() {
        let last = pieces.count - 1
        let listening = ear.events
        defer { ear.events = listening }
        if let end = pieces[last].end, current != last || !isAtEnd { seek(to: end) }
        if pieces[last].stop != nil { session.abandon() }
    }

    func advance(steps: Int64) -> CellProgress {
        var left = steps
        while left > 0 {
            let slice = min(left, 1 << 12)
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
                if watcher != nil { work.pass(session.machine.program.marks[mark], session) }
                watcher?(true)
            case .yielded: if clock > before { watcher?(false) }
            }
            if let last = checkpoints.last, ear.clock - last.clock >= spacing { addCheckpoint(isStart: false) }
        }
        return .yielded
    }

    private func stopAtNextMark() {
        ear.target = watcher == nil ? .max : clock + 1
        session.machine.stopMark = watcher == nil ? .max : session.machine.marksPassed + 1
    }

    private func end(_ stop: Diagnostic?) {
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

    private func addCheckpoint(isStart: Bool) {
        checkpoints.append(
            Checkpoint(
                clock: ear.clock, piece: current, snapshot: session.snapshot(), memory: ear.memory, work: work,
                isStart: isStart))
        var bytes = 0
        for checkpoint in checkpoints { bytes += checkpoint.snapshot.byteCount }
        if bytes > room { thin() }
    }

    /// Drops every other checkpoint between the starts of pieces.
    private func thin() {
        spacing *= 2
        var kept: [Checkpoint] = []
        var isKept = false
        for checkpoint in checkpoints {
            if checkpoint.isStart {
                kept.append(checkpoint)
                isKept = false
            } else {
                if isKept { kept.append(checkpoint) }
                isKept.toggle()
            }
        }
        checkpoints = kept
    }

    /// The last one at or before a moment.
    private func checkpoint(before moment: Int64) -> Checkpoint? {
        var low = 0
        var high = checkpoints.count
        while low < high {
            let middle = (low + high) / 2
            if checkpoints[middle].clock <= moment { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : checkpoints[low - 1]
    }

    private func restore(_ checkpoint: Checkpoint) {
        session.restore(checkpoint.snapshot)
        ear.memory = checkpoint.memory
        work = checkpoint.work
        current = checkpoint.piece
        isAtEnd = false
        lastStop = nil
        if checkpoint.isStart {
            session.clearGlobals(pieces[current].globalsBefore..<pieces[current].globalsAfter)
            session.start(pieces[current].entry)
        }
    }

    // MARK: Going to a moment

    /// So many marks before a moment are stopped at, to see what was worked out.
    private static let window: Int64 = 1500

    /// The moment that the machine has reached. Steps of the engine come in bundles: it may be past the one looked at.
    var clock: Int64 { ear.clock }
    var hasEnded: Bool { isAtEnd }

    /// Goes to a moment of a piece that has run.
    func seek(to moment: Int64) {
        ear.events = nil
        if !isWithinReach(moment), let checkpoint = checkpoint(before: moment - 1) { restore(checkpoint) }
        runOn(to: moment)
    }

    /// Whether the moment is the one that the machine is at, or a step of the engine that it has just made, or ahead of
    /// it, with no checkpoint in between.
    private func isWithinReach(_ moment: Int64) -> Bool {
        if isAtEnd { return moment == clock }
        if moment <= clock { return moment == clock || ear.index(at: moment).map { isRecent($0) } ?? false }
        guard let end = pieces[current].end, moment <= end else { return false }
        guard let checkpoint = checkpoint(before: moment - 1) else { return true }
        return checkpoint.clock <= clock
    }

    /// Whether the program has passed no mark since an event.
    private func isRecent(_ index: Int) -> Bool {
        var steps: Int64 = 0
        for heard in ear.memory.trail[index...] { steps += heard.steps }
        return ear.memory.trail[index].clock + steps == clock
    }

    private func runOn(to moment: Int64, isTrial: Bool = false) {
        if moment - clock > Self.window { run(until: moment - Self.window, isTrial: isTrial) }
        while clock < moment, !isAtEnd { run(until: min(moment, clock + 1), isTrial: isTrial) }
    }

    /// Goes to a moment of a run that began at a checkpoint of its own.
    func seek(to moment: Int64, in trial: Checkpoint) {
        ear.events = nil
        let isNear = moment == clock || (!isAtEnd && (moment > clock || ear.index(at: moment).map(isRecent) ?? false))
        if !isNear || moment <= trial.clock { restore(trial) }
        runOn(to: moment, isTrial: true)
    }

    /// The clock of the last checkpoint before a moment, at least `start`.
    func checkpointClock(before moment: Int64, after start: Int64) -> Int64 {
        max(start, checkpoint(before: moment)?.clock ?? start)
    }

    /// Runs until the clock has reached a moment: exactly where a mark does, past it where an event of the engine does.
    /// The mark it stands at, or nil.
    @discardableResult
    func run(until moment: Int64, isTrial: Bool = false) -> Int? {
        guard !isAtEnd, clock < moment else { return nil }
        ear.target = moment
        ear.isTrial = isTrial
        defer {
            ear.target = .max
            session.machine.stopMark = .max
        }
        session.machine.stopMark = session.machine.marksPassed + (moment - clock)
        while true {
            // A piece that was given up ends at the moment where it was.
            if !isTrial, let end = pieces[current].end, pieces[current].stop != nil, clock >= end - 1 {
                endAgain()
                return nil
            }
            switch session.advance(fuel: 1 << 18) {
            case .marked(let mark):
                work.pass(session.machine.program.marks[mark], session)
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

    private func endAgain() {
        ear.memory.steps += 1
        isAtEnd = true
    }

    // MARK: Trying something else

    /// The state now, to come back to.
    func bookmark() -> Checkpoint {
        Checkpoint(
            clock: clock, piece: current, snapshot: session.snapshot(), memory: ear.memory, work: work,
            isStart: false)
    }

    func goBack(to checkpoint: Checkpoint) { restore(checkpoint) }
}
