import LessonModel
import Machine
import Prelude
import SourceText

/// Another run, which begins at a step of the lesson's own with something changed.
final class Trial {
    /// The moment at which it begins, and the change.
    let start: Int64
    let change: String
    /// The lesson's own run there, and this one's.
    let original: SteppingProgram.Checkpoint
    let changed: SteppingProgram.Checkpoint
    /// The moment at which this run ends.
    private(set) var end: Int64?

    init(
        _ start: Int64, _ change: String, _ original: SteppingProgram.Checkpoint, _ changed: SteppingProgram.Checkpoint
    ) {
        self.start = start
        self.change = change
        self.original = original
        self.changed = changed
    }

    /// This run has no checkpoints of its own: it goes back by beginning again.
    func seek(to moment: Int64, _ program: SteppingProgram) {
        program.seek(to: moment, in: changed)
    }

    func setEnd(_ moment: Int64) { end = moment }
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
    public var trialChange: String { trial?.change ?? "" }

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
            program.goBack(to: before)
            return reason(evaluation.diagnostics)
        }
        let after = program.bookmark()
        trial = Trial(step, statement, trial?.original ?? before, after)
        forget()
        let end = runTrial()
        trial?.setEnd(end)
        setStepCount(end - start)
        go(toMoment: step)
        return nil
    }

    /// Back to the lesson's own run, at the step where the other one began.
    public func leaveTrial() {
        guard let trial else { return }
        self.trial = nil
        program.goBack(to: trial.original)
        forget()
        now = trial.start
        setStepCount((program.pieces[piece].end ?? start) - start)
    }

    /// Runs the trial to its end, within the budget of a cell; the moment of the end.
    private func runTrial() -> Int64 {
        let limit = now + max(2_000_000, 4 * stepCount)
        while !program.hasEnded, program.clock < limit, !isCancelled() {
            program.run(until: min(limit, program.clock + 100_000), isTrial: true)
        }
        return program.clock
    }

    /// Runs both to the end of the cell and says how they differ. Stays at this step.
    public func compare() -> Comparison? {
        guard let trial else { return nil }
        let here = now
        let own = finish(from: trial.original)
        program.goBack(to: trial.changed)
        let other = finish(from: trial.changed)
        var differences: [(name: String, value: StepVariable?, changed: StepVariable?)] = []
        for variable in own.variables {
            let changed = other.variables.first { $0.name == variable.name }
            if changed != variable { differences.append((variable.name, variable, changed)) }
        }
        for variable in other.variables where !own.variables.contains(where: { $0.name == variable.name }) {
            differences.append((variable.name, nil, variable))
        }
        forget()
        go(toMoment: here)
        return Comparison(
            change: trial.change, step: trial.start - start, losses: own.losses, changedLosses: other.losses,
            variables: differences, loss: own.variables.first { $0.name == "loss" }, output: own.output,
            changedOutput: other.output, problem: other.problem)
    }

    private struct Finish {
        var losses: [Double]
        var variables: [StepVariable]
        var output: String
        var problem: String?
    }

    private func finish(from checkpoint: SteppingProgram.Checkpoint) -> Finish {
        program.goBack(to: checkpoint)
        program.ear.losses = []
        let limit = checkpoint.clock + max(2_000_000, 4 * stepCount)
        while !program.hasEnded, program.clock < limit {
            program.run(until: min(limit, program.clock + 100_000), isTrial: true)
        }
        let losses = program.ear.losses ?? []
        program.ear.losses = nil
        let frame = FrameMaker(program: program).frame(at: program.clock, cell: cell).frame
        return Finish(
            losses: losses, variables: frame.scopes.first?.variables ?? [], output: frame.output,
            problem: program.lastStop)
    }
}
