import Elementary
import LessonModel
import LessonReader
import Notebook
import Report
import SourceText
import Terminal

/// `learn run`: reads, runs, shows.
struct RunCommand {
    let command: Command
    let settings: Settings
    let operand: Argument

    func run() throws(CommandError) -> ExitCode {
        if settings.isWatching { return try WatchCommand(lesson: self).run() }
        return try once()
    }

    /// Runs and shows the lesson as it is now.
    func once() throws(CommandError) -> ExitCode {
        let source = try LessonSource.find(operand)
        let page = try settings.page.map { name throws(CommandError) in try OutputFile(name) }
        let file = try settings.output.map { name throws(CommandError) in try OutputFile(name) }
        if source.isProgram { return try ProgramCommand(command: command, settings: settings, source: source).run() }
        let document = try read(source)
        var options = try runOptions(document)
        let progress = settings.isQuiet ? nil : RunProgress(errors: command.errors)
        if let progress {
            options.progress = { cell, number, count in progress.tick(cell: cell, number: number, of: count) }
        }
        let (recording, trace, wasCancelled) = Self.run(document, options, isTraced: page != nil)
        progress?.end()
        let place = Course.place(ofFile: Argument(source.name).lastComponent.text)
        if let page, !wasCancelled {
            try page.write(Array(report(document, recording, trace, place, source).page.utf8))
        }
        try show(document, recording, place, in: file, wasCancelled: wasCancelled)
        return conclude(document, recording, wasCancelled: wasCancelled)
    }

    /// Runs a lesson once, for what its cells give and, for a page, the key frames as well.
    static func run(
        _ document: Document, _ options: RunOptions, isTraced: Bool
    ) -> (recording: Recording, trace: StepTrace?, wasCancelled: Bool) {
        guard isTraced else {
            let runner = LessonRunner(document, options: options)
            return (runner.run(), nil, runner.isCancelled)
        }
        let stepper = LessonStepper(document, options: options)
        let memory = PassMemory()
        let trace = KeyFrames.trace(of: stepper, limits: KeyFrames.Limits(frames: 300, bytes: 600_000)) {
            StepNarrator.sentence(of: $0, after: $1, pass: $2, memory: memory)
        }
        return (stepper.recording, trace, stepper.isInterrupted)
    }

    /// The page, with the pictures beside the lesson and the glossary's words.
    private func report(
        _ document: Document, _ recording: Recording, _ trace: StepTrace?, _ place: LessonPlace?,
        _ source: LessonSource
    ) -> HTMLReport {
        var report = HTMLReport(document: document, recording: recording, place: place)
        let last = Argument(source.name).lastComponent
        let folder = source.isFile ? Argument([UInt8](operand.bytes.dropLast(last.bytes.count))) : nil
        let assets = PageAssetReader.read(document, in: folder.map { $0.bytes.isEmpty ? Argument(".") : $0 })
        for refusal in assets.refusals { command.tell("learn: \(refusal)\n") }
        report.images = assets.images
        var words = Course.glossary
        if let folder, let own = try? InputFile.read(Argument(folder.bytes + Array("glossary.md".utf8))) { words = own }
        if let words {
            report.context.glossary = Glossary(LessonReader.read(bytes: words, fileName: "glossary.md").document)
        }
        report.trace = trace
        return report
    }

    // MARK: Reading

    func read(_ source: LessonSource) throws(CommandError) -> Document {
        let (document, diagnostics) = LessonReader.read(bytes: source.bytes, fileName: source.name)
        var text = ""
        var errors = 0
        for diagnostic in diagnostics {
            text += DiagnosticRenderer().render(diagnostic)
            if diagnostic.severity == .error { errors += 1 }
        }
        if errors == 0 {
            command.tell(text)
            return document
        }
        let count = errors == 1 ? "an error" : "\(errors) errors"
        throw CommandError(
            "`\(Argument.escaped(source.name))` has \(count) and was not run", code: .unreadable, details: text)
    }

    func runOptions(_ document: Document) throws(CommandError) -> RunOptions {
        var options = RunOptions()
        options.seed = settings.seed
        options.trace = settings.trace
        options.isFailFast = settings.isFailFast
        if let budget = settings.budget { options.budget = budget }
        options.isCancelled = { Interrupt.isRequested }
        let cells = document.cells
        let named: Cell?
        if let label = settings.cell {
            named = cells.first { $0.name == label }
            if named == nil { throw Self.unknown("cell", label, among: cells.map(\.name)) }
        } else if let id = settings.exercise {
            named = cells.first { $0.kind == .exercise(id) }
            if named == nil {
                let ids = cells.compactMap { if case .exercise(let id) = $0.kind { id } else { nil } }
                throw Self.unknown("exercise", id, among: ids)
            }
        } else {
            named = nil
        }
        guard let cell = named else { return options }
        options.lastCell = cell.index
        return options
    }

    private static func unknown(_ kind: String, _ name: String, among names: [String]) -> CommandError {
        let hint =
            Spelling.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
            ?? (names.isEmpty ? "there is none" : "there are " + names.prefix(20).joined(separator: ", "))
        return .usage("there is no \(kind) `\(Argument.escaped(name))`; \(hint)")
    }

    // MARK: Showing

    private func show(
        _ document: Document, _ recording: Recording, _ place: LessonPlace?, in file: OutputFile?, wasCancelled: Bool
    ) throws(CommandError) {
        let text: String
        switch settings.format {
        case .swift: return
        case .json: text = String(decoding: recording.json(numberText: Elementary.describe), as: UTF8.self)
        case .text:
            if settings.isQuiet { return }
            var report = TerminalReport(
                document: document, recording: recording, style: style(isFile: file != nil), place: place)
            if settings.isFailFast { report.lastCell = Self.firstFailure(recording) }
            if wasCancelled { report.lastCell = Self.lastRun(recording) }
            text =
                settings.cell == nil && settings.exercise == nil
                ? report.text : report.text(ofCell: shownCell(document))
        }
        if let file { try file.write(Array(text.utf8)) } else { _ = try command.show(text, .fine) }
    }

    /// Where `--fail-fast` stopped; nil where nothing failed.
    private static func firstFailure(_ recording: Recording) -> Int? {
        recording.cells.firstIndex { $0.status == .failed || $0.status == .refused }
    }

    /// How far a run came that was interrupted: what follows has nothing to show.
    private static func lastRun(_ recording: Recording) -> Int? {
        recording.cells.lastIndex { $0.status != .skipped }
    }

    private func shownCell(_ document: Document) -> Int {
        document.cells.first { cell in
            settings.cell.map { cell.name == $0 } ?? (cell.kind == .exercise(settings.exercise ?? ""))
        }?.index ?? 0
    }

    func style(isFile: Bool) -> TextStyle {
        let terminal = TerminalSettings(color: settings.color)
        if isFile { return TextStyle(color: settings.color == .always, unicode: true) }
        return TextStyle(width: terminal.width, color: terminal.hasColor, unicode: terminal.hasUnicode)
    }

    // MARK: The end

    private func conclude(_ document: Document, _ recording: Recording, wasCancelled: Bool) -> ExitCode {
        if wasCancelled {
            command.tell("learn: interrupted\n")
            return .interrupted
        }
        var failed: [String] = []
        var details = ""
        for record in recording.cells where record.status == .failed || record.status == .refused {
            failed.append("`\(record.label)`")
            for diagnostic in record.diagnostics { details += diagnostic.rendered }
        }
        var values = 0
        var valueDetails = ""
        for value in recording.values {
            guard case .failed(let diagnostic) = value else { continue }
            values += 1
            valueDetails += diagnostic.rendered
        }
        if failed.isEmpty && values == 0 { return .fine }
        // The report has those of cells in their places already; in a sentence there is no room for one.
        if settings.isQuiet || settings.format == .json || settings.output != nil { command.tell(details) }
        command.tell(valueDetails)
        var parts: [String] = []
        if !failed.isEmpty {
            parts.append((failed.count == 1 ? "cell " : "cells ") + failed.joined(separator: ", ") + " failed")
        }
        if values > 0 {
            parts.append(values == 1 ? "a value in the text failed" : "\(values) values in the text failed")
        }
        command.tell("learn: " + parts.joined(separator: "; ") + "\n")
        return .failed
    }
}
