import LessonModel
import LessonReader

/// `learn new`: a template for authors, or a copy of a lesson for a student's answers.
struct NewCommand {
    let command: Command
    let settings: Settings
    let operand: Argument

    func run() throws(CommandError) -> ExitCode {
        if operand.bytes == [UInt8(ascii: "-")] { return try command.show(try text(), .fine) }
        let text = try text()
        let file = try OutputFile(operand)
        if file.exists { throw CommandError("`\(operand.shown)` is there already", code: .unwritable) }
        try file.write(Array(text.utf8))
        let run = "learn run \(operand.shown)"
        let check = "learn check \(operand.shown)"
        if settings.isQuiet { return .fine }
        return try command.show(
            settings.lesson == nil
                ? "\(operand.shown): a lesson to change\n\(run) shows it, \(check) tries its exercises\n"
                    + "learn help authoring tells more\n"
                : "\(operand.shown): your copy; write your answers where it says so\n\(check) tries them\n", .fine)
    }

    private func text() throws(CommandError) -> String {
        guard let lesson = settings.lesson else { return Template.text }
        let source = try LessonSource.find(lesson)
        if source.isProgram { throw .usage("`\(lesson.shown)` is no lesson") }
        return StudentCopy.of(source.bytes, named: source.name)
    }
}

/// A lesson as a student gets it: without solutions and hidden checks, everything else as it stands.
enum StudentCopy {
    static func of(_ bytes: [UInt8], named name: String) -> String {
        let document = LessonReader.read(bytes: bytes, fileName: name).document
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        var dropped: Set<Int> = []
        for cell in document.cells {
            let isSolution = if case .solution = cell.kind { true } else { false }
            guard isSolution || cell.options.hidden else { continue }
            let end = cell.firstLine + cell.source.utf8.filter { $0 == 0x0A }.count
            for line in cell.fenceLine...end { dropped.insert(line) }
            // The blank line that parts it from the next block.
            if end < lines.count, lines[end].allSatisfy(\.isWhitespace) { dropped.insert(end + 1) }
        }
        var text = ""
        for (index, line) in lines.enumerated() where !dropped.contains(index + 1) {
            text += line + (index + 1 < lines.count ? "\n" : "")
        }
        return text
    }
}
