import LessonKit
import Machine
import NeuralCore

/// Hears the engine while a lesson is stepped through, and counts its steps.
///
/// The stepper's clock counts marks of the program and steps of the engine. A mark stops the machine by itself; when an
/// event of the engine carries the clock to the place to stop at, the machine is asked to yield.
final class EngineEar: EngineObserver, LessonSink {
    /// An event, and the clock before it.
    struct Heard {
        var event: EngineEvent
        var clock: Int64
        var steps: Int64
    }

    /// What is known of the engine at some moment; goes into every checkpoint.
    struct Memory {
        /// Steps of the engine, and the ends of pieces, so far.
        var steps: Int64 = 0
        var trail: [Heard] = []
    }

    var memory = Memory()
    /// The clock to stop at.
    var target = Int64.max
    /// On the first run of a cell: who records what it reports.
    var events: CellEvents?
    /// The run that happens for the first time: it keeps epochs and losses.
    var recorder: Timeline?
    /// Told of every event, for a survey of a whole run.
    var listener: ((Heard) -> Void)?
    private let machine: Machine
    /// Passes are put together from so many of the latest events.
    private static let trailLength = 96

    init(_ machine: Machine) { self.machine = machine }

    var clock: Int64 { machine.marksPassed + memory.steps }

    func record(_ event: EngineEvent) {
        if let events, events.hearsEngine { events.record(event) }
        hear(event)
    }

    func receive(_ report: LessonReport) {
        if let events { events.receive(report) }
        if case .engine(let event) = report { hear(event) }
    }

    private func hear(_ event: EngineEvent) {
        let steps = EngineSteps.count(event)
        if memory.trail.count >= 2 * Self.trailLength { memory.trail.removeFirst(Self.trailLength) }
        let heard = Heard(event: event, clock: clock, steps: steps)
        memory.trail.append(heard)
        memory.steps += steps
        switch event {
        case .epoch(let epoch): recorder?.epochs.append((epoch.index, heard.clock))
        case .loss(let loss): recorder?.note(loss: loss.value, at: heard.clock)
        default: break
        }
        listener?(heard)
        if target == .max { return }
        if clock >= target {
            machine.mustYield = true
        } else {
            machine.stopMark = machine.marksPassed + (target - clock)
        }
    }

    /// The latest event that a moment of the clock lies in.
    func index(at moment: Int64) -> Int? {
        for index in memory.trail.indices.reversed() {
            let heard = memory.trail[index]
            if heard.clock < moment && moment <= heard.clock + heard.steps { return index }
            if heard.clock + heard.steps < moment { return nil }
        }
        return nil
    }
}

/// The steps that an event of the engine is taken apart into.
enum EngineSteps {
    /// A network with a wider layer is followed layer by layer.
    static let widest = 16

    static func isSmall(_ inputs: Int, _ outputs: Int) -> Bool { inputs <= widest && outputs <= widest }

    /// Whether each slope of the layer belongs to one input and one output: not so where weights are shared, as in a
    /// convolution, or are more than that, as in attention.
    static func isByWeight(_ back: RecordedGradients) -> Bool {
        isSmall(back.inputCount, back.outputCount) && back.weights.count == back.inputCount * back.outputCount
            && back.biases.count == back.outputCount && back.sums.count == back.rows * back.outputCount
            && back.activations.count == back.sums.count
    }

    static func count(_ event: EngineEvent) -> Int64 {
        switch event {
        case .forward: return 0
        case .layer(let layer):
            return isSmall(layer.inputCount, layer.outputCount) ? Int64(2 * layer.outputCount) : 1
        case .loss, .epoch: return 1
        case .gradients(let back):
            guard isByWeight(back) else { return 1 }
            // Of several examples at once only the weights' and biases' slopes are the batch's own.
            return Int64(back.outputCount * (back.inputCount + (back.rows == 1 ? 3 : 1)))
        case .update(let update):
            guard isSmall(update.inputCount, update.outputCount) else { return 1 }
            return Int64(update.weightsBefore.count + update.biasesBefore.count)
        }
    }
}
