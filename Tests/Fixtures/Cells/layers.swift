import NeuralCore

// Every layer, activation, initialiser, loss, optimizer and way of training: what cells print is what swiftc prints.

/// A number that says whether all of them are the same.
func digest(_ values: [Double]) -> String {
    var sum = 0.0
    var weight = 1.0
    for value in values {
        sum += weight * value
        weight = weight * 0.97 + 0.013
    }
    return "\(values.count) numbers, \(sum)"
}

func look(_ name: String, _ layers: [Layer], _ shape: [Int], _ count: Int = 3) {
    let net = Network(layers, seed: 4)
    let x = Tensor.uniform([count] + shape, from: -1, to: 1, seed: 9)
    let y = net.forward(x)
    let loss = net.loss(Tensor.uniform(y.shape, from: 0.1, to: 0.9, seed: 8).reshaped([count, -1]).rows, .huber)
    net.backward()
    print(name, y.shape, digest(y.values), loss)
    print("    parameters", digest(net.parameters), "gradients", digest(net.gradients))
    print("    of inputs", digest(net.inputGradients.flatMap { $0 }), net.parameterCount)
}

for activation in Activation.allCases {
    look("dense \(activation)", [Dense(5, 4, activation: activation, initializer: .normal(0.7))], [5], 2)
    print(activation(-0.5), activation.derivative(-0.5), activation(0), activation.derivative(1.5))
}
look("batch of one", [Dense(3, 1)], [3], 1)
look("softmax", [Dense(3, 4, initializer: .uniform(2)), Softmax()], [3])
look("logSoftmax", [Dense(3, 4, initializer: .glorot), LogSoftmax()], [3])
look("dropout", [Dense(6, 6, initializer: .he), Dropout(0.5, seed: 3), Activate(.relu)], [6])
look("norms", [Dense(6, 6), BatchNorm(6), LayerNorm(6)], [6])
look("zeros", [Dense(3, 3, initializer: .zeros)], [3])
look("conv", [Conv2D(2, 3, kernel: 3, stride: 2, padding: 2, activation: .elu)], [2, 7, 4])
look("conv of one place", [Conv2D(1, 2, kernel: 4, stride: 5)], [1, 4, 4], 1)
look("conv1D", [Conv1D(3, 2, kernel: 2, stride: 3, padding: 1), MaxPool1D(2, stride: 1)], [3, 11])
look("pools", [MaxPool2D(3, stride: 2), AveragePool2D(2, stride: 1), Flatten(), Dense(6, 2)], [1, 9, 8])
look("averages", [AveragePool1D(3, stride: 2), Transpose(), Reshape([8]), Dense(8, 1)], [2, 9])
look("global", [GlobalMaxPool()], [3, 2, 5])
look("means", [GlobalAveragePool()], [3, 2, 5])
look("RNN", [RNN(3, 4, activation: .relu), Dense(4, 2)], [6, 3])
look("LSTM", [LSTM(3, 4, returnsSequences: true), Dense(4, 2)], [5, 3], 1)
look("GRU", [GRU(3, 4), Dense(4, 2)], [1, 3])
look("attention", [SelfAttention(6, heads: 3, causal: true), PositionalEncoding(6)], [5, 6])
look("transformer", [TransformerBlock(4, heads: 2, feedForward: 6, causal: true)], [3, 4])
look("residual", [Residual([Dense(4, 6, activation: .silu), Dense(6, 4)])], [4])
look(
    "graph",
    [
        GraphConvolution(
            2, 3, adjacency: adjacencyMatrix(nodes: 4, edges: [[0, 1], [1, 2], [2, 3]]), activation: .tanh)
    ], [4, 2], 2)
let words = Network([Embedding(5, 3), LSTM(3, 4), Dense(4, 5)], seed: 2)
print(digest(words.predict([[0, 4, 2], [1, 1, 3]]).flatMap { $0 }))
let q = Tensor.normal([3, 4], seed: 1)
print(attention(q, q, q, causal: true), attentionWeights(q, q))

// Losses, optimizers, penalties, clipping.
let inputs = Tensor.normal([7, 3], seed: 5)
for loss in Loss.allCases {
    var layers: [Layer] = [Dense(3, 4, activation: .softplus)]
    layers.append(Dense(4, 3, activation: loss.isOfClasses ? .linear : .sigmoid))
    if loss.isOfClasses { layers.append(Softmax()) }
    let net = Network(layers, seed: 1)
    net.setPenalty(.l1(0.01))
    _ = net.forward(inputs)
    let targets = Tensor.oneHot([0, 1, 2, 1, 0, 2, 2], classes: 3).rows
    print(loss, net.loss(targets, loss), loss([0.2, 0.7], [0, 1]))
    net.backward()
    print("    ", net.clipGradients(length: 0.05), digest(net.gradients))
}
func steps(_ name: String, _ update: (Network) -> Void) {
    let net = Network([Dense(3, 4, activation: .leakyReLU), Dense(4, 1)], seed: 1)
    net.setPenalty(.l2(0.001))
    for _ in 0..<5 {
        _ = net.forward(inputs)
        _ = net.loss(Tensor.ones([7, 1]).rows, .meanAbsoluteError)
        net.backward()
        net.clipGradients(size: 0.3)
        update(net)
    }
    print(name, digest(net.parameters))
}
steps("SGD") { $0.update(SGD(learningRate: 0.1, momentum: 0.9, weightDecay: 0.01, nesterov: true)) }
steps("RMSProp") { $0.update(RMSProp(learningRate: 0.02)) }
steps("Adam") { $0.update(Adam(learningRate: 0.02)) }
steps("AdamW") { $0.update(AdamW(learningRate: 0.02, weightDecay: 0.1)) }

// Training with all that it can be told, freezing, transfer, the best weights.
let moons = Dataset.moons(60, noise: 0.1, seed: 3).split(train: 0.7, seed: 2)
let net = Network([Dense(2, 8, activation: .gelu), Dense(8, 2)], seed: 3)
let history = net.fit(
    Examples(moons.train.inputs, labels: moons.train.targets.map { Int($0[0]) }), loss: .crossEntropyFromLogits,
    optimizer: RMSProp(learningRate: 0.01), epochs: 30, batchSize: 7, shuffleSeed: 4,
    validation: Examples(moons.test.inputs, labels: moons.test.targets.map { Int($0[0]) }), patience: 4, clipLength: 1,
    rate: { 0.02 / Double($0 + 1) }, progress: { epoch, history in if epoch == 2 { print(history.validationLoss) } })
print(history.epochs, history.bestEpoch, history.stoppedEarly, history.loss[0], history.accuracy[1])
print(
    net.predictClasses([[0, 0], [1, -0.5]]), net.evaluate(Examples([[0, 0]], labels: [0]), .crossEntropyFromLogits))
let other = Network([Dense(2, 8, activation: .gelu), Dense(8, 1)], seed: 5)
other.copyParameters(from: net, firstLayers: 1)
other.freeze(layer: 0)
other.fit([[1, 2], [0, 1]], [1, 0], optimizer: Adam(), epochs: 3)
print(other.isFrozen(layer: 0), other.weights(ofLayer: 0) == net.weights(ofLayer: 0), digest(other.parameters))
let kept = other.parameters
other.saveBest()
other.unfreeze(layer: 0)
other.fit([[1, 2], [0, 1]], [1, 0], optimizer: Adam(), epochs: 3)
print(other.parameters == kept)
other.restoreBest()
print(other.parameters == kept, gradientCheck(other, [[1, 2]], [[0.5]]) < 1e-6)

// A graph of single numbers, a neuron, a perceptron.
let a = Value(2)
let b = Value(-0.5)
let end = ((a * b + 1).tanh() - a.power(2) / b).exp().log() * (-b).sigmoid() + a.relu()
end.label = "end"
end.backward()
print(end, a, b, end.operation, end.parents.count, end.ancestors().count, a.gradient)
end.resetGradients()
print(a.gradient)
print(Neuron(weights: [1, 1], bias: -1.5, activation: .step)([1, 1]))
