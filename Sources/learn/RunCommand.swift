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
        let source = try LessonSource.find(operand)
        let page = try settings.page.map { name throws(CommandError) in try OutputFile(name) }
        let file = try settings.output.map { name throws(CommandError) in try OutputFile(name) }
        if source.isProgram { return try ProgramCommand(command: command, settings: settings, source: source).run() }
        let document = try read(source)
        let options = try runOptions(document)
        let runner = LessonRunner(document, options: options)
        let recording = runner.run()
        let place = Course.place(ofFile: Argument(source.name).lastComponent.text)
        if let page, !runner.isCancelled {
            try page.write(Array(report(document, recording, place, source).page.utf8))
        }
        try show(document, recording, place, in: file)
        return conclude(document, recording, wasCancelled: runner.isCancelled)
    }

    /// The page, with the pictures beside the lesson and the glossary's words.
    private func report(
        _ document: Document, _ recording: Recording, _ place: LessonPlace?, _ source: LessonSource
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
        guard let label = settings.cell else { return options }
        let cells = document.cells
        guard let cell = cells.first(where: { $0.name == label }) else {
            var labels: [String] = []
            for cell in cells { labels.append(cell.name) }
            let hint =
                Spelling.nearest(to: label, among: labels).map { "did you mean `\($0)`?" }
                ?? "there are " + labels.prefix(20).joined(separator: ", ")
            throw .usage("there is no cell `\(Argument.escaped(label))`; \(hint)")
        }
        options.lastCell = cell.index
        return options
    }

    // MARK: Showing

    private func show(
        _ document: Document, _ recording: Recording, _ place: LessonPlace?, in file: OutputFile?
    ) throws(CommandError) {
        let text: String
        switch settings.format {
        case .swift: return
        case .json: text = String(decoding: recording.json(numberText: Elementary.describe), as: UTF8.self)
        case .text:
            if settings.isQuiet { return }
            let report = TerminalReport(
                document: document, recording: recording, style: style(isFile: file != nil), place: place)
            text = settings.cell == nil ? report.text : report.text(ofCell: shownCell(document))
        }
        if let file { try file.write(Array(text.utf8)) } else { _ = try command.show(text, .fine) }
    }

    private func shownCell(_ document: Document) -> Int {
        document.cells.first { $0.name == settings.cell }?.index ?? 0
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
        for value in recording.values {
            guard case .failed(let diagnostic) = value else { continue }
            values += 1
            details += diagnostic.rendered
        }
        if failed.isEmpty && values == 0 { return .fine }
        // The report has them in their places already.
        if settings.isQuiet || settings.format == .json || settings.output != nil { command.tell(details) }
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
