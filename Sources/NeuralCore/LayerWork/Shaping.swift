import Elementary

final class FlattenPlan: LayerPlan {
    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] { [try Checked.count(of: input)] }
}

final class ReshapePlan: LayerPlan {
    private let shape: [Int]
    private let count: Int

    init(_ header: LayerHeader, _ shape: [Int]) throws(EngineError) {
        self.shape = shape
        count = try Checked.count(of: shape)
        super.init(header)
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard try Checked.count(of: input) == count else { throw misfit("of \(count) numbers", input) }
        return shape
    }
}

final class TransposePlan: LayerPlan {
    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
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

final class ActivatePlan: LayerPlan {
    private let f: Activation

    init(_ header: LayerHeader, _ activation: Activation) {
        f = activation
        super.init(header)
    }

    override var activation: Activation { f }
    override func memory(_ input: [Int], output: Int) -> Int { 4 * output }
    override func makeState(_ memory: LayerMemory) -> LayerState { ActivateState(self, memory) }
}

final class ActivateState: LayerState {
    private let activation: Activation
    private let z = Buffer()
    private let dz = Buffer()

    override init(_ plan: LayerPlan, _ memory: LayerMemory) {
        activation = plan.activation
        super.init(plan, memory)
    }

    override var buffers: [Buffer] { [output, outputGradient, z, dz] }
    override var sums: [Double] { z.values }
    override var sumGradients: [Double] { dz.values }

    override func resize() throws(EngineError) {
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

final class SoftmaxPlan: LayerPlan {
    private let isLogarithm: Bool

    init(_ header: LayerHeader, isLogarithm: Bool) {
        self.isLogarithm = isLogarithm
        super.init(header)
    }

    override func makeState(_ memory: LayerMemory) -> LayerState {
        SoftmaxState(self, memory, isLogarithm: isLogarithm)
    }
}

final class SoftmaxState: LayerState {
    private let isLogarithm: Bool

    init(_ plan: LayerPlan, _ memory: LayerMemory, isLogarithm: Bool) {
        self.isLogarithm = isLogarithm
        super.init(plan, memory)
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
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { powers in
            guard let p = powers.baseAddress else { return }
            for i in 0..<count { p[i] = z[i] - largest }
            Exponentials.exp(p, into: p, count: count)
            for i in 0..<count { sum += p[i] }
        }
        return (largest, sum)
    }

    static func softmax(_ z: UnsafePointer<Double>, into p: UnsafeMutablePointer<Double>, _ count: Int) {
        var largest = -Double.infinity
        for i in 0..<count where z[i] > largest { largest = z[i] }
        for i in 0..<count { p[i] = z[i] - largest }
        Exponentials.exp(p, into: p, count: count)
        var sum = 0.0
        for i in 0..<count { sum += p[i] }
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
