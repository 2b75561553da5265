import Machine
import Prelude
import SourceText

/// What has been worked out so far of the statement that runs in each call.
struct Workings {
    struct Found {
        var span: Span
        var text: String
        var number: Double?
    }

    struct Statement {
        /// Where its frame is in the stack.
        var base: Int
        var file: SourceFile
        var span: Span
        var found: [Found] = []
    }

    private(set) var statements: [Statement] = []
    /// What the function gives back that is being left.
    private(set) var returned: Found?
    /// What the last mark was.
    private(set) var last: Mark?

    /// The machine has stopped at a mark.
    mutating func pass(_ mark: Mark, _ session: LanguageSession) {
        last = mark
        guard let frame = session.machine.frames(limit: 1).first, let file = frame.file else { return }
        while let top = statements.last, top.base > frame.base { statements.removeLast() }
        switch mark.kind {
        case .statement:
            if statements.last?.base == frame.base { statements.removeLast() }
            statements.append(Statement(base: frame.base, file: file, span: mark.span))
        case .expression: add(mark, frame, file, session)
        case .enter:
            if statements.last?.base == frame.base { statements.removeLast() }
        case .leave:
            returned = nil
            if mark.words > 0,
                let value = session.value(of: mark, at: session.machine.markedRegister, base: frame.base)
            {
                returned = Found(span: mark.span, text: value.text, number: value.number)
            }
        }
    }

    private mutating func add(_ mark: Mark, _ frame: FrameView, _ file: SourceFile, _ session: LanguageSession) {
        guard let value = session.value(of: mark, at: session.machine.markedRegister, base: frame.base) else { return }
        var statement = Statement(base: frame.base, file: file, span: mark.span)
        if let top = statements.last, top.base == frame.base {
            statements.removeLast()
            // A loop's condition is worked out again after its body: it then stands for itself.
            if top.span.lower <= mark.span.lower, mark.span.upper <= top.span.upper { statement = top }
        }
        // A part that is worked out again is in a loop: what was found from there on is of the round before.
        if let again = statement.found.firstIndex(where: { $0.span == mark.span }) {
            statement.found.removeSubrange(again...)
        }
        statement.found.append(Found(span: mark.span, text: value.text, number: value.number))
        statements.append(statement)
    }
}
