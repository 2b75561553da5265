import LessonModel

/// What the engine did, for the terminal: the network with its values, the formulas with their numbers, all traced
/// values to seven decimals, and the updates.
extension TextWriter {
    mutating func write(passes: [TracedPass]) {
        guard let first = passes.first else { return }
        space()
        write(first)
        if passes.count > 1 {
            space()
            let rest = passes.count - 1
            var text = rest == 1 ? "one more pass was traced" : "\(rest) more passes were traced"
            if let before = first.loss, let after = passes[rest].loss {
                text += "; the loss went from \(Numbers.short(before.value)) to \(Numbers.short(after.value))"
            }
            addWrapped([Piece(text + ". " + commands.step + " walks through them.", .soft)], indent: 2)
        }
    }

    private mutating func write(_ pass: TracedPass) {
        write(networkOf: pass)
        space()
        write(tableOf: pass)
        if LessonView.isSmall(pass) { write(formulasOf: pass) }
        write(updates: pass.updates, FilledFormula(pass))
    }

    // MARK: Formulas

    private mutating func write(formulasOf pass: TracedPass) {
        let steps = Narrator.steps(of: pass)
        for phase in [TracedPass.Phase.forward, .loss, .backward] {
            var isFirst = true
            for step in steps where step.phase == phase {
                if isFirst { space() }
                isFirst = false
                addWrapped(SymbolScanner.sentence(step.sentence), indent: 2, hanging: 4)
            }
        }
    }

    // MARK: Table

    private mutating func write(tableOf pass: TracedPass) {
        var decimals = 7
        while decimals > 3 {
            let table = PassTable(pass, decimals: decimals)
            if table.width <= style.width - 2 {
                write(table)
                return
            }
            decimals -= 1
        }
        write(PassTable(pass, decimals: 3))
    }

    private mutating func write(_ table: PassTable) {
        write(table.text(style))
        if let note = table.note { addWrapped([Piece(note, .soft)], indent: 2) }
    }

    // MARK: Updates

    private mutating func write(updates: [TracedPass.Update], _ formula: FilledFormula) {
        if updates.isEmpty { return }
        space()
        let shown = updates.prefix(24)
        for update in shown {
            let name = PassSymbols.subscripted(update.name)
            var text = name + " ← " + name + " − η·∂L/∂" + name + " = "
            if let numbers = formula.descent(update) {
                text += numbers + " = " + Numbers.filled(update.after)
            } else {
                text = name + " ← " + Numbers.filled(update.after) + ", from " + Numbers.filled(update.before)
                text += " with slope " + Numbers.filled(update.gradient)
            }
            addWrapped(SymbolScanner.pieces(text, .formula), indent: 2, hanging: 4)
        }
        if updates.count > shown.count {
            addWrapped([Piece("and \(updates.count - shown.count) more parameters likewise", .soft)], indent: 2)
        }
    }
}

extension PassTable {
    func text(_ style: TextStyle) -> TextTable {
        var header: [[Piece]] = []
        for column in columns { header.append([Piece(column.name, column.ink)]) }
        var rows: [[[Piece]]] = []
        for row in self.rows {
            var cells: [[Piece]] = []
            for text in row { cells.append([Piece(text == "·" && !style.unicode ? "." : text)]) }
            rows.append(cells)
        }
        var alignments: [Table.Alignment] = [.left]
        while alignments.count < header.count { alignments.append(.right) }
        return TextTable(alignments: alignments, header: header, rows: rows)
    }
}
