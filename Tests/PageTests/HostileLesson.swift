import Foundation
import LessonModel
import Report

/// A lesson in which every text that can reach a page is one of many strings.
struct HostileLesson {
    let document: Document
    let recording: Recording

    init(_ strings: [String]) {
        var matter = FrontMatter()
        matter.title = strings[0]
        matter.summary = strings[1]
        matter.objectives = Array(strings.prefix(20))
        matter.language = strings[2]
        var blocks: [Block] = []
        var cells: [CellRecord] = []
        var values: [Recording.ExpressionValue] = []
        for evil in strings {
            blocks += Self.blocks(evil, cell: cells.count, value: values.count)
            cells += Self.cells(evil)
            values += [.value(evil), .failed(Self.diagnostic(evil))]
        }
        document = Document(fileName: strings[3], frontMatter: matter, blocks: blocks)
        recording = Recording(lesson: strings[4], title: strings[5], seed: 0, cells: cells, values: values)
    }

    private static func block(_ kind: Block.Kind) -> Block { Block(kind, firstLine: 1, lastLine: 1) }

    private static func diagnostic(_ evil: String) -> RecordedDiagnostic {
        RecordedDiagnostic(
            file: evil, line: 1, column: 1, endColumn: 2, message: evil, hint: evil, sourceLine: evil)
    }

    private static func inlines(_ evil: String, _ value: Int) -> [Inline] {
        [
            .text(evil), .emphasis([.text(evil)]), .strong([.text(evil)]), .code(evil),
            .link(Link(url: evil, title: evil, inlines: [.text(evil)])),
            .link(Link(url: "glossary.md#" + evil, title: evil, inlines: [.text(evil)])),
            .image(Image(url: evil, title: evil, alternative: evil)),
            .mathematics(Formula(source: evil, root: .row([.identifier(evil), .text(evil), .symbol(evil)]))),
            .expression(InlineExpression(index: value, cellsBefore: 0, source: evil, line: 1, column: 1)),
            .expression(InlineExpression(index: value + 1, cellsBefore: 0, source: evil, line: 1, column: 1)),
        ]
    }

    private static func blocks(_ evil: String, cell: Int, value: Int) -> [Block] {
        let inlines = inlines(evil, value)
        let paragraph = block(.paragraph(inlines))
        var options = CellOptions()
        options.label = evil
        options.caption = evil
        var guess = options
        guess.predict = evil
        let source = "let x = \"\(evil)\" // \(evil)\n\(evil)\n"
        let choice = Quiz.Choice(isCorrect: true, inlines: inlines, reason: [paragraph])
        func code(_ index: Int, _ kind: Cell.Kind, _ options: CellOptions) -> Block {
            block(.cell(Cell(index: index, kind: kind, options: options, source: source, firstLine: 1, fenceLine: 0)))
        }
        return [
            block(.heading(Heading(level: 2, inlines: inlines, id: evil))), paragraph, block(.quote([paragraph])),
            block(.list(List(style: .bullet, isTight: true, items: [[paragraph]]))),
            block(.code(language: evil, text: evil)), block(.code(language: "swift", text: source)),
            block(.table(Table(alignments: [], header: [inlines], rows: [[inlines]]))),
            block(.mathematics(Formula(source: evil, root: .text(evil), isDisplay: true))),
            block(.quiz(Quiz(id: evil, question: inlines, choices: [choice]))),
            code(cell, .ordinary, options), code(cell + 1, .ordinary, guess), code(cell + 2, .exercise(evil), options),
            block(.hint(exercise: evil, blocks: [paragraph])), code(cell + 3, .solution(evil), options),
        ]
    }

    private static func cells(_ evil: String) -> [CellRecord] {
        var shown = CellRecord(
            label: evil, status: .failed, output: evil + "\n" + evil, diagnostics: [diagnostic(evil)],
            figures: figures(evil), passes: [pass(evil)])
        let plain = shown
        shown.predicted = evil
        return [
            plain, shown, CellRecord(label: evil, status: .todo, diagnostics: [diagnostic(evil)]),
            CellRecord(label: evil, status: .skipped),
        ]
    }

    private static func pass(_ evil: String) -> TracedPass {
        let layer = TracedPass.Layer(
            name: evil, unitNames: [evil], activation: evil, inputs: [1], weights: [[0.5]], biases: [0.1], z: [0.6],
            a: [0.6], dA: [1], dZ: [1], dW: [[1]], db: [1])
        return TracedPass(
            line: 1, inputNames: [evil], inputs: [1], layers: [layer],
            loss: .init(name: evil, target: [1], prediction: [0.6], value: 0.16),
            updates: [.init(name: evil, before: 0.5, gradient: 1, learningRate: 0.1, after: 0.4)],
            steps: [.init(phase: .forward, layer: 0, unit: 0, sentence: evil)])
    }

    private static func figures(_ evil: String) -> [Figure] {
        let layer = NetworkDrawing.Layer(
            name: evil, activation: evil, unitNames: [evil], weights: [[1]], biases: [0])
        return [
            .lineChart(
                LineChart(
                    title: evil, xLabel: evil, yLabel: evil,
                    series: [
                        .init(name: evil, x: [0, 1], y: [1, 2]), .init(name: evil, x: [0], y: [1], style: .mark),
                    ])),
            .heatMap(
                HeatMap(
                    title: evil, xLabel: evil, yLabel: evil, xRange: (0, 1), yRange: (0, 1), values: [[0, 1], [1, 0]])),
            .network(NetworkDrawing(title: evil, inputNames: [evil], layers: [layer])),
            .table(NumberTable(title: evil, columns: [evil], rows: [[.text(evil)]])),
            .bars(BarChart(title: evil, xLabel: evil, labels: [evil], values: [1])),
            .histograms(Histograms(title: evil, xLabel: evil, groups: [(evil, [1, 2])], bins: 2)),
            .matrices(
                Matrices(
                    title: evil, xLabel: evil, yLabel: evil, rowNames: [evil], columnNames: [evil],
                    maps: [.init(label: evil, values: [[1]])])),
            .graph(
                ComputationGraph(
                    title: evil, nodes: [.init(name: evil, operation: evil, value: 1, slope: 1, operands: [])])),
        ]
    }
}
