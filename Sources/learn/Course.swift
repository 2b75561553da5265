import CLessons
import LessonModel
import LessonReader
import Report

/// The lessons that come with learn, in the binary itself.
enum Course {
    struct Lesson {
        /// `lesson3.md`
        var name: String
        var bytes: [UInt8]
        /// From 1.
        var number: Int
        var document: Document { LessonReader.read(bytes: bytes, fileName: name).document }
    }

    /// The words of the course, and what they mean.
    static var glossary: [UInt8]? {
        bundled_glossary().map { file in
            [UInt8](UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
        }
    }

    static var lessons: [Lesson] {
        var lessons: [Lesson] = []
        while let entry = bundled_lesson(lessons.count)?.pointee {
            let name = String(cString: entry.name)
            let bytes = [UInt8](UnsafeBufferPointer(start: entry.bytes, count: entry.count))
            lessons.append(Lesson(name: name, bytes: bytes, number: number(in: name) ?? lessons.count + 1))
        }
        return lessons
    }

    /// The number in `lesson3.md`.
    private static func number(in name: String) -> Int? {
        guard name.hasPrefix("lesson"), name.hasSuffix(".md") else { return nil }
        return Int(name.dropFirst(6).dropLast(3))
    }

    /// Where a lesson stands in the course, by its file's name; nil while lessons of the course are missing.
    static func place(ofFile name: String) -> LessonPlace? {
        let all = lessons
        guard let lesson = all.first(where: { $0.name == name }) else { return nil }
        return all.map(\.number) == Array(1...all.count) ? LessonPlace(number: lesson.number, of: all.count) : nil
    }

    /// The lesson of a file name (with or without `.md`), a number, or a word of its title.
    static func lesson(named name: String) throws(CommandError) -> Lesson? {
        let all = lessons
        for lesson in all where lesson.name == name || lesson.name == name + ".md" || "\(lesson.number)" == name {
            return lesson
        }
        let wanted = words(name)
        guard !wanted.isEmpty else { return nil }
        var found: [Lesson] = []
        for lesson in all {
            let title = words(lesson.document.title)
            if wanted.allSatisfy({ title.contains($0) }) { found.append(lesson) }
        }
        if found.count > 1 {
            let names = found.map { "`\($0.name)`" }.joined(separator: " and ")
            throw CommandError("`\(Argument.escaped(name))` may be \(names): which one?", code: .unreadable)
        }
        return found.first
    }

    /// What is near to a name that leads nowhere.
    static func suggestion(for name: String) -> String? {
        var candidates: [String] = []
        for lesson in lessons { candidates += [String(lesson.name.dropLast(3))] + words(lesson.document.title) }
        return Spelling.nearest(to: name.lowercased(), among: candidates)
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
