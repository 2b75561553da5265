import Foundation
import Testing

@testable import learn

struct CourseTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Lessons")

    /// Byte for byte; where this fails a lesson is missing in `Sources/CLessons/lessons.c`, or the build is stale.
    @Test func everyLessonIsInTheBinary() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasPrefix("lesson") && $0.hasSuffix(".md") }.sorted()
        #expect(Course.lessons.map(\.name).sorted() == files)
        for lesson in Course.lessons {
            let bytes = try Data(contentsOf: Self.folder.appendingPathComponent(lesson.name))
            #expect(lesson.bytes == [UInt8](bytes))
        }
    }

    @Test func waysToNameALesson() throws {
        for lesson in Course.lessons {
            for name in [lesson.name, String(lesson.name.dropLast(3)), "\(lesson.number)", lesson.document.title] {
                #expect(try Course.lesson(named: name)?.name == lesson.name)
            }
        }
        #expect(try Course.lesson(named: "quantum") == nil)
        #expect(try Course.lesson(named: "99") == nil)
        #expect(try Course.lesson(named: "") == nil)
    }

    @Test func aMovedBinaryKnowsItsLessons() throws {
        let shell = try Shell()
        let result = try shell.run("cp '\(Shell.learn)' moved; ./moved list; ./moved run --cell network 3 | head -3")
        #expect(result.status == 0)
        #expect(result.text.contains("lesson3.md"))
    }

    @Test func filesOnDiskComeFirst() throws {
        let shell = try Shell()
        try shell.write(SampleLesson.fine, "lesson3.md")
        #expect(try shell.run("learn run lesson3.md").text.contains("x is 3"))
        #expect(!(try shell.run("learn run ./lesson4.md").status == 0))
    }

    @Test func unknownLessons() throws {
        let shell = try Shell()
        let result = try shell.run("learn run lesson33")
        #expect(result.status == 2)
        #expect(result.errors == "learn: there is no file and no lesson `lesson33`; did you mean `lesson3`?\n")
    }

    @Test func helpAndVersion() throws {
        let shell = try Shell()
        let nothing = try shell.run("learn")
        #expect(nothing.status == 64)
        #expect(nothing.text == "" && nothing.errors.contains("learn run LESSON"))
        #expect(try shell.run("learn --help").text == Help.text(for: nil))
        #expect(try shell.run("learn run --help").text == Help.text(for: .run))
        #expect(try shell.run("learn --version").text == "learn \(Help.version)\n")
        #expect(try shell.run("learn --version --licences").text.contains("cmark"))
        let list = try shell.run("learn list extra")
        #expect(list.status == 64)
        #expect(list.errors == "learn: `learn list` takes no `extra`\n")
    }

    @Test func helpFitsATerminal() {
        for verb in [nil] + Verb.allCases.map(Optional.some) {
            for line in Help.text(for: verb).split(separator: "\n") { #expect(line.count <= 120) }
        }
    }
}
