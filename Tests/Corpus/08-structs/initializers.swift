// tier: 1
// Own initializers, several of them, one calling another, and one that may fail.
struct Neuron {
    let weights: [Double]
    let bias: Double
    init(weights: [Double], bias: Double = 0) {
        self.weights = weights
        self.bias = bias
    }
    init(inputs: Int) {
        self.init(weights: Array(repeating: 0.5, count: inputs), bias: 1)
    }
    init?(text: String) {
        guard let w = Double(text) else { return nil }
        weights = [w]
        bias = 0
    }
    func callAsFunction(_ x: [Double]) -> Double {
        var z = bias
        for (w, v) in zip(weights, x) { z += w * v }
        return z
    }
}
let a = Neuron(weights: [1, 2])
print(a.weights, a.bias)  // expect: [1.0, 2.0] 0.0
let b = Neuron(inputs: 3)
print(b.weights, b.bias)  // expect: [0.5, 0.5, 0.5] 1.0
print(Neuron(text: "2.5")!.weights, Neuron(text: "x") == nil)  // expect: [2.5] true
print(a([3, 4]), b([1, 1, 1]))  // expect: 11.0 2.5
extension Neuron {
    init(_ w: Double...) { self.init(weights: w) }
}
print(Neuron(1, 2, 3).weights.count)  // expect: 3
struct Shape {
    let rows: Int, columns: Int
    let isSquare: Bool
    init(_ lines: [[Double]], _ wanted: Int? = nil) {
        rows = wanted ?? lines.count
        columns = lines.first?.count ?? 0
        isSquare = rows > 0 && rows == columns
    }
}
let shape = Shape([[1, 2], [3, 4]])
print(shape.rows, shape.columns, shape.isSquare, Shape([], 4).rows)  // expect: 2 2 true 4
