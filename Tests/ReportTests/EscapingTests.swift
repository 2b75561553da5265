import Foundation
import LessonModel
import Testing

@testable import Report

/// A lesson whose every string tries to become markup or to steer the terminal.
@Suite struct EscapingTests {
    static let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>--><!--&lt;\u{1B}[31m\u{202E}"

    private static let diagnostic = RecordedDiagnostic(
        severity: "error", file: evil, line: 1, column: 1, endColumn: 2, message: evil, hint: evil, sourceLine: evil)

    private static func block(_ kind: Block.Kind) -> Block { Block(kind, firstLine: 1, lastLine: 1) }

    private static var inlines: [Inline] {
        [
            .text(evil), .emphasis([.text(evil)]), .strong([.text(evil)]), .code(evil),
            .link(Link(url: "javascript:alert(1)", title: evil, inlines: [.text(evil)])),
            .link(Link(url: " JaVaScRiPt:alert(1)", title: "", inlines: [.text("a")])),
            .link(Link(url: "java\nscript:alert(1)", title: "", inlines: [.text("b")])),
            .link(Link(url: "data:text/html,<script>", title: "", inlines: [.text("c")])),
            .link(Link(url: "//evil.example/x", title: "", inlines: [.text("d")])),
            .link(Link(url: "https://ok.example/\"onclick=\"x", title: evil, inlines: [.text("e")])),
            .image(Image(url: "x.svg", title: evil, alternative: evil)),
            .image(Image(url: evil, title: evil, alternative: "")),
            .mathematics(Formula(source: evil, root: .row([.identifier(evil), .text(evil), .symbol(evil)]))),
            .expression(InlineExpression(index: 0, cellsBefore: 0, source: evil, line: 1, column: 1)),
            .expression(InlineExpression(index: 1, cellsBefore: 0, source: evil, line: 1, column: 1)),
            .expression(InlineExpression(index: 9, cellsBefore: 0, source: evil, line: 1, column: 1)),
        ]
    }

    static let document: Document = {
        var matter = FrontMatter()
        matter.title = evil
        matter.summary = evil
        matter.objectives = [evil]
        matter.language = "\"><script>"
        var options = CellOptions()
        options.label = evil
        options.caption = evil
        options.predict = evil
        let source = "let x = \"\(evil)\" // \(evil)\n\(evil)\n"
        let reason = [block(.paragraph(inlines))]
        return Document(
            fileName: evil, frontMatter: matter,
            blocks: [
                block(.heading(Heading(level: 2, inlines: inlines, id: "body"))),
                block(.heading(Heading(level: 2, inlines: [.text("location")], id: evil))),
                block(.paragraph(inlines)), block(.quote([block(.paragraph(inlines))])),
                block(.list(List(style: .bullet, isTight: true, items: [[block(.paragraph(inlines))]]))),
                block(.code(language: evil, text: evil)), block(.code(language: "swift", text: source)),
                block(.table(Table(alignments: [], header: [inlines], rows: [[inlines]]))),
                block(.mathematics(Formula(source: evil, root: .text(evil), isDisplay: true))),
                block(
                    .quiz(
                        Quiz(
                            id: evil, question: inlines,
                            choices: [Quiz.Choice(isCorrect: true, inlines: inlines, reason: reason)]))),
                block(.cell(Cell(index: 0, options: options, source: source, firstLine: 1, fenceLine: 0))),
                block(
                    .cell(
                        Cell(
                            index: 1, kind: .exercise(evil), options: options, source: source, firstLine: 1,
                            fenceLine: 0)
                    )),
                block(.hint(exercise: evil, blocks: [block(.paragraph(inlines))])),
                block(.cell(Cell(index: 2, kind: .solution(evil), source: source, firstLine: 1, fenceLine: 0))),
            ])
    }()

    static let recording: Recording = {
        var pass = SampleNetwork().pass(1, 0, answer: 1, rate: 0.5)
        pass.inputNames = [evil, evil]
        pass.layers[0].unitNames = [evil, evil]
        pass.layers[0].activation = evil
        pass.loss?.name = evil
        pass.updates[0].name = evil
        let figures: [Figure] = [
            .lineChart(
                LineChart(
                    title: evil, xLabel: evil, yLabel: evil,
                    series: [LineChart.Series(name: evil, x: [0, 1], y: [1, 2])])),
            .heatMap(
                HeatMap(
                    title: evil, xLabel: evil, yLabel: evil, xRange: (0, 1), yRange: (0, 1), values: [[0, 1], [1, 0]])),
            .network(
                NetworkDrawing(
                    title: evil, inputNames: [evil],
                    layers: [
                        NetworkDrawing.Layer(
                            name: evil, activation: evil, unitNames: [evil], weights: [[1]], biases: [0])
                    ])), .table(NumberTable(title: evil, columns: [evil], rows: [[.text(evil)]])),
            .bars(BarChart(title: evil, xLabel: evil, labels: [evil], values: [1])),
            .histograms(
                Histograms(title: evil, xLabel: evil, groups: [(evil, [1, 2])], bins: 2)),
            .matrices(
                Matrices(
                    title: evil, xLabel: evil, yLabel: evil, rowNames: [evil], columnNames: [evil],
                    maps: [Matrices.Map(label: evil, values: [[1]])])),
            .graph(
                ComputationGraph(
                    title: evil,
                    nodes: [
                        ComputationGraph.Node(name: evil, operation: evil, value: 1, slope: 1, operands: [7, -1])
                    ])),
        ]
        return Recording(
            lesson: evil, title: evil, seed: 0,
            cells: [
                CellRecord(
                    label: evil, status: .failed, output: evil + "\r\u{8}\u{9B}31m\n" + evil, diagnostics: [diagnostic],
                    figures: figures, passes: [pass]),
                CellRecord(label: evil, status: .todo),
            ], values: [.value(evil), .failed(diagnostic)])
    }()

    @Test func nothingBecomesMarkup() throws {
        var page = HTMLReport(document: Self.document, recording: Self.recording, images: ["x.svg": Self.evil]).page
        #expect(page.contains("&lt;script&gt;"))
        // The project's own script and data.
        let script = try #require(page.range(of: "<script>" + PageAssets.script))
        page.removeSubrange(script)
        page = page.replacingOccurrences(of: "<script type=\"application/json\">", with: "")
        for sign in [
            "<script", "<img", "<!--", "-->", "\u{1B}", "\u{202E}", "href=\"j", "href=\" ", "href=\"d", "href=\"/",
        ] {
            let isFree = !page.contains(sign)
            #expect(isFree, "\(sign)")
        }
        #expect(!page.contains("javascript:alert"))
        #expect(page.contains("https://ok.example/&quot;onclick=&quot;x"))
        #expect(page.contains("id=\"s-body\""))
    }

    /// Reading the page as a browser's tokenizer does finds no attribute that the program did not write.
    @Test func attributesAreTheProgramsOwn() {
        let page = HTMLReport(document: Self.document, recording: Self.recording).page
        let known: Set<String> = [
            "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "rel", "title", "aria-label",
            "aria-labelledby", "aria-hidden", "role", "tabindex", "value", "for", "type", "scope", "rowspan", "start",
            "display",
            "width", "height", "viewBox", "d", "x", "y", "cx", "cy", "r", "rx", "text-anchor", "stroke-width",
            "transform", "shape-rendering", "stretchy", "form", "linethickness", "accent", "accentunder",
            "mathvariant", "fill-opacity", "spellcheck", "size", "aria-describedby", "aria-expanded", "aria-live",
            "aria-valuetext", "autocomplete", "min", "max", "pathLength",
        ]
        for name in TagReader.attributeNames(of: page.replacingOccurrences(of: PageAssets.script, with: "")) {
            #expect(known.contains(name) || name.hasPrefix("data-"), "\(name)")
        }
    }

    @Test(arguments: [true, false]) func theTerminalIsNotSteered(unicode: Bool) {
        let text = TerminalReport(
            document: Self.document, recording: Self.recording, style: TextStyle(unicode: unicode)
        ).text
        for scalar in text.unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar != "\u{202E}")
            if !unicode { #expect(scalar.isASCII) }
        }
    }

    @Test func onlyTheReportsOwnColoursRemain() {
        let text = TerminalReport(
            document: Self.document, recording: Self.recording, style: TextStyle(color: true)
        ).text
        let allowed: Set<String> = ["0", "1", "2", "31", "32", "33", "35", "36", "94"]
        for part in text.components(separatedBy: "\u{1B}").dropFirst() {
            #expect(part.hasPrefix("["))
            #expect(allowed.contains(String(part.dropFirst().prefix { $0 != "m" })))
        }
    }

    @Test func picturesAreEmbeddedOrLeftOut() {
        let document = Document(
            fileName: "a.md",
            blocks: [Self.block(.paragraph([.image(Image(url: "a.png", title: "", alternative: "a dot"))]))])
        let recording = Recording(lesson: "a.md", title: "", seed: 0)
        func page(_ data: String) -> String {
            HTMLReport(document: document, recording: recording, images: ["a.png": data]).page
        }
        #expect(page("data:image/png;base64,AAAA").contains("<img src=\"data:image/png;base64,AAAA\" alt=\"a dot\">"))
        #expect(!page("data:image/svg+xml;base64,AAAA").contains("<img"))
        #expect(!page("data:image/png;base64,AA\" onerror=\"x").contains("<img"))
        #expect(!page("https://example.org/a.png").contains("<img"))
    }
}

/// The names of all attributes of a page, read by the rules of HTML for tags with quoted values.
private enum TagReader {
    static func attributeNames(of page: String) -> Set<String> {
        var names: Set<String> = []
        let scalars = Array(page.unicodeScalars)
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "<", index + 1 < scalars.count, scalars[index + 1].properties.isAlphabetic else {
                index += 1
                continue
            }
            while index < scalars.count, scalars[index] != " ", scalars[index] != ">" { index += 1 }
            while index < scalars.count, scalars[index] != ">" {
                var name = ""
                while index < scalars.count, !"=/> ".unicodeScalars.contains(scalars[index]) {
                    name.unicodeScalars.append(scalars[index])
                    index += 1
                }
                if !name.isEmpty { names.insert(name) }
                if index + 1 < scalars.count, scalars[index] == "=", scalars[index + 1] == "\"" {
                    index += 2
                    while index < scalars.count, scalars[index] != "\"" { index += 1 }
                    index += 1
                } else if index < scalars.count, scalars[index] != ">" {
                    index += 1
                }
            }
        }
        return names
    }
}
