import NeuralCore

/// Hears what a lesson's cells report: expectations, plots, drawings and an engine's steps.
public protocol LessonSink: AnyObject {
    func receive(_ report: LessonReport)
}

/// Where the functions of this module report to, unless a call names another sink.
///
/// Without a sink they do nothing and print nothing, so that a lesson compiled by itself prints only what it prints. The
/// interpreter names the sink of its session in every call, so that sessions may run side by side.
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
    case picture(Picture)
    /// A step of a network that a cell asked to trace.
    case engine(EngineEvent)
}

/// Reports every step of a network from here on: forward, loss, backward and updates.
public func trace(_ network: Network, to sink: (any LessonSink)? = Lesson.sink) {
    guard let sink else { return }
    network.observer = EventForwarder(sink)
}

/// Hands a network's events to a sink.
private final class EventForwarder: EngineObserver {
    private let sink: any LessonSink

    init(_ sink: any LessonSink) { self.sink = sink }

    func record(_ event: EngineEvent) { sink.receive(.engine(event)) }
}
