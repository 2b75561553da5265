import LessonModel

/// Passes through networks of any shape, with weights from a fixed sequence and slopes worked out here.
enum DenseSample {
    /// `shape` is the count of inputs, then of the neurons of each layer; every neuron is a sigmoid.
    static func pass(_ shape: [Int], withSlopes: Bool = true) -> TracedPass {
        var state: UInt32 = 12345
        func next() -> Double {
            state = state &* 1_664_525 &+ 1_013_904_223
            return (Double(state >> 16) / 65536 * 4 - 2)
        }
        var incoming = (0..<shape[0]).map { _ in next() }
        let inputs = incoming
        var layers: [TracedPass.Layer] = []
        for (index, count) in shape.dropFirst().enumerated() {
            let weights = (0..<count).map { _ in incoming.map { _ in next() } }
            let biases = (0..<count).map { _ in next() }
            var z: [Double] = []
            for unit in 0..<count {
                var sum = 0.0
                for (weight, input) in zip(weights[unit], incoming) { sum += weight * input }
                z.append(sum + biases[unit])
            }
            let a = z.map { SampleNetwork.sigmoid($0) }
            layers.append(
                TracedPass.Layer(
                    name: "layer \(index + 1)", unitNames: [], activation: "sigmoid", inputs: incoming,
                    weights: weights, biases: biases, z: z, a: a))
            incoming = a
        }
        let target = incoming.map { _ in 1.0 }
        var loss = 0.0
        for (a, y) in zip(incoming, target) { loss += (a - y) * (a - y) }
        if withSlopes { fillSlopes(&layers, target) }
        return TracedPass(
            line: 1, inputNames: [], inputs: inputs, layers: layers,
            loss: withSlopes
                ? TracedPass.Loss(name: "squared error", target: target, prediction: incoming, value: loss) : nil)
    }

    private static func fillSlopes(_ layers: inout [TracedPass.Layer], _ target: [Double]) {
        var arriving = zip(layers[layers.count - 1].a, target).map { 2 * ($0 - $1) }
        for index in layers.indices.reversed() {
            let layer = layers[index]
            layers[index].dA = arriving
            let dZ = zip(arriving, layer.a).map { $0 * $1 * (1 - $1) }
            layers[index].dZ = dZ
            layers[index].db = dZ
            layers[index].dW = dZ.map { slope in layer.inputs.map { slope * $0 } }
            arriving = layer.inputs.indices.map { input in
                var sum = 0.0
                for (slope, row) in zip(dZ, layer.weights) { sum += slope * row[input] }
                return sum
            }
        }
    }

    static let shapes = [
        [1, 1], [2, 1], [3, 1], [2, 2, 1], [2, 3, 1], [2, 4, 1], [3, 3, 2], [2, 2, 2, 1], [4, 5, 3],
    ]
}
