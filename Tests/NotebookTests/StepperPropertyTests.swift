import LessonModel
import LessonReader
import Testing

@testable import Notebook

/// Random programs: what replaying gives is what the run computed, in whatever order the steps are asked for.
struct StepperPropertyTests {
    /// Writes programs of assignments, conditions, loops, calls, lists and random numbers, which always end.
    private struct ProgramWriter {
        var state: UInt64
        var text = ""
        var names: [String] = ["v0"]

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }

        mutating func value(_ depth: Int = 0) -> String {
            switch roll(depth > 2 ? 2 : 6) {
            case 0: return "\(roll(20))"
            case 1: return names[roll(names.count)]
            case 2: return "(" + value(depth + 1) + " + " + value(depth + 1) + ")"
            case 3: return "(" + value(depth + 1) + " - " + value(depth + 1) + ")"
            case 4: return "helper(" + value(depth + 1) + ") % 100"
            default: return "list.count"
            }
        }

        mutating func statement(_ indent: String, _ depth: Int) {
            switch roll(depth > 1 ? 4 : 8) {
            case 0, 1: text += indent + names[roll(names.count)] + " = " + value() + " % 1000\n"
            case 2: text += indent + "list.append(" + value() + ")\n"
            case 3: text += indent + "print(" + value() + ", list.count)\n"
            case 4:
                text += indent + "for i in 0..<\(roll(4) + 1) {\n"
                text += indent + "    list[0] += i\n"
                block(indent, depth)
            case 5:
                text += indent + "if " + value() + " > " + value() + " {\n"
                block(indent, depth)
            case 6: text += indent + "real = real * 0.5 + Double(" + value() + ")\n"
            default: text += indent + "list[0] = Int.random(in: 0..<50)\n"
            }
        }

        mutating func block(_ indent: String, _ depth: Int) {
            for _ in 0...roll(3) { statement(indent + "    ", depth + 1) }
            text += indent + "}\n"
        }

        mutating func program() -> String {
            text = """
                func helper(_ n: Int) -> Int {
                    let half = n / 2
                    if half > 5 { return helper(half) + 1 }
                    return half
                }
                var v0 = 3
                var list = [1]
                var real = 0.25

                """
            for index in 1...3 {
                text += "var v\(index) = " + value() + "\n"
                names.append("v\(index)")
            }
            for _ in 0..<8 { statement("", 0) }
            text += "print(v0, v1, v2, v3, list, real)\n"
            return text
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func replayedStepsAreTheRunsOwn(_ seed: UInt64) throws {
        var writer = ProgramWriter(state: seed &* 77)
        let program = writer.program()
        let text = "```swift\n\(program)```\n"
        let document = LessonReader.read(bytes: Array(text.utf8), fileName: "l.md").document
        let plain = LessonRunner(document).run()
        try #require(plain.cells[0].status == .ok, "\(program)")

        let walk = LessonStepper(document)
        try #require(walk.openNextCell())
        // Small steps between checkpoints, so that going back really replays.
        var direct: [StepFrame] = []
        var trace = StepTrace(lesson: "l.md", title: "")
        for step in 1...min(walk.stepCount, 400) {
            walk.go(to: step)
            direct.append(walk.moment.frame)
            trace.append(walk.moment.frame)
        }
        var reader = StepTrace.Reader(trace)
        for frame in direct { #expect(reader.next() == frame, "seed \(seed), step \(frame.step)") }
        for _ in 0..<60 {
            let index = writer.roll(direct.count)
            walk.go(to: Int64(index + 1))
            #expect(walk.moment.frame == direct[index], "seed \(seed), step \(index + 1)")
        }
        walk.go(to: walk.stepCount)
        #expect(walk.moment.frame.kind == .end)
        #expect(walk.moment.frame.output == plain.cells[0].output, "seed \(seed)")
        #expect(walk.recording.cells[0].output == plain.cells[0].output)
    }
}
