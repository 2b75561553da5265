/// What a layer remembers of a pass, in buffers that are used again by the next.
struct LayerState {
    var rows = 0
    var inputs: [Double] = []
    var sums: [Double] = []
    var activations: [Double] = []
    var activationGradients: [Double] = []
    var sumGradients: [Double] = []
    var weightGradients: [Double] = []
    var biasGradients: [Double] = []
    var weightMemory = OptimizerMemory()
    var biasMemory = OptimizerMemory()

    /// Makes a buffer `count` numbers long; what it holds is written over by the caller.
    @inline(__always)
    static func resize(_ buffer: inout [Double], _ count: Int) {
        if buffer.count != count { buffer = [Double](repeating: 0, count: count) }
    }

    /// z = x·Wᵀ + b and a = f(z) for `rows` examples; each z adds its products in ascending order and the bias last.
    mutating func forward(_ layer: Dense, _ x: [Double], rows: Int) {
        self.rows = rows
        inputs = x
        let n = layer.inputs
        let m = layer.outputs
        Self.resize(&sums, rows * m)
        Self.resize(&activations, rows * m)
        if rows * n * m < 2048 {
            for r in 0..<rows {
                for j in 0..<m {
                    var sum = 0.0
                    for k in 0..<n { sum += x[r &* n &+ k] * layer.weights[j &* n &+ k] }
                    sums[r &* m &+ j] = sum + layer.biases[j]
                }
            }
        } else {
            // The same sums in the same order, many at a time.
            let columns = Checked.transposed(layer.weights, rows: m, columns: n)
            MatrixProduct.multiply(x, columns, into: &sums, rows: rows, inner: n, columns: m)
            for r in 0..<rows {
                for j in 0..<m { sums[r &* m &+ j] += layer.biases[j] }
            }
        }
        let f = layer.activation
        for i in sums.indices { activations[i] = f(sums[i]) }
    }

    /// From ∂L/∂a, in `activationGradients`, to ∂L/∂z, ∂L/∂W and ∂L/∂b. Sums over examples ascend.
    mutating func backward(_ layer: Dense) {
        let f = layer.activation
        Self.resize(&sumGradients, sums.count)
        for i in sums.indices {
            sumGradients[i] = activationGradients[i] * f.derivative(sums[i], activation: activations[i])
        }
        let n = layer.inputs
        let m = layer.outputs
        Self.resize(&weightGradients, n * m)
        Self.resize(&biasGradients, m)
        for j in 0..<m {
            var sum = 0.0
            for r in 0..<rows { sum += sumGradients[r &* m &+ j] }
            biasGradients[j] = sum
        }
        if rows * n * m < 2048 {
            for j in 0..<m {
                for k in 0..<n {
                    var sum = 0.0
                    for r in 0..<rows { sum += sumGradients[r &* m &+ j] * inputs[r &* n &+ k] }
                    weightGradients[j &* n &+ k] = sum
                }
            }
        } else {
            let columns = Checked.transposed(sumGradients, rows: rows, columns: m)
            MatrixProduct.multiply(columns, inputs, into: &weightGradients, rows: m, inner: rows, columns: n)
        }
    }

    /// ∂L/∂x = ∂L/∂z · W, into the ∂L/∂a of the layer before.
    func inputGradients(_ layer: Dense, into result: inout [Double]) {
        Self.resize(&result, rows * layer.inputs)
        MatrixProduct.multiply(
            sumGradients, layer.weights, into: &result, rows: rows, inner: layer.outputs, columns: layer.inputs)
    }
}
