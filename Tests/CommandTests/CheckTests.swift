import Foundation
import Testing

/// `learn check` as a teacher and as a student call it.
struct CheckTests {
    private let shell: Shell

    init() throws {
        shell = try Shell()
        try shell.write(SampleLesson.fine, "half.md")
        try shell.write(Self.copy("x / 2"), "anna.md")
        try shell.write(Self.copy("x * 2"), "bert.md")
    }

    private static func copy(_ answer: String) -> String {
        SampleLesson.fine.replacingOccurrences(of: "    // YOUR CODE HERE", with: "    \(answer)")
    }

    @Test func oneFile() throws {
        let right = try shell.run("learn check --lesson half.md anna.md")
        #expect(right.status == 0 && right.errors == "")
        #expect(right.text.contains("✓ half") && right.text.hasSuffix("1 of 1 point\n"))
        let wrong = try shell.run("learn check --lesson half.md bert.md")
        #expect(wrong.status == 1)
        #expect(wrong.text.contains("✗ half") && wrong.text.contains("expected  1.5\n      found     6.0\n"))
        let quiet = try shell.run("learn check -q --lesson half.md anna.md")
        #expect(quiet.status == 0 && quiet.text == "")
        let standard = try shell.run("learn check --lesson half.md - < anna.md")
        #expect(standard.status == 0)
    }

    /// A file by the name of one of learn's lessons is a student's copy, unless it is named as the lesson too.
    @Test func ownMaster() throws {
        let solution = """

            ```swift
            //| solution: half
            func half(_ x: Double) -> Double { x / 2 }
            ```

            """
        try shell.write(SampleLesson.fine + solution, "lesson1.md")
        let own = try shell.run("learn check lesson1.md --lesson lesson1.md")
        #expect(own.status == 0)
        #expect(own.text.contains("✓ half: the solution passes, the stub does not"))
        let copy = try shell.run("learn check lesson1.md")
        #expect(copy.status != 0 && !copy.text.contains("the solution passes"))
    }

    @Test func manyFiles() throws {
        let script = """
            : > empty.md; head -c 3000 /dev/urandom > noise.md; mkfifo fifo; truncate -s 10G giant.md
            learn check --lesson half.md anna.md bert.md empty.md noise.md fifo giant.md gone.md
            """
        let result = try shell.run(script)
        #expect(result.status == 2)
        let lines = result.text.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix("anna.md") && $0.contains("✓") && $0.hasSuffix("1 of 1") })
        #expect(lines.contains { $0.hasPrefix("bert.md") && $0.contains("✗") && $0.hasSuffix("0 of 1") })
        for name in ["empty.md", "noise.md", "fifo", "giant.md", "gone.md"] {
            #expect(lines.contains { $0.hasPrefix(name) && $0.hasSuffix("0 of 1") }, "\(name)")
        }
        #expect(!result.output.contains(0x1B))
        for line in lines { #expect(line.count <= 80) }
    }

    /// A line of JSON for each file, the same whether one call grades them or a loop.
    @Test func json() throws {
        let script = "for file in anna.md bert.md; do learn check --format json --lesson half.md $file; done"
        let loop = try shell.run(script)
        let once = try shell.run("learn check --format json --lesson half.md anna.md bert.md")
        #expect(loop.output == once.output && once.status == 1)
        let lines = once.text.split(separator: "\n")
        #expect(lines.count == 2)
        let results = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(results.map { $0?["status"] as? String } == ["pass", "fail"])
        #expect(results.map { $0?["score"] as? Double } == [1, 0])
        #expect(results.map { $0?["max_score"] as? Double } == [1, 1])
        #expect(results.map { $0?["version"] as? Int } == [1, 1])
        let test = (results[1]?["tests"] as? [[String: Any]])?.first
        #expect(test?["visibility"] as? String == "visible" && test?["status"] as? String == "fail")
    }

    @Test func theLessonOfACopy() throws {
        // By its name, its title or its exercises a copy finds the lesson that came with learn.
        let script = """
            learn run --format json 3 > /dev/null
            sed 's/^title: .*/title: Mine/' '\(Self.lesson3)' > renamed.md; learn check renamed.md
            """
        let renamed = try shell.run(script)
        #expect(renamed.status == 1 && renamed.text.hasPrefix("Backpropagation"))
        try shell.write("# Notes\n", "notes.md")
        let notes = try shell.run("learn check notes.md")
        #expect(notes.status == 2)
        #expect(notes.errors.contains("no copy of a lesson"))
    }

    private static let lesson3 = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Lessons/lesson3.md").path

    @Test func mistakes() throws {
        #expect(try shell.run("learn check").status == 64)
        let missing = try shell.run("learn check gone.md")
        #expect(missing.status == 2 && missing.errors.contains("there is no file"))
        let exercise = try shell.run("learn check --lesson half.md -e hlaf anna.md")
        #expect(exercise.status == 64)
        #expect(exercise.errors == "learn: there is no exercise `hlaf`; did you mean `half`?\n")
    }

    @Test func interrupting() throws {
        try shell.write(Self.copy("while true {}"), "loop.md")
        let script = """
            set -m; '\(Shell.learn)' check --budget 1000000000000 --lesson half.md loop.md > /dev/null & child=$!
            sleep 1; kill -INT $child; wait $child; echo $?
            """
        let result = try shell.run(script)
        #expect(result.text == "130\n" && result.errors.contains("learn: interrupted\n"))
    }
}
