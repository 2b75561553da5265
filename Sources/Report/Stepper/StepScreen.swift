import LessonModel

/// A stepper's screen: exactly so many lines, none wider than the terminal.
///
/// From top to bottom: where it is, the sentence, the expression, the network, the source with its values, the keys. A
/// wide terminal has source and network side by side, and below them the table of all neurons.
public struct StepScreen {
    private let view: StepView
    private let style: TextStyle
    private let height: Int
    private let parts: StepParts

    public init(_ view: StepView, style: TextStyle, height: Int) {
        self.view = view
        self.style = style
        self.height = max(10, height)
        parts = StepParts(view, style)
    }

    /// From these on there is room for two columns.
    private static let wideWidth = 140
    private static let wideHeight = 30

    public var isWide: Bool { style.width >= Self.wideWidth && height >= Self.wideHeight }

    /// The lines, rendered.
    public var lines: [String] {
        var lines = isWide ? wide() : narrow()
        if lines.count > height - 1 { lines.removeLast(lines.count - (height - 1)) }
        while lines.count < height - 1 { lines.append(TextLine()) }
        lines.append(parts.footer(isWide: isWide))
        var rendered: [String] = []
        for line in lines { rendered.append(parts.cut(line, style.width).rendered(style)) }
        return rendered
    }

    // MARK: One column

    private func narrow() -> [TextLine] {
        var lines = [parts.title, parts.rail, TextLine()]
        lines += parts.sentence(rows: 2, width: style.width)
        lines.append(TextLine())
        lines += parts.expression(rows: 2, width: style.width)
        let room = height - 1 - lines.count
        let picture = middle(room - 1)
        lines += picture
        if !picture.isEmpty { lines.append(TextLine()) }
        let rest = height - 1 - lines.count
        // Beside a picture there is room for the last lines only; but what has just been printed is seen.
        let isNew = parts.isOutputNew
        let shown = picture.isEmpty ? min(6, rest - 8) : min(isNew ? 1 : 2, rest - (isNew ? 4 : 6))
        let output = parts.output(rows: max(0, shown), width: style.width)
        lines += parts.source(rows: rest - output.count, width: style.width)
        while lines.count < height - 1 - output.count { lines.append(TextLine()) }
        return lines + output
    }

    /// What stands between expression and source: an answer of several lines, or the network where there is room.
    private func middle(_ room: Int) -> [TextLine] {
        if parts.isMessageLong { return Array(parts.message(width: style.width).prefix(max(1, room - 3))) }
        return parts.picture(width: min(80, style.width), rows: room - 4)
    }

    // MARK: Two columns

    private func wide() -> [TextLine] {
        var lines = [parts.title, parts.rail, TextLine()]
        lines += parts.sentence(rows: 2, width: min(120, style.width))
        // The network's drawing takes 80 columns, the source what is left.
        let left = max(58, min(110, style.width - 82))
        let right = style.width - left - 2
        let table = parts.table(width: left)
        let body = height - 1 - lines.count
        let upper = max(12, body - (table.isEmpty ? 0 : table.count + 1))
        var first = [parts.heading(view.document.fileName), TextLine()]
        first += parts.source(rows: upper - 2, width: left)
        if !table.isEmpty { first += [TextLine()] + table }
        lines += beside(first, second(right, body), left + 2, rows: body)
        return lines
    }

    private func second(_ width: Int, _ rows: Int) -> [TextLine] {
        var lines: [TextLine] = []
        func add(_ heading: String, _ part: [TextLine]) {
            if part.isEmpty { return }
            if !heading.isEmpty { lines += [parts.heading(heading), TextLine()] }
            lines += part + [TextLine()]
        }
        if parts.isMessageLong { add("", parts.message(width: width)) }
        add("network", parts.picture(width: width, rows: max(10, rows / 2)))
        add("expression", parts.longExpression(width: width))
        add("the path of this slope", parts.slopePath(width: width))
        lines += parts.calls(width: width)
        add("", parts.earlier(width: width) + parts.watched(width: width) + parts.latest(width: width))
        add("", parts.output(rows: max(4, rows - lines.count - 1), width: width))
        return lines
    }

    private func beside(_ left: [TextLine], _ right: [TextLine], _ column: Int, rows: Int) -> [TextLine] {
        var lines: [TextLine] = []
        for index in 0..<max(0, rows) {
            var line = index < left.count ? parts.cut(left[index], column - 2) : TextLine()
            if index < right.count, right[index].width > 0 {
                line.pad(to: column)
                line.append(right[index])
            }
            lines.append(line)
        }
        return lines
    }
}
