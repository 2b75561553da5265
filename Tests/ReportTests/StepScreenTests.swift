import LessonModel
import Testing

@testable import Report

/// The stepper's screen, drawn from plain values. What it should look like is said by the mock-ups.
struct StepScreenTests {
    private func lines(
        _ view: StepView, _ width: Int = 80, _ height: Int = 24, color: Bool = false, unicode: Bool = true
    ) -> [String] {
        StepScreen(view, style: TextStyle(width: width, color: color, unicode: unicode), height: height).lines
    }

    /// Without the columns' white space.
    private func squeezed(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    private func holds(_ lines: [String], _ wanted: String) -> Bool {
        lines.contains { squeezed($0).contains(squeezed(wanted)) }
    }

    /// Rows of the network's picture in the mock-up.
    private static let picture = [
        "x₁ 1 ━━ w₁  0.8   ━━▸ z₁  1.5    a₁  0.818 ╍ w₅ −0.6  ╍╲             y   1",
        "╲  ∂ ▸ 0.0243  ╱ ∂   0.0243 ∂   0.163   ∂  −0.222  ╲            L   0.301",
        "╲ w₂ −0.8    ╱                                      b₃ −0.2    ∂  −0.272",
        "z₃ −0.196  a₃  0.451",
        "╱ w₃ −0.2    ╲                                      ∂  −0.272  ∂  −1.10",
        "x₂ 0 ╍╍ w₄ −0.7   ╍╍▸ z₂  0.2    a₂  0.550 ━ w₆  0.9  ━╱",
        "∂  −0.245   ∂  −0.149",
    ]

    @Test(arguments: [(80, 24), (100, 30), (139, 50), (140, 30), (160, 45), (200, 60), (40, 12)])
    func everyScreenFits(_ width: Int, _ height: Int) {
        for view in [StepSample.view, StepSample.inside] {
            for unicode in [true, false] {
                let lines = lines(view, width, height, unicode: unicode)
                #expect(lines.count == height)
                for line in lines { #expect(Columns.of(line) <= width, "\(line)") }
                if !unicode { #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } }) }
            }
        }
    }

    @Test func theSmallScreenIsTheMockUps() {
        let lines = lines(StepSample.view)
        #expect(lines[0].hasPrefix("Backpropagation  one-step") && lines[0].hasSuffix("step 17 of 32  backward"))
        #expect(lines[1].contains("━●─"))
        #expect(holds(lines, "dw1 is now 0.0243. Next: dw2 = dz1*x2"))
        for row in Self.picture { #expect(holds(lines, row), "\(row)") }
        #expect(holds(lines, "68 let dz1 = da1 * a1 * (1 - a1) 0.0243"))
        #expect(holds(lines, "▸ 69 let dw1 = dz1*x1, dw2 = dz1*x2, db1 = dz1 ▸0.0243 · ·"))
        #expect(holds(lines, "70 let dz2 = da2 * a2 * (1 - a2) ·"))
        #expect(lines[23] == "n next  b back  s in  o out  c go on  r go back  p NAME print  ? help  q quit")
    }

    @Test func theWideScreenHasThePathOfTheSlope() {
        let lines = lines(StepSample.view, 160, 45)
        for row in Self.picture { #expect(holds(lines, row), "\(row)") }
        #expect(holds(lines, "the path of this slope"))
        for row in [
            "· −1.10 so far −1.10", "slope of the sigmoid · 0.248 so far −0.272", "the weight w₅ · −0.6 so far 0.163",
            "slope of the sigmoid · 0.149 so far 0.0243", "the input x₁ · 1 so far 0.0243",
        ] { #expect(holds(lines, row), "\(row)") }
        #expect(holds(lines, "before w1 0.8 w2 −0.8"))
        #expect(!holds(lines, "given 3"))
        #expect(holds(lines, "out first") && holds(lines, "second"))
        #expect(holds(lines, "neuron z a ∂L/∂a ∂L/∂z ∂L/∂W ∂L/∂b"))
        #expect(lines[44].contains("w NAME watch") && lines[44].contains("= what if"))
    }

    @Test func theExpressionIsReduced() {
        for color in [false, true] {
            let screen = lines(StepSample.inside, color: color)
            #expect(screen.joined().contains("dz1*x1 is 0.0243*1.0, and that is 0.0243."))
            let marked = color ? "\u{1B}[7mdz1*x1\u{1B}[0m" : "‹dz1*x1›"
            #expect(screen.contains { $0.contains(marked) }, "\(screen)")
        }
        #expect(holds(lines(StepSample.inside), "dz1*x1 = 0.0243*1.0 = ‹0.0243›"))
        let wide = lines(StepSample.inside, 200, 60)
        #expect(holds(wide, "let dw1 = ‹0.0243*1.0›") && holds(wide, "let dw1 = ‹0.0243›"))
    }

    @Test func coloursSayWhatTheGrammarSays() {
        let lines = lines(StepSample.view, color: true)
        let picture = lines.joined(separator: "\n")
        // z 33, a 32, w 94, b 36, L 31, slopes 35.
        for code in ["33mz₁", "32ma₁", "94m╍ w₅", "36mb₁", "31mL", "35m∂"] {
            #expect(picture.contains("\u{1B}[" + code))
        }
        for line in lines where line.contains("\u{1B}[") {
            #expect(line.hasSuffix("\u{1B}[0m") || !line.hasSuffix("m"))
        }
    }

    @Test func answersStandAtTheBottomOrAbove() {
        var view = StepSample.view
        view.message = ["w1 is 0.8"]
        #expect(lines(view)[23] == "w1 is 0.8")
        let long = "list is [" + [String](repeating: "0.123456789", count: 12).joined(separator: ", ") + "]"
        view.message = [long]
        let screen = lines(view)
        #expect(screen[23].hasPrefix("n next"))
        #expect(screen.joined().filter { $0 == "9" }.count >= 12)
        view.prompt = ": epoch 3"
        #expect(lines(view)[23] == ": epoch 3")
    }

    @Test func breakpointsWatchesAndTrialsAreSeen() {
        var view = StepSample.view
        view.breakpoints = [68]
        view.trial = "w5 = 0.6"
        view.watches = [("w1 * 2", "1.6")]
        #expect(holds(lines(view), "● 68"))
        #expect(lines(view)[0].contains("what if w5 = 0.6"))
        #expect(holds(lines(view, 160, 45), "watch w1 * 2 1.6"))
    }

    @Test func aNetworkWithoutADrawingIsATable() {
        let layer = TracedPass.Layer(
            name: "hidden", unitNames: (1...12).map { "h\($0)" }, activation: "tanh", inputs: [1, 2, 3],
            weights: [[Double]](repeating: [0.5, -0.25, 0.1], count: 12),
            biases: [Double](repeating: 0.5, count: 12), z: [Double](repeating: 0.25, count: 12),
            a: [Double](repeating: 0.75, count: 12), dA: [Double](repeating: -0.5, count: 12),
            dZ: [Double](repeating: -0.125, count: 12),
            dW: [[Double]](repeating: [0.5, -0.25, 0.1], count: 12), db: [Double](repeating: 2, count: 12))
        let pass = TracedPass(line: 1, inputNames: ["x1", "x2", "x3"], inputs: [1, 2, 3], layers: [layer])
        let neurons = StepNeurons(pass, TextStyle(), current: "dz7", place: (0, 6))
        for rows in [3, 5, 9, 40] {
            let lines = neurons.lines(width: 80, rows: rows).map { $0.rendered(TextStyle()) }
            #expect(lines.count <= rows && lines[0].contains("∂L/∂z"))
            for line in lines { #expect(Columns.of(line) <= 80) }
            #expect(lines.contains { squeezed($0) == "▸ h₇ 0.25 0.75 0.5 −0.5 ▸−0.125 2" }, "\(lines)")
        }
        let nine = neurons.lines(width: 80, rows: 9).map { $0.rendered(TextStyle()) }
        #expect(nine.contains { $0.contains("x₂ ╌ w(x₂→h₇) −0.25 ∂ −0.25") }, "\(nine)")
        #expect(nine.last?.contains("more neurons") == true)
    }
}

struct SlopePathTests {
    @Test func factorsMultiplyToTheSlope() throws {
        let pass = StepSample.pass
        for name in ["da3", "dz3", "dw5", "db3", "da1", "dz1", "dw1", "dw4", "db2"] where name != "da3" {
            let path = try #require(SlopePath(pass, to: name), "\(name)")
            var product = 1.0
            for row in path.rows {
                product *= row.factor
                let soFar = try #require(row.soFar)
                #expect((product - soFar).magnitude <= 1e-12, "\(name) \(row)")
            }
        }
        #expect(SlopePath(pass, to: "nothing") == nil)
    }

    @Test func wherePathsJoinThereIsNone() {
        var pass = StepSample.pass
        pass.layers.append(
            TracedPass.Layer(
                name: "more", unitNames: ["p", "q"], activation: "sigmoid", inputs: [0.5], weights: [[1], [1]],
                biases: [0, 0], z: [1, 1], a: [0.5, 0.5], dA: [1, 1], dZ: [1, 1], dW: [[1], [1]], db: [1, 1]))
        #expect(SlopePath(pass, to: "dw1") == nil)
    }
}

struct LinearTextTests {
    private let linear = LinearText(document: StepSample.document, style: TextStyle(width: 80))

    @Test func aStepIsWholeSentences() {
        var view = StepSample.view
        view.watches = [("w1", "0.8")]
        let text = linear.step(view).replacing("\n", with: " ")
        #expect(text.contains("Cell one-step, step 17 of 32, line 69."))
        #expect(text.contains("dw1 is now 0.0243. Next: dw2 = dz1*x2"))
        #expect(text.contains("w1 is 0.8."))
        for line in linear.step(view).split(separator: "\n") { #expect(line.count <= 80) }
    }

    @Test func theSourceIsReadLineByLine() {
        let lines = linear.source(StepSample.view).split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix("now line 69: let dw1 = dz1*x1") })
        #expect(lines.contains { $0.hasPrefix("line 68: let dz1") })
    }

    @Test func asciiWhereThereIsNothingElse() {
        let plain = LinearText(document: StepSample.document, style: TextStyle(width: 80, unicode: false))
        #expect(plain.step(StepSample.inside).utf8.allSatisfy { $0 < 128 })
        #expect(linear.greeting(StepSample.view).contains("q quits"))
    }
}
