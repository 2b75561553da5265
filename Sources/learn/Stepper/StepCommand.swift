import Elementary
import LessonModel
import LessonReader
import Notebook
import Report
import SourceText
import Terminal

/// `learn step`, and `learn run --step`: a walk through the cells of a lesson.
struct StepCommand {
    let lesson: RunCommand

    private var settings: Settings { lesson.settings }
    private var command: Command { lesson.command }

    func run() throws(CommandError) -> ExitCode {
        let source = try LessonSource.find(lesson.operand)
        if settings.page != nil { throw .usage("`--html` is for `learn run` without `--step`") }
        let file = try settings.output.map { name throws(CommandError) in try OutputFile(name) }
        let document = source.isProgram ? Self.document(of: source) : try lesson.read(source)
        var options = try lesson.runOptions(document)
        // The cell that is named is where the walk begins, not where it ends.
        let first = options.lastCell
        options.lastCell = nil
        options.isCancelled = { Interrupt.isRequested || RawTerminal.interrupts > 0 }
        let stepper = LessonStepper(document, options: options, isLesson: !source.isProgram)
        stepper.isCancelled = { Interrupt.isRequested || RawTerminal.interrupts > 0 }
        if settings.isLinear {
            return try walk(stepper, from: first) { session throws(CommandError) in
                try LinearWalk(session: session, command: command, style: lesson.style(isFile: false)).run()
                return false
            }
        }
        let output = TerminalSettings(color: settings.color)
        if !settings.isFormatGiven, file == nil, output.isTerminal {
            return try walk(stepper, from: first) { session throws(CommandError) in
                guard let terminal = RawTerminal.open() else {
                    throw CommandError("there is no terminal to draw on; try --linear", code: .usage)
                }
                defer { terminal.leave() }
                return ScreenWalk(session: session, terminal: terminal, settings: output).run()
            }
        }
        return try list(stepper, document, only: first, in: file)
    }

    /// A walk that the reader directs; the body says whether it was interrupted.
    private func walk(
        _ stepper: LessonStepper, from cell: Int?, _ body: (StepSession) throws(CommandError) -> Bool
    ) throws(CommandError) -> ExitCode {
        let session = StepSession(stepper)
        guard session.begin(at: cell) else {
            if stepper.isInterrupted {
                command.tell("learn: interrupted\n")
                return .interrupted
            }
            throw CommandError("there is nothing to step through", code: .failed)
        }
        return try body(session) ? .interrupted : .fine
    }

    /// A program as a lesson of one cell.
    private static func document(of source: LessonSource) -> Document {
        let text = String(decoding: source.bytes, as: UTF8.self)
        var options = CellOptions()
        options.label = Argument(source.name).lastComponent.text
        let cell = Cell(index: 0, options: options, source: text, firstLine: 1, fenceLine: 1)
        return Document(fileName: source.name, blocks: [Block(.cell(cell), firstLine: 1, lastLine: 1)])
    }

    // MARK: Listing

    /// So many steps are listed at most.
    private static let listed = KeyFrames.Limits(frames: 3000, bytes: 8_000_000)

    private func list(
        _ stepper: LessonStepper, _ document: Document, only cell: Int?, in file: OutputFile?
    ) throws(CommandError) -> ExitCode {
        let trace = KeyFrames.trace(of: stepper, cells: cell.map { [$0] }, limits: Self.listed) { frame, before, pass in
            StepNarrator.sentence(of: frame, after: before, pass: pass)
        }
        let text: String
        switch settings.format {
        case .json: text = String(decoding: trace.json(numberText: Elementary.describe), as: UTF8.self)
        case .text, .swift:
            text = StepListing(document: document, style: lesson.style(isFile: file != nil)).text(of: trace)
        }
        if let file { try file.write(Array(text.utf8)) } else { _ = try command.show(text, .fine) }
        if stepper.isInterrupted {
            command.tell("learn: interrupted\n")
            return .interrupted
        }
        return .fine
    }
}
