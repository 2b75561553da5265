import LessonModel
import Report
import Terminal

/// A walk line by line: an order is read, a sentence is said. Nothing is drawn, so a screen reader can follow, and so
/// can a pipe.
struct LinearWalk {
    let session: StepSession
    let command: Command
    let style: TextStyle

    func run() throws(CommandError) {
        let linear = LinearText(document: session.document, style: style)
        try say(linear.greeting(session.view()))
        try say(linear.step(session.view()))
        while !session.isOver {
            guard let line = readLine(strippingNewline: true) else { return }
            let order = StepOrder(line: line.trimmed)
            let (cell, step) = (session.frame.cell, session.frame.step)
            session.perform(order)
            if order == .list {
                try say(linear.source(session.view()))
                continue
            }
            if !session.message.isEmpty { try say(linear.message(session.message)) }
            if session.frame.cell != cell || session.frame.step != step { try say(linear.step(session.view())) }
        }
    }

    private func say(_ text: String) throws(CommandError) { _ = try command.show(text, .fine) }
}
