import Foundation

final class Value {
    var data: Double
    var grad = 0.0
    let parents: [Value]
    var backwardStep: () -> Void = {}

    init(_ data: Double, parents: [Value] = []) {
        self.data = data
        self.parents = parents
    }

    static func + (a: Value, b: Value) -> Value {
        let out = Value(a.data + b.data, parents: [a, b])
        out.backwardStep = { [unowned out] in
            a.grad += out.grad
            b.grad += out.grad
        }
        return out
    }

    static func * (a: Value, b: Value) -> Value {
        let out = Value(a.data * b.data, parents: [a, b])
        out.backwardStep = { [unowned out] in
            a.grad += b.data * out.grad
            b.grad += a.data * out.grad
        }
        return out
    }

    func tanh() -> Value {
        let e = exp(2 * data)
        let t = (e - 1) / (e + 1)
        let out = Value(t, parents: [self])
        out.backwardStep = { [unowned out] in self.grad += (1 - t * t) * out.grad }
        return out
    }

    func backward() {
        var order: [Value] = []
        var visited = Set<ObjectIdentifier>()
        func visit(_ value: Value) {
            if !visited.insert(ObjectIdentifier(value)).inserted { return }
            for parent in value.parents { visit(parent) }
            order.append(value)
        }
        visit(self)
        grad = 1
        for value in order.reversed() { value.backwardStep() }
    }
}

struct Random {
    var state = 17
    mutating func next() -> Double {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        return Double(state) / 1_073_741_824 - 1
    }
}

struct Neuron {
    let weights: [Value]
    let bias: Value
    init(_ inputs: Int, _ random: inout Random) {
        var weights: [Value] = []
        for _ in 0..<inputs { weights.append(Value(random.next())) }
        self.weights = weights
        bias = Value(0)
    }
    func callAsFunction(_ x: [Value]) -> Value {
        var sum = bias
        for (w, v) in zip(weights, x) { sum = sum + w * v }
        return sum.tanh()
    }
}

struct Network {
    let layers: [[Neuron]]
    init(_ sizes: [Int], _ random: inout Random) {
        var layers: [[Neuron]] = []
        for i in 1..<sizes.count {
            var layer: [Neuron] = []
            for _ in 0..<sizes[i] { layer.append(Neuron(sizes[i - 1], &random)) }
            layers.append(layer)
        }
        self.layers = layers
    }
    func callAsFunction(_ x: [Value]) -> Value {
        var values = x
        for layer in layers { values = layer.map { $0(values) } }
        return values[0]
    }
    var parameters: [Value] { layers.flatMap { $0.flatMap { $0.weights + [$0.bias] } } }
}

func run() -> Double {
    var random = Random()
    let network = Network([3, 8, 8, 1], &random)
    let xs = [[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]]
    let ys = [1.0, -1.0, -1.0, 1.0]
    let parameters = network.parameters
    var last = 0.0
    for _ in 0..<200 {
        var loss = Value(0)
        for (x, y) in zip(xs, ys) {
            let difference = network(x.map { Value($0) }) + Value(-y)
            loss = loss + difference * difference
        }
        for parameter in parameters { parameter.grad = 0 }
        loss.backward()
        for parameter in parameters { parameter.data -= 0.05 * parameter.grad }
        last = loss.data
    }
    return last
}
print(Int(run() * 1e9))
