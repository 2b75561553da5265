import Elementary
import LessonModel
import LessonReader
import Notebook
import Report
import SourceText
import Terminal

/// `learn check`: grades students' files by the lesson's own checks.
struct CheckCommand {
    let command: Command
    let settings: Settings
    let operands: [Argument]

    func run() throws(CommandError) -> ExitCode {
        var checkers = Checkers(settings)
        if let lesson = settings.lesson { try checkers.fix(lesson) }
        let files = try operands.map { operand throws(CommandError) in try StudentFile(operand, isAlone: isAlone) }
        if !isAlone { try checkers.find(among: files) }
        var results: [CheckResult] = []
        var code = ExitCode.fine
        for file in files {
            let (result, master) = try check(file, &checkers)
            if Interrupt.isRequested {
                command.tell("learn: interrupted\n")
                return .interrupted
            }
            if !result.problem.isEmpty {
                code = .unreadable
            } else if result.status != .pass, code == .fine {
                code = .failed
            }
            results.append(result)
            if settings.format == .json {
                _ = try command.show(Self.line(result), .fine)
            } else if isAlone, let master {
                code = try show(result, master, code)
                if let name = file.bundledName {
                    command.tell(
                        "learn: nothing is answered in learn's own `\(name)`; "
                            + "`learn new \(name) --lesson \(name)` writes a copy for your answers\n")
                }
            }
        }
        if settings.format == .text, !isAlone, !settings.isQuiet {
            _ = try command.show(CheckReport.table(results, style: style), .fine)
        }
        return code
    }

    private var isAlone: Bool { operands.count == 1 }

    private func check(
        _ file: StudentFile, _ checkers: inout Checkers
    ) throws(CommandError) -> (CheckResult, Checkers.Master?) {
        guard let document = file.document else {
            let result = checkers.common?.checker.unreadable(file.name, file.problem)
            return (result ?? CheckResult(file: file.name, lesson: "", title: "", problem: file.problem), nil)
        }
        let master = try checkers.master(of: file)
        return (master.checker.check(document, diagnostics: file.diagnostics), master)
    }

    /// Gives the command's code, which for a lesson of its own is the author's.
    private func show(
        _ result: CheckResult, _ master: Checkers.Master, _ code: ExitCode
    ) throws(CommandError) -> ExitCode {
        var progress = Progress.load()
        let lesson = master.isBundled ? result.lesson : nil
        // Of other lessons only the hints are remembered, so that the next call gives the next one.
        let key = lesson ?? Self.key(of: master.checker.lesson.fileName)
        var help: [CheckReport.Help] = []
        for exercise in result.exercises where exercise.status != .pass {
            help.append(self.help(exercise, key, &progress))
        }
        if let lesson {
            for exercise in result.exercises where exercise.status == .pass {
                progress[.exercise, lesson, exercise.id] = "passed"
            }
        }
        if lesson != nil || settings.wantsHint { progress.save() }
        if master.isOwn, result.exercises.allSatisfy({ $0.status == .todo || $0.status == .pass }) {
            return try showOwn(result, master.checker)
        }
        if settings.isQuiet, result.status == .pass { return code }
        let report = CheckReport(
            result: result, lesson: master.checker.lesson, style: style, help: help, isOwn: master.isOwn)
        return try command.show(report.text, code)
    }

    /// A lesson's file as one word of the record of progress.
    private static func key(of fileName: String) -> String {
        "file:" + String(decoding: fileName.utf8.map { $0 > 0x20 && $0 < 0x7F ? $0 : 0x5F }, as: UTF8.self)
    }

    /// The next hint on each call, as far as it is remembered which one was the last; the solution after a try.
    private func help(
        _ exercise: CheckedExercise, _ lesson: String, _ progress: inout Progress
    ) -> CheckReport.Help {
        let isTried = exercise.status != .todo && exercise.status != .missing
        var help = CheckReport.Help(
            exercise: exercise.id, showsSolution: settings.wantsSolution && isTried,
            refusesSolution: settings.wantsSolution && !isTried)
        guard settings.wantsHint else { return help }
        let seen = progress[.hints, lesson, exercise.id].flatMap { Int($0) } ?? 0
        help.hints = min(max(0, seen) + 1, exercise.hintCount)
        if help.hints > 0 { progress[.hints, lesson, exercise.id] = "\(help.hints)" }
        return help
    }

    /// A lesson by itself, its exercises as they are handed out: its author wants solutions to pass and stubs to fail.
    private func showOwn(_ result: CheckResult, _ checker: LessonChecker) throws(CommandError) -> ExitCode {
        let report = AuthorReport(
            result: result, solutions: checker.checkSolutions(), stubs: checker.checkStubs(), style: style)
        if settings.isQuiet, report.isSound { return .fine }
        return try command.show(report.text, report.isSound ? .fine : .failed)
    }

    private var style: TextStyle {
        let terminal = TerminalSettings(color: settings.color)
        return TextStyle(width: terminal.width, color: terminal.hasColor, unicode: terminal.hasUnicode)
    }

    /// JSON on one line, so that many files give a line each.
    private static func line(_ result: CheckResult) -> String {
        var bytes: [UInt8] = []
        var isIndent = false
        for byte in result.json(numberText: Elementary.describe) {
            // Within strings line feeds are escaped: those that stand here are layout.
            if byte == 0x0A {
                isIndent = true
            } else if !isIndent || byte != 0x20 {
                isIndent = false
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}
