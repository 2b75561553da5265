import LessonKit
import LessonModel
import NeuralCore
import SourceText

/// Hears what a running cell reports: expectations, figures, and the engine's passes, of which it keeps the first and
/// the last so that long training stays small.
final class CellEvents: LessonSink, EngineObserver {
    /// Networks of more units are recorded only where a cell asks.
    static let unitLimit = 16
    /// How many examples of a batch are recorded.
    static let rowLimit = 4
    /// How many figures a cell may draw; the rest is counted.
    static let figureLimit = 50

    private(set) var figures: [Figure] = []
    private(set) var failures: [Diagnostic] = []
    private(set) var droppedFigures = 0
    /// Where the cell runs right now.
    private let place: () -> (file: SourceFile, span: Span)?

    private let records: Records
    private var first: [PassDraft] = []
    /// The latest passes: loss, gradients and update may still come for them.
    private var latest: [PassDraft] = []
    private var isIgnoring = false

    enum Records { case none, asked, small, all }

    init(_ records: Records, place: @escaping () -> (file: SourceFile, span: Span)?) {
        self.records = records
        self.place = place
    }

    /// Whether every network is to report, and not only those that a cell traces.
    var hearsEngine: Bool { records == .small || records == .all }

    private var firstLimit: Int { records == .all ? 60 : 6 }
    private var lastLimit: Int { records == .all ? 4 : 2 }
    /// Among so many of the latest passes a report finds its own.
    private static let openLimit = 8

    // MARK: What cells report

    func receive(_ report: LessonReport) {
        switch report {
        case .expectation(let expectation): receive(expectation)
        case .engine(let event): if records != .none { take(event, isAsked: true) }
        default:
            if figures.count == Self.figureLimit {
                droppedFigures += 1
            } else if let figure = report.figure {
                figures.append(figure)
            }
        }
    }

    private func receive(_ expectation: Expectation) {
        if expectation.isMet || failures.count == 100 { return }
        guard let (file, span) = place() else { return }
        var message = expectation.message
        if !expectation.expected.isEmpty || !expectation.actual.isEmpty {
            message += message.isEmpty ? "" : ": "
            message += "expected \(Self.short(expectation.expected)), found \(Self.short(expectation.actual))"
        }
        failures.append(Diagnostic(in: file, at: span, message.isEmpty ? "this does not hold" : message))
    }

    /// A value in a sentence: long ones are cut.
    private static func short(_ text: String) -> String {
        let limit = 120
        if text.unicodeScalars.count <= limit { return text }
        var cut = ""
        for scalar in text.unicodeScalars.prefix(limit) { cut.unicodeScalars.append(scalar) }
        return cut + "…"
    }

    // MARK: What the engine reports

    func record(_ event: EngineEvent) {
        if hearsEngine { take(event, isAsked: records == .all) }
    }

    private func take(_ event: EngineEvent, isAsked: Bool) {
        switch event {
        case .forward(let pass):
            isIgnoring = false
            let line = place().map { $0.file.location(of: Int($0.span.lower)).line }
            latest.append(PassDraft(line: line ?? 0, pass: pass))
        case .layer(let layer):
            guard !isIgnoring, let draft = latest.last else { return }
            draft.add(layer)
            let isLarge = draft.unitCount > Self.unitLimit || draft.pass.columns > Self.unitLimit
            // Unit by unit only dense layers can be told.
            if !layer.isDense || isLarge && !isAsked {
                isIgnoring = true
                latest.removeLast()
            }
        case .loss(let loss): open { $0.accepts(loss) }?.add(loss)
        case .gradients(let gradients): open { $0.accepts(gradients) }?.add(gradients)
        case .update(let update): open { $0.accepts(update) }?.add(update)
        case .epoch: break
        }
        if latest.count > Self.openLimit {
            let oldest = latest.removeFirst()
            if first.count < firstLimit { first.append(oldest) }
        }
    }

    private func open(_ accepts: (PassDraft) -> Bool) -> PassDraft? {
        for draft in latest.reversed() where accepts(draft) { return draft }
        return nil
    }

    /// The passes of the cell in their order.
    func passes() -> [TracedPass] {
        var result: [TracedPass] = []
        var drafts = first
        for (index, draft) in latest.enumerated() {
            if drafts.count < firstLimit || index >= latest.count - lastLimit { drafts.append(draft) }
        }
        for draft in drafts where !draft.layers.isEmpty { result += draft.passes(atMost: Self.rowLimit) }
        return result
    }
}
