import Elementary
import Testing

@testable import NeuralCore

private func rows(_ r: Recorded) -> [[Double]] { r.tensor.rows }

@Test func layersAgreeWithPyTorch() throws {
    for test in try EngineFixture.load().layers {
        let x = test.arguments[0]
        let activation = try #require(Activation(rawValue: test.name))
        let layer = Dense(weights: rows(test.arguments[1]), biases: test.arguments[2].values, activation: activation)
        let net = Network([layer])
        expectClose(net.forward(x.tensor).values, test.result.values, test.name)
        net.states[0].outputGradient.assign(test.weights.values)
        net.progress = .loss
        net.backward()
        let inputs = net.inputGradients.flatMap { $0 }
        expectClose(inputs, test.gradients[0].values, "∂L/∂x of \(test.name)", absolute: 1e-13)
        let parameters = test.gradients[1].values + test.gradients[2].values
        expectClose(net.gradients, parameters, "∂L/∂W and ∂L/∂b of \(test.name)", absolute: 1e-13)
    }
}

@Test func lossesAgreeWithPyTorch() throws {
    let cases = try EngineFixture.load().losses
    #expect(Set(cases.map(\.name)) == Set(Loss.allCases.map(\.rawValue)))
    for test in cases {
        let loss = try #require(Loss(rawValue: test.name))
        let p = test.arguments[0].values
        let t = try #require(test.targets).values
        let columns = test.arguments[0].shape[1]
        expectClose([try Checked.loss(loss, p, t, columns: columns)], test.result.values, test.name)
        var gradient = p
        loss.slopes(p, t, count: p.count, columns: columns, into: &gradient)
        gradient = gradient.map { $0 * test.weights.values[0] }
        expectClose(gradient, test.gradients[0].values, "slope of \(test.name)")
    }
}

private func network(_ test: TrainingCase) -> Network {
    let layers = test.activations.indices.map { i in
        Dense(
            weights: rows(test.parameters[2 * i]), biases: test.parameters[2 * i + 1].values,
            activation: Activation(rawValue: test.activations[i])!)
    }
    return Network(layers)
}

@Test func tenStepsOfTrainingAgreeWithPyTorch() throws {
    let cases = try EngineFixture.load().training
    for test in cases {
        if test.optimizer == "adam" {
            try train(test, Adam(learningRate: test.learningRate))
        } else {
            try train(
                test,
                SGD(learningRate: test.learningRate, momentum: test.momentum, weightDecay: test.weightDecay))
        }
    }
}

/// Ten steps by hand and ten by `fit`, against PyTorch's.
private func train(_ test: TrainingCase, _ optimizer: some Optimizer) throws {
    let net = network(test)
    let loss = try #require(Loss(rawValue: test.loss))
    // Rounding differences grow a little from step to step.
    for (i, step) in test.steps.enumerated() {
        let name = "\(test.activations) step \(i)"
        expectClose(net.forward(test.inputs.tensor).values, step.prediction.values, name, relative: 1e-11)
        expectClose([net.loss(rows(test.targets), loss)], [step.loss], name, relative: 1e-11)
        net.backward()
        expectClose(net.gradients, step.gradients.flatMap(\.values), name, relative: 1e-10, absolute: 1e-13)
        net.update(optimizer)
        expectClose(net.parameters, step.parameters.flatMap(\.values), name, relative: 1e-10, absolute: 1e-13)
    }
    let again = network(test)
    let history = again.fit(
        rows(test.inputs), rows(test.targets), loss: loss, optimizer: optimizer, epochs: test.steps.count)
    expectClose(history, test.steps.map(\.loss), "fit", relative: 1e-11)
    #expect(again.parameters == net.parameters)
    #expect(gradientCheck(net, rows(test.inputs), rows(test.targets), loss: loss) < 1e-6)
}

@Test func xorIsLearned() {
    let data = Dataset.xor
    let net = Network([Dense(2, 4, activation: .tanh, seed: 1), Dense(4, 1, activation: .sigmoid)])
    let history = net.fit(data.inputs, data.targets, optimizer: SGD(learningRate: 2), epochs: 2000)
    #expect(history.count == 2000 && history[0] > 0.2 && history[1999] < 0.01)
    for (x, t) in zip(data.inputs, data.targets) { #expect((net(x)[0] - t[0]).magnitude < 0.2) }
}

private final class Listener: EngineObserver {
    var events: [EngineEvent] = []
    func record(_ event: EngineEvent) { events.append(event) }
}

@Test func anObserverHearsEveryStep() throws {
    let net = Network([
        Dense(weights: [[0.5, -0.3], [0.2, 0.8]], biases: [0.1, -0.1], activation: .sigmoid),
        Dense(weights: [[1, -1]], biases: [0.2], activation: .sigmoid),
    ])
    let silent = net.copy()
    let listener = Listener()
    net.observer = listener
    for n in [net, silent] {
        _ = n.forward([[1, 2], [0, 1]])
        _ = n.loss([[1], [0]])
        n.backward()
        n.update(SGD(learningRate: 0.5))
    }
    #expect(net.parameters == silent.parameters)
    let kinds = listener.events.map { event in
        switch event {
        case .forward: "forward"
        case .layer(let l): "layer \(l.index) \(l.name)"
        case .loss: "loss"
        case .gradients(let g): "gradients \(g.index)"
        case .update(let u): "update \(u.index)"
        case .epoch: "epoch"
        }
    }
    #expect(
        kinds == [
            "forward", "layer 0 hidden", "layer 1 output", "loss", "gradients 1", "gradients 0", "update 0", "update 1",
        ])
    guard case .layer(let first) = listener.events[1], case .layer(let last) = listener.events[2],
        case .loss(let loss) = listener.events[3], case .gradients(let output) = listener.events[4],
        case .gradients(let hidden) = listener.events[5], case .update(let update) = listener.events[6]
    else { throw EngineError.empty(operation: "recording") }
    // z of the first neuron for the first example: 0.5·1 − 0.3·2 + 0.1.
    #expect(first.sums[0] == 0.5 * 1 + -0.3 * 2 + 0.1)
    #expect(first.sums.count == 4 && first.rows == 2 && first.activations == first.sums.map { Activation.sigmoid($0) })
    #expect(last.inputs == first.activations && loss.predictions == last.activations)
    expectClose([loss.value], [zip(loss.predictions, [1, 0]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +) / 2], "loss")
    for i in 0..<2 {
        let a = last.activations[i]
        expectClose([output.activations[i]], [a - loss.targets[i]], "∂L/∂a")
        expectClose([output.sums[i]], [output.activations[i] * a * (1 - a)], "∂L/∂z")
    }
    expectClose(hidden.biases, [hidden.sums[0] + hidden.sums[2], hidden.sums[1] + hidden.sums[3]], "∂L/∂b")
    expectClose(
        update.weightsAfter, zip(update.weightsBefore, hidden.weights).map { $0 - 0.5 * $1 }, "update")
}

@Test func callsOutOfOrderAndBadArguments() {
    let net = Network([Dense(2, 1, activation: .sigmoid)])
    #expect(throws: EngineError.calledTooEarly(call: "loss(…)", needed: "forward(…)")) {
        try Checked.loss(net, [1], .meanSquaredError)
    }
    #expect(throws: EngineError.self) { try Checked.backward(net) }
    #expect(throws: EngineError.countDiffers(of: "inputs", expected: 2, actual: 3)) {
        try Checked.forward(net, [1, 2, 3], rows: 1)
    }
    #expect(throws: EngineError.layerDoesNotFit(layer: "Dense(2, 1)", needs: "[2]", shape: [3])) {
        try Checked.fit([Dense(2, 3).code.plan, Dense(2, 1).code.plan], input: nil)
    }
    #expect(throws: EngineError.raggedRows(expected: 2, actual: 1, row: 1)) {
        try Checked.tensor(rows: [[1, 2], [1]])
    }
    #expect(throws: EngineError.self) {
        _ = net.forward([1, 2])
        _ = net.loss([1])
        net.backward()
        try Checked.update(net, .sgd(SGD(learningRate: .nan)))
    }
    #expect(throws: EngineError.badShape([1 << 20, 1 << 20])) {
        let code = [LayerKind.dense.rawValue, 0, 0, 1 << 20, 1 << 20, 0, 0]
        try Checked.check(code, [0], ["Dense(1048576, 1048576)"])
    }
}

@Test func trainingStopsWhereTheLossDiverges() {
    let net = Network([Dense(weights: [[1]], biases: [0])])
    let history = net.fit([[1], [2]], [[1], [5]], optimizer: SGD(learningRate: 1e100), epochs: 50)
    #expect(history.count < 50 && !history[history.count - 1].isFinite)
    #expect(net.parameters.allSatisfy { $0.isFinite })
}

@Test func batchesAndShuffling() {
    let data = Dataset.circles(50, noise: 0.1, seed: 2)
    func run(_ seed: Int?) -> [Double] {
        let net = Network([Dense(2, 8, activation: .tanh), Dense(8, 1)], seed: 5)
        return net.fit(
            data.inputs, data.targets, loss: .binaryCrossEntropyFromLogits,
            optimizer: SGD(learningRate: 0.3, momentum: 0.9), epochs: 100, batchSize: 16, shuffleSeed: seed)
    }
    #expect(run(1) == run(1) && run(1) != run(2) && run(nil) != run(1))
    #expect(run(1)[99] < 0.5 * run(1)[0])
    #expect(Dataset.moons(40, seed: 1).targets.filter { $0 == [1] }.count == 20)
}

@Test func softmaxAtItsEdges() {
    #expect(softmax([1000, 1000]) == [0.5, 0.5] && softmax([0, -1e9]) == [1, 0] && softmax([]) == [])
    #expect(softmax([.nan, 1]).allSatisfy { $0.isNaN } && softmax([.infinity, 1])[0].isNaN)
    let p = softmax([1, 2, 3])
    expectClose([p[0] + p[1] + p[2], p[1] / p[0]], [1, Elementary.exp(1)], "softmax")
}
