import LessonModel

/// What the engine did, for the page: the network, all traced values, the steps in words, the updates.
extension PageWriter {
    mutating func write(passes: [TracedPass], of cell: Cell) {
        guard let first = passes.first else { return }
        if NetworkSVG.isDrawable(first) {
            let playback = Playback(first)
            write(player: playback, of: cell, isHero: false)
            write(filmstripOf: playback)
        } else {
            write(networkOf: first, caption: "")
        }
        write(tableOf: first, of: cell)
        html.markup("<div class=\"told\">")
        if LessonView.isSmall(first) { write(stepsOf: first) }
        write(updates: first.updates, FilledFormula(first))
        html.markup("</div>\n")
        if passes.count > 1 {
            let rest = passes.count - 1
            var text = rest == 1 ? "One more pass was traced" : "\(rest) more passes were traced"
            if let before = first.loss, let after = passes[rest].loss {
                text += "; the loss went from \(Numbers.short(before.value)) to \(Numbers.short(after.value))"
            }
            html.element("p", [("class", "caption")], text: text + ".")
        }
    }

    /// Two drawings, of which the style sheet shows the one that suits the width.
    mutating func write(networkOf pass: TracedPass, caption: String) {
        html.open("figure", NetworkSVG.frame("network", pass))
        if NetworkSVG.isDrawable(pass) {
            let playback = Playback(pass)
            NetworkSVG.markup(playback, at: playback.settled, .still, isTall: false, into: &html)
            NetworkSVG.markup(playback, at: playback.settled, .still, isTall: true, into: &html)
            writeKey(hasSlopes: pass.layers.contains { !$0.dW.isEmpty })
        } else {
            var text = "A network of \(pass.layers.first?.weights.first?.count ?? 0) inputs"
            for layer in pass.layers {
                text += " → \(layer.biases.count) " + (layer.activation.isEmpty ? "linear" : layer.activation)
            }
            html.element("p", text: text)
        }
        if !caption.isEmpty { html.element("figcaption", text: caption) }
        html.markup("</figure>\n")
    }

    mutating func writeKey(hasSlopes: Bool) {
        html.markup(
            """
            <div class="key" aria-hidden="true"><span><svg viewBox="0 0 34 10"><path class="wire" d="M0 5H34" \
            stroke-width="5"/></svg>weight above 0, width |w|</span><span><svg viewBox="0 0 34 10">\
            <path class="wire neg" d="M0 5H34" stroke-width="5"/></svg>below 0</span>
            """)
        if hasSlopes {
            html.markup(
                """
                <span><svg viewBox="0 0 34 10"><path class="slope" d="M34 5H8" stroke-width="3"/>\
                <path class="tip" d="M0 5L9 1L9 9z"/></svg>slope ∂L/∂w going back</span>
                """)
        }
        html.markup("</div>")
    }

    // MARK: Table

    private mutating func write(tableOf pass: TracedPass, of cell: Cell) {
        let table = PassTable(pass)
        html.markup("<p class=\"caption over\">Every traced value of cell ")
        html.element("b", text: cell.name)
        html.markup(", to seven decimals.</p>")
        html.open(
            "div",
            [("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "All traced values")])
        html.markup("<table class=\"values\"><thead><tr>")
        for (index, column) in table.columns.enumerated() {
            html.open("th", [("scope", "col"), ("class", index == 0 ? "left" : "right")])
            html.pieces([Piece(column.name, column.ink)])
            html.close("th")
        }
        html.markup("</tr></thead><tbody>")
        for (index, row) in table.rows.enumerated() {
            html.open("tr", table.startsNeuron[index] ? [] : [("class", "more")])
            for (column, text) in row.enumerated() {
                if column == 0 {
                    if !table.startsNeuron[index] { continue }
                    let rows = table.rowCount(ofNeuronAt: index)
                    let span: HTMLWriter.Attributes = rows > 1 ? [("rowspan", "\(rows)")] : []
                    html.element("th", [("scope", "row"), ("class", "left")] + span, text: text)
                } else {
                    html.element("td", [("class", "right")], text: text)
                }
            }
            html.close("tr")
        }
        html.markup("</tbody></table></div>\n")
        if let note = table.note { html.element("p", [("class", "caption")], text: note) }
    }

    // MARK: Steps and updates

    private mutating func write(stepsOf pass: TracedPass) {
        let steps = Narrator.steps(of: pass)
        if steps.isEmpty { return }
        html.markup("<div class=\"steps\">")
        var open: TracedPass.Phase?
        for step in steps where step.phase != .update {
            let phase = step.phase == .loss ? TracedPass.Phase.forward : step.phase
            if phase != open {
                if open != nil { html.markup("</ol>") }
                html.element(
                    "p", [("class", phase == .forward ? "phase a" : "phase d")],
                    text: phase == .forward ? "Forward" : "Backward")
                html.open("ol")
                open = phase
            }
            html.open("li")
            html.pieces(SymbolScanner.sentence(step.sentence))
            html.close("li")
        }
        if open != nil { html.close("ol") }
        html.markup("</div>\n")
    }

    private mutating func write(updates: [TracedPass.Update], _ formula: FilledFormula) {
        if updates.isEmpty { return }
        html.markup("<div class=\"steps\"><h4>Update</h4><ol>")
        for update in updates.prefix(24) {
            let name = PassSymbols.subscripted(update.name)
            var text = name + " ← " + name + " − η·∂L/∂" + name + " = "
            if let numbers = formula.descent(update) {
                text += numbers + " = " + Numbers.filled(update.after)
            } else {
                text = name + " ← " + Numbers.filled(update.after) + ", from " + Numbers.filled(update.before)
                text += " with slope " + Numbers.filled(update.gradient)
            }
            html.open("li")
            html.pieces(SymbolScanner.pieces(text, .formula))
            html.close("li")
        }
        html.markup("</ol></div>\n")
        if updates.count > 24 {
            html.element("p", [("class", "caption")], text: "and \(updates.count - 24) more parameters likewise")
        }
    }
}
