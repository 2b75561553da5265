import LessonModel
import Report
import Terminal

/// One call of `learn`: results on standard output, messages on standard error, and a code for the caller.
struct Command {
    let output: OutputWriter
    let errors: OutputWriter

    func run(_ words: [Argument]) -> ExitCode {
        do throws(CommandError) {
            return try dispatch(CommandLineParser.parse(words))
        } catch {
            report(error)
            return error.code
        }
    }

    private func dispatch(_ invocation: Invocation) throws(CommandError) -> ExitCode {
        let settings = invocation.settings
        if settings.wantsHelp { return try show(Help.text(for: invocation.verb), .fine) }
        if settings.wantsVersion {
            return try show("learn \(Help.version)\n" + (settings.wantsLicences ? "\n" + Help.licences : ""), .fine)
        }
        if settings.format == .swift, invocation.verb != .export {
            throw .usage("`--format swift` belongs to `learn export`")
        }
        switch invocation.verb {
        case nil:
            tell(Help.text(for: nil))
            return .usage
        case .list, .help, .completions: return try showText(invocation)
        case .check:
            if invocation.operands.isEmpty { throw .usage("`learn check` needs a file") }
            Interrupt.listen()
            return try CheckCommand(command: self, settings: settings, operands: invocation.operands).run()
        case .export:
            if invocation.operands.count > 1 {
                throw .usage("`learn export` takes one folder; what is `\(invocation.operands[1].shown)`?")
            }
            Interrupt.listen()
            return try ExportCommand(command: self, settings: settings, operand: invocation.operands.first).run()
        case .new:
            let operand = try operand(of: invocation, "the name of the new file")
            return try NewCommand(command: self, settings: settings, operand: operand).run()
        case .run, .step, .quiz:
            let operand = try operand(of: invocation, "a lesson")
            Interrupt.listen()
            let run = RunCommand(command: self, settings: settings, operand: operand)
            if invocation.verb == .quiz { return try QuizCommand(lesson: run).run() }
            if invocation.verb == .step || settings.isStepping { return try StepCommand(lesson: run).run() }
            if settings.isLinear { throw .usage("`--linear` stands beside `--step`") }
            return try run.run()
        }
    }

    /// The one operand of a command that takes one.
    private func operand(of invocation: Invocation, _ what: String) throws(CommandError) -> Argument {
        let verb = invocation.verb?.rawValue ?? ""
        guard let operand = invocation.operands.first else { throw .usage("`learn \(verb)` needs \(what)") }
        if invocation.operands.count > 1 {
            throw .usage("`learn \(verb)` takes one file; what is `\(invocation.operands[1].shown)`?")
        }
        return operand
    }

    /// Commands that only show what they know.
    private func showText(_ invocation: Invocation) throws(CommandError) -> ExitCode {
        let word = invocation.operands.first
        let extra = invocation.verb == .list ? word : invocation.operands.dropFirst().first
        if let extra { throw .usage("`learn \(invocation.verb?.rawValue ?? "")` takes no `\(extra.shown)`") }
        switch invocation.verb {
        case .list:
            let terminal = TerminalSettings(color: invocation.settings.color)
            let style = TextStyle(width: terminal.width, color: terminal.hasColor, unicode: terminal.hasUnicode)
            return try show(CourseList(progress: .load(), style: style).text, .fine)
        case .completions:
            guard let text = Completions.text(for: word?.text ?? "") else {
                throw .usage("`learn completions` needs the name of a shell: bash, zsh or fish")
            }
            return try show(text, .fine)
        default: return try show(Help.text(on: word), .fine)
        }
    }

    /// Writes a result. A reader that has gone away is no failure; a full disk is.
    func show(_ text: String, _ code: ExitCode) throws(CommandError) -> ExitCode {
        do throws(OutputError) {
            try output.write(text)
        } catch {
            if case .failed = error {
                throw CommandError("cannot write the output: \(error.message)", code: .unwritable)
            }
        }
        return code
    }

    /// Writes a message for the person at the terminal. Where even that fails there is nobody left to tell.
    func tell(_ text: String) { try? errors.write(text) }

    func report(_ error: CommandError) {
        tell(error.details)
        tell("learn: \(error.message)\n")
    }
}
