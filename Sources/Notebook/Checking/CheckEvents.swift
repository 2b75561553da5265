import LessonKit
import SourceText

/// Hears what the expectations of a check say.
final class CheckEvents: LessonSink {
    /// More than so many are not kept: a check with a loop over everything says enough with the first.
    static let limit = 1000

    struct Reported {
        var expectation: Expectation
        var line: Int
    }

    private(set) var expectations: [Reported] = []
    private let place: () -> (file: SourceFile, span: Span)?
    /// The answer's file: what it expects of itself is no check's word.
    private let answer: SourceFile?

    init(answer: SourceFile?, place: @escaping () -> (file: SourceFile, span: Span)?) {
        self.answer = answer
        self.place = place
    }

    func receive(_ report: LessonReport) {
        guard case .expectation(let expectation) = report, expectations.count < Self.limit, let (file, span) = place(),
            file !== answer
        else { return }
        expectations.append(
            Reported(expectation: expectation, line: file.location(of: Int(span.lower)).line))
    }
}

/// What running one check cell on one answer gave.
struct CheckRun {
    var outcome = PieceOutcome()
    var expectations: [CheckEvents.Reported] = []
    /// What failed in numbers, for `Cause`.
    var samples: [Cause.Sample] = []
}
