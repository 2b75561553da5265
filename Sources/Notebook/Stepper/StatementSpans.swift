import Machine
import SourceText

/// Finds the statement that a part of an expression stands in.
final class StatementSpans {
    /// By function, for marks that were there when it was asked for first.
    private var known: [Int: [Span]] = [:]

    /// The innermost statement of the running function around a span.
    func statement(around part: Span, in machine: Machine) -> Span? {
        let function = machine.runningFunction
        if known[function] == nil { known[function] = statements(of: function, machine) }
        var best: Span?
        for span in known[function] ?? [] where span.lower <= part.lower && part.upper <= span.upper {
            if let found = best, found.upper - found.lower <= span.upper - span.lower { continue }
            best = span
        }
        return best
    }

    private func statements(of function: Int, _ machine: Machine) -> [Span] {
        let marks = machine.program.marks
        var spans: [Span] = []
        for instruction in machine.program.functions[function].code where instruction.opcode == .mark {
            let mark = marks[Int(instruction.wide)]
            if mark.kind == .statement { spans.append(mark.span) }
        }
        return spans
    }
}
