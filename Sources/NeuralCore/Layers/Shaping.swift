import Elementary

/// Makes one row of an example of any shape: `[8, 4, 4]` becomes `[128]`.
public final class Flatten: Layer {
    public init() { super.init() }
    public override var description: String { "Flatten()" }
    public override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] { [try Checked.count(of: input)] }
}

/// Gives the numbers of an example another shape, in their order.
public final class Reshape: Layer {
    public let shape: [Int]

    public init(_ shape: [Int]) {
        self.shape = shape
        super.init()
    }

    public override var description: String {
        var text = ""
        for size in shape { text += (text.isEmpty ? "" : ", ") + "\(size)" }
        return "Reshape([" + text + "])"
    }

    public override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        let count = try Checked.count(of: shape)
        guard try Checked.count(of: input) == count else { throw misfit("of \(count) numbers", input) }
        return shape
    }
}

/// Exchanges the two axes of an example: `[steps, features]` becomes `[features, steps]`, and back.
public final class Transpose: Layer {
    public init() { super.init() }
    public override var description: String { "Transpose()" }

    public override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard input.count == 2 else { throw misfit("[rows, columns]", input) }
        return [input[1], input[0]]
    }

    override func makeState(_ memory: LayerMemory) -> LayerState { TransposeState(self, memory) }
}

final class TransposeState: LayerState {
    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        for r in 0..<rows {
            let at = r * inputCount
            Kernels.transpose(x + at, into: output.start + at, rows: inputShape[0], columns: inputShape[1])
        }
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        guard let dx else { return }
        for r in 0..<rows {
            let at = r * inputCount
            Kernels.transpose(outputGradient.start + at, into: dx + at, rows: inputShape[1], columns: inputShape[0])
        }
    }
}

/// Only an activation: for places where it does not stand right behind a layer of weights.
public final class Activate: Layer {
    public let activation: Activation

    public init(_ activation: Activation) {
        self.activation = activation
        super.init()
    }

    public override var description: String { "Activate(." + activation.rawValue + ")" }
    override func makeState(_ memory: LayerMemory) -> LayerState { ActivateState(self, activation, memory) }
}

final class ActivateState: LayerState {
    private let activation: Activation
    private let z = Buffer()
    private let dz = Buffer()

    init(_ layer: Layer, _ activation: Activation, _ memory: LayerMemory) {
        self.activation = activation
        super.init(layer, memory)
    }

    override var buffers: [Buffer] { [output, outputGradient, z, dz] }
    override var sums: [Double] { z.values }
    override var sumGradients: [Double] { dz.values }

    override func resize() {
        z.resize(output.count)
        dz.resize(output.count)
    }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        z.start.update(from: x, count: output.count)
        activation.apply(x, into: output.start, count: output.count)
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        activation.applySlope(
            x, activations: output.start, gradients: outputGradient.start, into: dz.start, count: output.count)
        dx?.update(from: dz.start, count: output.count)
    }
}

/// Probabilities along the last axis: e^z of each number, divided by the sum of all.
public final class Softmax: Layer {
    public init() { super.init() }
    public override var description: String { "Softmax()" }
    override func makeState(_ memory: LayerMemory) -> LayerState {
        SoftmaxState(self, memory, isLogarithm: false)
    }
}

/// Logarithms of probabilities along the last axis: z − ln Σ e^z.
public final class LogSoftmax: Layer {
    public init() { super.init() }
    public override var description: String { "LogSoftmax()" }
    override func makeState(_ memory: LayerMemory) -> LayerState { SoftmaxState(self, memory, isLogarithm: true) }
}

final class SoftmaxState: LayerState {
    private let isLogarithm: Bool

    init(_ layer: Layer, _ memory: LayerMemory, isLogarithm: Bool) {
        self.isLogarithm = isLogarithm
        super.init(layer, memory)
    }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        guard let columns = outputShape.last, columns > 0 else { return }
        for start in stride(from: 0, to: output.count, by: columns) {
            if isLogarithm {
                Kernels.logSoftmax(x + start, into: output.start + start, columns)
            } else {
                Kernels.softmax(x + start, into: output.start + start, columns)
            }
        }
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        guard let dx, let columns = outputShape.last, columns > 0 else { return }
        for start in stride(from: 0, to: output.count, by: columns) {
            let p = output.start + start
            let g = outputGradient.start + start
            if isLogarithm {
                var sum = 0.0
                for i in 0..<columns { sum += g[i] }
                for i in 0..<columns { dx[start + i] = g[i] - Elementary.exp(p[i]) * sum }
            } else {
                Kernels.softmaxSlope(p, g, into: dx + start, columns)
            }
        }
    }
}

extension Kernels {
    static func transpose(
        _ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, rows: Int, columns: Int
    ) {
        for i in 0..<rows {
            for j in 0..<columns { target[j &* rows &+ i] = source[i &* columns &+ j] }
        }
    }

    /// The largest z, and Σ e^(z − largest), which cannot overflow. A NaN makes the sum NaN.
    static func exponentialSum(_ z: UnsafePointer<Double>, _ count: Int) -> (largest: Double, sum: Double) {
        var largest = -Double.infinity
        for i in 0..<count where z[i] > largest { largest = z[i] }
        var sum = 0.0
        for i in 0..<count { sum += Elementary.exp(z[i] - largest) }
        return (largest, sum)
    }

    static func softmax(_ z: UnsafePointer<Double>, into p: UnsafeMutablePointer<Double>, _ count: Int) {
        var largest = -Double.infinity
        for i in 0..<count where z[i] > largest { largest = z[i] }
        var sum = 0.0
        for i in 0..<count {
            let e = Elementary.exp(z[i] - largest)
            sum += e
            p[i] = e
        }
        for i in 0..<count { p[i] /= sum }
    }

    static func logSoftmax(_ z: UnsafePointer<Double>, into p: UnsafeMutablePointer<Double>, _ count: Int) {
        let (largest, sum) = exponentialSum(z, count)
        let logarithm = largest + Elementary.log(sum)
        for i in 0..<count { p[i] = z[i] - logarithm }
    }

    /// ∂L/∂z = p·(g − Σ p·g) for p = softmax(z) and g = ∂L/∂p.
    static func softmaxSlope(
        _ p: UnsafePointer<Double>, _ g: UnsafePointer<Double>, into dz: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        var sum = 0.0
        for i in 0..<count { sum += p[i] * g[i] }
        for i in 0..<count { dz[i] = p[i] * (g[i] - sum) }
    }
}
