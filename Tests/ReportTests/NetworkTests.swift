import Foundation
import LessonModel
import Testing

@testable import Report

@Suite struct NetworkTests {
    /// In the networks that lessons draw no label touches a label, a neuron, an input or the loss.
    @Test(arguments: [true, false], [[1, 1], [2, 1], [3, 1], [2, 2, 1], [2, 3, 1]])
    func noLabelTouchesAnother(isTall: Bool, shape: [Int]) {
        for withSlopes in [true, false] {
            let pass = DenseSample.pass(shape, withSlopes: withSlopes)
            let layout = NetworkLayout(pass, isTall: isTall)
            let labels = WireLabel.labels(of: pass, PassSymbols(pass), layout)
            #expect(labels.count == layout.wires.count)
            for (index, label) in labels.enumerated() {
                for other in labels[(index + 1)...] {
                    #expect(!label.box.overlaps(other.box), "\(label.name) \(other.name)")
                }
                for obstacle in layout.obstacles(pass) { #expect(!label.box.overlaps(obstacle), "\(label.name)") }
                #expect(label.box.x >= 0 && label.box.x + label.box.width <= layout.width, "\(label.name)")
            }
        }
    }

    @Test(arguments: DenseSample.shapes) func everyShapeCanBeShown(shape: [Int]) throws {
        for withSlopes in [true, false] {
            let pass = DenseSample.pass(shape, withSlopes: withSlopes)
            #expect(NetworkSVG.isDrawable(pass))
            for width in [50, 80] {
                for unicode in [true, false] {
                    for line in NetworkText(pass, TextStyle(width: width, unicode: unicode)).lines {
                        #expect(line.width <= width)
                    }
                }
            }
            var html = HTMLWriter()
            NetworkSVG.markup(Playback(pass), at: Playback(pass).settled, .still, isTall: false, into: &html)
            #expect(
                PageTests.count("class=\"node\"", in: html.page) == shape.dropFirst().reduce(0, +)
                    + (withSlopes ? 1 : 0))
            #expect(PageTests.count("class=\"data\"", in: html.page) == shape[0])
        }
    }

    @Test func largeNetworksAreSummed() {
        let pass = DenseSample.pass([4, 32, 10])
        #expect(!NetworkSVG.isDrawable(pass))
        let lines = NetworkText(pass, TextStyle()).lines
        #expect(lines.count == 1)
        #expect(lines[0].pieces[0].text == "  4 inputs → 32 sigmoid → 10 sigmoid, 490 parameters")
        #expect(PassTable(pass).note == "and 26 more neurons; the recording has them all")
    }

    /// What a broken recording may hold must not stop a report.
    @Test func unevenLayersDoNotCrash() {
        var pass = DenseSample.pass([2, 2, 1])
        pass.layers[0].weights = [[1]]
        pass.layers[1].dW = []
        pass.layers[1].z = []
        pass.inputs = []
        let cell = CellRecord(label: "x", status: .ok, passes: [pass])
        let document = Document(
            fileName: "x.md",
            blocks: [
                Block(.cell(Cell(index: 0, source: "step()\n", firstLine: 3, fenceLine: 2)), firstLine: 2, lastLine: 4)
            ])
        let recording = Recording(lesson: "x.md", title: "", seed: 0, cells: [cell])
        #expect(!TerminalReport(document: document, recording: recording).text.isEmpty)
        #expect(!HTMLReport(document: document, recording: recording).page.isEmpty)
    }

    /// Written for a look in a browser, with `REPORT_GALLERY=file.html` in the environment.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_GALLERY"] != nil)) func gallery() throws {
        var blocks: [Block] = []
        var cells: [CellRecord] = []
        for (index, shape) in DenseSample.shapes.enumerated() {
            let cell = Cell(index: index, source: "network(\(shape.count))\n", firstLine: 1, fenceLine: 0)
            blocks.append(Block(.cell(cell), firstLine: 1, lastLine: 1))
            cells.append(
                CellRecord(label: "", status: .ok, passes: [DenseSample.pass(shape, withSlopes: index % 3 != 1)]))
        }
        let document = Document(fileName: "gallery.md", blocks: blocks)
        let recording = Recording(lesson: "gallery.md", title: "Gallery", seed: 0, cells: cells)
        let file = try #require(ProcessInfo.processInfo.environment["REPORT_GALLERY"])
        try Data(HTMLReport(document: document, recording: recording).page.utf8).write(to: URL(fileURLWithPath: file))
        print(TerminalReport(document: document, recording: recording).text)
    }
}
