import LessonModel
import Report
import Terminal

/// A walk on the whole screen of a terminal.
struct ScreenWalk {
    let session: StepSession
    let terminal: RawTerminal
    let settings: TerminalSettings

    /// Until the reader quits; whether that was by Ctrl-C.
    func run() -> Bool {
        while !session.isOver {
            draw(prompt: nil)
            switch terminal.key() {
            case .interrupt: return true
            case .closed: return false
            case .redraw: continue
            case .text(let text): take(text)
            case .enter, .right: session.perform(.next)
            case .left: session.perform(.back)
            case .down: session.perform(.stepIn)
            case .up: session.perform(.out)
            case .home: session.perform(.first)
            case .end: session.perform(.last)
            case .pageDown: session.perform(.nextCell)
            case .pageUp: session.perform(.previousCell)
            case .escape, .backspace: session.say([])
            }
            // A search that was given up by Ctrl-C is over; the walk goes on.
            RawTerminal.forgetInterrupts()
        }
        return false
    }

    private func take(_ text: String) {
        switch text {
        case "p", "w", ":", "=":
            guard let line = read(prompt: text == "p" ? "print " : text == "w" ? "watch " : text + " ") else { return }
            session.perform(StepOrder(line: text == "p" || text == "w" ? text + " " + line : text + line))
        case "k":
            guard let line = read(prompt: "breakpoint at line ", initial: "\(session.frame.place.line)") else { return }
            session.perform(StepOrder(line: "k " + line))
        case " ": session.perform(.next)
        default: session.perform(StepOrder(line: text))
        }
    }

    /// Reads a line at the bottom of the screen; nil where the reader thinks better of it.
    private func read(prompt: String, initial: String = "") -> String? {
        var line = initial
        session.say([])
        while true {
            draw(prompt: prompt + line)
            switch terminal.key() {
            case .text(let text): line += text
            case .backspace:
                if line.isEmpty { return nil }
                line.removeLast()
            case .enter: return line
            case .escape, .interrupt: return nil
            case .closed: return nil
            default: continue
            }
        }
    }

    private func draw(prompt: String?) {
        let size = terminal.size
        var view = session.view()
        view.prompt = prompt
        let style = TextStyle(
            width: size.columns, color: settings.hasColor, unicode: settings.hasUnicode)
        let lines = StepScreen(view, style: style, height: size.rows).lines
        let cursor = prompt.map { (column: min(size.columns - 1, $0.count), row: size.rows - 1) }
        terminal.draw(lines, cursor: cursor)
    }
}
