import SourceText

/// Runs one plain program of the cell language and hands out what it prints, piece by piece.
///
///     let runner = ProgramRunner(SourceFile(name: "program.swift", text: "print(1)"))
///     while let piece = runner.next() { write(piece) }
public final class ProgramRunner {
    /// What is wrong with the program, or why it was stopped.
    public private(set) var diagnostics: [Diagnostic] = []
    public private(set) var hasFailed = false
    public private(set) var isCancelled = false
    public var stepsUsed: Int64 { program.stepsUsed }

    private let file: SourceFile
    private let options: RunOptions
    private let program: CellProgram
    private var isRunning = true
    private var isPrepared = false

    public convenience init(_ file: SourceFile, options: RunOptions = RunOptions()) {
        self.init(file, options: options, program: SessionProgram(seed: options.seed ?? 0, options, isLesson: false))
    }

    init(_ file: SourceFile, options: RunOptions, program: CellProgram) {
        self.file = file
        self.options = options
        self.program = program
    }

    /// Runs on for a moment and gives what was printed meanwhile, perhaps nothing; nil at the end.
    public func next() -> [UInt8]? {
        guard isRunning else { return nil }
        if !isPrepared {
            isPrepared = true
            diagnostics = program.prepare(file, isLocal: false)
            for diagnostic in diagnostics where diagnostic.severity == .error { hasFailed = true }
            if hasFailed { isRunning = false }
            return isRunning ? [] : nil
        }
        if let stop = Stop.reason(program, file, budget: options.budget, isCancelled: options.isCancelled()) {
            isCancelled = stop.isCancelled
            end(stop.diagnostic)
            return nil
        }
        switch program.advance(steps: min(Stop.slice, options.budget - program.stepsUsed)) {
        case .finished: isRunning = false
        case .yielded: break
        case .stopped(let diagnostic): end(diagnostic)
        }
        return program.takeOutput()
    }

    private func end(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        hasFailed = true
        isRunning = false
    }
}
