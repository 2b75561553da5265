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
        /// Whether its begin was seen, and so all that was worked out of it.
        var isWhole = false

        func holds(_ part: Span) -> Bool { span.lower <= part.lower && part.upper <= span.upper }
    }

    private(set) var statements: [Statement] = []
    /// What the function gives back that is being left.
    private(set) var returned: Found?
    /// What the last mark was.
    private(set) var last: Mark?

    init(_ statements: [Statement] = []) { self.statements = statements }

    /// Puts what is known from elsewhere in the place of the statement at hand.
    mutating func replaceLast(_ statement: Statement) {
        guard let last = statements.indices.last, statements[last].base == statement.base else { return }
        statements[last] = statement
    }

    /// The machine has stopped at a mark; `around` gives the statement that an expression of the running function stands in.
    mutating func pass(_ mark: Mark, _ session: LanguageSession, around: (Span) -> Span?) {
        last = mark
        guard let frame = session.machine.frames(limit: 1).first, let file = frame.file else { return }
        while let top = statements.last, top.base > frame.base { statements.removeLast() }
        switch mark.kind {
        case .statement:
            if statements.last?.base == frame.base { statements.removeLast() }
            statements.append(Statement(base: frame.base, file: file, span: mark.span, isWhole: true))
        case .expression: add(mark, frame, file, session, around)
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

    private mutating func add(
        _ mark: Mark, _ frame: FrameView, _ file: SourceFile, _ session: LanguageSession, _ around: (Span) -> Span?
    ) {
        guard let value = session.value(of: mark, at: session.machine.markedRegister, base: frame.base) else { return }
        var statement: Statement
        if let top = statements.last, top.base == frame.base, top.holds(mark.span) {
            statement = top
            statements.removeLast()
        } else {
            // A loop's condition is worked out again after its body.
            let isNext = statements.last?.base == frame.base
            if isNext { statements.removeLast() }
            statement = Statement(
                base: frame.base, file: file, span: around(mark.span) ?? mark.span, isWhole: isNext)
        }
        // A part that is worked out again is in a loop: what was found from there on is of the round before.
        if let again = statement.found.firstIndex(where: { $0.span == mark.span }) {
            statement.found.removeSubrange(again...)
        }
        statement.found.append(Found(span: mark.span, text: value.text, number: value.number))
        statements.append(statement)
    }
}
