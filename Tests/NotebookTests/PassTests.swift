import LessonModel
import NeuralCore
import SourceText
import Testing

@testable import Notebook

struct PassTests {
    private let file = SourceFile(name: "l.md", text: "net.forward(x)", firstLine: 12)

    private func events(_ records: CellEvents.Records = .small) -> CellEvents {
        CellEvents(records) { [file] in (file, Span(0, 3)) }
    }

    private func network() -> Network {
        Network([
            Dense(weights: [[0.8, -0.8], [-0.2, -0.7]], biases: [0.7, 0.4], activation: .sigmoid),
            Dense(weights: [[-0.6, 0.9]], biases: [-0.2], activation: .sigmoid),
        ])
    }

    /// What a pass must satisfy, by the definitions of its quantities.
    private func checkArithmetic(_ pass: TracedPass) {
        var inputs = pass.inputs
        for layer in pass.layers {
            #expect(layer.inputs == inputs)
            for unit in layer.biases.indices {
                var z = 0.0
                for (w, x) in zip(layer.weights[unit], inputs) { z += w * x }
                #expect(layer.z[unit] == z + layer.biases[unit])
                if !layer.dZ.isEmpty {
                    #expect(layer.dW[unit] == inputs.map { layer.dZ[unit] * $0 })
                    #expect(layer.db[unit] == layer.dZ[unit])
                }
            }
            inputs = layer.a
        }
        for update in pass.updates {
            #expect(update.after == update.before - update.learningRate * update.gradient)
        }
    }

    @Test func onePassThereAndBack() {
        let events = events()
        let net = network()
        net.observer = events
        let prediction = net.forward([1, 0])
        let loss = net.loss([1])
        net.backward()
        net.update(SGD(learningRate: 0.5))
        let passes = events.passes()
        #expect(passes.count == 1)
        guard let pass = passes.first else { return }
        #expect(pass.line == 12)
        #expect(pass.inputNames == ["x1", "x2"])
        #expect(pass.layers.map(\.unitNames) == [["h1", "h2"], ["o"]])
        #expect(pass.layers.map(\.name) == ["hidden", "output"])
        #expect(pass.loss?.value == loss)
        #expect(pass.loss?.prediction == prediction)
        #expect(pass.loss?.name == "mean squared error")
        #expect(pass.layers.allSatisfy { !$0.dZ.isEmpty })
        #expect(pass.updates.map(\.name) == ["w1", "w2", "w3", "w4", "b1", "b2", "w5", "w6", "b3"])
        #expect(pass.updates.map(\.after) == net.parameters)
        checkArithmetic(pass)
    }

    @Test func aLossFindsItsOwnPass() {
        let events = events()
        let first = network()
        let second = Network([Dense(weights: [[0.3, 0.1]], biases: [0.2], activation: .tanh)])
        first.observer = events
        second.observer = events
        _ = first.forward([1, 0])
        _ = second.forward([1, 1])
        _ = first.loss([1])
        _ = second.loss([0])
        first.backward()
        second.backward()
        let passes = events.passes()
        #expect(passes.map(\.layers.count) == [2, 1])
        #expect(passes.map { $0.loss?.target } == [[1], [0]])
        for pass in passes {
            #expect(pass.layers.allSatisfy { !$0.dZ.isEmpty })
            checkArithmetic(pass)
        }
    }

    @Test func aBatchIsShownByItsFirstExamples() {
        let events = events()
        let net = network()
        net.observer = events
        _ = net.fit(
            [[0, 0], [0, 1], [1, 0], [1, 1], [2, 2]], [0, 1, 1, 0, 0], optimizer: SGD(learningRate: 0.1), epochs: 1)
        let passes = events.passes()
        #expect(passes.map(\.inputs) == [[0, 0], [0, 1], [1, 0], [1, 1]])
        // The batch's gradients belong to no one example.
        #expect(passes.allSatisfy { $0.loss == nil && $0.layers.allSatisfy { $0.dW.isEmpty } })
        #expect(passes.map(\.updates.count) == [0, 0, 0, 9])
        passes.forEach(checkArithmetic)
    }

    @Test func longTrainingKeepsItsFirstAndLastPasses() {
        let events = events()
        let net = network()
        net.observer = events
        for step in 0..<100 {
            _ = net.forward([Double(step), 0])
            _ = net.loss([1])
            net.backward()
            net.update(SGD(learningRate: 0.1))
        }
        let passes = events.passes()
        #expect(passes.map { $0.inputs[0] } == [0, 1, 2, 3, 4, 5, 98, 99])
        #expect(passes.last?.updates.map(\.after) == net.parameters)
        passes.forEach(checkArithmetic)
    }

    @Test func largeNetworksOnlyWhereAsked() {
        let net = Network([Dense(2, 17, activation: .relu, seed: 1), Dense(17, 1, activation: .linear, seed: 2)])
        for (records, count) in [(CellEvents.Records.small, 0), (.all, 1), (.none, 0), (.asked, 0)] {
            let events = events(records)
            net.observer = events
            _ = net.forward([1, 2])
            _ = net.loss([1])
            #expect(events.passes().count == count)
        }
    }

    @Test func tracedNetworksAreRecordedWhereverRecordsAre() {
        let net = Network([Dense(2, 17, activation: .relu, seed: 1)])
        for (records, count) in [(CellEvents.Records.small, 1), (.asked, 1), (.none, 0)] {
            let events = events(records)
            let forwarder = Forwarder(events)
            net.observer = forwarder
            _ = net.forward([1, 2])
            #expect(events.passes().count == count)
        }
    }

    private final class Forwarder: EngineObserver {
        let events: CellEvents
        init(_ events: CellEvents) { self.events = events }
        func record(_ event: EngineEvent) { events.receive(.engine(event)) }
    }

    @Test func aLossThatIsNotANumberIsRecorded() {
        let events = events()
        let net = Network([Dense(weights: [[1]], biases: [0], activation: .linear)])
        net.observer = events
        _ = net.forward([.nan])
        _ = net.loss([1])
        #expect(events.passes().first?.loss?.value.isNaN == true)
    }

    @Test func longNamesForManyWeights() {
        let events = events()
        let net = Network([Dense(3, 7, activation: .tanh, seed: 1)])
        net.observer = events
        _ = net.forward([1, 2, 3])
        _ = net.loss([Double](repeating: 0, count: 7))
        net.backward()
        net.update(SGD(learningRate: 1))
        let names = events.passes().first?.updates.map(\.name) ?? []
        #expect(names.count == 28)
        #expect(names.first == "output.W[0][0]")
        #expect(names.last == "output.b[6]")
    }

    @Test func namesOfKindsAreWords() {
        #expect(PassDraft.words("binaryCrossEntropyFromLogits") == "binary cross entropy from logits")
    }
}
