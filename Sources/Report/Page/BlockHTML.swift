import LessonModel

/// Blocks for the page.
extension PageWriter {
    mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    mutating func write(_ block: Block) {
        switch block.kind {
        case .heading(let heading): write(heading)
        case .paragraph(let inlines):
            html.open("p")
            write(inlines)
            html.markup("</p>\n")
        case .list(let list): write(list)
        case .quote(let blocks):
            html.markup("<blockquote>")
            write(blocks)
            html.markup("</blockquote>\n")
        case .code(let language, let text): write(listing: text, in: language)
        case .table(let table): write(table)
        case .mathematics(let formula):
            html.markup("<div class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">")
            html.math(formula)
            html.markup("</div>\n")
        case .thematicBreak: html.markup("<hr>\n")
        case .cell(let cell): write(cell)
        case .hint(let exercise, let blocks):
            if !view.hasExercise(exercise) { write(hints: [blocks], solution: nil) }
        case .quiz(let quiz): write(quiz)
        }
    }

    /// The title is the page's only first-level heading.
    private mutating func write(_ heading: Heading) {
        let id: HTMLWriter.Attributes = [("id", id("s", heading.id))]
        switch heading.level {
        case ...2:
            html.open("h2", id)
            write(heading.inlines)
            html.markup("</h2>\n")
        case 3:
            html.open("h3", id)
            write(heading.inlines)
            html.markup("</h3>\n")
        default:
            html.open("h4", id)
            write(heading.inlines)
            html.markup("</h4>\n")
        }
    }

    private mutating func write(_ list: List) {
        if case .ordered(let start) = list.style {
            html.open("ol", start == 1 ? [] : [("start", "\(start)")])
        } else {
            html.open("ul")
        }
        for item in list.items {
            html.open("li")
            write(item: item, isTight: list.isTight)
            html.close("li")
        }
        html.close(list.style == .bullet ? "ul" : "ol")
        html.text("\n")
    }

    /// The paragraphs of a tight list stand without an element of their own.
    private mutating func write(item: [Block], isTight: Bool) {
        for block in item {
            if isTight, case .paragraph(let inlines) = block.kind { write(inlines) } else { write(block) }
        }
    }

    private mutating func write(listing text: String, in language: String) {
        html.markup("<pre class=\"listing\" tabindex=\"0\">")
        let isSwift = language == "swift"
        for pieces in isSwift ? CodeColours.lines(of: text) : CodeColours.plainLines(of: text) {
            html.pieces(pieces, symbols: "span")
            html.text("\n")
        }
        html.markup("</pre>\n")
    }

    // MARK: Tables

    private mutating func write(_ table: Table) {
        html.markup(
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table class=\"words\"><thead><tr>"
        )
        for (column, cell) in table.header.enumerated() {
            // Above a column of row names nothing stands, and nothing is no header.
            if cell.isEmpty {
                html.element("td", text: "")
                continue
            }
            html.open("th", [("scope", "col"), ("class", alignment(table, column))])
            write(cell)
            html.close("th")
        }
        html.markup("</tr></thead><tbody>")
        for row in table.rows {
            html.open("tr")
            for (column, cell) in row.enumerated() {
                html.open("td", [("class", alignment(table, column))])
                write(cell)
                html.close("td")
            }
            html.close("tr")
        }
        html.markup("</tbody></table></div>\n")
    }

    private func alignment(_ table: Table, _ column: Int) -> String {
        guard table.alignments.indices.contains(column) else { return "left" }
        switch table.alignments[column] {
        case .right: return "right"
        case .center: return "center"
        case .left, .unspecified: return "left"
        }
    }

    // MARK: Quizzes and hints

    /// Choices with their reasons, shown by the choice itself without a script.
    private mutating func write(_ quiz: Quiz) {
        let id = id("q", quiz.id)
        var correct = 0
        for choice in quiz.choices where choice.isCorrect { correct += 1 }
        html.open(
            "div", [("class", "ask"), ("role", "group"), ("aria-labelledby", id)])
        html.markup("<h3>Check yourself</h3>")
        html.open("p", [("id", id)])
        write(quiz.question)
        html.close("p")
        html.open("ul")
        for (index, choice) in quiz.choices.enumerated() {
            let own = id + "-\(index)"
            html.open("li")
            html.open("input", [("type", correct > 1 ? "checkbox" : "radio"), ("name", id), ("id", own)])
            html.open("label", [("for", own)])
            write(choice.inlines)
            html.close("label")
            html.open("div", [("class", choice.isCorrect ? "why ok" : "why")])
            html.element("b", text: choice.isCorrect ? "Yes." : "Not quite.")
            html.text(" ")
            write(item: choice.reason, isTight: true)
            html.markup("</div></li>")
        }
        html.markup("</ul></div>\n")
    }

    /// Each hint within the one before, and the solution within the last.
    mutating func write(hints: [[Block]], solution: Cell?) {
        for (index, hint) in hints.enumerated() {
            html.open("details", index == 0 ? [("class", "hint")] : [])
            html.element("summary", text: hints.count == 1 ? "Hint" : "Hint \(index + 1) of \(hints.count)")
            write(hint)
        }
        if let solution {
            html.open("details", hints.isEmpty ? [("class", "hint")] : [])
            html.element("summary", text: "Show a solution")
            write(source: solution)
            html.close("details")
        }
        for _ in hints { html.close("details") }
        html.text("\n")
    }
}
