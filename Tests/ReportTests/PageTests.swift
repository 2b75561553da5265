import LessonModel
import Testing

@testable import Report

@Suite struct PageTests {
    static let page = HTMLReport(
        document: SampleLesson.document, recording: SampleLesson.recording, place: LessonPlace(number: 3, of: 5)
    ).page
}
