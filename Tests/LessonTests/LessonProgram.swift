import Foundation
import LessonModel

/// A lesson as one Swift program for the real compiler: its cells in their order, each exercise replaced by its
/// solution, and the `{{ expressions }}` of the prose where they stand.
struct LessonProgram {
    /// Begins a line that names the section of output below it.
    static let mark = "\u{1}"

    /// The lesson's own statements, which the interpreter takes as well.
    private(set) var body = ""

    /// The whole program for `swiftc`.
    var source: String { Self.head + body }

    private static let head = """
        import LessonKit
        import NeuralCore

        final class OracleSink: LessonSink {
            func receive(_ report: LessonReport) {
                guard case .expectation(let expectation) = report else { return }
                print(expectation.isMet ? "met" : "unmet", expectation.message, expectation.expected, expectation.actual)
            }
        }
        Lesson.sink = OracleSink()

        """

    /// - Parameter attempts: Answers to exercises, tried out against their checks after everything else.
    init(_ document: Document, withChecks: Bool, attempts: [Attempt] = []) {
        let cells = document.cells
        let expressions = document.expressions
        var next = 0
        for position in 0...cells.count {
            while next < expressions.count, expressions[next].cellsBefore <= position {
                begin("value \(next)")
                body += "print((\(expressions[next].source)))\n"
                next += 1
            }
            if position < cells.count { add(cells[position], of: document, withChecks: withChecks) }
        }
        for attempt in attempts { add(attempt, of: document) }
    }

    private mutating func begin(_ section: String) {
        body += "print(\"\\u{1}\(section)\")\n"
    }

    private mutating func add(_ cell: Cell, of document: Document, withChecks: Bool) {
        switch cell.kind {
        case .solution: return
        case .check: if !withChecks { return }
        case .exercise(let id):
            for solution in document.cells(.solution(id)) { body += solution.source }
            return
        case .ordinary, .setup: if !cell.options.eval { return }
        }
        begin("cell \(cell.name)")
        body += cell.options.scope == .local ? "do {\n\(cell.source)\n}\n" : cell.source
    }

    private mutating func add(_ attempt: Attempt, of document: Document) {
        begin("attempt \(attempt.name)")
        body += "do {\n\(attempt.source)\n"
        for check in document.cells(.check(attempt.exercise)) { body += check.source }
        body += "}\n"
    }

    /// The printed text of each section, in order.
    static func sections(of output: String) -> [(name: String, text: String)] {
        var found: [(name: String, text: String)] = []
        for piece in output.components(separatedBy: mark).dropFirst() {
            let parts = piece.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            found.append((String(parts[0]), parts.count > 1 ? String(parts[1]) : ""))
        }
        return found
    }
}

/// A wrong answer to an exercise that a reader may well give.
struct Attempt {
    var name: String
    var exercise: String
    var source: String
}
