import LessonModel

/// The source around the step, with the values beside the lines that make them.
extension StepParts {
    private static let valueColumns = 3
    private static let valueWidth = 9

    func source(rows: Int, width: Int) -> [TextLine] {
        guard rows > 0, let cell = view.codeCell else { return [] }
        let code = CodeColours.lines(of: cell.source)
        let names = LineNames.lines(of: cell.source)
        let current = frame.place.line - cell.firstLine
        // The line stands a little below the middle: what has been counts more than what will be.
        var first = max(0, current - rows * 3 / 5)
        if first + rows > code.count { first = max(0, code.count - rows) }
        var lines: [TextLine] = []
        for index in first..<min(code.count, first + rows) {
            lines.append(
                line(
                    code[index], number: cell.firstLine + index, isCurrent: index == current,
                    names: index < names.count ? names[index] : [], width: width, cell: cell))
        }
        return lines
    }

    private func line(
        _ code: [Piece], number: Int, isCurrent: Bool, names: [LineNames.Name], width: Int, cell: Cell
    ) -> TextLine {
        let values = scope(ofLine: number, cell).map { self.values(of: names, inScope: $0) } ?? []
        let valuesWidth = values.reduce(0) { $0 + $1.width }
        var line = TextLine()
        let isStop = view.breakpoints.contains(number)
        line.append(isCurrent ? style.fold("▸") : isStop ? style.fold("●") : " ", isStop ? .loss : .strong)
        let digits = "\(number)"
        line.append(
            String(repeating: " ", count: max(0, 3 - digits.utf8.count)) + digits, isCurrent ? .strong : .soft)
        line.append(" ")
        let room = max(10, width - line.width - (valuesWidth > 0 ? valuesWidth + 1 : 0))
        line.append(isCurrent ? windowed(highlighted(code), room) : cut(TextLine(style.fold(code)), room))
        if valuesWidth > 0 {
            line.pad(to: width - valuesWidth)
            for value in values { line.append(value) }
        }
        return line
    }

    /// The scope whose variables a line's names are: of the innermost call of the function that it stands in; nil where
    /// that function does not run.
    private func scope(ofLine number: Int, _ cell: Cell) -> Int? {
        if FunctionLines.isOutside(number, in: cell) { return 0 }
        for index in frame.scopes.indices.reversed() where index > 0 {
            let line = index == frame.scopes.count - 1 ? frame.place.line : frame.scopes[index].line
            if FunctionLines.contains(number, and: line, in: cell) { return index }
        }
        return nil
    }

    // MARK: Values

    private func values(of names: [LineNames.Name], inScope scope: Int) -> [TextLine] {
        var numbers: [TextLine] = []
        var list: (text: String, isNew: Bool)?
        for name in names {
            guard let found = view.value(of: name, inScope: scope) else {
                numbers.append(aligned(style.fold("·"), isNew: false, ink: .soft))
                continue
            }
            let text = StepNarrator.value(found.variable)
            if found.variable.number != nil {
                numbers.append(aligned(style.fold(text), isNew: found.isNew, ink: Ink.ofVariable(name.text)))
            } else if !saysNothing(text), list == nil || found.isNew && list?.isNew == false {
                list = (text, found.isNew)
            }
        }
        // A list or a text takes the room of all columns: it stands where it is new, or alone.
        if let list, list.isNew || numbers.isEmpty { return [wideValue(list.text, list.isNew)] }
        return Array(numbers.prefix(Self.valueColumns))
    }

    /// The bare name of a type, such as `Network`.
    func saysNothing(_ text: String) -> Bool {
        guard let first = text.utf8.first, first >= 0x41, first <= 0x5A else { return false }
        for byte in text.utf8 where !(byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A) { return false }
        return true
    }

    private func wideValue(_ text: String, _ isNew: Bool) -> TextLine {
        let width = Self.valueColumns * Self.valueWidth
        var body = cut(TextLine([Piece(style.fold(text), isNew ? .strong : .plain)]), width - 2)
        if body.width < Columns.of(style.fold(text)) { body.append(style.unicode ? "…" : ".") }
        var line = TextLine()
        line.pad(to: width - body.width - 1)
        line.append(isNew ? style.fold("▸") : " ", .strong)
        line.append(body)
        return line
    }

    private func aligned(_ text: String, isNew: Bool, ink: Ink) -> TextLine {
        var line = TextLine()
        line.pad(to: max(1, Self.valueWidth - Columns.of(text) - 1))
        line.append(isNew ? style.fold("▸") : " ", .strong)
        line.append(text, isNew ? .strong : ink == .soft ? .soft : .plain)
        return line
    }

    // MARK: The current line

    /// The part that is worked out, where the step is inside its line.
    private func highlighted(_ pieces: [Piece]) -> [Piece] {
        guard frame.kind == .expression, frame.place.endLine == frame.place.line else { return pieces }
        let offset = view.codeCell?.columnOffset ?? 0
        let lower = frame.place.column - 1 - offset
        let upper = frame.place.endColumn - 1 - offset
        var result: [Piece] = []
        var place = 0
        for piece in pieces {
            let bytes = Array(piece.text.utf8)
            let start = max(0, min(bytes.count, lower - place))
            let end = max(start, min(bytes.count, upper - place))
            place += bytes.count
            if start > 0 { result.append(Piece(String(decoding: bytes[..<start], as: UTF8.self), piece.ink)) }
            if end > start {
                result.append(Piece(String(decoding: bytes[start..<end], as: UTF8.self), .current))
            }
            if end < bytes.count { result.append(Piece(String(decoding: bytes[end...], as: UTF8.self), piece.ink)) }
        }
        return joined(result)
    }

    private func joined(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        for piece in pieces {
            if let last = result.last, last.ink == piece.ink {
                result[result.count - 1].text += piece.text
            } else {
                result.append(piece)
            }
        }
        return marked(result)
    }

    /// A line that is too long is moved to the left until its current part is seen.
    private func windowed(_ pieces: [Piece], _ room: Int) -> TextLine {
        let line = TextLine(style.fold(pieces))
        if line.width <= room { return line }
        var end = 0
        var column = 0
        for piece in line.pieces {
            column += Columns.of(piece.text)
            if piece.ink == .current || piece.text.unicodeScalars.first == "‹" { end = column }
        }
        let skipped = max(0, min(end, line.width) - room + 2)
        if skipped == 0 { return cut(line, room) }
        var shown = TextLine([Piece(style.fold("…"))])
        var left = skipped
        for piece in line.pieces {
            var text = ""
            for scalar in piece.text.unicodeScalars {
                if left > 0 { left -= 1 } else { text.unicodeScalars.append(scalar) }
            }
            shown.append(text, piece.ink)
        }
        return cut(shown, room)
    }
}
