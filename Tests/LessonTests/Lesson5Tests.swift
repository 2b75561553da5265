import Foundation
import NeuralCore
import Testing

/// The small CNN that lesson 5 shows in PyTorch: scores, slopes and three steps of Adam, by PyTorch in float64
/// (`Tests/Fixtures/Lessons/lesson5.py`) and by the engine.
struct Lesson5Tests {
    struct Fixture: Decodable {
        let labels: [Int]
        let scores, gradient, inputGradient, losses, stepped: [Double]
        let loss: Double

        init() throws {
            let url = Lessons.fixtures.appendingPathComponent("lesson5.json")
            self = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }
    }

    /// The weights by the formula of the script.
    static func network() -> Network {
        let net = Network(
            [Conv2D(1, 8, kernel: 3, activation: .relu), MaxPool2D(2), Flatten(), Dense(72, 10)], input: [1, 8, 8])
        net.parameters = (0..<net.parameterCount).map { index -> Double in
            let remainder: Int = (37 * index + 11) % 101
            return Double(remainder) / 200 - 0.25
        }
        return net
    }

    private func expectClose(_ actual: [Double], _ expected: [Double], relative: Double = 1e-12) {
        #expect(actual.count == expected.count)
        for (a, b) in zip(actual, expected) { #expect(abs(a - b) <= relative * abs(b) + 1e-14, "\(a) \(b)") }
    }

    @Test func scoresSlopesAndSteps() throws {
        let recorded = try Fixture()
        let pictures = Dataset.digits.subset(Array(0..<5))
        #expect(pictures.labels == recorded.labels)
        let net = Self.network()
        expectClose(net.forward(pictures.inputs).flatMap { $0 }, recorded.scores)
        expectClose([net.loss(labels: pictures.labels, .crossEntropyFromLogits)], [recorded.loss])
        net.backward()
        expectClose(net.gradients, recorded.gradient)
        expectClose(net.inputGradients.flatMap { $0 }, recorded.inputGradient)

        var losses: [Double] = []
        for _ in 0..<3 {
            _ = net.forward(pictures.inputs)
            losses.append(net.loss(labels: pictures.labels, .crossEntropyFromLogits))
            net.backward()
            net.update(Adam(learningRate: 0.01))
        }
        expectClose(losses, recorded.losses, relative: 1e-10)
        expectClose(net.parameters, recorded.stepped, relative: 1e-10)
    }
}
