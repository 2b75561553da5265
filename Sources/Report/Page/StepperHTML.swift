import LessonModel

/// A player of key frames: what happens, in words, in symbols and numbers, in the drawing and in the source. The page's
/// script moves it; without it the frame at rest stands there.
extension PageWriter {
    /// The player of a pass, with all steps of its cell where they are known. The hero of a page stands at its top with
    /// the cell's source beside the picture; others stand below their cell, whose lines they light up.
    mutating func write(player playback: Playback, of cell: Cell, isHero: Bool) {
        let steps = view.steps(of: cell).flatMap { $0.playbacks.isEmpty ? nil : $0 }
        let playback = steps?.playbacks.first ?? playback
        open(playerOf: cell, isHero ? "player hero" : "player", isHero: isHero)
        html.markup("<div class=\"stage\"><div class=\"view\">")
        var sentences: [String] = []
        if let steps {
            for step in steps.steps { sentences.append(steps.sentence(of: step)) }
        } else {
            for frame in playback.frames { sentences.append(frame.sentence) }
        }
        write(frame: playback, sentences)
        html.open("div", NetworkSVG.frame("draw", playback.pass))
        for isTall in [false, true] {
            NetworkSVG.markup(playback, at: playback.rest, .live, isTall: isTall, into: &html)
        }
        html.markup("</div></div>")
        if isHero { write(sourceBeside: playback, cell) }
        html.close("div")
        if let steps {
            writeControls(last: steps.steps.count - 1, rest: steps.rest, steps.steps[steps.rest].phase)
        } else {
            writeControls(
                last: playback.frames.count - 1, rest: playback.rest, playback.frames[playback.rest].phase)
        }
        // The cell of the hero has the hero's data.
        if isHero || context.isPart || view.hero?.cell.index != cell.index {
            html.markup("<script type=\"application/json\">")
            html.data(steps?.json ?? PlayerData(playback).json)
            html.markup("</script>")
        }
        html.markup("</section>\n")
    }

    /// The player of a cell without a network: it waits behind a button, below the cell's source.
    mutating func write(player steps: CellSteps, of cell: Cell) {
        open(playerOf: cell, "player plain folded", isHero: false)
        html.markup(
            "<button type=\"button\" class=\"open\" data-do=\"open\" aria-expanded=\"false\">Step through</button>")
        html.markup("<div class=\"view\"><p class=\"say\" aria-live=\"polite\">")
        html.pieces(SymbolScanner.sentence(steps.sentence(of: steps.steps[steps.rest])))
        html.markup("</p><div class=\"work\" role=\"group\" aria-label=\"The expression, reduced\"></div></div>")
        writeControls(last: steps.steps.count - 1, rest: steps.rest, steps.steps[steps.rest].phase)
        html.markup("<script type=\"application/json\">")
        html.data(steps.json)
        html.markup("</script></section>\n")
    }

    private mutating func open(playerOf cell: Cell, _ kind: String, isHero: Bool) {
        html.open(
            "section",
            [
                ("class", kind), ("id", isHero ? context.prefix + "p-stepper" : id("p-step", cell.name)),
                ("aria-label", (isHero ? "Stepper: cell " : "Steps of cell ") + cell.name),
                ("data-step", isHero ? context.prefix + "step-" : id("step", cell.name) + "-"),
                ("data-source", isHero ? "" : id("cell", cell.name)),
            ])
    }

    /// The sentence of the frame at rest, in room for the longest one, and its formula.
    private mutating func write(frame playback: Playback, _ sentences: [String]) {
        let frame = playback.frames[playback.rest]
        var longest = 0
        for sentence in sentences { longest = max(longest, Columns.of(sentence)) }
        html.open("p", [("class", "say r\(min(8, (longest + 33) / 34))"), ("aria-live", "polite")])
        html.pieces(SymbolScanner.sentence(frame.sentence))
        html.markup("</p><div class=\"work\" role=\"group\" aria-label=\"The expression, reduced\">")
        for (index, stage) in PlayerData.stages(of: frame, in: playback).enumerated() {
            html.markup("<div>")
            if index == 0 { html.pieces(SymbolScanner.pieces(playback.glyphs[frame.name] ?? "", .formula)) }
            html.element("i", text: index == 0 && frame.phase == .update ? "←" : "=")
            if stage.isValue {
                html.element("b", [("class", Ink.ofVariable(frame.name).className ?? "x")], text: stage.text)
            } else {
                html.markup("<span>")
                html.pieces(SymbolScanner.pieces(stage.text, .formula))
                html.markup("</span>")
            }
            html.markup("</div>")
        }
        html.close("div")
    }

    private mutating func write(sourceBeside playback: Playback, _ cell: Cell) {
        html.markup("<div class=\"code\">")
        html.open(
            "ol",
            [("class", "src step"), ("tabindex", "0"), ("aria-label", "Source of cell " + cell.name)])
        for (index, pieces) in CodeColours.lines(of: cell.source).enumerated() {
            let line = cell.firstLine + index
            html.open("li", [("value", "\(line)")] + (line == playback.pass.line ? [("class", "cur")] : []))
            html.open("code")
            html.pieces(pieces.isEmpty ? [Piece(" ")] : pieces, symbols: "span")
            html.markup("</code></li>")
        }
        html.markup("</ol></div>")
    }

    private mutating func writeControls(last: Int, rest: Int, _ phase: Playback.Phase) {
        html.markup("<div class=\"bar\"><div role=\"group\" aria-label=\"Step\">")
        for (action, label, route) in Self.buttons {
            html.open(
                "button",
                [
                    ("type", "button"), ("data-do", action), ("aria-label", label), ("title", label),
                    ("class", action == "play" ? "play" : ""),
                ])
            html.markup("<svg viewBox=\"0 0 18 18\" aria-hidden=\"true\">")
            html.element("path", [("d", route)]) { _ in }
            html.markup("</svg></button>")
        }
        html.markup("</div><div class=\"track\">")
        html.open(
            "input",
            [
                ("type", "range"), ("aria-label", "Step"), ("min", "0"), ("max", "\(last)"),
                ("value", "\(rest)"), ("autocomplete", "off"),
                ("aria-valuetext", "step \(rest) of \(last), \(phase.word)"),
            ])
        html.markup("<div class=\"legs\" aria-hidden=\"true\">")
        for phase in [Playback.Phase.forward, .backward, .update] {
            html.element("span", [("class", "leg-" + phase.word)], text: phase.word)
        }
        html.markup("</div></div><span class=\"count\"><i>step </i>")
        html.element("span", text: "\(rest) of \(last)")
        html.markup("</span></div>")
    }

    private static let buttons = [
        ("first", "first step", "M3 3h2v12H3zM15 3v12L6 9z"), ("back", "one step back", "M13 3v12L4 9z"),
        ("play", "play", "M4 2l12 7-12 7z"), ("forward", "one step forward", "M5 3l9 6-9 6z"),
        ("last", "last step", "M13 3h2v12h-2zM3 3l9 6-9 6z"),
    ]

    /// Key frames, for paper and for browsers that run no script.
    mutating func write(filmstripOf playback: Playback) {
        html.markup("<div class=\"film\" role=\"group\" aria-label=\"Filmstrip: key frames of the stepper\">")
        for index in playback.keyFrames {
            let frame = playback.frames[index]
            html.markup("<figure>")
            NetworkSVG.markup(playback, at: index, .frame, isTall: true, into: &html)
            html.markup("<figcaption>")
            html.element("b", text: "step \(index), \(frame.phase.word)")
            html.pieces(SymbolScanner.sentence(frame.sentence))
            html.markup("</figcaption></figure>")
        }
        html.markup("</div>\n")
    }
}
