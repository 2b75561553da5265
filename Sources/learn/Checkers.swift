import LessonModel
import LessonReader
import Notebook
import SourceText

/// A file that was handed in, as far as it can be read.
struct StudentFile {
    let name: String
    let operand: Argument
    /// Nil where `problem` says why.
    private(set) var document: Document?
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var problem = ""
    /// The file name of the lesson that came with learn, where there is no such file: nobody has answered in it.
    private(set) var bundledName: String?

    /// One bad file among many is listed, and the others are graded; by itself it ends the command.
    init(_ operand: Argument, isAlone: Bool) throws(CommandError) {
        name = operand.text
        self.operand = operand
        do throws(CommandError) {
            let source = try LessonSource.find(operand)
            (document, diagnostics) = LessonReader.read(bytes: source.bytes, fileName: source.name)
            if !source.isFile, operand.bytes != [UInt8(ascii: "-")] { bundledName = source.name }
        } catch {
            if isAlone || error.code != .unreadable { throw error }
            problem = error.message
        }
    }
}

/// The checkers of the lessons that a call needs, each made once.
struct Checkers {
    /// A lesson's checker, and beside which file the lesson's data are looked for: never beside a student's.
    struct Master {
        var checker: LessonChecker
        var place: Argument?
        /// Whether the lesson is one that came with learn.
        var isBundled = false
        /// Whether the file that is checked is itself the lesson.
        var isOwn = false
    }

    /// The lesson of files that do not say whose copy they are.
    private(set) var common: Master?
    /// The file that `--lesson` named, for all files.
    private var fixed: Argument?
    private var known: [String: Master] = [:]
    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    /// Takes one lesson for all files.
    mutating func fix(_ operand: Argument) throws(CommandError) {
        let source = try LessonSource.find(operand)
        let (document, diagnostics) = LessonReader.read(bytes: source.bytes, fileName: source.name)
        try Self.refuse(document, diagnostics)
        let isFile = try InputFile.read(operand) != nil
        common = Master(checker: try make(document), place: isFile ? operand : nil, isBundled: !isFile)
        fixed = operand
    }

    /// Of many files, those that cannot be told are taken for copies of the same lesson as the first that can.
    mutating func find(among files: [StudentFile]) throws(CommandError) {
        for file in files where common == nil {
            if let document = file.document, let lesson = Self.original(of: document) {
                common = Master(checker: try make(lesson), isBundled: true)
            }
        }
        if let common { known[common.checker.lesson.fileName] = common }
    }

    /// The checker of the lesson that a file is a copy of: by its name, by its title, or by its exercises. A file that
    /// is no copy is a lesson of its own.
    mutating func master(of file: StudentFile) throws(CommandError) -> Master {
        let document = file.document ?? Document(fileName: file.name)
        let master = try found(document, file)
        DataFolder.use(beside: master.place)
        return master
    }

    private mutating func found(_ document: Document, _ file: StudentFile) throws(CommandError) -> Master {
        if var common, let fixed {
            // A lesson named as its own master is its author's, whichever name it bears.
            common.isOwn = common.place != nil && file.operand == fixed
            return common
        }
        let original = Self.original(of: document)
        if original == nil, let common { return common }
        if let master = known[original?.fileName ?? document.fileName] { return master }
        var master: Master
        if let original {
            master = Master(checker: try make(original), isBundled: true)
        } else {
            try Self.refuse(document, file.diagnostics)
            master = Master(checker: try make(document), place: file.operand, isOwn: true)
        }
        known[master.checker.lesson.fileName] = master
        return master
    }

    private static func original(of document: Document) -> Document? {
        let name = Argument(document.fileName).lastComponent.text
        let lessons = Course.lessons.map { $0.document }
        if let lesson = lessons.first(where: { $0.fileName == name }) { return lesson }
        if let lesson = lessons.first(where: { $0.title == document.title }) { return lesson }
        // One exercise of the same name may be chance.
        let ids = exercises(of: document)
        return lessons.first { lesson in exercises(of: lesson).filter { ids.contains($0) }.count >= 2 }
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
