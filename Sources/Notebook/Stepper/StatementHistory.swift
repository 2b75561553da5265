import Machine
import Prelude
import SourceText

/// What was worked out of a statement long ago: before a call in it that took many steps.
extension SteppingProgram {
    /// The statement that the innermost call is in at the expression that the program stands at, with all that was worked
    /// out of it by then; nil where it is not known. The program stands anywhere afterwards.
    func wholeStatement(at moment: Int64, after start: Int64, _ isCancelled: () -> Bool) -> Workings.Statement? {
        let machine = session.machine
        let base = machine.frameBase
        let function = machine.runningFunction
        let marks = machine.program.marks
        let span = marks[Int(machine.markIndex)].span
        let around = spans.statement(around: span, in: machine) ?? span
        // A statement before it, in a loop's body, ends what was worked out in the round before.
        let statements = machine.marks { $1 == function && marks[$0].kind != .expression }
        let sought = SoughtMarks(isWanted: statements, highestFrame: base)
        guard let begin = last(sought, before: moment, after: start - 1, isCancelled) else { return nil }
        seek(to: begin)
        guard machine.frameBase == base, let file = machine.program.functions[function].file else { return nil }
        let before = marks[Int(machine.markIndex)]
        let own = Workings.Statement(base: base, file: file, span: around, isWhole: true)
        let parts = machine.marks {
            $1 == function && marks[$0].kind == .expression && own.holds(marks[$0].span)
                && (before.span == around || before.kind != .statement || !before.holds(marks[$0].span))
        }
        let part = SoughtMarks(isWanted: parts, hasExpressions: true, highestFrame: base)
        var whole = Workings([own])
        var now = begin
        while let next = first(part, after: now, upTo: moment, isCancelled) {
            if machine.frameBase == base {
                whole.pass(marks[Int(machine.markIndex)], session) { _ in around }
            }
            now = next
        }
        return whole.statements.last
    }
}

extension Mark {
    fileprivate func holds(_ part: Span) -> Bool { span.lower <= part.lower && part.upper <= span.upper }
}
