import Foundation
import Testing

@testable import NeuralCore

/// Tests/Fixtures/Engine/networks.json, made by networks.py there.
struct NetworkFixture: Decodable {
    struct Layer: Decodable {
        let name: String
        let training: Bool
        let input: Recorded
        let parameters: [Double]
        let output: Recorded
        let weights: Recorded
        let gradients: [Double]
        let inputGradients: [Double]
        let evaluation: [Double]
    }
    struct Run: Decodable {
        let name: String
        let inputs: Recorded
        let labels: [Int]
        let parameters: [Double]
        let losses: [Double]
        let steps: [[Double]]
    }
    let layers: [Layer]
    let optimizers: [Run]

    static func load(file: String = #filePath) throws -> NetworkFixture {
        let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
        let url = tests.appendingPathComponent("Fixtures/Engine/networks.json")
        return try JSONDecoder().decode(NetworkFixture.self, from: Data(contentsOf: url))
    }
}

/// The engine's layers for each recorded case.
func recordedLayers() -> [String: [Layer]] {
    [
        "dense on steps": [Dense(4, 3, activation: .tanh)],
        "softmax": [Softmax()],
        "logSoftmax": [LogSoftmax()],
        "silu": [Activate(.silu)],
        "transpose": [Transpose()],
        "conv2D": [Conv2D(2, 3, kernel: 3)],
        "conv2D strided": [Conv2D(3, 4, kernel: 3, stride: 2, padding: 1, activation: .relu)],
        "conv2D wide": [Conv2D(1, 2, kernel: 5, stride: 3, padding: 4)],
        "conv1D": [Conv1D(2, 3, kernel: 3, padding: 1, activation: .sigmoid)],
        "conv1D strided": [Conv1D(3, 2, kernel: 4, stride: 2)],
        "maxPool2D": [MaxPool2D(2)],
        "maxPool2D overlapping": [MaxPool2D(3, stride: 1)],
        "averagePool2D": [AveragePool2D(2, stride: 1)],
        "maxPool1D": [MaxPool1D(3)],
        "averagePool1D": [AveragePool1D(2)],
        "globalMaxPool": [GlobalMaxPool()],
        "globalAveragePool": [GlobalAveragePool()],
        "batchNorm": [BatchNorm(4)],
        "batchNorm images": [BatchNorm(3)],
        "batchNorm evaluation": [BatchNorm(3)],
        "layerNorm": [LayerNorm(6)],
        "layerNorm on steps": [LayerNorm(4)],
        "embedding": [Embedding(7, 3)],
        "positionalEncoding": [PositionalEncoding(5)],
        "selfAttention": [SelfAttention(6)],
        "selfAttention heads": [SelfAttention(8, heads: 4)],
        "selfAttention causal": [SelfAttention(6, heads: 2, causal: true)],
        "transformer": [TransformerBlock(8, heads: 2, feedForward: 12)],
        "transformer causal": [TransformerBlock(6, heads: 3, causal: true)],
        "residual": [Residual([Dense(4, 6, activation: .tanh), Dense(6, 4)])],
        "graphConvolution": [
            GraphConvolution(
                3, 4, adjacency: adjacencyMatrix(nodes: 5, edges: [[0, 1], [1, 2], [1, 3], [3, 4]]), activation: .relu)
        ],
        "character model": [Embedding(7, 6), PositionalEncoding(6), Dense(6, 7)],
        "rnn": [RNN(2, 5)],
        "lstm": [LSTM(2, 5)],
        "gru": [GRU(3, 5)],
        "rnn sequences": [RNN(2, 5, returnsSequences: true)],
        "lstm sequences": [LSTM(2, 5, returnsSequences: true)],
        "gru sequences": [GRU(3, 5, returnsSequences: true)],
        "cnn": [
            Conv2D(1, 4, kernel: 3), BatchNorm(4), Activate(.relu), MaxPool2D(2),
            Conv2D(4, 5, kernel: 2, padding: 1, activation: .relu), AveragePool2D(2), Flatten(), Dense(20, 3),
        ],
    ]
}

/// One call checks layers forward and backward: against PyTorch's values and gradients, and against central differences
/// of sum(weights · result), for every parameter and every input.
func check(_ test: NetworkFixture.Layer, relative: Double) throws {
    let layers = try #require(recordedLayers()[test.name], "\(test.name)")
    let net = Network(layers)
    let x = test.input.tensor
    net.parameters = test.parameters
    func forward(_ x: Tensor) throws -> [Double] {
        let shape = [Int](x.shape.dropFirst())
        return try Checked.forward(net, x.values, rows: x.shape[0], shape: shape, isTraining: test.training)
    }
    let output = try forward(x)
    #expect([x.shape[0]] + net.outputShape == test.output.shape, "\(test.name)")
    expectClose(output, test.output.values, test.name, relative: relative)
    let last = net.states[net.states.count - 1]
    last.outputGradient.assign(test.weights.values)
    net.progress = .loss
    // In the midst of a pass a copy goes on as the network does.
    let copy = net.copy()
    for one in [net, copy] {
        try Checked.backward(one)
        expectClose(one.gradients, test.gradients, "gradients of \(test.name)", relative: relative, absolute: 1e-13)
    }
    if !test.inputGradients.isEmpty {
        let inputs = net.inputGradients.flatMap { $0 }
        expectClose(inputs, test.inputGradients, "∂L/∂x of \(test.name)", relative: relative, absolute: 1e-13)
        #expect(copy.inputGradients.flatMap { $0 } == inputs, "\(test.name)")
        let numeric = differences(x.values) { values in
            guard let y = try? forward(Tensor(values, shape: x.shape)) else { return .nan }
            return zip(y, test.weights.values).reduce(0) { $0 + $1.0 * $1.1 }
        }
        expectClose(inputs, numeric, "slopes by inputs of \(test.name)", relative: 1e-6, absolute: 1e-7)
    }
    let numeric = differences(test.parameters) { values in
        net.parameters = values
        guard let y = try? forward(x) else { return .nan }
        return zip(y, test.weights.values).reduce(0) { $0 + $1.0 * $1.1 }
    }
    expectClose(test.gradients, numeric, "slopes of \(test.name)", relative: 1e-6, absolute: 1e-7)
    let evaluation = copy.predict(x).values
    expectClose(evaluation, test.evaluation, "evaluation of \(test.name)", relative: relative)
}

@Test func everyLayerAgreesWithPyTorchAndDifferences() throws {
    let cases = try NetworkFixture.load().layers
    #expect(Set(cases.map(\.name)) == Set(recordedLayers().keys))
    for test in cases { try check(test, relative: 1e-10) }
}

@Test func everyOptimizerAgreesWithPyTorch() throws {
    for test in try NetworkFixture.load().optimizers {
        let net = Network([Dense(3, 5, activation: .tanh), Dense(5, 4)])
        net.parameters = test.parameters
        let rule: UpdateRule =
            switch test.name {
            case "sgd", "l1", "l2": .sgd(SGD(learningRate: 0.1))
            case "clipped": .sgd(SGD(learningRate: 0.5))
            case "momentum": .sgd(SGD(learningRate: 0.1, momentum: 0.9, weightDecay: 0.01))
            case "nesterov": .sgd(SGD(learningRate: 0.1, momentum: 0.8, weightDecay: 0.02, nesterov: true))
            case "rmsProp": .rmsProp(RMSProp())
            case "adam": .adam(Adam(learningRate: 0.02, beta1: 0.8, beta2: 0.95))
            default: .adamW(AdamW(learningRate: 0.02, weightDecay: 0.1))
            }
        if test.name == "l1" { net.setPenalty(.l1(0.01)) }
        if test.name == "l2" { net.setPenalty(.l2(0.02)) }
        for i in 0..<10 {
            _ = net.forward(test.inputs.tensor)
            let loss = net.loss(labels: test.labels)
            expectClose([loss], [test.losses[i]], test.name, relative: 1e-10)
            net.backward()
            if test.name == "clipped" { net.clipGradients(length: 0.3) }
            try Checked.update(net, rule)
            expectClose(net.parameters, test.steps[i], "\(test.name) \(i)", relative: 1e-10, absolute: 1e-12)
        }
    }
}
