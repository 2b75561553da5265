import Elementary

final class AttentionPlan: LayerPlan {
    let width: Int
    let heads: Int
    let isCausal: Bool

    init(_ header: LayerHeader, _ width: Int, heads: Int, isCausal: Bool) throws(EngineError) {
        guard width > 0, width <= 1 << 14 else { throw .badShape([width, width]) }
        guard heads > 0, width % heads == 0 else {
            throw .badArgument(name: "heads", reason: "must divide the width, \(width)")
        }
        self.width = width
        self.heads = heads
        self.isCausal = isCausal
        let start = ParameterGroup.Start.drawn(.glorot, inputs: width, outputs: width)
        super.init(
            header,
            groups: [
                ParameterGroup(role: .weights, shape: [3 * width, width], start: start),
                ParameterGroup(role: .biases, shape: [3 * width], start: .constant(0)),
                ParameterGroup(role: .weights, shape: [width, width], start: start),
                ParameterGroup(role: .biases, shape: [width], start: .constant(0)),
            ])
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard input.count == 2, input[1] == width else { throw misfit("[steps, \(width)]", input) }
        return input
    }

    override func memory(_ input: [Int], output: Int) -> Int { 10 * output + 2 * heads * input[0] * input[0] }
    override func makeState(_ memory: LayerMemory) -> LayerState { AttentionState(self, memory) }
}

final class AttentionState: LayerState {
    private let width: Int
    private let heads: Int
    private let isCausal: Bool
    /// Queries, keys and values of each step, one behind the other.
    private let projected = Buffer()
    private let projectedSlopes = Buffer()
    /// How much each step takes from each: [examples, heads, steps, steps].
    let weights = Buffer()
    private let weightSlopes = Buffer()
    /// What the heads say, one behind the other.
    private let context = Buffer()
    private let contextSlopes = Buffer()

    init(_ layer: AttentionPlan, _ memory: LayerMemory) {
        width = layer.width
        heads = layer.heads
        isCausal = layer.isCausal
        super.init(layer, memory)
    }

    private var steps: Int { inputShape[0] }
    private var size: Int { width / heads }
    override var buffers: [Buffer] { [output, outputGradient, projected, weights, context] }
    override var work: Int { 4 * steps * width * width + 2 * steps * steps * width }

    override func resize() throws(EngineError) {
        guard steps <= 1 << 14, rows * heads <= (1 << 28) / max(steps * steps, 1) else {
            throw .badShape([rows, heads, steps, steps])
        }
        projected.resize(3 * output.count)
        projectedSlopes.resize(3 * output.count)
        weights.resize(rows * heads * steps * steps)
        weightSlopes.resize(weights.count)
        context.resize(output.count)
        contextSlopes.resize(output.count)
    }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        let count = rows &* steps
        MatrixProduct.multiply(
            Strided(x, columns: width), Strided(transposing: parameters, columns: width), into: projected.start,
            rows: count, inner: width, columns: 3 &* width)
        Kernels.addRow(parameters + 3 &* width &* width, to: projected.start, rows: count, columns: 3 &* width)
        Threads.share(rows &* heads, work: rows &* heads &* steps &* steps &* (2 &* size &+ 80)) { part in
            for place in part { look(place / heads, place % heads) }
        }
        let last = parameters + 3 &* width &* (width &+ 1)
        MatrixProduct.multiply(
            Strided(context.start, columns: width), Strided(transposing: last, columns: width), into: output.start,
            rows: count, inner: width, columns: width)
        Kernels.addRow(last + width &* width, to: output.start, rows: count, columns: width)
    }

    /// Where a head's queries of an example begin; keys stand `width` numbers behind, values twice that.
    private func place(_ r: Int, _ head: Int) -> Int { r &* steps &* 3 &* width &+ head &* size }

    private func look(_ r: Int, _ head: Int) {
        let start = projected.start + place(r, head)
        let table = weights.start + (r &* heads &+ head) &* steps &* steps
        // q·kᵀ
        MatrixProduct.multiply(
            Strided(start, rowStride: 3 &* width, columnStride: 1),
            Strided(start + width, rowStride: 1, columnStride: 3 &* width), into: table, rows: steps, inner: size,
            columns: steps)
        let scale = 1 / Double(size).squareRoot()
        for t in 0..<steps {
            let row = table + t &* steps
            let seen = isCausal ? t + 1 : steps
            var largest = -Double.infinity
            for k in 0..<seen {
                row[k] *= scale
                if row[k] > largest { largest = row[k] }
            }
            for k in 0..<seen { row[k] -= largest }
            for k in seen..<steps { row[k] = 0 }
        }
        Exponentials.exp(table, into: table, count: steps &* steps)
        for t in 0..<steps {
            let row = table + t &* steps
            let seen = isCausal ? t + 1 : steps
            var sum = 0.0
            for k in 0..<seen { sum += row[k] }
            for k in 0..<seen { row[k] /= sum }
            for k in seen..<steps { row[k] = 0 }
        }
        MatrixProduct.multiply(
            Strided(table, columns: steps), Strided(start + 2 &* width, rowStride: 3 &* width, columnStride: 1),
            into: context.start + (r &* steps &* width &+ head &* size), rows: steps, inner: steps, columns: size,
            stride: width)
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        let count = rows &* steps
        let offset = 3 &* width &* (width &+ 1)
        MatrixProduct.multiply(
            Strided(transposing: outputGradient.start, columns: width), Strided(context.start, columns: width),
            into: gradients + offset, rows: width, inner: count, columns: width)
        Kernels.sumRows(
            outputGradient.start, into: gradients + (offset &+ width &* width), rows: count, columns: width)
        MatrixProduct.multiply(
            Strided(outputGradient.start, columns: width), Strided(parameters + offset, columns: width),
            into: contextSlopes.start, rows: count, inner: width, columns: width)
        Threads.share(rows &* heads, work: rows &* heads &* steps &* steps &* (4 &* size &+ 8)) { part in
            for place in part { lookBack(place / heads, place % heads) }
        }
        MatrixProduct.multiply(
            Strided(transposing: projectedSlopes.start, columns: 3 &* width), Strided(x, columns: width),
            into: gradients, rows: 3 &* width, inner: count, columns: width)
        Kernels.sumRows(
            projectedSlopes.start, into: gradients + 3 &* width &* width, rows: count, columns: 3 &* width)
        guard let dx else { return }
        MatrixProduct.multiply(
            Strided(projectedSlopes.start, columns: 3 &* width), Strided(parameters, columns: width), into: dx,
            rows: count, inner: 3 &* width, columns: width)
    }

    private func lookBack(_ r: Int, _ head: Int) {
        let start = projected.start + place(r, head)
        let slopes = projectedSlopes.start + place(r, head)
        let table = weights.start + (r &* heads &+ head) &* steps &* steps
        let tableSlopes = weightSlopes.start + (r &* heads &+ head) &* steps &* steps
        let heard = contextSlopes.start + (r &* steps &* width &+ head &* size)
        let apart = 3 &* width
        // ∂L/∂v, then ∂L/∂ of the weights and of their scores.
        MatrixProduct.multiply(
            Strided(transposing: table, columns: steps), Strided(heard, rowStride: width, columnStride: 1),
            into: slopes + 2 &* width, rows: steps, inner: steps, columns: size, stride: apart)
        MatrixProduct.multiply(
            Strided(heard, rowStride: width, columnStride: 1),
            Strided(start + 2 &* width, rowStride: 1, columnStride: apart), into: tableSlopes, rows: steps,
            inner: size, columns: steps)
        let scale = 1 / Double(size).squareRoot()
        for t in 0..<steps {
            let row = tableSlopes + t &* steps
            Kernels.softmaxSlope(table + t &* steps, row, into: row, steps)
            for k in 0..<steps { row[k] *= scale }
        }
        MatrixProduct.multiply(
            Strided(tableSlopes, columns: steps), Strided(start + width, rowStride: apart, columnStride: 1),
            into: slopes, rows: steps, inner: steps, columns: size, stride: apart)
        MatrixProduct.multiply(
            Strided(transposing: tableSlopes, columns: steps),
            Strided(start, rowStride: apart, columnStride: 1), into: slopes + width, rows: steps, inner: steps,
            columns: size, stride: apart)
    }
}
