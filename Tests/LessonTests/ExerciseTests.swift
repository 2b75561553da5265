import Foundation
import LessonModel
import LessonReader
import Notebook
import Testing

/// The exercises of every lesson by our own interpreter: solutions pass, stubs and likely mistakes do not.
struct ExerciseTests {
    /// Each check runs its lesson a dozen times, and a debug build trains the networks of lessons 4 and 5 half a minute each
    /// time: they are here where `LEARN_LESSONS` is set. `.ci/run` checks all of them by a release build, with `learn check`.
    static let names: [String] = {
        let all = Lessons.names
        return ProcessInfo.processInfo.environment["LEARN_LESSONS"] == nil ? Array(all.prefix(3)) : all
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

    /// A copy holds one mistake in each exercise: a check runs the whole lesson, and that takes its time.
    @Test(arguments: names)
    func likelyMistakesFail(_ name: String) throws {
        let checker = LessonChecker(try Lessons.read(name).document)
        var left = Attempts.wrong.filter { checker.exerciseIDs.contains($0.exercise) }
        while !left.isEmpty {
            var attempts: [String: Attempt] = [:]
            for attempt in left where attempts[attempt.exercise] == nil { attempts[attempt.exercise] = attempt }
            left.removeAll { attempts[$0.exercise]?.name == $0.name }
            var text = ""
            for (id, attempt) in attempts.sorted(by: { $0.key < $1.key }) {
                text += "```swift\n//| exercise: \(id)\n\(attempt.source)\n```\n\n"
            }
            let copy = LessonReader.read(bytes: Array(text.utf8), fileName: "copy.md").document
            let checked = checker.check(copy).exercises
            for (id, attempt) in attempts {
                let exercise = checked.first { $0.id == id }
                #expect(exercise?.status == .fail && exercise?.score == 0, "\(attempt.name)")
                #expect(exercise?.diagnostics.isEmpty == true, "\(attempt.name) runs")
            }
        }
    }
}
