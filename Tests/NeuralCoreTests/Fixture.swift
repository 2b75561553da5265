import Foundation
import NeuralCore
import Testing

/// Tensors that PyTorch recorded.
struct Recorded: Decodable {
    let shape: [Int]
    let values: [Double]
    var tensor: Tensor { Tensor(values, shape: shape) }
}

/// An operation, its arguments and result, and the gradients of sum(weights · result).
struct OperationCase: Decodable {
    let name: String
    let arguments: [Recorded]
    let result: Recorded
    let weights: Recorded
    let gradients: [Recorded]
    let exponent: Double?
    let axis: Int?
    let shape: [Int]?
    let activation: String?
    let targets: Recorded?
}

struct TrainingCase: Decodable {
    struct Step: Decodable {
        let prediction: Recorded
        let loss: Double
        let gradients: [Recorded]
        let parameters: [Recorded]
    }
    let sizes: [Int]
    let activations: [String]
    let loss: String
    let optimizer: String
    let learningRate: Double
    let momentum: Double
    let weightDecay: Double
    let inputs: Recorded
    let targets: Recorded
    let parameters: [Recorded]
    let steps: [Step]
}

/// Tests/Fixtures/Engine/engine.json, made by engine.py there.
struct EngineFixture: Decodable {
    let operators: [OperationCase]
    let layers: [OperationCase]
    let losses: [OperationCase]
    let training: [TrainingCase]

    static func load(file: String = #filePath) throws -> EngineFixture {
        let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
        let url = tests.appendingPathComponent("Fixtures/Engine/engine.json")
        return try JSONDecoder().decode(EngineFixture.self, from: Data(contentsOf: url))
    }
}

/// Numbers agree to 10⁻¹² of their size (`relative`), or to 10⁻¹⁴ near 0.
func expectClose(
    _ a: [Double], _ b: [Double], _ what: String, relative: Double = 1e-12, absolute: Double = 1e-14,
    at location: SourceLocation = #_sourceLocation
) {
    #expect(a.count == b.count, "\(what)", sourceLocation: location)
    for (x, y) in zip(a, b) where !((x - y).magnitude <= absolute + relative * y.magnitude) {
        Issue.record("\(what): \(x), not \(y)", sourceLocation: location)
        return
    }
}

/// Central differences of `f` at `point`.
func differences(_ point: [Double], step: Double = 1e-6, _ f: ([Double]) -> Double) -> [Double] {
    var moved = point
    return point.indices.map { i in
        moved[i] = point[i] + step
        let above = f(moved)
        moved[i] = point[i] - step
        let below = f(moved)
        moved[i] = point[i]
        return (above - below) / (2 * step)
    }
}
