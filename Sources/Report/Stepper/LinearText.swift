import LessonModel

/// What a walk says in linear mode: whole sentences, no columns, nothing that is only seen.
public struct LinearText {
    private let document: Document
    private let style: TextStyle

    public init(document: Document, style: TextStyle) {
        self.document = document
        self.style = style
    }

    public func greeting(_ view: StepView) -> String {
        text([view.document.title + ". Enter or n goes on, b goes back, s steps in, ? helps, q quits."])
    }

    /// Where the step is, and its sentence.
    public func step(_ view: StepView) -> String {
        let frame = view.frame
        var place = "Cell \(view.cell?.name ?? ""), step \(frame.step) of \(view.stepCount), line \(frame.place.line)"
        if !frame.functionName.isEmpty { place += ", in \(frame.functionName)" }
        if !view.trial.isEmpty { place += ", what if \(view.trial)" }
        var lines = [place + ". " + view.sentence]
        for watch in view.watches { lines.append("\(watch.name) is \(watch.value).") }
        return text(lines)
    }

    /// The lines around the step.
    public func source(_ view: StepView) -> String {
        guard let cell = view.codeCell else { return "" }
        let code = SafeText.lines(cell.source)
        let current = view.frame.place.line - cell.firstLine
        var lines: [String] = []
        for index in max(0, current - 4)..<min(code.count, current + 5) {
            lines.append((index == current ? "now line " : "line ") + "\(cell.firstLine + index): " + code[index])
        }
        return text(lines)
    }

    public func message(_ lines: [String]) -> String { text(lines) }

    private func text(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            for part in Wrap.lines([Piece(style.fold(line))], width: style.width) {
                text += part.rendered(style) + "\n"
            }
        }
        return text
    }
}
