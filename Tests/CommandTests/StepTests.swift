import Foundation
import Testing

/// `learn step` without a terminal: listings, JSON, linear mode.
struct StepListingTests {
    @Test func stepsAreListedWithTheirSentences() throws {
        let shell = try Shell()
        try shell.write(SampleLesson.fine, "l.md")
        let result = try shell.run("learn run l.md --step --format text")
        #expect(result.status == 0 && result.errors.isEmpty)
        #expect(result.text.contains("cell sum, line 8\n"))
        #expect(result.text.contains("1 + 2 is 3."))
        #expect(result.text.contains("x is now 3. Next: print(\"x is\", x)"))
        #expect(result.text.contains("z is 0.125"))
        #expect(try shell.run("learn step l.md").text == result.text)
        #expect(!result.text.contains("\u{1B}"))
    }

    @Test func theTraceAsJSON() throws {
        let shell = try Shell()
        try shell.write(SampleLesson.fine, "l.md")
        let result = try shell.run("learn step l.md --format json --cell network")
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
        #expect(root["version"] as? Int == 1)
        let trace = try #require(root["trace"] as? [[String: Any]])
        let events = trace.compactMap { $0["event"] as? String }
        #expect(events.first == "step_line" && events.last == "end")
        #expect(events.contains("z") && events.contains("loss"))
        #expect(trace.last?["stdout"] as? String == "[0.125] 0.765625\n")
        #expect(((trace.last?["globals"] as? [String: Any])?["x"] as? Double) == 3)
    }

    @Test func aProgramIsSteppedToo() throws {
        let shell = try Shell()
        try shell.write("var n = 1\nwhile n < 20 { n *= 2 }\nprint(n)\n", "p.swift")
        let result = try shell.run("learn step p.swift")
        #expect(result.text.contains("n < 20 is 32 < 20, and that is false."))
    }

    @Test func linearModeSpeaksInSentences() throws {
        let shell = try Shell()
        try shell.write(SampleLesson.fine, "l.md")
        let orders = #"p x\nn\np x * 10\nw x\nb\nn\n: network\n: epoch 4\nwhat\n= x = 5\nn\nq\n"#
        let result = try shell.run("printf '\(orders)' | learn step l.md --linear")
        #expect(result.status == 0)
        let text = result.text.replacingOccurrences(of: "\n", with: " ")
        #expect(text.contains("Cell sum, step 1 of 4, line 8. Next: let x = 1 + 2"))
        #expect(text.contains("`x` has no value yet"))
        #expect(text.contains("x * 10 is 30"))
        #expect(text.contains("x is 3."))
        #expect(text.contains("Cell network, step 1"))
        #expect(text.contains("there is no epoch 4 in this cell"))
        #expect(text.contains("what is `what`?"))
        #expect(text.contains("what if x = 5"))
    }

    @Test func wrongUses() throws {
        let shell = try Shell()
        try shell.write(SampleLesson.fine, "l.md")
        #expect(try shell.run("learn step l.md --html a.html").status == 64)
        #expect(try shell.run("learn run l.md --linear").status == 64)
        #expect(try shell.run("learn step l.md --cell nothing").status == 64)
        #expect(try shell.run("learn step").status == 64)
        #expect(try shell.run("learn step no.md").status == 2)
    }
}

/// `learn step` as a person uses it, in a terminal that tmux plays.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct StepTerminalTests {
    private static let lesson = """
        # Walk

        ```swift
        //| label: hand
        func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
        let w = 0.8, b = 0.7, x = 0.5, y = 1.0
        let z = w * x + b
        let a = sigmoid(z)
        let loss = (a - y) * (a - y)
        print("loss", loss)
        ```

        ```swift
        //| label: fit
        let net = Network([
            Dense(weights: [[0.8, -0.8], [-0.2, -0.7]], biases: [0.7, 0.4], activation: .sigmoid),
            Dense(weights: [[-0.6, 0.9]], biases: [-0.2], activation: .sigmoid),
        ])
        let history = net.fit(
            Dataset.xor.inputs, Dataset.xor.targets, optimizer: SGD(learningRate: 4), epochs: 60)
        print(history[59])
        ```

        """

    private func start(_ columns: Int, _ rows: Int, _ arguments: String = "", environment: String = "") throws -> Tmux {
        let terminal = try Tmux(columns: columns, rows: rows, environment: environment)
        try terminal.shell.write(Self.lesson, "l.md")
        try terminal.type("learn step l.md \(arguments)")
        try terminal.press("Enter")
        try terminal.wait(for: "step 1 of")
        return terminal
    }

    /// The prompt is there again, and what is typed is seen.
    private func expectRestored(_ terminal: Tmux) throws {
        try terminal.wait(for: "ready>")
        try terminal.type("stty -a | grep -o ' echo \\| icanon' | tr -d '\\n'; echo '.'seen")
        try terminal.press("Enter")
        let screen = try terminal.wait(for: "\n icanon echo .seen".replacingOccurrences(of: "\n", with: ""))
        #expect(!screen.contains("step 1 of"))
    }

    @Test func aSmallScreenHoldsEverything() throws {
        let terminal = try start(80, 24)
        try terminal.press("n", "n", "n", "n")
        var screen = try terminal.wait(for: "Next: let z = w * x + b")
        #expect(terminal.lines.count >= 24)
        #expect(screen.contains("▸  7 let z = w * x + b"))
        try terminal.press("s")
        screen = try terminal.wait(for: "w * x = 0.8 * 0.5 = ")
        #expect(screen.contains("let z = ") && screen.contains("x   0.5"))
        try terminal.press("s", "n", "s")
        screen = try terminal.wait(for: "hand › sigmoid")
        #expect(screen.contains("sigmoid begins, with z = 1.1."))
        try terminal.press("o")
        try terminal.wait(for: "sigmoid(z) = sigmoid(1.1) = ")
        try terminal.press("n")
        screen = try terminal.wait(for: "a is now 0.750")
        #expect(screen.contains("▸0.750") && screen.contains("a   0.750"))
        try terminal.press("b")
        try terminal.wait(for: "Next: let a = sigmoid(z)")
        try terminal.press("End")
        screen = try terminal.wait(for: "The cell is done.")
        #expect(screen.contains("loss 0.0623"))
        try terminal.press("Home")
        try terminal.wait(for: "step 1 of")
        try terminal.press("q")
        try expectRestored(terminal)
    }

    @Test func ordersAreTyped() throws {
        let terminal = try start(80, 24)
        try terminal.press("p")
        try terminal.type("2 + 3")
        try terminal.press("Enter")
        try terminal.wait(for: "2 + 3 is 5")
        try terminal.press(":")
        try terminal.type("fit")
        try terminal.press("Enter")
        try terminal.wait(for: "Walk  fit")
        try terminal.press(":")
        try terminal.type("epoch 37")
        try terminal.press("Enter")
        try terminal.wait(for: "Epoch 37 is done")
        try terminal.press("PPage")
        try terminal.wait(for: "Walk  hand")
        try terminal.press("Home")
        try terminal.wait(for: "step 1 of")
        try terminal.press("k")
        try terminal.press("BSpace")
        try terminal.type("9")
        try terminal.press("Enter", "c")
        try terminal.wait(for: "Next: let loss")
        try terminal.press("=")
        try terminal.type("y = 0")
        try terminal.press("Enter")
        try terminal.wait(for: "what if y = 0")
        try terminal.press("d")
        let screen = try terminal.wait(for: "loss  ")
        #expect(screen.contains("0.0624") && screen.contains("0.563"))
        try terminal.press("u")
        try terminal.wait(for: "nothing of it has changed")
        try terminal.press("?")
        try terminal.wait(for: "next line, over calls")
        try terminal.press("q")
        try expectRestored(terminal)
    }

    @Test func aWideScreenHasTwoColumns() throws {
        let terminal = try start(200, 60, "--cell fit")
        try terminal.press("n", "s")
        let keys = [String](repeating: "s", count: 14)
        for key in keys { try terminal.press(key) }
        let screen = try terminal.wait(for: "network")
        #expect(screen.contains("l.md") && screen.contains("expression") && screen.contains("neuron"))
        for line in terminal.lines { #expect(line.count <= 200) }
        try terminal.resize(80, 24)
        try terminal.wait(for: "? help  q quit")
        #expect(!terminal.screen.contains("w NAME watch"))
        try terminal.resize(200, 60)
        try terminal.wait(for: "w NAME watch")
        try terminal.press("q")
        try expectRestored(terminal)
    }

    private static let back = """
        ```swift
        let net = Network([
            Dense(weights: [[0.8, -0.8], [-0.2, -0.7]], biases: [0.7, 0.4], activation: .sigmoid),
            Dense(weights: [[-0.6, 0.9]], biases: [-0.2], activation: .sigmoid),
        ])
        net.forward([1, 0])
        net.loss([1])
        net.backward()
        net.update(SGD(learningRate: 0.5))
        ```

        """

    @Test func theWayBackHasItsPathAndItsMarks() throws {
        let terminal = try start(200, 60)
        try terminal.press("q")
        try terminal.wait(for: "ready>")
        try terminal.shell.write(Self.back, "b.md")
        try terminal.type("clear; learn step b.md")
        try terminal.press("Enter")
        try terminal.wait(for: "step 1 of")
        try terminal.press(":")
        try terminal.type("8")
        try terminal.press("Enter")
        try terminal.wait(for: "Next: net.backward()")
        for _ in 0..<8 { try terminal.press("s") }
        var screen = try terminal.wait(for: "The slope at z₁ times what came in")
        #expect(screen.contains("the path of this slope") && screen.contains("the input x₁"))
        #expect(screen.contains("∂ ▸ 0.0243"))
        try terminal.press("=")
        try terminal.type("net.parameters[0] = 3")
        try terminal.press("Enter")
        try terminal.wait(for: "another run begins here")
        try terminal.press("d")
        screen = try terminal.wait(for: "the lesson's")
        #expect(screen.contains("what if net.parameters[0] = 3"))
        try terminal.press("q")
        try expectRestored(terminal)
    }

    @Test func withoutColourTheCurrentPartIsMarked() throws {
        let terminal = try start(80, 24, environment: "NO_COLOR=1")
        try terminal.press("n", "n", "n", "n", "s")
        try terminal.wait(for: "‹w * x›")
        let codes = try terminal.tmux("capture-pane", "-p", "-e")
        #expect(!codes.contains("\u{1B}[3"))
        try terminal.press("C-c")
        try expectRestored(terminal)
    }

    @Test func asciiIsEnough() throws {
        let terminal = try start(80, 24, environment: "LC_ALL=C")
        try terminal.press("n", "n", "n", "n", "s")
        let screen = try terminal.wait(for: "w * x = 0.8 * 0.5 = ")
        for scalar in screen.unicodeScalars { #expect(scalar.value < 128) }
        try terminal.press("q")
        try expectRestored(terminal)
    }

    @Test func theTerminalComesBackWhateverHappens() throws {
        let terminal = try start(80, 24)
        try terminal.press("C-z")
        try terminal.wait(for: "Stopped")
        try terminal.wait(for: "ready>")
        try terminal.type("fg")
        try terminal.press("Enter")
        try terminal.wait(for: "step 1 of")
        try terminal.press("C-c")
        try expectRestored(terminal)
        for signal in ["TERM", "HUP", "QUIT"] {
            try terminal.type("clear; learn step l.md")
            try terminal.press("Enter")
            try terminal.wait(for: "step 1 of")
            let pid = try #require(try stepperProcess(terminal))
            kill(pid, signal == "TERM" ? SIGTERM : signal == "HUP" ? SIGHUP : SIGQUIT)
            try terminal.wait(for: "ready>")
            try terminal.type("clear; stty -a | grep -o ' icanon'; echo back")
            try terminal.press("Enter")
            try terminal.wait(for: "icanon")
        }
    }

    /// The process that has the terminal.
    private func stepperProcess(_ terminal: Tmux) throws -> Int32? {
        let tty = try terminal.tmux("display-message", "-p", "#{pane_tty}").trimmingCharacters(
            in: .whitespacesAndNewlines)
        let result = try terminal.shell.run("ps -t '\(tty.dropFirst(5))' -o pid=,comm=")
        for line in result.text.split(separator: "\n") where line.hasSuffix("learn") {
            return Int32(line.split(separator: " ")[0])
        }
        return nil
    }
}
