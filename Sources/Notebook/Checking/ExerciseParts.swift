import LessonModel
import SourceText
import Syntax

/// An exercise of a lesson with all that belongs to it.
struct ExerciseParts {
    let id: String
    let stub: Cell
    let checks: [Cell]
    let solution: Cell?
    let hintCount: Int
    /// What the checks may name of an answer: what the stub declares, else what the solution does.
    let interface: [String]

    /// The exercises of a lesson, in its order.
    static func all(in document: Document) -> [ExerciseParts] {
        var checks: [String: [Cell]] = [:]
        var solutions: [String: Cell] = [:]
        var hints: [String: Int] = [:]
        document.visit { block in
            switch block.kind {
            case .cell(let cell):
                if case .check(let id) = cell.kind { checks[id, default: []].append(cell) }
                if case .solution(let id) = cell.kind { solutions[id] = cell }
            case .hint(let id, _): hints[id, default: 0] += 1
            default: break
            }
        }
        var found: [ExerciseParts] = []
        for cell in document.cells {
            guard case .exercise(let id) = cell.kind else { continue }
            var interface = InterfaceNames.of(cell.sourceFile(named: document.fileName))
            if interface.isEmpty, let solution = solutions[id] {
                interface = InterfaceNames.of(solution.sourceFile(named: document.fileName))
            }
            found.append(
                ExerciseParts(
                    id: id, stub: cell, checks: checks[id] ?? [], solution: solutions[id], hintCount: hints[id] ?? 0,
                    interface: interface))
        }
        return found
    }

    /// What the exercise is worth: what it says, else what its checks say, else 1.
    var maximum: Double {
        if let points = stub.options.points { return points }
        if !isScoredByChecks { return 1 }
        return checks.reduce(0) { $0 + ($1.options.points ?? 1) }
    }

    /// Whether checks count one by one: where one of them says what it is worth.
    var isScoredByChecks: Bool { checks.contains { $0.options.points != nil } }

    /// A check's share of it. Each counts as much as the others, or by the points that it names.
    func share(of check: Cell) -> Double {
        let sum = checks.reduce(0) { $0 + ($1.options.points ?? 1) }
        return sum > 0 ? maximum * (check.options.points ?? 1) / sum : 0
    }
}

/// The names that a cell gives to others: its own declarations, and the members of its extensions.
enum InterfaceNames {
    static func of(_ file: SourceFile) -> [String] {
        var names: [String] = []
        for declared in DeclaredName.all(in: file) { names.append(declared.name) }
        for statement in Parser(file: file).parse().statements {
            guard case .declaration(let declaration) = statement.kind,
                case .extension(let syntax) = declaration.kind
            else { continue }
            for member in syntax.members { names.append(file.text(member.nameSpan)) }
        }
        return names
    }
}

/// Whether an exercise's cell is still as it was handed out.
enum Stub {
    /// What stands where an answer belongs.
    public static let marker = "YOUR CODE HERE"

    /// Whether two cells have the same code: blanks and comments do not count.
    static func isSame(_ a: SourceFile, _ b: SourceFile) -> Bool { code(of: a) == code(of: b) }

    /// The first blank, `___`, that nobody has filled in.
    static func blank(in file: SourceFile) -> Span? {
        for token in Lexer.tokens(of: file) where token.kind == .identifier {
            if file.text(token.span) == "___" { return token.span }
        }
        return nil
    }

    /// Whether a lesson's own cell waits for an answer: it has a blank, the marker, or no code at all.
    static func isWaiting(_ file: SourceFile) -> Bool {
        if blank(in: file) != nil { return true }
        var hasCode = false
        for token in Lexer.tokens(of: file) {
            switch token.kind {
            case .lineComment, .blockComment: if contains(file.text(token.span), marker) { return true }
            case .endOfFile: break
            default: hasCode = true
            }
        }
        return !hasCode
    }

    private static func code(of file: SourceFile) -> [String] {
        var code: [String] = []
        for token in Lexer.tokens(of: file) {
            switch token.kind {
            case .lineComment, .blockComment, .endOfFile: continue
            default: code.append(file.text(token.span))
            }
        }
        return code
    }

    private static func contains(_ text: String, _ part: String) -> Bool {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        guard bytes.count >= wanted.count else { return false }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
            if Array(bytes[start..<start + wanted.count]) == wanted { return true }
        }
        return false
    }
}
