import LessonModel
import LessonReader
import Notebook
import Report
import SourceText
import Terminal

/// `learn export`: a folder of lessons as a site of pages, as one page, or as a Swift package.
struct ExportCommand {
    let command: Command
    let settings: Settings
    /// The folder; nil for the lessons that come with learn.
    let operand: Argument?

    func run() throws(CommandError) -> ExitCode {
        if settings.format == .json { throw .usage("`--format json` belongs to `learn run`") }
        if settings.output == nil, settings.single == nil {
            throw .usage("`learn export` needs `-o FOLDER` or `--single FILE`")
        }
        if settings.format == .swift, settings.single != nil { throw .usage("`--single` makes a page, not Swift") }
        let folder = try operand.map { name throws(CommandError) in try LessonFolder(name) } ?? LessonFolder.course()
        if folder.files.isEmpty { throw CommandError("there is no lesson in `\(folder.shown)`", code: .unreadable) }
        if settings.format == .swift { return try exportPackage(folder) }
        let single = try settings.single.map { name throws(CommandError) in try OutputFile(name) }
        var failures: [String] = []
        var lessons: [Site.Lesson] = []
        for file in folder.files {
            guard let lesson = try lesson(file, folder, &failures) else {
                command.tell("learn: interrupted\n")
                return .interrupted
            }
            lessons.append(lesson)
        }
        let site = Site(
            title: folder.title, lessons: lessons, glossary: try folder.glossary.map(read),
            showsSolutions: !settings.hidesSolutions)
        for link in site.brokenLinks {
            failures.append(
                "\(Argument.escaped(link.file)):\(link.line): error: the link `\(Argument.escaped(link.url))` leads "
                    + "nowhere: \(Argument.escaped(link.reason))")
        }
        if let single { try single.write(Array(site.singlePage.utf8), unlessSame: true) }
        if let output = settings.output { try write(site.pages, to: output) }
        for failure in failures { command.tell(failure + "\n") }
        return failures.isEmpty ? .fine : .failed
    }

    // MARK: Lessons

    private func read(_ file: LessonFolder.File) throws(CommandError) -> Document {
        let (document, diagnostics) = LessonReader.read(bytes: file.bytes, fileName: file.name)
        var text = ""
        var hasErrors = false
        for diagnostic in diagnostics {
            text += DiagnosticRenderer().render(diagnostic)
            if diagnostic.severity == .error { hasErrors = true }
        }
        if hasErrors {
            throw CommandError(
                "`\(Argument.escaped(file.name))` has errors; nothing was written", code: .unreadable, details: text)
        }
        command.tell(text)
        return document
    }

    /// Runs a lesson; nil where the run was interrupted.
    private func lesson(
        _ file: LessonFolder.File, _ folder: LessonFolder, _ failures: inout [String]
    ) throws(CommandError) -> Site.Lesson? {
        let document = try read(file)
        var options = RunOptions()
        options.seed = settings.seed
        if let budget = settings.budget { options.budget = budget }
        options.isCancelled = { Interrupt.isRequested }
        folder.useData()
        let (recording, trace, wasCancelled) = RunCommand.run(document, options, isTraced: true)
        if wasCancelled { return nil }
        for record in recording.cells where record.status == .failed || record.status == .refused {
            var text = ""
            for diagnostic in record.diagnostics { text += diagnostic.rendered }
            failures.append(text + "\(Argument.escaped(file.name)): error: cell `\(record.label)` failed")
        }
        for value in recording.values {
            if case .failed(let diagnostic) = value { failures.append(diagnostic.rendered) }
        }
        let assets = PageAssetReader.read(document, in: folder.path)
        for refusal in assets.refusals { failures.append("\(Argument.escaped(file.name)): error: \(refusal)") }
        var lesson = Site.Lesson(file: file.name, document: document, recording: recording, images: assets.images)
        lesson.trace = trace
        return lesson
    }

    // MARK: Writing

    private func write(_ pages: [Site.Page], to folder: Argument) throws(CommandError) {
        try OutputFolder.make(folder)
        for page in pages {
            try OutputFolder.file(page.name, in: folder).write(Array(page.text.utf8), unlessSame: true)
        }
        if !settings.isQuiet {
            command.tell("learn: \(pages.count) pages in `\(folder.shown)`\n")
        }
    }

    private func exportPackage(_ folder: LessonFolder) throws(CommandError) -> ExitCode {
        guard let output = settings.output else { return .usage }
        var documents: [Document] = []
        for file in folder.files { documents.append(try read(file)) }
        try OutputFolder.make(output)
        let package = SwiftPackageExport(
            documents, showsSolutions: !settings.hidesSolutions, data: folder.data)
        for file in package.files {
            try OutputFolder.file(file.name, in: output).write(file.bytes, unlessSame: true)
        }
        return .fine
    }
}
