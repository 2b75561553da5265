import Machine
import Prelude
import SourceText

/// Finding an epoch of a training: one of `fit`, or a round of a loop that the lesson itself writes.
extension LessonStepper {
    /// Goes to the epoch of a number, from 0: the next one in the cell, else the first. Where the engine counts none, an
    /// epoch is a round of the longest loop that is in no other: of those outside functions, else of those in functions.
    /// False where there is no such epoch.
    @discardableResult
    public func go(toEpoch number: Int) -> Bool {
        let old = now
        guard let found = engineEpoch(number) ?? round(number) else {
            go(toMoment: old)
            return false
        }
        go(toMoment: found)
        return true
    }

    private func engineEpoch(_ number: Int) -> Int64? {
        let end = start + stepCount
        var found: Int64?
        for epoch in program.timeline.epochs
        where epoch.index == number && epoch.clock >= start && epoch.clock < end {
            if epoch.clock + 1 > now { return epoch.clock + 1 }
            if found == nil { found = epoch.clock + 1 }
        }
        return found
    }

    private struct Loop {
        var function: Int
        var span: Span
        /// The first statement of its body.
        var body: Int
        var rounds: Int
    }

    private func round(_ number: Int) -> Int64? {
        let loops = loops()
        let entry = program.pieces[piece].entry
        var best: Loop?
        for loop in loops where loop.function == entry && loop.rounds > best?.rounds ?? 1 { best = loop }
        if best == nil {
            for loop in loops where loop.rounds > best?.rounds ?? 1 && isOutermost(loop, loops) { best = loop }
        }
        guard let best else { return nil }
        // Another run goes on counting where it left the one before.
        let round = number - rounds(of: best.body, before: trial)
        guard round >= 0, round < best.rounds else { return nil }
        return program.visit(round, of: best.body, after: runStart, upTo: start + stepCount)
    }

    /// How often a mark was passed in this cell before another run began.
    private func rounds(of mark: Int, before trial: Trial?) -> Int {
        guard let trial else { return 0 }
        let from = trial.parent?.start ?? start
        program.look(at: trial.parent?.timeline)
        defer { program.look(at: self.trial?.timeline) }
        let end = trial.parent?.end ?? program.pieces[piece].end ?? start
        // The number of the first one that comes after.
        var low = 0
        var high = program.visits(after: from, upTo: end).count(of: mark)
        while low < high {
            let middle = (low + high) / 2
            let moment = program.visit(middle, of: mark, after: from, upTo: end) ?? .max
            if moment <= trial.start { low = middle + 1 } else { high = middle }
        }
        return low + rounds(of: mark, before: trial.parent)
    }

    /// Where the run that is looked at begins in this cell.
    private var runStart: Int64 { trial?.start ?? start }

    /// The loops that stand in no other of their function and have run more than one round.
    private func loops() -> [Loop] {
        let machine = program.session.machine
        let marks = machine.program.marks
        var inFunction: [Int: [Int]] = [:]
        _ = machine.marks { mark, function in
            if marks[mark].kind == .statement { inFunction[function, default: []].append(mark) }
            return false
        }
        let visits = program.visits(after: runStart, upTo: start + stepCount)
        var loops: [Loop] = []
        for function in inFunction.keys.sorted() {
            let statements = inFunction[function] ?? []
            for outer in statements
            where !statements.contains(where: { holds(marks[$0].span, marks[outer].span) }) {
                // The statements of the body come up as often as each other; those of inner loops more often, later.
                guard let body = statements.first(where: { holds(marks[outer].span, marks[$0].span) }) else { continue }
                let rounds = visits.count(of: body)
                if rounds > 1 {
                    loops.append(Loop(function: function, span: marks[outer].span, body: body, rounds: rounds))
                }
            }
        }
        return loops
    }

    /// Whether the loop's function was called from within no other loop.
    private func isOutermost(_ loop: Loop, _ loops: [Loop]) -> Bool {
        guard let first = program.visit(0, of: loop.body, after: runStart, upTo: start + stepCount) else {
            return false
        }
        program.seek(to: first)
        for frame in program.session.ownFrames().dropFirst() {
            guard let span = frame.span else { continue }
            let isInside = loops.contains {
                $0.function == frame.function && $0.span.lower <= span.lower && $0.span.upper >= span.upper
            }
            if isInside { return false }
        }
        return true
    }

    private func holds(_ outer: Span, _ inner: Span) -> Bool {
        outer != inner && outer.lower <= inner.lower && outer.upper >= inner.upper
    }
}
