import LessonModel
import Testing

@testable import Report

@Suite struct TerminalTextTests {
    static func text(width: Int = 80, color: Bool = false, unicode: Bool = true) -> String {
        TerminalReport(
            document: SampleLesson.document, recording: SampleLesson.recording,
            style: TextStyle(width: width, color: color, unicode: unicode), place: LessonPlace(number: 3, of: 5)
        ).text
    }

}
