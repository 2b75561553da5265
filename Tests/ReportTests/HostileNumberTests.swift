import LessonModel
import Testing

@testable import Report

/// Figures with the numbers that break careless drawings.
@Suite struct HostileNumberTests {
    static let numbers: [Double] = [
        0, -0.0, .nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e-9, 1,
        -1, 123_456_789,
    ]

    private func show(_ figures: [Figure]) {
        let document = Document(
            fileName: "x.md",
            blocks: [
                Block(.cell(Cell(index: 0, source: "plot()\n", firstLine: 3, fenceLine: 2)), firstLine: 2, lastLine: 4)
            ])
        let cell = CellRecord(label: "x", status: .ok, figures: figures)
        let recording = Recording(lesson: "x.md", title: "", seed: 0, cells: [cell])
        for unicode in [true, false] {
            let text = TerminalReport(document: document, recording: recording, style: TextStyle(unicode: unicode)).text
            #expect(TerminalTextTests.widest(text).columns <= 80)
        }
        #expect(HTMLReport(document: document, recording: recording).page.contains("</html>"))
    }

    @Test func charts() {
        for first in Self.numbers {
            for second in Self.numbers {
                let series = LineChart.Series(
                    name: "s", x: [0, first, second, 1], y: [first, second, 0, first, second])
                show([.lineChart(LineChart(xLabel: "x", yLabel: "y", series: [series]))])
            }
        }
        show([.lineChart(LineChart(series: []))])
        show([.lineChart(LineChart(series: [LineChart.Series(name: "", x: [], y: [])]))])
    }

    @Test func otherPictures() {
        for first in Self.numbers {
            for second in Self.numbers {
                show([
                    .bars(BarChart(labels: ["a", "b"], values: [first, second])),
                    .histograms(Histograms(title: "", xLabel: "", groups: [("a", [first, second, 1])], bins: 3)),
                    .matrices(Matrices(maps: [Matrices.Map(values: [[first, second]])])),
                    .matrices(Matrices(maps: [Matrices.Map(values: [[first, second]])], arePictures: true)),
                    .graph(
                        ComputationGraph(nodes: [
                            ComputationGraph.Node(name: "a", operation: "", value: first, slope: second, operands: [])
                        ])),
                ])
            }
        }
        show([
            .bars(BarChart(labels: [], values: [])), .matrices(Matrices(maps: [])),
            .matrices(Matrices(maps: [Matrices.Map(values: [[], []])])), .graph(ComputationGraph(nodes: [])),
            .histograms(Histograms(title: "", xLabel: "", groups: [], bins: 0)),
        ])
    }

    @Test func maps() {
        for first in Self.numbers {
            for second in Self.numbers {
                show([
                    .heatMap(
                        HeatMap(
                            xRange: (first, second), yRange: (second, first), values: [[first, second], [1], []],
                            points: [HeatMap.Point(x: first, y: second, label: -7)]))
                ])
            }
        }
        show([.heatMap(HeatMap(xRange: (0, 1), yRange: (0, 1), values: []))])
        show([.heatMap(HeatMap(xRange: (0, 1), yRange: (0, 1), values: [[]]))])
    }

    @Test func tablesAndNetworks() {
        var rows: [[NumberTable.Entry]] = [[], [.text("a"), .text("b"), .text("c")]]
        for number in Self.numbers { rows.append([.number(number), .number(-number)]) }
        show([.table(NumberTable(columns: ["one", "two"], rows: rows)), .table(NumberTable(columns: [], rows: []))])
        for number in Self.numbers {
            let layer = NetworkDrawing.Layer(
                name: "", activation: "tanh", unitNames: ["h"], weights: [[number, number]], biases: [number],
                z: [number],
                a: [number], zSlopes: [number], aSlopes: [number], weightSlopes: [[number, number]],
                biasSlopes: [number])
            show([.network(NetworkDrawing(inputNames: [], inputs: [number, number], layers: [layer]))])
        }
        show([.network(NetworkDrawing(inputNames: [], layers: []))])
    }
}
