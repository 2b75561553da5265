import LessonModel
import LessonReader
import Testing

@testable import Notebook

/// Random programs: what replaying gives is what the run computed, in whatever order the steps are asked for.
struct StepperPropertyTests {
    /// A walk with checkpoints so close that going anywhere crosses many, and so little room that they are thinned.
    private func walk(_ seed: UInt64) throws -> (walk: LessonStepper, plain: Recording, frames: [StepFrame]) {
        var writer = RandomProgram(seed: seed)
        let program = writer.program()
        let text = "```swift\n\(program)```\n"
        let document = LessonReader.read(bytes: Array(text.utf8), fileName: "l.md").document
        let plain = LessonRunner(document).run()
        try #require(plain.cells[0].status == .ok, "\(program)\n\(plain.cells[0].diagnostics)")
        let walk = LessonStepper(
            document, options: RunOptions(), isLesson: true,
            plan: CheckpointPlan(room: 3 << 20, spacing: 30, bytesPerStep: .max))
        try #require(walk.openNextCell())
        var frames: [StepFrame] = []
        for step in 1...min(walk.stepCount, 400) {
            walk.go(to: step)
            frames.append(walk.moment.frame)
        }
        return (walk, plain, frames)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func replayedStepsAreTheRunsOwn(_ seed: UInt64) throws {
        let (walk, plain, direct) = try walk(seed)
        var dice = RandomProgram(seed: seed &+ 1000)
        for _ in 0..<40 {
            let index = dice.roll(direct.count)
            walk.go(to: Int64(index + 1))
            #expect(walk.moment.frame == direct[index], "seed \(seed), step \(index + 1)")
            // All variables of the program's head have their values.
            guard direct[index].scopes[0]["rules"] != nil else { continue }
            if dice.roll(4) == 0 { #expect(!walk.value(of: "v0 + helper(40) + list.count").isError) }
            if dice.roll(8) == 0 {
                #expect(walk.tryChange("v0 = 7; list.append(1); pair.name += \"x\"") == nil)
                walk.stepIn()
                walk.leaveTrial()
            }
        }
        var trace = StepTrace(lesson: "l.md", title: "")
        for frame in direct { trace.append(frame) }
        var reader = StepTrace.Reader(trace)
        for frame in direct { #expect(reader.next() == frame, "seed \(seed), step \(frame.step)") }
        walk.go(to: walk.stepCount)
        #expect(walk.moment.frame.kind == .end)
        #expect(walk.moment.frame.output == plain.cells[0].output, "seed \(seed)")
        #expect(walk.recording.cells[0].output == plain.cells[0].output)
    }

    /// What a move is, said over the list of all steps; the stepper itself never has such a list.
    private struct Moves {
        let frames: [StepFrame]
        /// The calls that each step is in, the outermost first, each with a number of its own.
        private var calls: [[Int]] = []

        init(_ frames: [StepFrame]) {
            self.frames = frames
            var open = [0]
            var count = 0
            for frame in frames {
                let depth = frame.scopes.count
                if open.count > depth { open.removeLast(open.count - depth) }
                if frame.kind == .call, open.count == depth { open.removeLast() }
                while open.count < depth {
                    count += 1
                    open.append(count)
                }
                calls.append(open)
            }
        }

        /// Whether a step is in the call of another, or in one that it was made from.
        private func isAround(_ index: Int, _ from: Int) -> Bool {
            calls[index].count <= calls[from].count && calls[from].starts(with: calls[index])
        }

        func next(_ from: Int) -> Int? {
            frames.indices.first { $0 > from && frames[$0].kind == .line && isAround($0, from) }
        }
        func out(_ from: Int) -> Int? {
            if frames[from].kind == .expression { return next(from) }
            return frames.indices.first { $0 > from && calls[$0].count < calls[from].count }
        }
        func back(_ from: Int) -> Int? {
            if frames[from].kind == .expression || frames[from].kind == .return { return from - 1 }
            return frames.indices.last { $0 < from && frames[$0].kind == .line && isAround($0, from) }
        }
        func line(_ line: Int, _ from: Int) -> Int? {
            frames.indices.first { $0 > from && frames[$0].kind == .line && frames[$0].place.line == line }
        }
        func lineBefore(_ line: Int, _ from: Int) -> Int? {
            frames.indices.last { $0 < from && frames[$0].kind == .line && frames[$0].place.line == line }
        }
    }

    @Test(arguments: 9...14 as ClosedRange<UInt64>)
    func movesAreWhatTheListOfStepsSays(_ seed: UInt64) throws {
        let (walk, _, direct) = try walk(seed)
        let moves = Moves(direct)
        var dice = RandomProgram(seed: seed &+ 2000)
        for _ in 0..<25 {
            let from = 1 + dice.roll(direct.count - 1)
            walk.go(to: Int64(from + 1))
            if let wanted = moves.next(from) {
                walk.next()
                #expect(walk.step == Int64(wanted + 1), "seed \(seed), next from \(from + 1)")
            }
            if direct[from].scopes.count > 1, let wanted = moves.out(from) {
                walk.go(to: Int64(from + 1))
                walk.stepOut()
                #expect(walk.step == Int64(wanted + 1), "seed \(seed), out from \(from + 1)")
            }
            walk.go(to: Int64(from + 1))
            walk.stepBack()
            #expect(walk.step == Int64((moves.back(from) ?? 0) + 1), "seed \(seed), back from \(from + 1)")
            let line = direct[dice.roll(direct.count)].place.line
            walk.go(to: Int64(from + 1))
            walk.breakpoints = [Breakpoint(line: line)]
            if let wanted = moves.line(line, from) {
                walk.goOn()
                #expect(walk.step == Int64(wanted + 1), "seed \(seed), on to line \(line) from \(from + 1)")
            }
            walk.go(to: Int64(from + 1))
            walk.breakpoints = [Breakpoint(line: line, condition: dice.roll(2) == 0 ? "made >= 0" : "")]
            walk.reverseContinue()
            #expect(
                walk.step == Int64((moves.lineBefore(line, from) ?? 0) + 1), "seed \(seed), to \(line) from \(from + 1)"
            )
        }
    }
}
