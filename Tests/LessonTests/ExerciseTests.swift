import Foundation
import LessonModel
import LessonReader
import Notebook
import Testing

/// The exercises of every lesson by our own interpreter: solutions pass, stubs and likely mistakes do not.
struct ExerciseTests {
    static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: Lessons.package.appendingPathComponent("Lessons").path)
        return (files ?? []).filter { $0.hasPrefix("lesson") && $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
            .sorted()
    }()

    @Test func lessonsAreThere() { #expect(Self.names.contains("lesson3")) }

    @Test(arguments: names)
    func solutionsPassAndStubsFail(_ name: String) throws {
        let checker = LessonChecker(try Lessons.read(name).document)
        #expect(!checker.exerciseIDs.isEmpty)
        let solved = checker.checkSolutions()
        #expect(solved.exercises.map(\.id) == checker.exerciseIDs)
        for exercise in solved.exercises {
            #expect(exercise.status == .pass && exercise.score == exercise.maximum, "\(exercise)")
        }
        for exercise in checker.check(try Lessons.read(name).document).exercises {
            #expect(exercise.status == .todo, "\(exercise.id)")
        }
        // Even where a stub compiles it must not pass, and where it does not, it is refused and no fault of ours.
        for exercise in checker.checkStubs().exercises {
            #expect(exercise.status == .fail || exercise.status == .error, "\(exercise.id)")
            #expect(exercise.score == 0)
            #expect(!exercise.diagnostics.contains { $0.message.contains("fault") })
        }
    }

    @Test(arguments: names)
    func likelyMistakesFail(_ name: String) throws {
        let lesson = try Lessons.read(name).document
        let checker = LessonChecker(lesson)
        for attempt in Attempts.wrong where checker.exerciseIDs.contains(attempt.exercise) {
            let text = "```swift\n//| exercise: \(attempt.exercise)\n\(attempt.source)\n```\n"
            let copy = LessonReader.read(bytes: Array(text.utf8), fileName: "copy.md").document
            let exercise = checker.check(copy).exercises.first { $0.id == attempt.exercise }
            #expect(exercise?.status == .fail && exercise?.score == 0, "\(attempt.name)")
            #expect(exercise?.diagnostics.isEmpty == true, "\(attempt.name) runs")
        }
    }
}
