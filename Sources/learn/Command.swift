import LessonModel
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
        case .list:
            if let operand = invocation.operands.first { throw .usage("`learn list` takes no `\(operand.shown)`") }
            return try show(CourseList.text, .fine)
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
        case .run, .step:
            let verb = invocation.verb == .step ? "step" : "run"
            guard let operand = invocation.operands.first else { throw .usage("`learn \(verb)` needs a lesson") }
            if invocation.operands.count > 1 {
                throw .usage("`learn \(verb)` takes one lesson; what is `\(invocation.operands[1].shown)`?")
            }
            Interrupt.listen()
            let run = RunCommand(command: self, settings: settings, operand: operand)
            if verb == "step" || settings.isStepping { return try StepCommand(lesson: run).run() }
            if settings.isLinear { throw .usage("`--linear` stands beside `--step`") }
            return try run.run()
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

    private func report(_ error: CommandError) {
        tell(error.details)
        tell("learn: \(error.message)\n")
    }
}

/// The text of `learn list`.
enum CourseList {
    static var text: String {
        var text = ""
        for lesson in Course.lessons {
            let document = lesson.document
            text += "\(lesson.number)  \(lesson.name)  \(Argument.escaped(document.title))\n"
            let summary = document.frontMatter.summary
            if !summary.isEmpty { text += "   \(Argument.escaped(summary))\n" }
        }
        return text
    }
}
