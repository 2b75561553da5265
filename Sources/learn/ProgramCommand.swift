import Notebook
import SourceText
import Terminal

/// `learn run program.swift`: a plain file in the cell language, which prints only what it prints.
struct ProgramCommand {
    let command: Command
    let settings: Settings
    let source: LessonSource

    func run() throws(CommandError) -> ExitCode {
        try refuseLessonFlags()
        let file = try settings.output.map { name throws(CommandError) in try OutputFile(name) }
        var options = RunOptions()
        options.seed = settings.seed
        if let budget = settings.budget { options.budget = budget }
        options.isCancelled = { Interrupt.isRequested }
        let runner = ProgramRunner(SourceFile(name: source.name, bytes: source.bytes), options: options)
        var kept: [UInt8] = []
        while let piece = runner.next() {
            if file != nil {
                kept += piece
            } else if !settings.isQuiet, try !write(piece) {
                return .fine
            }
        }
        for diagnostic in runner.diagnostics { command.tell(DiagnosticRenderer().render(diagnostic)) }
        try file?.write(kept)
        if runner.isCancelled {
            command.tell("learn: interrupted\n")
            return .interrupted
        }
        return runner.hasFailed ? .failed : .fine
    }

    /// What only a lesson has.
    private func refuseLessonFlags() throws(CommandError) {
        let flag =
            settings.cell != nil ? "cell" : settings.page != nil ? "html" : settings.format == .json ? "format" : nil
        if let flag { throw .usage("`--\(flag)` is for lessons; `\(Argument.escaped(source.name))` is a program") }
    }

    /// Gives false once the reader has gone away: nobody wants the rest.
    private func write(_ bytes: [UInt8]) throws(CommandError) -> Bool {
        do throws(OutputError) {
            try command.output.write(bytes)
            return true
        } catch {
            if case .closed = error { return false }
            throw CommandError("cannot write the output: \(error.message)", code: .unwritable)
        }
    }
}
