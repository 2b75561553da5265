import Foundation
import LessonModel
import SourceText
import Testing

struct RecordingTests {
    static let recording: Recording = {
        let layer = TracedPass.Layer(
            name: "hidden", unitNames: ["h1"], activation: "sigmoid", inputs: [1, 2], weights: [[0.5, -0.3]],
            biases: [0.1], z: [0], a: [0.5], dA: [0.1], dZ: [0.025], dW: [[0.025, 0.05]], db: [0.025])
        let pass = TracedPass(
            line: 12, inputNames: ["x1", "x2"], inputs: [1, 2], layers: [layer],
            loss: TracedPass.Loss(name: "squared error", target: [1], prediction: [0.5], value: 0.25),
            updates: [TracedPass.Update(name: "w1", before: 0.1, gradient: 1.0 / 3, learningRate: 0.5, after: -0.0)],
            steps: [TracedPass.Step(phase: .forward, layer: 0, unit: 0, sentence: "h1: z = 0 \"</script>\"\n")])
        let figures: [Figure] = [
            .lineChart(
                LineChart(
                    title: "Loss", xLabel: "step", series: [.init(name: "train", x: [0, 1], y: [.nan, -.infinity])])
            ),
            .network(
                NetworkDrawing(
                    inputNames: ["x"],
                    layers: [
                        .init(
                            name: "o", activation: "relu", unitNames: ["o"], weights: [[.leastNonzeroMagnitude]],
                            biases: [1e300])
                    ])),
            .heatMap(
                HeatMap(
                    xRange: (0, 1), yRange: (-1, 1), values: [[0.1, 0.2], [0.3, 0.4]],
                    points: [.init(x: 0.5, y: 0.5, label: 1)])),
            .table(NumberTable(columns: ["n", "value"], rows: [[.text("é\u{2028}"), .number(0.1)]])),
        ]
        let file = SourceFile(name: "l.md", text: "let a = b\nlet c = 1\n", firstLine: 7)
        let diagnostic = RecordedDiagnostic(Diagnostic(in: file, at: Span(8, 9), "no `b` here", hint: "declare it"))
        let cell = CellRecord(
            label: "one", status: .failed, output: "a\tb\u{1}\n", diagnostics: [diagnostic], figures: figures,
            passes: [pass], counts: .init(steps: 1 << 40, bytes: 64))
        return Recording(
            lesson: "l.md", title: "T", seed: .max, cells: [cell],
            values: [.value("0.5"), .missing, .failed(diagnostic)], counts: .init(steps: 3, bytes: 4))
    }()

    static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden/recording.json")

    /// `LEARN_BLESS=1` writes the file anew, to be reviewed as a diff.
    @Test func jsonIsTheGoldenFile() throws {
        let json = Self.recording.json { "\($0)" }
        if ProcessInfo.processInfo.environment["LEARN_BLESS"] != nil { try Data(json).write(to: Self.golden) }
        #expect(
            try String(decoding: Data(contentsOf: Self.golden), as: UTF8.self) == String(decoding: json, as: UTF8.self))
    }

    /// Foundation's reader is the judge of whether the text is JSON and says what the recording holds.
    @Test func anotherReaderFindsTheSameValues() throws {
        let json = Self.recording.json { "\($0)" }
        let top = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect(top["version"] as? Int == 1)
        #expect((top["seed"] as? NSNumber)?.uint64Value == .max)
        let cell = try #require((top["cells"] as? [[String: Any]])?.first)
        #expect(cell["output"] as? String == "a\tb\u{1}\n")
        #expect(cell["status"] as? String == "failed")
        #expect((cell["counts"] as? [String: Any])?["steps"] as? Int == 1 << 40)
        let diagnostic = try #require((cell["diagnostics"] as? [[String: Any]])?.first)
        #expect(diagnostic["line"] as? Int == 7)
        #expect(diagnostic["column"] as? Int == 9)
        #expect(diagnostic["end_column"] as? Int == 10)
        #expect(diagnostic["source_line"] as? String == "let a = b")
        let pass = try #require((cell["passes"] as? [[String: Any]])?.first)
        let update = try #require((pass["updates"] as? [[String: Any]])?.first)
        #expect(update["gradient"] as? Double == 1.0 / 3)
        #expect((update["after"] as? Double)?.sign == .minus)
        #expect((pass["steps"] as? [[String: Any]])?.first?["sentence"] as? String == "h1: z = 0 \"</script>\"\n")
        let figures = try #require(cell["figures"] as? [[String: Any]])
        #expect(figures.map { $0["kind"] as? String } == ["line_chart", "network", "heat_map", "table"])
        #expect(((figures[0]["series"] as? [[String: Any]])?[0]["y"] as? [String]) == ["NaN", "-Infinity"])
        let layer = try #require((figures[1]["layers"] as? [[String: Any]])?.first)
        #expect(layer["weights"] as? [[Double]] == [[.leastNonzeroMagnitude]])
        #expect(((figures[3]["rows"] as? [[Any]])?[0][0] as? String) == "é\u{2028}")
    }

    /// The text can stand in a script element as it is.
    @Test func nothingEndsAScript() {
        let json = Self.recording.json { "\($0)" }
        #expect(!json.contains(UInt8(ascii: "<")))
        #expect(!json.contains(UInt8(ascii: "&")))
    }
}

struct SpellingTests {
    @Test func nearest() {
        #expect(Spelling.nearest(to: "hiden", among: ["label", "hidden"]) == "hidden")
        #expect(Spelling.nearest(to: "lable", among: ["label", "hidden"]) == "label")
        #expect(Spelling.nearest(to: "x", among: ["y"]) == nil)
        #expect(Spelling.distance("kitten", "sitting", limit: 3) == 3)
        #expect(Spelling.distance("ab", "ba", limit: 2) == 1)
    }
}
