import Elementary
import LessonModel

/// A lesson with everything that a lesson can have, and the recording of its run, made by hand.
enum SampleLesson {
    static func math(_ source: String, display: Bool = false) -> Formula {
        FormulaParser.parse(source, isDisplay: display).formula
    }

    static func paragraph(_ inlines: Inline...) -> Block { Block(.paragraph(inlines), firstLine: 1, lastLine: 1) }

    static func heading(_ text: String, _ id: String, level: Int = 2) -> Block {
        Block(.heading(Heading(level: level, inlines: [.text(text)], id: id)), firstLine: 1, lastLine: 1)
    }

    static func cell(
        _ index: Int, line: Int, _ source: String, kind: Cell.Kind = .ordinary,
        _ change: (inout CellOptions) -> Void = { _ in }
    ) -> Block {
        var options = CellOptions()
        change(&options)
        let cell = Cell(
            index: index, kind: kind, options: options, source: source, firstLine: line, fenceLine: line - 2)
        return Block(.cell(cell), firstLine: line - 2, lastLine: line + 8)
    }

    static let networkSource = """
        func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

        var w1 =  0.8, w2 = -0.8, b1 =  0.7    // into h1
        var w3 = -0.2, w4 = -0.7, b2 =  0.4    // into h2
        var w5 = -0.6, w6 =  0.9, b3 = -0.2    // into o

        func predict(_ x1: Double, _ x2: Double) -> Double {
            let a1 = sigmoid(w1*x1 + w2*x2 + b1)
            let a2 = sigmoid(w3*x1 + w4*x2 + b2)
            return sigmoid(w5*a1 + w6*a2 + b3)
        }
        for (x1, x2) in [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)] {
            print(x1, x2, predict(x1, x2))
        }

        """

    static let document: Document = {
        var matter = FrontMatter()
        matter.title = "Backpropagation"
        matter.summary = "One weight, one chain rule, then a whole network."
        matter.objectives = [
            "follow a slope from the loss back to each weight", "say why a slope is 0, small, or of the other sign",
            "tell from a loss curve whether the rate is right",
        ]
        return Document(fileName: "lesson3.md", frontMatter: matter, blocks: opening + middle + ending)
    }()

    private static let opening: [Block] = [
        heading("A guess, and a miss", "a-guess-and-a-miss"),
        paragraph(
            .text("Two inputs, two hidden neurons, one output. The weights were picked without a thought, so the "),
            .text("answers are too:")),
        cell(0, line: 25, networkSource) { $0.label = "network" },
        paragraph(
            .text("For the row (1, 0) the network says "),
            .expression(InlineExpression(index: 0, cellsBefore: 1, source: "guess", line: 44, column: 3)),
            .text(" and the answer is 1. One number holds how wrong that is, the "), .emphasis([.text("loss")]),
            .text(":")),
        Block(.mathematics(math("L = (a_3 - y)^2", display: true)), firstLine: 46, lastLine: 46),
        Block(
            .quiz(
                Quiz(
                    id: "nudge",
                    question: [
                        .text("The answer should be larger. You nudge "), .mathematics(math("w_1")),
                        .text(" up a little. What does the loss "), .mathematics(math("L")), .text(" do?"),
                    ],
                    choices: [
                        Quiz.Choice(
                            isCorrect: false, inlines: [.text("It falls.")],
                            reason: [paragraph(.text("That would be so if every path helped."))]),
                        Quiz.Choice(
                            isCorrect: false, inlines: [.text("It stays the same.")],
                            reason: [paragraph(.text("Only a weight behind a zero input does nothing."))]),
                        Quiz.Choice(
                            isCorrect: true, inlines: [.text("It rises.")],
                            reason: [
                                paragraph(
                                    .text("h₁ pushes the answer down through "), .mathematics(math("w_5")),
                                    .text(", so more of it makes the miss larger."))
                            ]),
                    ])), firstLine: 48, lastLine: 54),
    ]

    private static let middle: [Block] = [
        heading("All slopes at once", "all-slopes-at-once"),
        paragraph(
            .text("One walk back, and every weight has its slope. The "), .strong([.text("chain rule")]),
            .text(" says how: "),
            .mathematics(math("\\frac{\\partial L}{\\partial z_1} = \\frac{\\partial L}{\\partial z_3} \\cdot w_5")),
            .text("; see "),
            .link(Link(url: "https://example.org/chain", title: "", inlines: [.text("a longer proof")])),
            .text(" and "), .code("learn step lesson3.md"), .text(".")),
        Block(
            .mathematics(
                math(
                    "\\frac{\\partial L}{\\partial z_1} = \\frac{\\partial L}{\\partial z_3} \\cdot w_5 \\cdot a_1(1 - a_1)",
                    display: true)), firstLine: 57, lastLine: 57),
        cell(1, line: 60, "let row = network.step(x: [1, 0], y: 1, rate: 0.5)\n") {
            $0.label = "one-step"
            $0.caption = "Every traced value, before the update."
        },
        Block(
            .quote([
                paragraph(
                    .strong([.text("Often said:")]), .text(" “Backpropagation is how a network learns.” "),
                    .strong([.text("What is true:")]),
                    .text(" it only measures; gradient descent does the learning, and it can fail."))
            ]), firstLine: 66, lastLine: 67),
        Block(
            .table(
                Table(
                    alignments: [.left, .right, .center],
                    header: [[.text("name")], [.text("slope")], [.text("formula")]],
                    rows: [
                        [[.text("sigmoid")], [.text("0.25 at most")], [.mathematics(math("a(1-a)"))]],
                        [[.text("tanh")], [.text("1 at most")], [.mathematics(math("1-a^2"))]],
                    ])), firstLine: 70, lastLine: 74),
    ]

    private static let ending: [Block] = [
        heading("How big a step", "how-big-a-step"),
        paragraph(.text("The learning rate η says how far to go against the slope. Same start, same four rows:")),
        cell(2, line: 80, "plot(losses)\n") { $0.label = "rates" },
        heading("XOR, before and after", "xor-before-and-after"),
        cell(3, line: 86, "show(map(network))\n") {
            $0.label = "xor"
            $0.echo = false
        },
        heading("Your turn", "your-turn"),
        Block(
            .list(
                List(
                    style: .ordered(start: 1), isTight: true,
                    items: [
                        [paragraph(.text("Fill in the body."))],
                        [paragraph(.text("Then run the check."))],
                    ])), firstLine: 90, lastLine: 91),
        cell(
            4, line: 95,
            "func slopeAtHidden(_ dz3: Double, _ w: Double, _ a: Double) -> Double {\n    // YOUR CODE HERE\n}\n",
            kind: .exercise("hidden-slope")
        ) {
            $0.exercise = "hidden-slope"
            $0.points = 2
        },
        Block(
            .hint(
                exercise: "hidden-slope",
                blocks: [paragraph(.text("Start with the slope that arrives, "), .code("dz3"), .text("."))]),
            firstLine: 100, lastLine: 102),
        Block(
            .hint(exercise: "hidden-slope", blocks: [paragraph(.text("Cross the wire: multiply by "), .code("w"))]),
            firstLine: 103, lastLine: 105),
        cell(
            5, line: 108,
            "func slopeAtHidden(_ dz3: Double, _ w: Double, _ a: Double) -> Double { dz3 * w * a * (1 - a) }\n",
            kind: .solution("hidden-slope")),
        cell(6, line: 112, "expect(slopeAtHidden(0, 1, 0.5), near: 0)\n", kind: .check("hidden-slope")),
        cell(7, line: 116, "let mean = total / count\n") {
            $0.label = "mean"
            $0.error = true
        },
        cell(8, line: 120, "let product = 6 * 7\nprint(product)\n") { $0.predict = "product" },
    ]

    static let recording: Recording = {
        let network = SampleNetwork()
        var output = ""
        for row in SampleNetwork.rows {
            output += Elementary.describe(row.x1) + " " + Elementary.describe(row.x2) + " "
            output += Elementary.describe(network.predict(row.x1, row.x2)) + "\n"
        }
        let diagnostic = RecordedDiagnostic(
            file: "lesson3.md", line: 116, column: 18, endColumn: 19,
            message: "`total` is a Double and `count` is an Int",
            hint: "/ needs two of one kind; write Double(count)", sourceLine: "let mean = total / count",
            rendered: """
                lesson3.md:116:18: error: `total` is a Double and `count` is an Int
                116 | let mean = total / count
                    |            ~~~~~ ^ ~~~~~
                    | hint: / needs two of one kind; write Double(count)

                """)
        let trained = network.trained(rate: 4, epochs: 600)
        return Recording(
            lesson: "lesson3.md", title: "Backpropagation", seed: 7,
            cells: [
                CellRecord(label: "network", status: .ok, output: output),
                CellRecord(
                    label: "one-step", status: .ok, passes: [network.pass(1, 0, answer: 1, rate: 0.5)]),
                CellRecord(label: "rates", status: .ok, figures: [.lineChart(rates(network))]),
                CellRecord(
                    label: "xor", status: .ok,
                    figures: [
                        .heatMap(network.heatMap(title: "before", size: 48)),
                        .heatMap(trained.network.heatMap(title: "after 600 epochs, η 4", size: 48)),
                        .table(
                            NumberTable(
                                title: "answers", columns: ["x₁", "x₂", "answer", "says"],
                                rows: SampleNetwork.rows.map {
                                    [
                                        .number($0.x1), .number($0.x2), .number($0.y),
                                        .number(trained.network.predict($0.x1, $0.x2)),
                                    ]
                                })),
                    ]),
                CellRecord(label: "hidden-slope", status: .todo), CellRecord(label: "solution", status: .skipped),
                CellRecord(label: "check", status: .skipped),
                CellRecord(label: "mean", status: .ok, diagnostics: [diagnostic]),
                CellRecord(label: "cell-9", status: .ok, output: "42\n"),
            ], values: [.value(Elementary.format(network.predict(1, 0), significant: 3))])
    }()

    private static func rates(_ network: SampleNetwork) -> LineChart {
        var series: [LineChart.Series] = []
        for (rate, name) in [(4.0, "η 4 right"), (20, "η 20 too large"), (0.1, "η 0.1 too small")] {
            let losses = network.trained(rate: rate, epochs: 600).losses
            series.append(LineChart.Series(name: name, x: (0..<600).map { Double($0) }, y: losses))
        }
        return LineChart(xLabel: "epoch", yLabel: "mean loss L", series: series)
    }
}
