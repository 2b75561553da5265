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
            let (result, checker) = try check(file, &checkers)
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
            } else if isAlone, let checker {
                try show(result, checker)
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
    ) throws(CommandError) -> (CheckResult, LessonChecker?) {
        guard let document = file.document else {
            let result = checkers.common?.unreadable(file.name, file.problem)
            return (result ?? CheckResult(file: file.name, lesson: "", title: "", problem: file.problem), nil)
        }
        let checker = try checkers.checker(for: file)
        return (checker.check(document, diagnostics: file.diagnostics), checker)
    }

    private func show(_ result: CheckResult, _ checker: LessonChecker) throws(CommandError) {
        if settings.isQuiet, result.status == .pass { return }
        var help: [CheckReport.Help] = []
        for exercise in result.exercises where exercise.status != .pass {
            let isTried = exercise.status != .todo && exercise.status != .missing
            help.append(
                CheckReport.Help(
                    exercise: exercise.id, hints: settings.wantsHint ? 1 : 0,
                    showsSolution: settings.wantsSolution && isTried))
        }
        let report = CheckReport(result: result, lesson: checker.lesson, style: style, help: help)
        _ = try command.show(report.text, .fine)
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
