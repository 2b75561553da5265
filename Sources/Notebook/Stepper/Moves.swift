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
    /// To the next line of this function or of one that it was called from, over calls and over the engine's work.
    /// Among steps of the engine: to the next one.
    @discardableResult
    public func next() -> Bool {
        if isAtEngine { return stepIn() }
        let base = program.session.machine.frameBase
        return search(from: now) { mark, machine in mark.kind == .statement && machine.frameBase <= base }
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
        let base = program.session.machine.frameBase
        if isAtEngine || isInExpression {
            return search(from: now) { mark, machine in mark.kind == .statement && machine.frameBase <= base }
        }
        return search(from: now) { _, machine in machine.frameBase < base }
    }

    /// To the line before this one, in this function or one that it was called from; from a step within a line, or of the
    /// engine, to the step before.
    @discardableResult
    public func stepBack() -> Bool {
        guard step > 1 else { return false }
        if isAtEngine || isInExpression {
            go(toMoment: now - 1)
            return true
        }
        let base = program.hasEnded ? .max : program.session.machine.frameBase
        return searchBack { mark, machine in mark.kind == .statement && machine.frameBase <= base }
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
        let conditions = Conditions(self)
        return search(from: now) { mark, machine in conditions.hold(at: mark, machine) }
    }

    /// Back to the breakpoint before, or the start of the cell.
    @discardableResult
    public func reverseContinue() -> Bool {
        guard step > 1 else { return false }
        let conditions = Conditions(self)
        return searchBack { mark, machine in conditions.hold(at: mark, machine) }
    }

    /// To the next time that a line runs, else to the first time; false, going nowhere, where it does not run.
    @discardableResult
    public func go(toLine line: Int) -> Bool {
        let old = now
        let lines = Lines(program.session)
        for from in [now, start] {
            let isFound = search(from: from, orElse: nil) { mark, machine in
                mark.kind == .statement && lines.line(of: mark, machine) == line
            }
            if isFound { return true }
        }
        go(toMoment: old)
        return false
    }

    private var isAtEngine: Bool { moment.frame.kind.isEngine }
    private var isInExpression: Bool { moment.frame.kind == .expression || moment.frame.kind == .return }

    // MARK: Searching

    /// Runs on from a moment to the first mark that is wanted; without one to the end of the cell, or to `orElse`.
    @discardableResult
    func search(
        from moment: Int64, _ isWanted: (Mark, Machine) -> Bool
    ) -> Bool {
        search(from: moment, orElse: start + stepCount, isWanted)
    }

    @discardableResult
    func search(from moment: Int64, orElse end: Int64?, _ isWanted: (Mark, Machine) -> Bool) -> Bool {
        let old = now
        let machine = program.session.machine
        let last = start + stepCount
        go(toMoment: max(moment, start + 1))
        // From before the first step that one is looked at too.
        if moment == start, let mark = program.work.last, isWanted(mark, machine) {
            arrive(at: start + 1)
            return true
        }
        var looks = 0
        while program.clock < last, !program.hasEnded {
            looks += 1
            if looks & 0xFFF == 0, isCancelled() { break }
            let before = program.clock
            guard let mark = program.run(until: before + 1) else { continue }
            if isWanted(machine.program.marks[mark], machine) {
                arrive(at: program.clock)
                return true
            }
        }
        go(toMoment: end ?? old)
        return end != nil
    }

    /// Goes back to the last wanted mark before this moment, or to the first step.
    private func searchBack(_ isWanted: (Mark, Machine) -> Bool) -> Bool {
        let limit = now
        // Another run than the lesson's own begins where it does.
        let lowest = trial?.start ?? start + 1
        var upper = now
        while upper > lowest {
            let lower = max(lowest, program.checkpointClock(before: upper - 1, after: start))
            if let found = last(from: lower, below: min(upper, limit), isWanted) {
                go(toMoment: found)
                return true
            }
            if isCancelled() { break }
            upper = lower
        }
        go(toMoment: lowest)
        return true
    }

    private func last(from lower: Int64, below upper: Int64, _ isWanted: (Mark, Machine) -> Bool) -> Int64? {
        let machine = program.session.machine
        go(toMoment: lower)
        var found: Int64?
        if program.clock < upper, let mark = program.work.last, program.clock == lower, isWanted(mark, machine) {
            found = lower
        }
        while program.clock < upper - 1, !program.hasEnded {
            guard let mark = program.run(until: program.clock + 1) else { continue }
            if program.clock < upper, isWanted(machine.program.marks[mark], machine) { found = program.clock }
        }
        return found
    }

    private func arrive(at moment: Int64) {
        forget()
        go(toMoment: moment)
    }
}

/// Finds the line of a mark, which stands in the function that runs.
final class Lines {
    private let session: LanguageSession
    private var known: [Int: SourceFile] = [:]

    init(_ session: LanguageSession) { self.session = session }

    func line(of mark: Mark, _ machine: Machine) -> Int {
        let function = machine.runningFunction
        if let file = known[function] { return file.location(of: Int(mark.span.lower)).line }
        guard let file = machine.program.functions[function].file else { return 0 }
        known[function] = file
        return file.location(of: Int(mark.span.lower)).line
    }
}

/// The breakpoints of a search, their conditions compiled.
final class Conditions {
    private let lines: Lines
    private let stepper: LessonStepper

    init(_ stepper: LessonStepper) {
        self.stepper = stepper
        lines = Lines(stepper.program.session)
    }

    func hold(at mark: Mark, _ machine: Machine) -> Bool {
        guard mark.kind == .statement else { return false }
        let line = lines.line(of: mark, machine)
        for breakpoint in stepper.breakpoints where breakpoint.line == line {
            if breakpoint.condition.isEmpty || stepper.holds(breakpoint.condition) { return true }
        }
        return false
    }
}
