import Machine
import Prelude
import SourceText

/// Finding an epoch of a training: one of `fit`, or a round of a loop that the cell itself writes.
extension LessonStepper {
    /// Goes to the epoch of a number, from 0: the next one in the cell, else the first. Where the engine counts none, an
    /// epoch is a round of the cell's longest outermost loop. False where there is no such epoch.
    @discardableResult
    public func go(toEpoch number: Int) -> Bool {
        if isTrying { leaveTrial() }
        let end = start + stepCount
        var found: Int64?
        for epoch in program.ear.epochs where epoch.index == number && epoch.clock >= start && epoch.clock < end {
            if found == nil || (found.map { $0 <= now } ?? false && epoch.clock + 1 > now) { found = epoch.clock + 1 }
        }
        if found == nil, let loop = longestLoop(), number >= 0, number < loop.count { found = loop[number] }
        guard let found else { return false }
        go(toMoment: found)
        return true
    }

    /// The moments at which each round of the loop begins.
    private func longestLoop() -> [Int64]? {
        if let known = loops[cell] { return known }
        var visits: [Int: [Int64]] = [:]
        let old = now
        let machine = program.session.machine
        go(toMoment: start + 1)
        while program.clock < start + stepCount, !program.hasEnded, !isCancelled() {
            guard let mark = program.run(until: program.clock + 1) else { continue }
            if machine.frameBase == 1, machine.program.marks[mark].kind == .statement {
                visits[mark, default: []].append(program.clock)
            }
        }
        forget()
        go(toMoment: old)
        // The statements of the body come up as often as each other; those of inner loops begin later in each round.
        let statements = visits.keys.sorted().map { (mark: $0, span: machine.program.marks[$0].span) }
        var best: [Int64]?
        for outer in statements
        where !statements.contains(where: { $0.mark != outer.mark && holds($0.span, outer.span) }) {
            let body = statements.first { $0.mark != outer.mark && holds(outer.span, $0.span) }
            guard let body, let rounds = visits[body.mark], rounds.count > 1 else { continue }
            if rounds.count > best?.count ?? 0 { best = rounds }
        }
        loops[cell] = best
        return best
    }

    private func holds(_ outer: Span, _ inner: Span) -> Bool {
        outer != inner && outer.lower <= inner.lower && outer.upper >= inner.upper
    }
}
