import NeuralCore

/// What a network did since it was watched: for checks that ask not only for a result but for the way to it.
///
///     let log = watch(network)
///     trainOnce(network)
///     expect(log.kinds, equals: ["forward", "loss", "backward", "update"])
///     expect(log.steps[3].before, near: start, "the gradient was taken before the update")
public final class EngineLog: EngineObserver {
    /// More than so many are not kept.
    public static let limit = 1000

    public private(set) var steps: [EngineStep] = []
    /// Who else hears the network.
    public var next: (any EngineObserver)?
    /// The layer of the last report, by which reports of one pass are told from those of the next.
    private var layer = 0

    public init(next: (any EngineObserver)? = nil) { self.next = next }

    /// What was done, in order.
    public var kinds: [String] {
        var kinds: [String] = []
        for step in steps { kinds.append(step.kind) }
        return kinds
    }

    /// A log that goes on by itself from here.
    public func copy() -> EngineLog {
        let log = EngineLog(next: next)
        log.steps = steps
        log.layer = layer
        return log
    }

    public func record(_ event: EngineEvent) {
        next?.record(event)
        switch event {
        case .forward: add(EngineStep(kind: "forward"))
        case .loss(let loss): add(EngineStep(kind: "loss", loss: loss.value))
        case .gradients(let report):
            // From the last layer to the first.
            let own = report.weights + report.biases
            if let last = steps.last, last.kind == "backward", report.index < layer {
                steps[steps.count - 1] = EngineStep(kind: "backward", gradient: own + last.gradient)
            } else {
                add(EngineStep(kind: "backward", gradient: own))
            }
            layer = report.index
        case .update(let report):
            let before = report.weightsBefore + report.biasesBefore
            let after = report.weightsAfter + report.biasesAfter
            if let last = steps.last, last.kind == "update", report.index > layer {
                steps[steps.count - 1] = EngineStep(
                    kind: "update", before: last.before + before, after: last.after + after, rate: last.rate)
            } else {
                add(EngineStep(kind: "update", before: before, after: after, rate: report.learningRate))
            }
            layer = report.index
        case .layer, .epoch: break
        }
    }

    private func add(_ step: EngineStep) {
        if steps.count < Self.limit { steps.append(step) }
    }
}

/// Keeps a log of what a network does from here on.
public func watch(_ network: Network) -> EngineLog {
    let log = EngineLog(next: network.observer)
    network.observer = log
    return log
}
