import Elementary
import Testing

@testable import NeuralCore

private func blobs(_ count: Int, seed: UInt64) -> Examples {
    var generator = SeededGenerator(seed: seed)
    var rows: [[Double]] = []
    var labels: [Int] = []
    for i in 0..<count {
        let label = i % 3
        rows.append([Double(label) + 0.3 * generator.normal(), Double(label % 2) + 0.3 * generator.normal()])
        labels.append(label)
    }
    return Examples(rows, labels: labels)
}

@Test func dropoutLetsEverythingThroughInEvaluation() {
    let net = Network([Dropout(0.25, seed: 3)], input: [1000])
    let x = [Double](repeating: 1, count: 1000)
    let trained = net.forward(x)
    let dropped = trained.filter { $0 == 0 }.count
    #expect(dropped > 200 && dropped < 300 && trained.allSatisfy { $0 == 0 || $0 == 1 / 0.75 })
    #expect(net.predict(x) == x && net(x) == x)
    #expect(net.forward(x) != trained)
    #expect(Network([Dropout(0.25, seed: 3)], input: [1000]).forward(x) == trained)
}

@Test func trainingWithValidationStopsEarlyAndGoesBack() {
    let net = Network([Dense(2, 16, activation: .tanh), Dropout(0.1), Dense(16, 3)], seed: 1)
    let (data, check) = (blobs(90, seed: 1), blobs(60, seed: 2))
    var heard: [Int] = []
    let history = net.fit(
        data, loss: .crossEntropyFromLogits, optimizer: Adam(learningRate: 0.1), epochs: 200, batchSize: 16,
        shuffleSeed: 1, validation: check, patience: 5, clipLength: 5, rate: { 0.1 / Double(1 + $0 / 50) },
        progress: { epoch, _ in heard.append(epoch) })
    #expect(history.stoppedEarly && history.epochs < 200 && heard == Array(0..<history.epochs))
    #expect(history.validationLoss.count == history.epochs && history.accuracy.count == history.epochs)
    #expect(history.bestEpoch == history.epochs - 6)
    #expect(history.validationLoss.min() == history.validationLoss[history.bestEpoch])
    // The numbers of the best epoch are back.
    expectClose([net.evaluate(check, .crossEntropyFromLogits)], [history.validationLoss[history.bestEpoch]], "best")
    #expect(net.accuracy(check) == history.validationAccuracy[history.bestEpoch] && net.accuracy(check) > 0.9)
}

@Test func frozenLayersStay() {
    let net = Network([Dense(2, 4, activation: .relu), BatchNorm(4), Dense(4, 3)], seed: 2)
    let head = Network([Dense(2, 4, activation: .relu), BatchNorm(4), Dense(4, 3)], seed: 9)
    head.copyParameters(from: net, firstLayers: 2)
    #expect(head.parameters(ofLayer: 0) == net.parameters(ofLayer: 0))
    head.freeze(layer: 0)
    head.freeze(layer: 1)
    let last = head.parameters(ofLayer: 2)
    head.fit(blobs(30, seed: 3), loss: .crossEntropyFromLogits, optimizer: Adam(), epochs: 3)
    #expect(head.parameters(ofLayer: 0) == net.parameters(ofLayer: 0))
    #expect(head.parameters(ofLayer: 1) == net.parameters(ofLayer: 1) && head.parameters(ofLayer: 2) != last)
    // A frozen batch normalisation does as in evaluation.
    #expect(head.forward([0.5, 1]) == head.predict([0.5, 1]))
    // Their gradients are no part of what is clipped, as in PyTorch.
    _ = head.forward([[0.5, 1], [1, -1]])
    _ = head.loss(labels: [0, 2])
    head.backward()
    func length() -> Double {
        let gradients = head.weightGradients(ofLayer: 2).flatMap { $0 } + head.biasGradients(ofLayer: 2)
        return gradients.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let before = length()
    let others = head.weightGradients(ofLayer: 0)
    expectClose([head.clipGradients(length: before / 2)], [before], "length")
    expectClose([length()], [before / 2], "clipped")
    #expect(head.weightGradients(ofLayer: 0) == others)
    head.unfreeze(layer: 0)
    #expect(head.isFrozen(layer: 1) && !head.isFrozen(layer: 0))
}

@Test func initializersDraw() {
    func weights(_ initializer: Initializer) -> [Double] {
        Dense(100, 50, initializer: initializer, seed: 4).weights
    }
    func deviation(_ values: [Double]) -> Double {
        (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
    }
    #expect(weights(.zeros).allSatisfy { $0 == 0 })
    #expect(weights(.uniform(0.5)).allSatisfy { $0.magnitude <= 0.5 } && weights(.uniform(0.5)).max()! > 0.49)
    #expect((deviation(weights(.normal(0.2))) - 0.2).magnitude < 0.01)
    #expect((deviation(weights(.glorot)) - (2.0 / 150).squareRoot()).magnitude < 0.005)
    #expect((deviation(weights(.he)) - (2.0 / 100).squareRoot()).magnitude < 0.005)
}

@Test func hostileNetworksAreRefusedInWords() {
    func message(_ body: () throws(EngineError) -> Void) -> String {
        do throws(EngineError) { try body() } catch { return error.message }
        return ""
    }
    func refusal(_ kind: LayerKind, _ integers: [Int], _ reals: [Double] = [0, 0]) -> String {
        message { () throws(EngineError) in try Checked.check([kind.rawValue, 0, 0] + integers, reals, ["Layer"]) }
    }
    #expect(refusal(.conv2D, [1, 8, 0, 1, 0, 0, 0]) == "kernel must be above zero")
    #expect(refusal(.conv2D, [1, 8, 3, 0, 0, 0, 0]) == "stride must be above zero")
    #expect(refusal(.conv2D, [1, 8, 3, 1, -1, 0, 0]).contains("padding"))
    #expect(refusal(.maxPool2D, [2, 0]) == "stride must be above zero")
    #expect(refusal(.dense, [1 << 30, 1 << 30, 0, 0]).contains("not a possible shape"))
    #expect(refusal(.lstm, [1 << 40, 1 << 20, 0]).contains("not a possible shape"))
    #expect(refusal(.dropout, [], [1]).contains("rate of Dropout"))
    #expect(refusal(.dropout, [], [.nan]).contains("rate of Dropout"))
    #expect(refusal(.selfAttention, [6, 4, 0]) == "heads must divide the width, 6")
    #expect(refusal(.residual, [0]).contains("empty"))
    #expect(refusal(.dense, [2]).contains("not complete") && refusal(.residual, [1 << 40]).contains("not complete"))
    var nested: [Int] = []
    for _ in 0..<100_000 { nested += [LayerKind.residual.rawValue, 0, 0, 1] }
    let names = [String](repeating: "Residual", count: 100_000)
    #expect(message { () throws(EngineError) in try Checked.check(nested, [], names) }.contains("64 times"))

    func fit(_ layers: [Layer], _ input: [Int]?) -> String {
        let plans = layers.map { $0.code.plan }
        return message { () throws(EngineError) in try Checked.fit(plans, input: input) }
    }
    #expect(
        fit([Conv2D(1, 8, kernel: 3), Dense(8, 2)], [1, 8, 8])
            == "Dense(8, 2) needs an example of shape [8] (a Flatten() makes that of an image), got [8, 6, 6]")
    #expect(fit([Conv2D(3, 8, kernel: 3)], [1, 8, 8]).contains("[3, height, width], got [1, 8, 8]"))
    #expect(fit([Conv2D(1, 8, kernel: 9)], [1, 8, 8]).contains("at least as large as its kernel"))
    #expect(fit([Residual([Dense(2, 3)])], [2]) == "cannot add shapes [2] and [3]")
    #expect(fit([], nil) == "network of an empty tensor")
    #expect(fit([Flatten()], [1 << 20, 1 << 20]).contains("not a possible shape"))
}

@Test func hostilePassesAreRefusedInWords() {
    func message(_ body: () throws(EngineError) -> Void) -> String {
        do throws(EngineError) { try body() } catch { return error.message }
        return ""
    }
    let net = Network([Dense(2, 3)])
    #expect(
        message { () throws(EngineError) in _ = try Checked.forward(net, [], rows: 0) } == "forward of an empty tensor")
    #expect(message { () throws(EngineError) in try Checked.backward(net) } == "backward() needs loss(…) first")
    _ = net.forward([[1, 2], [3, 4]])
    func loss(_ labels: [Int], _ kind: Loss) -> String {
        message { () throws(EngineError) in _ = try Checked.loss(net, labels: labels, kind) }
    }
    #expect(loss([0, 3], .crossEntropyFromLogits) == "index 3 is out of range: there are 3")
    #expect(loss([0, -2], .crossEntropyFromLogits).contains("-2"))
    #expect(loss([0], .crossEntropyFromLogits) == "expected 2 labels, got 1")
    #expect(loss([-1, -1], .crossEntropyFromLogits).contains("at least once"))
    #expect(loss([0, 1], .huber).contains("one output a class"))
    #expect(loss([0, 1], .crossEntropyFromLogits) == "")
    net.backward()
    #expect(message { () throws(EngineError) in try Checked.backward(net) }.hasPrefix("another backward()"))
    #expect(
        message { () throws(EngineError) in try Checked.update(net, .adam(Adam(learningRate: .nan))) }
            == "learningRate is not a finite number")
    let words = Network([Embedding(5, 2)])
    func read(_ token: Double) -> String {
        message { () throws(EngineError) in _ = try Checked.forward(words, [token], rows: 1) }
    }
    #expect(read(5).contains("there are 5") && read(-1).contains("out of range") && read(0.5).contains("whole number"))
    #expect(read(.nan).contains("whole number") && read(.infinity).contains("whole number") && read(4) == "")
    // A NaN shows in every layer, and extreme logits give finite losses.
    for layer in [Dense(4, 4, activation: .relu), MaxPool1D(2), Softmax(), LayerNorm(4), BatchNorm(2)] as [Layer] {
        let net = Network([layer])
        let y = net.predict(Tensor([.nan, 1, 2, 3, 4, 5, 6, 7], shape: [1, 2, 4]))
        #expect(y.values.contains { $0.isNaN }, "\(layer)")
    }
    let extreme = Network([Dense(weights: [[1e4], [-1e4]], biases: [0, 0])])
    _ = extreme.forward([1])
    #expect(extreme.loss(labels: [1]) == 2e4)
    let diverging = Network([Dense(weights: [[1]], biases: [0])])
    let history = diverging.fit(
        Examples([[1], [2]], [[1], [5]]), loss: .meanSquaredError, optimizer: SGD(learningRate: 1e100), epochs: 50)
    #expect(history.divergedEpoch == history.epochs - 1 && history.epochs < 50)
}

@Test func sequencesAndGraphsAreLearned() {
    // What comes next on a ring of four, by attention and by memory.
    let rows = (0..<8).map { start in (0..<6).map { Double((start + $0) % 4) } }
    let next = rows.flatMap { row in row.map { (Int($0) + 1) % 4 } }
    let block = TransformerBlock(8, heads: 2, causal: true)
    let gpt = Network([Embedding(4, 8), PositionalEncoding(8), block, LayerNorm(8), Dense(8, 4)])
    let data = Examples(rows, labels: next)
    gpt.fit(data, loss: .crossEntropyFromLogits, optimizer: AdamW(learningRate: 0.02), epochs: 30)
    #expect(gpt.accuracy(data) == 1)
    let wave = (0..<40).map { start in (0..<8).map { Elementary.sin(0.7 * Double(start + $0)) } }
    let targets = (0..<40).map { [Elementary.sin(0.7 * Double($0 + 8))] }
    let lstm = Network([LSTM(1, 8), Dense(8, 1)], input: [8, 1])
    let history = lstm.fit(wave, targets, optimizer: Adam(learningRate: 0.03), epochs: 60)
    #expect(history[59] < 0.02 * history[0])
    // Two rings of four that one edge joins, with one label each.
    let edges = [[0, 1], [1, 2], [2, 3], [3, 0], [4, 5], [5, 6], [6, 7], [7, 4], [3, 4]]
    let adjacency = adjacencyMatrix(nodes: 8, edges: edges)
    let graph = Network([
        GraphConvolution(8, 4, adjacency: adjacency, activation: .tanh), GraphConvolution(4, 2, adjacency: adjacency),
    ])
    let one = (0..<64).map { $0 % 9 == 0 ? 1.0 : 0 }
    let nodes = Tensor(one, shape: [1, 8, 8])
    graph.fit(
        Examples(nodes, labels: [-1, 0, -1, -1, -1, -1, 1, -1]), loss: .crossEntropyFromLogits,
        optimizer: Adam(learningRate: 0.05), epochs: 100)
    #expect(graph.predictClasses(nodes) == [0, 0, 0, 0, 1, 1, 1, 1])
}
