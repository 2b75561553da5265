import Foundation
import LessonKit
import LessonModel
import LessonReader
import NeuralCore
import Testing

@testable import Notebook

private final class Reports: LessonSink {
    var figures: [Figure] = []
    func receive(_ report: LessonReport) { if let figure = report.figure { figures.append(figure) } }
}

/// What cells draw is what the same calls draw in a compiled program.
@Suite(.serialized) struct PictureTests {
    /// The calls below, as this file has them: one text that swiftc compiles and our machine runs.
    private static func calls() throws -> String {
        let lines = try String(contentsOfFile: #filePath, encoding: .utf8).split(separator: "\n")
        let begin = try #require(lines.firstIndex { $0.hasSuffix("// calls begin") })
        let end = try #require(lines.firstIndex { $0.hasSuffix("// calls end") })
        return lines[(begin + 1)..<end].joined(separator: "\n")
    }

    private func drawn() -> [Figure] {
        let reports = Reports()
        let old = Lesson.sink
        Lesson.sink = reports
        defer { Lesson.sink = old }
        // calls begin
        plot(train: [3, 2, 1], validation: [4, 2, 2.5], title: "both")
        plot(train: [0.1, 0.5], validation: [0.2, 0.1], y: "accuracy", highestIsBest: true)
        plot(.tanh, from: -1, to: 1)
        plot(.cosine(from: 0.1, to: 0, over: 4), epochs: 6)
        plot([.constant(1), .exponential(from: 1, factor: 0.5)], labels: ["a", "b"], epochs: 3)
        scatter([1, 2, 3], [2, 4], x: "x")
        scatter([1, 2, 3], [2, 4, 6.5], title: "line") { 2 * $0 }
        scatter([1, 2], [2, 4, 6], labels: ["up", "down"], lines: [{ 2 * $0 }, { -$0 }])
        bars([0.5, -0.5], labels: ["up", "down"], x: "share")
        histogram([1, 2, 2, 3, .nan], bins: 3)
        histograms([[1, 2], [5]], labels: ["one", "two"], bins: 2, x: "a")
        heatmap([[1, -2], [3]], rows: ["r"], columns: ["c", "d"], title: "grid", x: "to", y: "from")
        heatmap([])
        heatmaps([[[1, 2], [3, 4]], [[5, 6]]], labels: ["f"])
        show(ConfusionMatrix(predicted: [0, 1], actual: [1, 1], names: ["no", "yes"]))
        image([0, 1, 2, 3], width: 2, title: "dot")
        images([[0, 1], [2, 3], []], width: 2, labels: ["p", "q"])
        plot(Dataset.xor) { $0 + $1 - 0.5 }
        // calls end
        return reports.figures
    }

    @Test func cellsAndProgramsDrawTheSame() throws {
        let text = try "```swift\n" + Self.calls() + "\n```\n"
        let document = LessonReader.read(bytes: Array(text.utf8), fileName: "a.md").document
        let recording = LessonRunner(document).run()
        let record = try #require(recording.cells.first)
        #expect(record.status == .ok, "\(record.diagnostics.map(\.rendered))")
        let native = drawn()
        #expect(native.count == 18)
        #expect(record.figures.map { String(describing: $0) } == native.map { String(describing: $0) })
    }

    /// Of several outputs the map shows which is the largest.
    @Test func severalClassesAreMapped() throws {
        let reports = Reports()
        let network = Network([Dense(weights: [[1, 0], [0, 1], [-1, -1]], biases: [0, 0, 0])])
        let data = Dataset(
            inputs: [[1, 0], [0, 1], [-1, -1]], targets: [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
        plot(network, data, to: reports)
        guard case .heatMap(let map)? = reports.figures.first else {
            Issue.record("no map")
            return
        }
        #expect(map.points.map(\.label) == [0, 1, 2])
        #expect(Set(map.values.joined()) == [0, 1, 2])
        #expect(map.values.last?.first == 2 && map.values.first?.first == 1 && map.values.last?.last == 0)
    }

    @Test func theBestEpochIsMarked() throws {
        guard case .lineChart(let chart) = drawn()[0] else {
            Issue.record("no chart")
            return
        }
        #expect(chart.series.map(\.style) == [.line, .line, .mark])
        #expect(chart.series[2].x == [1] && chart.series[2].y == [2])
        guard case .lineChart(let accuracy) = drawn()[1] else { return }
        #expect(accuracy.series[2].x == [0])
    }

    @Test func numbersAreCountedInTheirBins() {
        let chart = Histograms(
            title: "", xLabel: "", groups: [("a", [0, 0.4, 1, 2, .infinity]), ("b", [2])], bins: 2)
        #expect(chart.range.lower == 0 && chart.range.upper == 2)
        #expect(chart.groups.map(\.counts) == [[2, 2], [0, 1]])
        #expect(chart.groups[0].notFinite == 1)
    }
}
