import LessonModel
import SourceText

/// What is shared by all parts of one reading: the file, what has been found wrong, what has been taken out.
final class ReadingContext {
    static let diagnosticLimit = 500

    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    private var leftOut = 0
    var exercises = ExerciseRegister()
    /// What marks in the text stand for; a mark is the index between U+FDD0 and U+FDD1.
    private(set) var pieces: [Piece] = []
    var tables: [TableShape] = []
    /// How many empty cells may still be added to rows that are too short.
    var paddingLeft = 200_000
    var cellCount = 0
    var expressionCount = 0
    private var slugs: [String: Int] = [:]

    init(file: SourceFile) { self.file = file }

    /// Past the limit errors are only counted.
    var hasRoom: Bool { diagnostics.count < Self.diagnosticLimit }

    func report(
        _ severity: Diagnostic.Severity = .error, at span: Span, _ message: String, hint: String = "",
        notes: [Diagnostic] = []
    ) {
        guard hasRoom else {
            leftOut += 1
            return
        }
        diagnostics.append(Diagnostic(severity, in: file, at: span, message, hint: hint, notes: notes))
    }

    func note(at span: Span, _ message: String) -> Diagnostic {
        Diagnostic(.note, in: file, at: span, message)
    }

    /// In the order of the file.
    func sortedDiagnostics() -> [Diagnostic] {
        var sorted = diagnostics.enumerated().sorted {
            ($0.element.span.lower, $0.offset) < ($1.element.span.lower, $1.offset)
        }.map(\.element)
        if leftOut > 0 {
            let end = file.bytes.count
            sorted.append(Diagnostic(in: file, at: Span(end, end), "\(leftOut) further errors are not shown"))
        }
        return sorted
    }

    // MARK: Marks

    func mark(_ piece: Piece) -> [UInt8] {
        pieces.append(piece)
        return Self.markOpen + Array("\(pieces.count - 1)".utf8) + Self.markClose
    }

    static let markOpen: [UInt8] = [0xEF, 0xB7, 0x90]
    static let markClose: [UInt8] = [0xEF, 0xB7, 0x91]

    /// Cuts text at its marks.
    func split(_ text: String) -> [Fragment] {
        guard text.utf8.contains(0xEF) else { return text.isEmpty ? [] : [.text(text)] }
        var fragments: [Fragment] = []
        var run = ""
        var index: Int?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFDD0: index = 0
            case 0xFDD1:
                if !run.isEmpty { fragments.append(.text(run)) }
                run = ""
                if let index, index < pieces.count { fragments.append(.piece(pieces[index])) }
                index = nil
            default:
                if let number = index {
                    index = number &* 10 &+ Int(scalar.value & 15)
                } else {
                    run.unicodeScalars.append(scalar)
                }
            }
        }
        if !run.isEmpty { fragments.append(.text(run)) }
        return fragments
    }

    /// The text with the marks as the source that they replaced: for code, addresses and raw HTML.
    func restored(_ text: String) -> String {
        guard text.utf8.contains(0xEF) else { return text }
        var result = ""
        for fragment in split(text) {
            switch fragment {
            case .text(let run): result += run
            case .piece(let piece): result += piece.source
            }
        }
        return result
    }

    // MARK: Heading ids

    /// As Git hosts make them: lower case, spaces as hyphens, other punctuation gone, a number where it repeats.
    func slug(_ text: String) -> String {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar == " " {
                slug += "-"
            } else if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
                || scalar.properties.numericType != nil
            {
                slug.unicodeScalars.append(scalar)
            }
        }
        if slug.isEmpty { slug = "section" }
        while true {
            let count = slugs[slug, default: 0]
            slugs[slug] = count + 1
            if count == 0 { return slug }
            slug += "-\(count)"
        }
    }
}

/// Something taken out of the text before cmark reads it.
struct Piece {
    enum Kind {
        case mathematics(Formula)
        /// The expression without its place among the others, which is known when the text is put together.
        case expression(source: String, line: Int, column: Int)
        /// Begins the heading that a table's cell travels as; the index is the table's in the context.
        case tableCell(table: Int, row: Int, column: Int)
        case tableCellEnd
    }

    var kind: Kind
    /// The text that it replaced.
    var source: String
    var firstLine: Int
    var lastLine: Int
}

enum Fragment {
    case text(String)
    case piece(Piece)
}

struct TableShape {
    var alignments: [Table.Alignment]
    var rowCount: Int
}
