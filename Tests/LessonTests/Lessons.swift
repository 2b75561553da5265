import Foundation
import LessonModel
import LessonReader
import NeuralCore
import SourceText

/// The lessons of this repository and what is recorded of them.
enum Lessons {
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let dataFolder = package.appendingPathComponent("Lessons/Data")
    static let fixtures = package.appendingPathComponent("Tests/Fixtures/Lessons")

    /// Lessons that have a recorded verdict of `swiftc`.
    static let names = ["lesson1", "lesson2", "lesson3", "lesson4", "lesson5"]

    /// Cells find the lessons' data from here on.
    static let provideData: Void = {
        DataFiles.provider = { name in
            (try? Data(contentsOf: dataFolder.appendingPathComponent(name))).map { [UInt8]($0) }
        }
    }()

    static func read(_ name: String) throws -> (document: Document, diagnostics: [Diagnostic]) {
        _ = provideData
        let url = package.appendingPathComponent("Lessons/\(name).md")
        return LessonReader.read(bytes: [UInt8](try Data(contentsOf: url)), fileName: "\(name).md")
    }
}

extension Document {
    var quizzes: [Quiz] {
        var found: [Quiz] = []
        visit { if case .quiz(let quiz) = $0.kind { found.append(quiz) } }
        return found
    }

    func cells(_ kind: Cell.Kind) -> [Cell] { cells.filter { $0.kind == kind } }

    var exercises: [String] {
        cells.compactMap { if case .exercise(let id) = $0.kind { id } else { nil } }
    }

    func hintCount(for exercise: String) -> Int {
        var count = 0
        visit { if case .hint(exercise, _) = $0.kind { count += 1 } }
        return count
    }
}
