import LessonModel
import Notebook
import Testing

/// What our interpreter prints for every lesson is what `swiftc` printed.
struct InterpreterTests {
    @Test(arguments: Lessons.names)
    func printsWhatSwiftcPrinted(_ name: String) throws {
        let document = try Lessons.read(name).document
        let recorded = try OracleRecord(name).sections
        let recording = LessonRunner(document).run()
        for (cell, record) in zip(document.cells, recording.cells) {
            switch cell.kind {
            case .check, .solution: continue
            case .exercise: #expect(record.status == .todo)
            case .ordinary, .setup:
                #expect(record.status == .ok, "\(cell.name): \(record.diagnostics.map(\.rendered))")
                #expect(record.output == recorded["cell \(cell.name)"], "\(cell.name)")
            }
        }
        for (index, value) in recording.values.enumerated() {
            guard case .value(let text) = value else {
                Issue.record("`\(document.expressions[index].source)` has no value")
                continue
            }
            #expect(text + "\n" == recorded["value \(index)"], "\(document.expressions[index].source)")
        }
        #expect(recording.values.count == document.expressions.count)
    }

    /// A traced cell shows every z, a and slope of both directions, and the update.
    @Test func lesson3TracesOnePass() throws {
        let document = try Lessons.read("lesson3").document
        let recording = LessonRunner(document).run()
        let position = try #require(document.cells.firstIndex { $0.options.label == "engine-pass" })
        let pass = try #require(recording.cells[position].passes.first)
        #expect(pass.layers.count == 2 && pass.loss != nil && pass.updates.count == 9)
        for layer in pass.layers {
            let units = layer.biases.count
            for values in [layer.z, layer.a, layer.dA, layer.dZ, layer.db] { #expect(values.count == units) }
            #expect(layer.dW.count == units)
        }
    }
}
