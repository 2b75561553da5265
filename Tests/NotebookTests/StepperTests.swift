import Elementary
import LessonModel
import LessonReader
import Testing

@testable import Notebook

/// Walks through lessons, with the real language and engine.
struct StepperTests {
    private func document(_ cells: String...) -> Document {
        let text = cells.map { "```swift\n\($0)\n```\n\n" }.joined()
        return LessonReader.read(bytes: Array(text.utf8), fileName: "l.md").document
    }

    private func stepper(_ code: String) -> LessonStepper {
        let stepper = LessonStepper(document(code))
        #expect(stepper.openNextCell())
        return stepper
    }

    private func value(_ name: String, _ stepper: LessonStepper) -> String? {
        stepper.moment.frame.scopes.last?[name]?.value ?? stepper.moment.frame.scopes.first?[name]?.value
    }

    private func line(_ stepper: LessonStepper) -> Int { stepper.moment.frame.place.line }

    private static let calls = """
        func twice(_ n: Int) -> Int {
            let m = n * 2
            return m
        }
        var total = 0
        for i in 1...3 {
            total += twice(i)
        }
        print(total)
        """

    // MARK: Moves

    @Test func nextGoesOverCalls() {
        let walk = stepper(Self.calls)
        var lines: [Int] = []
        repeat { lines.append(line(walk)) } while walk.next() && walk.step < walk.stepCount
        // Lines count from the fence.
        #expect(lines == [6, 7, 8, 8, 8, 10])
        #expect(walk.moment.frame.kind == .end)
        #expect(walk.moment.frame.output == "12\n")
        #expect(value("total", walk) == "12")
    }

    @Test func inOutAndBack() {
        let walk = stepper(Self.calls)
        walk.go(toLine: 8)
        walk.stepIn()
        #expect(walk.moment.frame.kind == .call)
        #expect(walk.moment.frame.functionName == "twice")
        #expect(value("n", walk) == "1")
        walk.next()
        #expect(line(walk) == 3)
        walk.next()
        #expect(line(walk) == 4 && value("m", walk) == "2")
        walk.stepBack()
        #expect(line(walk) == 3 && value("m", walk) == nil)
        walk.stepOut()
        #expect(walk.moment.frame.scopes.count == 1)
        #expect(walk.moment.frame.reduction?.value == "2")
        #expect(walk.moment.frame.reduction?.part == "twice(i)")
        walk.stepBack()
        #expect(walk.moment.frame.kind == .return && walk.moment.frame.reduction?.value == "2")
    }

    @Test func breakpointsForwardAndBack() {
        let walk = stepper(Self.calls)
        walk.breakpoints = [Breakpoint(line: 3)]
        var values: [String?] = []
        while walk.goOn(), walk.step < walk.stepCount { values.append(value("n", walk)) }
        #expect(values == ["1", "2", "3"])
        values = []
        while walk.reverseContinue(), walk.step > 1 { values.append(value("n", walk)) }
        #expect(values == ["3", "2", "1"])
        walk.breakpoints = [Breakpoint(line: 3, condition: "n == 2 && total > 0")]
        walk.goOn()
        #expect(value("n", walk) == "2")
        #expect(walk.moment.frame.scopes[0]["total"]?.value == "2")
        #expect(walk.problem(withCondition: "n + ") != nil)
        #expect(walk.problem(withCondition: "n > 1") == nil)
    }

    @Test func aLineThatDoesNotRunIsNotFound() {
        let walk = stepper("let a = 1\nif a > 1 {\n    print(a)\n}\nprint(2)")
        #expect(!walk.go(toLine: 4))
        #expect(walk.step == 1)
        #expect(walk.go(toLine: 6))
    }

    @Test func anExpressionIsReducedPartByPart() {
        let walk = stepper("let w = 0.5, x = 3.0, b = -1.0\nlet z = w * x + (b - 1)\nprint(z)")
        walk.go(toLine: 3)
        var rows: [String] = []
        while walk.stepIn(), let reduction = walk.moment.frame.reduction {
            rows.append(
                reduction.part + " | " + StepReduction.text(reduction.partFilled) + " | "
                    + StepReduction.text(reduction.after))
        }
        #expect(
            rows == [
                "w * x | 0.5 * 3.0 | let z = 1.5 + (b - 1)",
                "b - 1 | -1.0 - 1 | let z = 1.5 + (-2.0)",
                "w * x + (b - 1) | 1.5 + (-2.0) | let z = -0.5",
            ])
    }

    @Test func valuesOfEveryKindAreShown() {
        let walk = stepper(
            """
            enum Kind { case none, some(Int), pair(a: Int, b: String) }
            struct Point { var x = 1.5; var name = "p"; var more = [1, 2]; var flag = true; var kind = Kind.some(4) }
            class Node { var next: Node?; var value = 7 }
            let a: [String: Int] = ["k": 1]
            let b: Int? = nil
            let c: Int? = 3
            let d = (1, two: "zwei")
            let e = Point()
            let f = Kind.pair(a: 1, b: "x")
            let g = Node()
            let h = 2..<5
            let i: Any = 2.5
            let j = Array(1...20)
            let k: UInt8 = 200
            let l: Character = "é"
            let m: String? = "s"
            print(0)
            """)
        walk.go(to: walk.stepCount)
        let found = walk.moment.frame.scopes[0].variables.map(\.value)
        #expect(
            found == [
                "[\"k\": 1]", "nil", "Optional(3)", "(1, two: \"zwei\")",
                "Point(x: 1.5, name: \"p\", more: [1, 2], flag: true, kind: some(4))", "pair(a: 1, b: \"x\")",
                "Node(next: nil, value: 7)", "2..<5", "2.5",
                "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … 20 in all]", "200", "\"é\"", "Optional(\"s\")",
            ])
    }

    @Test func cellsFollowOneAnother() {
        let walk = LessonStepper(document("let a = 2", "print(a * 3)", "let list = [1]\nprint(list[a])", "print(a)"))
        var ends: [String] = []
        while walk.openNextCell() {
            walk.go(to: walk.stepCount)
            ends.append(walk.moment.frame.kind.rawValue + " " + walk.moment.frame.output)
        }
        #expect(ends == ["end ", "end 6\n", "trap ", "end 2\n"])
        #expect(walk.recording.cells.map(\.status) == [.ok, .ok, .failed, .ok])
        #expect(walk.openPreviousCell())
        walk.go(to: walk.stepCount)
        #expect(walk.moment.stop?.contains("index") == true)
        #expect(walk.open(cell: 1) && walk.cell == 1)
        #expect(!walk.open(cell: 9) && walk.cell == 1)
    }

    @Test func anEndlessLoopEndsByItsBudget() {
        var options = RunOptions()
        options.budget = 20_000
        let walk = LessonStepper(document("var i = 0\nwhile true { i += 1 }", "print(1)"), options: options)
        #expect(walk.openNextCell())
        walk.go(to: walk.stepCount)
        #expect(walk.moment.frame.kind == .trap)
        let last = walk.moment.frame.scopes[0]["i"]?.number ?? 0
        #expect(last > 1000)
        walk.go(to: walk.stepCount - 1)
        #expect(walk.openNextCell() && walk.cell == 1)
    }

    // MARK: The past

    @Test func expressionsAreEvaluatedInThePast() {
        let walk = stepper(Self.calls)
        walk.go(to: walk.stepCount)
        #expect(walk.value(of: "total").text == "12")
        walk.breakpoints = [Breakpoint(line: 4)]
        walk.reverseContinue()
        #expect(walk.value(of: "m + 100 * total").text == "606")
        #expect(walk.value(of: "twice(m)").text == "12")
        #expect(walk.value(of: "nothing").isError)
        #expect(walk.value(of: "[1, 2][7]").isError)
        // It changed nothing, and nothing of it is counted.
        let step = walk.step
        #expect(walk.value(of: "total").text == "6")
        walk.breakpoints = []
        walk.goOn()
        #expect(walk.moment.frame.output == "12\n")
        walk.go(to: step)
        #expect(walk.value(of: "m").text == "6")
    }

    @Test func aNameWithoutValueSaysSo() {
        let walk = stepper("let a = 1\nlet b = a + 1\nprint(b)")
        walk.go(toLine: 3)
        #expect(walk.value(of: "b") == .init(text: "`b` has no value yet", isError: true))
        #expect(walk.value(of: "a").text == "1")
    }

    @Test func randomNumbersAreTheSameAgain() {
        let walk = stepper(
            "var list: [Int] = []\nfor _ in 0..<50 { list.append(Int.random(in: 0..<1000)) }\nprint(list)")
        walk.go(to: walk.stepCount)
        let output = walk.moment.frame.output
        walk.go(to: walk.stepCount / 2)
        let half = walk.value(of: "list").text
        walk.go(to: walk.stepCount)
        #expect(walk.moment.frame.output == output)
        walk.go(to: walk.stepCount / 2)
        #expect(walk.value(of: "list").text == half)
    }

    // MARK: The engine

    private static let network = """
        let net = Network([
            Dense(weights: [[0.8, -0.8], [-0.2, -0.7]], biases: [0.7, 0.4], activation: .sigmoid),
            Dense(weights: [[-0.6, 0.9]], biases: [-0.2], activation: .sigmoid),
        ])
        print(net.forward([1, 0]), net.loss([1]))
        net.backward()
        net.update(SGD(learningRate: 0.5))
        """

    @Test func theEngineIsTakenApart() {
        let walk = stepper(Self.network)
        var kinds: [String] = []
        repeat {
            let frame = walk.moment.frame
            if frame.kind.isEngine { kinds.append(frame.kind.rawValue) }
        } while walk.stepIn()
        let forward = ["z", "a", "z", "a", "z", "a"]
        let back = ["da", "dz", "dw", "dw", "db"]
        #expect(kinds == forward + ["loss"] + back + back + back + [String](repeating: "update", count: 9))
    }

    @Test func networksOfThePastKeepTheirNumbers() {
        let walk = stepper(Self.network)
        let end = walk.stepCount
        walk.go(to: end)
        let after = walk.value(of: "net.parameters").text
        walk.go(toLine: 8)
        #expect(walk.value(of: "net.parameters").text == "[0.8, -0.8, -0.2, -0.7, 0.7, 0.4, -0.6, 0.9, -0.2]")
        #expect(walk.value(of: "net.gradients").text != "[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]")
        walk.go(to: end)
        #expect(walk.value(of: "net.parameters").text == after)
    }

    @Test func anEpochOfThePast() {
        let walk = stepper(
            Self.network + """

                let xor = Dataset.xor
                let history = net.fit(xor.inputs, xor.targets, optimizer: SGD(learningRate: 4), epochs: 200)
                print(history[37], history[199])
                """)
        walk.go(to: walk.stepCount)
        let expected = walk.value(of: "history[37]").text
        let last = walk.value(of: "net.parameters").text
        #expect(walk.go(toEpoch: 37))
        #expect(walk.moment.frame.kind == .epoch)
        #expect(walk.moment.frame.network?.loss.map(Elementary.describe) == expected)
        #expect(walk.value(of: "net.parameters").text != last)
        #expect(!walk.go(toEpoch: 200))
        walk.go(to: walk.stepCount)
        #expect(walk.value(of: "net.parameters").text == last)
    }

    @Test func aRoundOfALoopIsAnEpochToo() {
        let walk = stepper("var s = 0\nfor e in 0..<100 {\n    for k in 0..<3 { s += k }\n    s += e\n}\nprint(s)")
        #expect(walk.go(toEpoch: 37))
        #expect(value("e", walk) == "37" && value("s", walk) == "\(37 * 3 + 36 * 37 / 2)")
        #expect(!walk.go(toEpoch: 100))
    }

    @Test func anotherRunGoesOnCountingRounds() {
        let walk = stepper("var s = 0\nfor e in 0..<100 {\n    s += e\n}\nprint(s)")
        #expect(walk.go(toEpoch: 10))
        #expect(walk.tryChange("s = 1000") == nil)
        #expect(walk.go(toEpoch: 37) && walk.isTrying)
        #expect(value("e", walk) == "37" && value("s", walk) == "\(1000 + (10..<37).reduce(0, +))")
        #expect(!walk.go(toEpoch: 5) && walk.isTrying)
        walk.leaveTrial()
        #expect(walk.go(toEpoch: 37) && value("s", walk) == "\(36 * 37 / 2)")
    }

    @Test func aLoopInAFunctionHasEpochsToo() {
        let walk = stepper(
            """
            func step(_ s: Int) -> Int {
                var t = s
                for _ in 0..<5 { t += 1 }
                return t
            }
            func train(_ epochs: Int) -> Int {
                var s = 0
                for e in 0..<epochs {
                    s = step(s) + e
                }
                return s
            }
            print(train(50))
            """)
        #expect(walk.go(toEpoch: 37))
        #expect(value("e", walk) == "37" && value("s", walk) == "\(37 * 5 + 36 * 37 / 2)")
        #expect(!walk.go(toEpoch: 50))
    }

    @Test func valuesThatComeLaterAreShownOnceTheyAreThere() {
        let walk = stepper("let a = 2\nlet b: Double\nif a > 1 {\n    b = 0.5\n} else {\n    b = 1\n}\nprint(b)")
        walk.go(toLine: 5)
        #expect(value("b", walk) == nil)
        walk.next()
        #expect(line(walk) == 9 && value("b", walk) == "0.5")
    }

    @Test func partsBeforeALongCallAreNotForgotten() {
        let walk = stepper(
            """
            func long(_ n: Int) -> Int {
                var t = 0
                for i in 0..<n { t = (t + i * 3) % 101 }
                return t
            }
            let a = 4
            let b = a * 5 + long(2000) * 2
            print(b)
            """)
        walk.go(to: walk.stepCount)
        walk.go(toLine: 9)
        walk.stepBackIn()
        let reduction = walk.moment.frame.reduction
        #expect(reduction?.part == "a * 5 + long(2000) * 2")
        #expect(reduction.map { StepReduction.text($0.partFilled) }?.hasPrefix("20 + ") == true)
    }

    @Test func linesInTheMiddleOfAStatementAreFound() {
        let walk = stepper("let a = [\n    1,\n    2,\n]\n// nothing\nfor x in a {\n    // first\n    print(x)\n}")
        #expect(walk.stoppingLine(for: 4) == 2)
        #expect(walk.stoppingLine(for: 6) == 7)
        #expect(walk.stoppingLine(for: 8) == 9)
        #expect(walk.stoppingLine(for: 11) == nil)
    }

    /// However long the run: what a move costs is counted in marks passed, not in time.
    @Test func goingBackRunsLittleAgain() {
        let walk = stepper(
            "func f(_ n: Int) -> Int {\n    var t = 0\n    for i in 0..<n { t = (t + i) % 7 }\n    return t\n}\n"
                + "var s = 0\nfor e in 0..<40 {\n    s += f(2000)\n}\nprint(s)")
        #expect(walk.stepCount > 200_000)
        let most: Int64 = 60_000
        func cost(_ move: () -> Void) -> Int64 {
            let before = walk.program.marksRun
            move()
            return walk.program.marksRun - before
        }
        #expect(cost { walk.go(to: walk.stepCount) } < 3 * most)
        #expect(cost { walk.stepBack() } < 6 * most)
        #expect(cost { walk.stepBack() } < 6 * most)
        #expect(cost { walk.reverseContinue() } < most)
        #expect(cost { walk.go(toEpoch: 37) } < 6 * most)
        #expect(cost { walk.goOn() } < 3 * most)
    }

    // MARK: What if

    @Test func anotherRunLeavesTheFirstIntact() throws {
        let walk = stepper(Self.calls)
        walk.go(toLine: 10)
        let own = walk.moment.frame
        walk.go(toLine: 8)
        let step = walk.step
        let count = walk.stepCount
        #expect(walk.tryChange("total = 1000") == nil)
        #expect(walk.isTrying && walk.step == step)
        #expect(value("total", walk) == "1000")
        walk.go(to: walk.stepCount)
        #expect(walk.moment.frame.output == "1012\n")
        let comparison = try #require(walk.compare())
        #expect(comparison.variables.map(\.name) == ["total"])
        #expect(comparison.variables.first?.value?.value == "12")
        #expect(comparison.variables.first?.changed?.value == "1012")
        #expect(comparison.output == "12\n" && comparison.changedOutput == "1012\n")
        walk.leaveTrial()
        #expect(walk.stepCount == count && walk.step == step && !walk.isTrying)
        walk.go(toLine: 10)
        #expect(walk.moment.frame == own)
    }

    @Test func constantsAndWeightsCanBeChanged() throws {
        let walk = stepper("let rate = 0.5\n" + Self.network + "\nprint(net.forward([1, 0]), net.loss([1]))")
        walk.go(toLine: 9)
        #expect(walk.tryChange("rate = 2") == nil)
        #expect(walk.value(of: "rate").text == "2.0")
        walk.leaveTrial()
        #expect(walk.value(of: "rate").text == "0.5")
        #expect(walk.tryChange("net.parameters[6] = 3") == nil)
        #expect(walk.value(of: "net.parameters[6]").text == "3.0")
        let comparison = try #require(walk.compare())
        #expect(comparison.losses.count == 1 && comparison.changedLosses.count == 1)
        #expect(comparison.losses != comparison.changedLosses)
        #expect(walk.tryChange("rate = \"x\"") != nil)
        walk.leaveTrial()
        #expect(walk.value(of: "net.parameters[6]").text == "-0.6")
        walk.go(to: walk.stepCount)
        #expect(walk.moment.frame.kind == .end)
    }

    // MARK: Key frames

    @Test func keyFramesAreFew() throws {
        let code =
            Self.network + """

                var s = 1.0
                for i in 0..<3000 {
                    s = -s
                    if i % 2 == 0 { s += 0.001 }
                }
                let h = net.fit(Dataset.xor.inputs, Dataset.xor.targets, optimizer: SGD(learningRate: 4), epochs: 300)
                print(s, h.count)
                """
        let trace = KeyFrames.trace(of: document(code, "let z = 1\nprint(z)"))
        #expect(trace.count <= 300 && trace.count > 60)
        #expect(trace.json(.differences, numberText: Elementary.describe).count <= 150_000)
        let first = try #require(trace.frame(at: 0))
        let last = try #require(trace.frame(at: trace.count - 1))
        #expect(first.step == 1 && first.cell == 0)
        #expect(last.kind == .end && last.cell == 1)
        #expect(trace.leftOut.first.map { $0.steps > 10_000 && $0.shown < 300 } == true)
        var reader = StepTrace.Reader(trace)
        var turns = 0
        var kinds: Set<String> = []
        while let frame = reader.next() {
            if frame.turnsSign { turns += 1 }
            kinds.insert(frame.kind.rawValue)
            if let place = frame.network { #expect(trace.passes.indices.contains(place.pass)) }
        }
        #expect(turns > 0)
        #expect(
            kinds.isSuperset(of: ["line", "expression", "z", "a", "loss", "da", "dz", "dw", "db", "update", "epoch"]))
    }

    /// Looking at the steps of a cell changes nothing of what the cells after it find.
    @Test func keyFramesLeaveTheRunAsItIs() throws {
        let text = """
            ```swift
            func half(_ x: Double) -> Double { x / 2 }
            let w = 0.8
            ```
            ```swift
            //| predict: slope
            func loss(_ w: Double) -> Double { (w - 1) * (w - 1) }
            var slope = 0.0
            for _ in 0..<3 { slope = (loss(w + 0.01) - loss(w)) / 0.01 }
            ```
            It is {{ half(slope) }}.
            ```swift
            print(slope, half(w))
            ```
            """
        let document = LessonReader.read(bytes: Array(text.utf8), fileName: "l.md").document
        let plain = LessonRunner(document).run()
        let stepper = LessonStepper(document)
        _ = KeyFrames.trace(of: stepper)
        let values = [stepper.recording, plain].map { recording in
            recording.values.map { value in if case .value(let text) = value { text } else { "none" } }
        }
        #expect(values[0] == values[1] && values[0].count == 1)
        for (own, other) in zip(stepper.recording.cells, plain.cells) {
            #expect(own.output == other.output)
            #expect(own.predicted == other.predicted)
        }
        #expect(plain.cells.last?.output.hasPrefix("-0.3") == true)
    }

    @Test func tooTightABudgetKeepsTheEnds() throws {
        let trace = KeyFrames.trace(of: document(Self.network), limits: .init(frames: 12, bytes: 150_000))
        #expect(trace.count > 2 && trace.count <= 12)
        #expect(trace.frame(at: 0)?.step == 1)
        #expect(trace.frame(at: trace.count - 1)?.kind == .end)
    }
}
