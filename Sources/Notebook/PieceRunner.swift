import LessonModel
import SourceText

/// What one piece of source gave.
struct PieceOutcome {
    var output = ""
    var diagnostics: [Diagnostic] = []
    /// It was refused before it ran.
    var isRefused = false
    /// It ended by a trap, a spent budget or the user's wish.
    var hasFailed = false
    var isCancelled = false
    /// The budget of steps, where it is spent.
    var spentBudget: Int64?
    /// The statement outside functions that was running when the piece failed.
    var outerPlace: (file: SourceFile, span: Span)?
    var counts = Recording.Counts()

    var isOverBudget: Bool { spentBudget != nil }
    /// Whether it ran to its end.
    var isFine: Bool { !isRefused && !hasFailed }
}

/// Runs pieces of source in a program, slice by slice, each within a budget.
struct PieceRunner {
    let program: CellProgram
    let isCancelled: @Sendable () -> Bool

    func run(_ file: SourceFile, isLocal: Bool = false, budget: Int64) -> PieceOutcome {
        var outcome = PieceOutcome()
        outcome.diagnostics = program.prepare(file, isLocal: isLocal)
        for diagnostic in outcome.diagnostics where diagnostic.severity == .error { outcome.isRefused = true }
        if outcome.isRefused { return outcome }
        var output: [UInt8] = []
        var isRunning = true
        while isRunning {
            if let stop = Stop.reason(program, file, budget: budget, isCancelled: isCancelled()) {
                outcome.diagnostics.append(stop.diagnostic)
                outcome.isCancelled = stop.isCancelled
                if !stop.isCancelled { outcome.spentBudget = budget }
                break
            }
            let progress = program.advance(steps: min(Stop.slice, budget - program.stepsUsed))
            output += program.takeOutput()
            outcome.counts.bytes = max(outcome.counts.bytes, program.liveBytes)
            switch progress {
            case .finished: isRunning = false
            case .yielded: continue
            case .stopped(let diagnostic):
                outcome.diagnostics.append(diagnostic)
                outcome.hasFailed = true
                isRunning = false
            }
        }
        if isRunning || outcome.hasFailed {
            outcome.hasFailed = true
            outcome.outerPlace = program.outerPlace()
            program.abandon()
        }
        outcome.output = String(decoding: output, as: UTF8.self)
        outcome.counts.steps = program.stepsUsed
        return outcome
    }
}
