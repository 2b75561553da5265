import NeuralCore

/// Hears what a lesson's cells report: expectations, plots, drawings and an engine's steps.
public protocol LessonSink: AnyObject {
    func receive(_ report: LessonReport)
}

/// Where the functions of this module report to.
///
/// Without a sink they do nothing and print nothing, so that a lesson compiled by itself prints only what it prints.
public enum Lesson {
    /// The sink of this process. Set it before cells run; it is not to be changed while they do.
    public nonisolated(unsafe) static var sink: (any LessonSink)?
}

/// What a cell reported, as plain values.
public enum LessonReport: Equatable, Sendable {
    case expectation(Expectation)
    case plot(Plot)
    case points(PointPlot)
    case network(NetworkDrawing)
    case graph(ValueGraph)
    /// A step of a network that a cell asked to trace.
    case engine(EngineEvent)
}

/// Reports every step of a network from here on: forward, loss, backward and updates.
public func trace(_ network: Network) {
    guard Lesson.sink != nil else { return }
    let forwarder = EventForwarder()
    network.observer = forwarder
}

/// Hands a network's events to the lesson's sink.
private final class EventForwarder: EngineObserver {
    func record(_ event: EngineEvent) { Lesson.sink?.receive(.engine(event)) }
}
