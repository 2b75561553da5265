import LessonModel

/// Blocks for the terminal.
extension TextWriter {
    mutating func write(_ blocks: [Block], isTight: Bool = false) {
        for block in blocks {
            if !isTight || lines.isEmpty { space() }
            write(block)
        }
    }

    mutating func write(_ block: Block) {
        switch block.kind {
        case .heading(let heading): write(heading)
        case .paragraph(let inlines): addWrapped(pieces(inlines))
        case .list(let list): write(list)
        case .quote(let blocks):
            var writer = inner(by: 2)
            writer.write(blocks)
            add(writer.lines, first: "  ", rest: "  ")
        case .code(_, let text): write(code: CodeColours.plainLines(of: text), firstLine: nil)
        case .table(let table): write(table)
        case .mathematics(let formula): write(formula)
        case .thematicBreak: add("    *  *  *", .soft)
        case .cell(let cell): write(cell)
        case .hint(let exercise, let blocks): write(hint: blocks, for: exercise)
        case .quiz(let quiz): write(quiz)
        }
    }

    private mutating func write(_ heading: Heading) {
        let isHigh = heading.level <= 2
        var bold: [Piece] = []
        for piece in pieces(heading.inlines, capitals: isHigh) {
            bold.append(piece.ink == .plain ? Piece(piece.text, .strong) : piece)
        }
        addWrapped(bold)
    }

    private mutating func write(_ list: List) {
        var number = 1
        if case .ordered(let start) = list.style { number = start }
        let isNumbered = list.style != .bullet
        let width = isNumbered ? Columns.of("\(number + max(0, list.items.count - 1)). ") : 2
        for (index, item) in list.items.enumerated() {
            if index > 0 && !list.isTight { space() }
            var writer = inner(by: width + 2)
            writer.write(item, isTight: list.isTight)
            var mark = isNumbered ? "\(number + index)." : "-"
            mark = String(repeating: " ", count: max(0, width - 1 - Columns.of(mark))) + mark
            add(writer.lines, first: "  " + mark + " ", rest: String(repeating: " ", count: width + 2))
        }
    }

    /// A displayed formula, set in, one line for each of its own.
    private mutating func write(_ formula: Formula) {
        for line in SafeText.lines(formula.plainText) {
            addWrapped(SymbolScanner.pieces(line, .formula), indent: 4, hanging: 4)
        }
    }

    /// Hints wait for the reader to ask; one that belongs to no exercise of the lesson is shown.
    private mutating func write(hint blocks: [Block], for exercise: String) {
        if view.hasExercise(exercise) { return }
        write(blocks)
    }

    private mutating func write(_ quiz: Quiz) {
        addWrapped(pieces(quiz.question))
        space()
        for (index, choice) in quiz.choices.enumerated() {
            addWrapped([Piece(Self.letter(index) + "\u{A0} ")] + pieces(choice.inlines), indent: 4, hanging: 3)
        }
        space()
        addWrapped([Piece(commands.quiz + " answers, with the reason for your choice", .soft)], indent: 4)
    }

    /// a, b … z, then numbers.
    static func letter(_ index: Int) -> String {
        index < 26 ? String(Character(Unicode.Scalar(UInt8(0x61 + index)))) : "\(index + 1)"
    }
}
