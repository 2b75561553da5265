import LessonModel
import Machine
import Prelude
import SourceText

/// Another run, which begins at a step of the lesson's own, or of yet another run, with something changed.
final class Trial {
    /// The moment at which it begins, and the change.
    let start: Int64
    let change: String
    let timeline: Timeline
    let parent: Trial?
    /// The moment at which it ends, and why it was stopped.
    let end: Int64
    let problem: String?

    init(_ start: Int64, _ change: String, _ timeline: Timeline, parent: Trial?, end: Int64, problem: String?) {
        self.start = start
        self.change = change
        self.timeline = timeline
        self.parent = parent
        self.end = end
        self.problem = problem
    }

    /// Where it leaves the lesson's own run.
    var firstStart: Int64 { parent?.firstStart ?? start }
    var changes: String { (parent.map { $0.changes + "; " } ?? "") + change }

    /// The losses from where it leaves the lesson's own run.
    var losses: [Double] { (parent?.losses(before: start) ?? []) + timeline.losses.map { $0.value } }

    private func losses(before moment: Int64) -> [Double] {
        var result = parent?.losses(before: start) ?? []
        for loss in timeline.losses where loss.clock < moment { result.append(loss.value) }
        return result
    }
}

/// What two runs of a cell gave, one of them with something changed on its way.
public struct Comparison: Sendable {
    public var change: String
    /// The step at which it was made.
    public var step: Int64
    /// The losses that the engine computed from there on.
    public var losses: [Double]
    public var changedLosses: [Double]
    /// Variables that end up different, with the value of each run; nil where it did not get that far.
    public var variables: [(name: String, value: StepVariable?, changed: StepVariable?)]
    /// A variable of that name, where both runs agree on it.
    public var loss: StepVariable?
    public var output: String
    public var changedOutput: String
    /// Why the changed run was stopped.
    public var problem: String?
}

extension LessonStepper {
    /// Whether another run than the lesson's own is looked at.
    public var isTrying: Bool { trial != nil }
    public var trialChange: String { trial?.changes ?? "" }

    /// Runs a statement at this step, such as `w5 = 0.6`, and goes on from there as another run: its steps can be
    /// walked through, forward and back to this one. The lesson's own run stays as it is. Gives why it could not be.
    public func tryChange(_ statement: String) -> String? {
        let step = now
        let variables = variables(mentionedIn: statement)
        if let name = unknownName(in: statement) { return "`\(name)` has no value yet" }
        let prepared = program.session.prepareCode(statement, seeing: variables, isChanging: true)
        guard let code = prepared.code else { return reason(prepared.diagnostics) }
        let before = program.bookmark()
        let evaluation = program.session.run(code, on: variables)
        if evaluation.hasFailed {
            program.restore(before)
            return reason(evaluation.diagnostics)
        }
        let limit = step + max(2_000_000, 4 * stepCount)
        let end = program.beginTrial(limit: limit, isCancelled)
        guard let timeline = program.trial else { return "that does not work here" }
        trial = Trial(step, statement, timeline, parent: trial, end: end, problem: program.lastStop)
        program.lose()
        forget()
        setStepCount(end - start)
        go(toMoment: step)
        return nil
    }

    /// Back to the lesson's own run, at the step where the other one began.
    public func leaveTrial() {
        guard let trial else { return }
        look(at: nil)
        go(toMoment: min(trial.firstStart, start + stepCount))
    }

    /// Looks at another run of the cell: a trial, or the lesson's own.
    func look(at other: Trial?) {
        trial = other
        program.look(at: other?.timeline)
        forget()
        let end = other?.end ?? program.pieces[piece].end ?? start
        setStepCount(end - start)
    }

    /// Says how this run and the lesson's own differ at the end of the cell. Stays at this step.
    public func compare() -> Comparison? {
        guard let trial else { return nil }
        let other = end(of: trial.timeline, at: trial.end)
        let ownEnd = program.pieces[piece].end ?? start
        let own = end(of: nil, at: ownEnd)
        program.look(at: trial.timeline)
        forget()
        go(toMoment: now)
        var differences: [(name: String, value: StepVariable?, changed: StepVariable?)] = []
        for variable in own.variables {
            let changed = other.variables.first { $0.name == variable.name }
            if changed != variable { differences.append((variable.name, variable, changed)) }
        }
        for variable in other.variables where !own.variables.contains(where: { $0.name == variable.name }) {
            differences.append((variable.name, nil, variable))
        }
        var losses: [Double] = []
        for loss in program.own.losses where loss.clock >= trial.firstStart && loss.clock < ownEnd {
            losses.append(loss.value)
        }
        return Comparison(
            change: trial.changes, step: trial.firstStart - start, losses: losses, changedLosses: trial.losses,
            variables: differences, loss: own.variables.first { $0.name == "loss" }, output: own.output,
            changedOutput: other.output, problem: trial.problem)
    }

    private func end(of timeline: Timeline?, at moment: Int64) -> (variables: [StepVariable], output: String) {
        program.look(at: timeline)
        program.seek(to: moment)
        let frame = FrameMaker(program: program).frame(at: moment, cell: cell).frame
        return (frame.scopes.first?.variables ?? [], frame.output)
    }
}
