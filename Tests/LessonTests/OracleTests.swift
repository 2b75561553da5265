import Foundation
import LessonModel
import Testing

/// What `swiftc` says of every lesson, asked by
///
///     LEARN_LESSONS=record swift test --filter LessonTests
///
/// which writes `Tests/Fixtures/Lessons/NAME.swiftc.txt`. With `compare` in place of `record` it is asked and compared
/// with what is recorded. Otherwise only the program of the record is compared with that of the lesson.
struct OracleTests {
    static let mode = ProcessInfo.processInfo.environment["LEARN_LESSONS"]

    @Test(arguments: Lessons.names)
    func recordBelongsToLesson(_ name: String) throws {
        if Self.mode == "record" { return }
        let program = LessonProgram(try Lessons.read(name).document, withChecks: false)
        let record = try OracleRecord(name)
        #expect(
            record.program == OracleRecord.hash(program.source),
            "the lesson changed: record it again with LEARN_LESSONS=record")
    }

    @Test(.enabled(if: mode != nil), arguments: Lessons.names)
    func swiftcRunsLesson(_ name: String) throws {
        let document = try Lessons.read(name).document
        let oracle = try SwiftcOracle.shared.get()
        let program = LessonProgram(document, withChecks: false)
        let record = OracleRecord(program: program, output: try oracle.output(of: program.source))
        if Self.mode == "record" { try record.write(name) }
        #expect(try OracleRecord(name) == record)

        let attempts = Attempts.wrong.filter { document.exercises.contains($0.exercise) }
        let checked = LessonProgram(document, withChecks: true, attempts: attempts)
        for section in LessonProgram.sections(of: try oracle.output(of: checked.source)) {
            let lines = section.text.split(separator: "\n")
            if section.name.hasPrefix("cell check-") {
                #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("met ") }, "\(section)")
            } else if section.name.hasPrefix("attempt ") {
                #expect(lines.contains { $0.hasPrefix("unmet ") }, "no check notices: \(section.name)")
            }
        }
    }
}

/// Output of the real compiler's program, section by section.
struct OracleRecord: Equatable {
    /// A hash of the program.
    var program: String
    /// Cells and values, as they follow in the lesson.
    var text: String

    init(program: LessonProgram, output: String) {
        self.program = Self.hash(program.source)
        text = ""
        for section in LessonProgram.sections(of: output) { text += "== \(section.name)\n\(section.text)" }
    }

    init(_ name: String) throws {
        let parts = String(decoding: try Data(contentsOf: Self.url(name)), as: UTF8.self)
            .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        program = String(parts[0].dropFirst("program ".count))
        text = parts.count > 1 ? String(parts[1]) : ""
    }

    func write(_ name: String) throws {
        try Data("program \(program)\n\(text)".utf8).write(to: Self.url(name))
    }

    private static func url(_ name: String) -> URL {
        Lessons.fixtures.appendingPathComponent("\(name).swiftc.txt")
    }

    /// FNV-1a: it tells an old record from a new one, no more.
    static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    /// The text of each section by its name.
    var sections: [String: String] {
        var found: [String: String] = [:]
        var name = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("== ") {
                name = String(line.dropFirst(3))
                found[name] = ""
            } else {
                found[name, default: ""] += line + "\n"
            }
        }
        return found
    }
}
