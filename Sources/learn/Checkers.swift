import LessonModel
import LessonReader
import Notebook
import SourceText

/// A file that was handed in, as far as it can be read.
struct StudentFile {
    let name: String
    /// Nil where `problem` says why.
    private(set) var document: Document?
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var problem = ""

    /// One bad file among many is listed, and the others are graded; by itself it ends the command.
    init(_ operand: Argument, isAlone: Bool) throws(CommandError) {
        name = operand.text
        do throws(CommandError) {
            let source = try LessonSource.find(operand)
            (document, diagnostics) = LessonReader.read(bytes: source.bytes, fileName: source.name)
        } catch {
            if isAlone || error.code != .unreadable { throw error }
            problem = error.message
        }
    }
}

/// The checkers of the lessons that a call needs, each made once.
struct Checkers {
    /// The lesson of files that do not say whose copy they are.
    private(set) var common: LessonChecker?
    private var isFixed = false
    private var known: [String: LessonChecker] = [:]
    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    /// Takes one lesson for all files.
    mutating func fix(_ operand: Argument) throws(CommandError) {
        let source = try LessonSource.find(operand)
        let (document, diagnostics) = LessonReader.read(bytes: source.bytes, fileName: source.name)
        try Self.refuse(document, diagnostics)
        common = try make(document)
        isFixed = true
    }

    /// Of many files, those that cannot be told are taken for copies of the same lesson as the first that can.
    mutating func find(among files: [StudentFile]) throws(CommandError) {
        for file in files where common == nil {
            if let document = file.document, let lesson = Self.original(of: document) { common = try make(lesson) }
        }
        if let common { known[common.lesson.fileName] = common }
    }

    /// The checker of the lesson that a file is a copy of: by its name, by its title, or by its exercises. A file that
    /// is no copy is a lesson of its own.
    mutating func checker(for file: StudentFile) throws(CommandError) -> LessonChecker {
        let document = file.document ?? Document(fileName: file.name)
        if let common, isFixed { return common }
        let original = Self.original(of: document)
        if original == nil, let common { return common }
        if let checker = known[original?.fileName ?? document.fileName] { return checker }
        if original == nil { try Self.refuse(document, file.diagnostics) }
        let checker = try make(original ?? document)
        known[checker.lesson.fileName] = checker
        return checker
    }

    private static func original(of document: Document) -> Document? {
        let name = Argument(document.fileName).lastComponent.text
        let lessons = Course.lessons.map { $0.document }
        if let lesson = lessons.first(where: { $0.fileName == name }) { return lesson }
        if let lesson = lessons.first(where: { $0.title == document.title }) { return lesson }
        let ids = exercises(of: document)
        return lessons.first { lesson in exercises(of: lesson).contains { ids.contains($0) } }
    }

    private static func exercises(of document: Document) -> [String] {
        document.cells.compactMap { if case .exercise(let id) = $0.kind { id } else { nil } }
    }

    private static func refuse(_ document: Document, _ diagnostics: [Diagnostic]) throws(CommandError) {
        var text = ""
        for diagnostic in diagnostics where diagnostic.severity == .error {
            text += DiagnosticRenderer().render(diagnostic)
        }
        let name = Argument.escaped(document.fileName)
        if !text.isEmpty {
            throw CommandError(
                "`\(name)` has errors, so nothing can be checked by it", code: .unreadable, details: text)
        }
        if exercises(of: document).isEmpty {
            throw CommandError(
                "`\(name)` has no exercises and is no copy of a lesson; name the lesson with `--lesson`",
                code: .unreadable)
        }
    }

    private func make(_ document: Document) throws(CommandError) -> LessonChecker {
        var options = CheckOptions()
        options.budget = settings.budget
        options.isCancelled = { Interrupt.isRequested }
        if let id = settings.exercise {
            let ids = Self.exercises(of: document)
            guard ids.contains(id) else {
                let hint = Spelling.nearest(to: id, among: ids).map { "did you mean `\($0)`?" }
                throw .usage(
                    "there is no exercise `\(Argument.escaped(id))`; "
                        + (hint ?? "there are " + ids.joined(separator: ", ")))
            }
            options.exercises = [id]
        }
        return LessonChecker(document, options: options)
    }
}
