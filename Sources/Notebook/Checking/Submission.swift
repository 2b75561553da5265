import LessonModel
import SourceText

/// A student's file as far as it matters: their code for each exercise.
struct Submission {
    struct Entry {
        var cell: Cell
        /// Whether the file has the exercise more than once.
        var isDoubled: Bool
    }

    let document: Document
    private var entries: [String: Entry] = [:]

    /// Of several cells for one exercise the first that is no longer the stub counts.
    init(_ document: Document, of exercises: [ExerciseParts], in lesson: Document) {
        self.document = document
        for parts in exercises {
            let stub = parts.stub.sourceFile(named: lesson.fileName)
            var found: Entry?
            for cell in document.cells where cell.kind == .exercise(parts.id) {
                guard var earlier = found else {
                    found = Entry(cell: cell, isDoubled: false)
                    continue
                }
                if Stub.isSame(earlier.cell.sourceFile(named: document.fileName), stub) { earlier.cell = cell }
                earlier.isDoubled = true
                found = earlier
            }
            entries[parts.id] = found
        }
    }

    subscript(id: String) -> Entry? { entries[id] }
    var isEmpty: Bool { entries.isEmpty }

    /// The line on which another cell of the file declares a name: a helper outside the exercise's cell.
    func line(declaring name: String, besides exercise: String) -> Int? {
        for cell in document.cells where cell.kind != .exercise(exercise) {
            let file = cell.sourceFile(named: document.fileName)
            for declared in DeclaredName.all(in: file) where declared.name == name {
                return file.location(of: declared.end).line
            }
        }
        return nil
    }
}
