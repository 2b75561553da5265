import LessonModel
import LessonReader
import SourceText

func read(_ text: String) -> (document: Document, diagnostics: [Diagnostic]) {
    LessonReader.read(bytes: Array(text.utf8), fileName: "lesson.md")
}

/// The diagnostics as `line:column: message`, with the hint behind ` | `.
func complaints(_ text: String) -> [String] {
    read(text).diagnostics.map { diagnostic in
        let place = diagnostic.location
        let hint = diagnostic.hint.isEmpty ? "" : " | " + diagnostic.hint
        return "\(place.line):\(place.column): \(diagnostic.message)\(hint)"
    }
}

/// Blocks in a short notation, one line each, for tests that look at structure.
func outline(_ text: String) -> String { outline(read(text).document.blocks) }

func outline(_ blocks: [Block]) -> String { blocks.map(outline).joined(separator: "\n") }

private func outline(_ block: Block) -> String {
    switch block.kind {
    case .heading(let heading): return "h\(heading.level)(\(outline(heading.inlines)))"
    case .paragraph(let inlines): return "p(\(outline(inlines)))"
    case .list(let list):
        return (list.isTight ? "list" : "loose") + "[" + list.items.map { outline($0) }.joined(separator: "; ") + "]"
    case .quote(let blocks): return "quote[" + outline(blocks) + "]"
    case .code(let language, let text): return "code(\(language): \(text.debugDescription))"
    case .table(let table):
        let rows = ([table.header] + table.rows).map { $0.map { outline($0) }.joined(separator: " | ") }
        return "table{" + rows.joined(separator: " / ") + "}"
    case .mathematics(let formula): return "math(\(formula.plainText))"
    case .thematicBreak: return "rule"
    case .cell(let cell): return "cell(\(cell.name))"
    case .hint(let exercise, let blocks): return "hint(\(exercise))[" + outline(blocks) + "]"
    case .quiz(let quiz): return "quiz(\(quiz.id))"
    }
}

func outline(_ inlines: [Inline]) -> String {
    inlines.map { inline in
        switch inline {
        case .text(let text): return text
        case .emphasis(let inner): return "_" + outline(inner) + "_"
        case .strong(let inner): return "*" + outline(inner) + "*"
        case .code(let code): return "`" + code + "`"
        case .link(let link): return "<" + outline(link.inlines) + ">(" + link.url + ")"
        case .image(let image): return "!<" + image.alternative + ">(" + image.url + ")"
        case .mathematics(let formula): return "$" + formula.plainText + "$"
        case .softBreak: return "⏎"
        case .hardBreak: return "⏎⏎"
        case .expression(let expression): return "{{" + expression.source + "}}"
        }
    }.joined()
}
