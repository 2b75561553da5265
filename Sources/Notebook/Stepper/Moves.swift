import LessonModel
import Machine
import Prelude
import SourceText

/// A place where `continue` stops.
public struct Breakpoint: Sendable, Equatable {
    /// The line of the lesson file.
    public var line: Int
    /// What has to hold there, in the cell language; empty for always.
    public var condition: String

    public init(line: Int, condition: String = "") {
        self.line = line
        self.condition = condition
    }
}

/// The moves of a walk. Names are those of the Debug Adapter Protocol.
extension LessonStepper {
    /// To the next line of this call or of one that it was made from, over calls and over the engine's work. Among steps
    /// of the engine: to the next one.
    @discardableResult
    public func next() -> Bool {
        if isAtEngine { return stepIn() }
        return toNextLine()
    }

    private func toNextLine() -> Bool {
        let (base, caller) = bases
        let end = start + stepCount
        var from = now
        if moment.frame.kind != .return {
            guard let found = program.first(lines(upTo: base, orBorders: true), after: now, upTo: end, isCancelled)
            else { return arrive(nil, orElse: end) }
            if program.kindOfMark == .statement { return arrive(found, orElse: end) }
            // This call has ended: what others do at its place is not wanted.
            from = found
        }
        return arrive(program.first(lines(upTo: caller), after: from, upTo: end, isCancelled), orElse: end)
    }

    /// To the very next step: into a function, a part of an expression, the engine.
    @discardableResult
    public func stepIn() -> Bool {
        guard step < stepCount else { return false }
        go(toMoment: now + 1)
        return true
    }

    /// Out of the function, to where its value is used; out of the engine's work or an expression, to the next line.
    @discardableResult
    public func stepOut() -> Bool {
        if isAtEngine || moment.frame.kind == .expression { return toNextLine() }
        let any = SoughtMarks(
            isWanted: machine.marks { _, _ in true }, hasExpressions: true, highestFrame: bases.caller)
        return forward(to: any)
    }

    /// To the line before this one, of this call or of one that it was made from; from a step within a line, or of the
    /// engine, to the step before.
    @discardableResult
    public func stepBack() -> Bool {
        guard step > 1 else { return false }
        if isAtEngine || isInExpression { return stepBackIn() }
        let (base, caller) = bases
        var upper = now
        if moment.frame.kind != .call {
            let found = program.last(lines(upTo: base, orBorders: true), before: now, after: lowest - 1, isCancelled)
            guard let found else { return arrive(nil, orElse: lowest) }
            program.seek(to: found)
            if program.kindOfMark == .statement { return arrive(found, orElse: lowest) }
            // That is where this call begins: before it comes the line that it was made from.
            upper = found
        }
        let found = program.last(lines(upTo: caller), before: upper, after: lowest - 1, isCancelled)
        return arrive(found, orElse: lowest)
    }

    /// To the very step before.
    @discardableResult
    public func stepBackIn() -> Bool {
        guard step > 1 else { return false }
        go(toMoment: now - 1)
        return true
    }

    /// To the next breakpoint, or the end of the cell.
    @discardableResult
    public func goOn() -> Bool {
        guard step < stepCount else { return false }
        return forward(to: stops())
    }

    /// Back to the breakpoint before, or the start of the cell.
    @discardableResult
    public func reverseContinue() -> Bool {
        guard step > 1 else { return false }
        return backward(to: stops())
    }

    /// To the next time that a line runs, else to the first time; false, going nowhere, where it does not run.
    @discardableResult
    public func go(toLine line: Int) -> Bool {
        let old = now
        let sought = SoughtMarks(isWanted: statements { $0 == line })
        let end = start + stepCount
        for from in [now, trial?.start ?? start] {
            if let found = program.first(sought, after: from, upTo: end, isCancelled) {
                go(toMoment: found)
                return true
            }
        }
        go(toMoment: old)
        return false
    }

    /// The line at which the walk can stop, for a line of the lesson: that of the statement that it stands in, else the next
    /// one of its cell. Nil in cells that have not been run, and behind a cell's last statement.
    public func stoppingLine(for line: Int) -> Int? {
        guard let cell = document.cells.last(where: { $0.firstLine <= line }) else { return nil }
        var spans: [(first: Int, last: Int)] = []
        let program = machine.program
        _ = machine.marks { mark, function in
            guard program.marks[mark].kind == .statement, let file = program.functions[function].file else {
                return false
            }
            let span = program.marks[mark].span
            let first = file.location(of: Int(span.lower)).line
            let last = file.location(of: max(Int(span.lower), Int(span.upper) - 1)).line
            if first >= cell.firstLine { spans.append((first, last)) }
            return false
        }
        if spans.contains(where: { $0.first == line }) { return line }
        // A statement of several lines, but not a loop or a condition with statements of its own in it.
        for span in spans where span.first < line && line <= span.last {
            if !spans.contains(where: { $0.first > span.first && $0.last <= span.last }) { return span.first }
        }
        var lines = 0
        for byte in cell.source.utf8 where byte == 0x0A { lines += 1 }
        return spans.map { $0.first }.filter { $0 > line && $0 <= cell.firstLine + lines }.min()
    }

    private var machine: Machine { program.session.machine }

    /// Where the frame of the innermost call is in the stack, and that of the one that made it.
    private var bases: (base: Int, caller: Int) {
        let frames = program.session.ownFrames(atMost: 2)
        if program.hasEnded && program.lastStop == nil || frames.count < 2 { return (1, 1) }
        return (frames[0].base, frames[1].base)
    }

    /// Where going back ends: another run than the lesson's own begins where it does.
    private var lowest: Int64 { trial?.start ?? start + 1 }
    private var isAtEngine: Bool { moment.frame.kind.isEngine }
    private var isInExpression: Bool { moment.frame.kind == .expression || moment.frame.kind == .return }

    // MARK: What to look for

    /// Statements in frames up to one; or the begin or the end of a call there.
    private func lines(upTo frame: Int, orBorders hasBorders: Bool = false) -> SoughtMarks {
        let marks = machine.program.marks
        let isWanted = machine.marks { mark, _ in
            let kind = marks[mark].kind
            return kind == .statement || hasBorders && kind != .expression
        }
        return SoughtMarks(isWanted: isWanted, highestFrame: frame)
    }

    /// The marks of statements that begin at certain lines.
    private func statements(at isWanted: (Int) -> Bool) -> [Bool] {
        let program = machine.program
        return machine.marks { mark, function in
            guard program.marks[mark].kind == .statement, let file = program.functions[function].file else {
                return false
            }
            return isWanted(file.location(of: Int(program.marks[mark].span.lower)).line)
        }
    }

    private func stops() -> SoughtMarks {
        let breakpoints = breakpoints
        var sought = SoughtMarks(
            isWanted: statements { line in breakpoints.contains { $0.line == line } })
        if breakpoints.contains(where: { !$0.condition.isEmpty }) {
            let conditions = Conditions(self)
            sought.condition = { conditions.hold() }
        }
        return sought
    }

    // MARK: Searching

    /// To the next wanted mark; without one to the end of the cell.
    private func forward(to sought: SoughtMarks) -> Bool {
        let end = start + stepCount
        return arrive(program.first(sought, after: now, upTo: end, isCancelled), orElse: end)
    }

    /// To the last wanted mark before this step; without one to where the run begins.
    private func backward(to sought: SoughtMarks) -> Bool {
        arrive(program.last(sought, before: now, after: lowest - 1, isCancelled), orElse: lowest)
    }

    /// A search that was given up leads nowhere.
    private func arrive(_ found: Int64?, orElse end: Int64) -> Bool {
        go(toMoment: found ?? (isCancelled() ? now : end))
        return true
    }
}

/// The conditions of a search's breakpoints.
private final class Conditions {
    private let stepper: LessonStepper

    init(_ stepper: LessonStepper) { self.stepper = stepper }

    /// Whether one holds at the mark that the program stands at.
    func hold() -> Bool {
        let machine = stepper.program.session.machine
        guard let file = machine.program.functions[machine.runningFunction].file else { return false }
        let line = file.location(of: Int(machine.program.marks[Int(machine.markIndex)].span.lower)).line
        for breakpoint in stepper.breakpoints where breakpoint.line == line {
            if breakpoint.condition.isEmpty || stepper.holds(breakpoint.condition) { return true }
        }
        return false
    }
}
