import Foundation
import NeuralCore
import Testing

/// The numbers of lesson 3 by PyTorch in float64 (`Tests/Fixtures/Lessons/lesson3.py`), and by the engine.
struct Lesson3Tests {
    struct Fixture: Decodable {
        struct Training: Decodable {
            let losses: [Double]
            let parameters: [Double]
        }
        struct Pass: Decodable {
            let zHidden, aHidden, zOutput, aOutput: [Double]
            let zHiddenSlopes, aHiddenSlopes, zOutputSlopes, aOutputSlopes: [Double]
            let loss: Double
            let gradient, stepped: [Double]
            let predictionAfter, lossAfter: Double
        }
        let neuron: [String: Double]
        let pass: Pass
        let training: [String: Training]
        let saturated: [String: [Double]]
        let prices: [String: [Double]]

        init() throws {
            let data = try Data(contentsOf: Lessons.fixtures.appendingPathComponent("lesson3.json"))
            self = try JSONDecoder().decode(Fixture.self, from: data)
        }
    }

    /// Keeps what a network reports.
    final class Observer: EngineObserver {
        var gradients: [Int: RecordedGradients] = [:]
        func record(_ event: EngineEvent) {
            if case .gradients(let report) = event { gradients[report.index] = report }
        }
    }

    static func network() -> Network {
        Network([
            Dense(weights: [[0.8, -0.8], [-0.2, -0.7]], biases: [0.7, 0.4], activation: .sigmoid),
            Dense(weights: [[-0.6, 0.9]], biases: [-0.2], activation: .sigmoid),
        ])
    }

    @Test func oneNeuron() throws {
        let recorded = try Fixture().neuron
        let neuron = Neuron(weights: [0.8], bias: 0.7, activation: .sigmoid)
        let single = Network([Dense(weights: [[0.8]], biases: [0.7], activation: .sigmoid)])
        let observer = Observer()
        single.observer = observer
        let a = single.forward([0.5])[0]
        let loss = single.loss([1])
        single.backward()
        let slopes = try #require(observer.gradients[0])
        expectClose(
            [neuron.weightedSum([0.5]), neuron([0.5]), a, loss], ["z", "a", "a", "loss"].map { recorded[$0]! })
        expectClose(slopes.activations + slopes.sums, [recorded["lossByA"]!, recorded["lossByZ"]!])
        expectClose(single.gradients, [recorded["lossByW"]!, recorded["lossByB"]!])
    }

    @Test func onePassAndOneStep() throws {
        let recorded = try Fixture().pass
        let network = Self.network()
        let observer = Observer()
        network.observer = observer
        let prediction = network.forward([1, 0])
        let loss = network.loss([1])
        network.backward()
        expectClose(
            network.sums(ofLayer: 0)[0] + network.activations(ofLayer: 0)[0], recorded.zHidden + recorded.aHidden)
        expectClose(
            network.sums(ofLayer: 1)[0] + prediction + [loss], recorded.zOutput + recorded.aOutput + [recorded.loss])
        let hidden = try #require(observer.gradients[0])
        let output = try #require(observer.gradients[1])
        expectClose(hidden.activations + hidden.sums, recorded.aHiddenSlopes + recorded.zHiddenSlopes)
        expectClose(output.activations + output.sums, recorded.aOutputSlopes + recorded.zOutputSlopes)
        expectClose(network.gradients, recorded.gradient)
        network.update(SGD(learningRate: 0.5))
        expectClose(network.parameters, recorded.stepped)
        expectClose(network.forward([1, 0]) + [network.loss([1])], [recorded.predictionAfter, recorded.lossAfter])
    }

    @Test(arguments: ["rate 0.1", "rate 4", "rate 20", "momentum", "Adam"])
    func training(_ name: String) throws {
        let recorded = try #require(try Fixture().training[name])
        let network = Self.network()
        let data = Dataset.xor
        let epochs = recorded.losses.count
        let losses: [Double]
        switch name {
        case "momentum":
            losses = network.fit(
                data.inputs, data.targets, optimizer: SGD(learningRate: 4, momentum: 0.9), epochs: epochs)
        case "Adam":
            losses = network.fit(data.inputs, data.targets, optimizer: Adam(learningRate: 0.1), epochs: epochs)
        default:
            let rate = try #require(Double(name.dropFirst("rate ".count)))
            losses = network.fit(data.inputs, data.targets, optimizer: SGD(learningRate: rate), epochs: epochs)
        }
        // Each epoch hands the rounding of the one before on, so long training may drift from another order of sums.
        expectClose(Array(losses.prefix(20)), Array(recorded.losses.prefix(20)))
        expectClose(losses, recorded.losses)
        expectClose(network.parameters, recorded.parameters)
    }

    @Test(arguments: ["squared error", "cross-entropy"])
    func saturated(_ name: String) throws {
        let recorded = try #require(try Fixture().saturated[name])
        let network = Network([Dense(weights: [[0.8]], biases: [6], activation: .sigmoid)])
        var outputs: [Double] = []
        for _ in recorded.indices {
            outputs += network.forward([1])
            _ = network.loss([0], name == "squared error" ? .meanSquaredError : .binaryCrossEntropy)
            network.backward()
            network.update(SGD(learningRate: 1))
        }
        expectClose(outputs, recorded)
    }

    @Test func prices() throws {
        let recorded = try Fixture().prices
        let areas = [50.0, 80, 100, 120, 150]
        let middle = areas.reduce(0, +) / 5
        let spread = (areas.map { ($0 - middle) * ($0 - middle) }.reduce(0, +) / 5).squareRoot()
        for (name, rate) in [("raw", 0.0001), ("normalised", 0.1)] {
            let inputs = areas.map { [name == "raw" ? $0 : ($0 - middle) / spread] }
            let line = Network([Dense(weights: [[0]], biases: [0])])
            let losses = line.fit(inputs, areas.map { 2 * $0 + 30 }, optimizer: SGD(learningRate: rate), epochs: 30)
            expectClose(losses, try #require(recorded[name]))
        }
    }
}

private func expectClose(
    _ a: [Double], _ b: [Double], relative: Double = 1e-12, absolute: Double = 1e-14,
    at location: SourceLocation = #_sourceLocation
) {
    #expect(a.count == b.count, sourceLocation: location)
    for (index, (x, y)) in zip(a, b).enumerated() where !((x - y).magnitude <= absolute + relative * y.magnitude) {
        Issue.record("number \(index): \(x), not \(y)", sourceLocation: location)
        return
    }
}
