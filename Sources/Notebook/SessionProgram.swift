import Machine
import NeuralCore
import Prelude
import SourceText

/// A session of the cell language as what the runner needs of it.
final class SessionProgram: CellProgram {
    let session: LanguageSession
    var events: CellEvents? {
        didSet {
            session.engine.observer = events?.hearsEngine == true ? events : nil
            session.engine.sink = events
        }
    }

    init(seed: UInt64, _ options: RunOptions, isLesson: Bool) {
        var limits = Limits()
        limits.memory = options.memory
        // Steps are counted by the runner, cell by cell.
        limits.fuel = .max
        session = LanguageSession(.init(modules: isLesson ? .lesson : .standard, limits: limits, seed: seed))
    }

    func prepare(_ file: SourceFile, isLocal: Bool) -> [Diagnostic] { session.prepare(file, isLocal: isLocal) }

    func advance(steps: Int64) -> CellProgress {
        switch session.advance(fuel: steps) {
        case .finished: .finished
        case .yielded, .marked: .yielded
        case .stopped(let stop): .stopped(stop.diagnostic)
        }
    }

    func abandon() { session.abandon() }
    func takeOutput() -> [UInt8] { session.takeOutput() }
    func place() -> (file: SourceFile, span: Span)? { session.place() }
    func outerPlace() -> (file: SourceFile, span: Span)? { session.outerPlace() }
    var stepsUsed: Int64 { session.machine.fuelUsed }
    var liveBytes: Int64 { session.machine.liveBytes }
}
