/// Loops over memory that several layers share.
enum Kernels {
    /// Adds one row to each of `rows` rows.
    @inline(__always)
    static func addRow(
        _ row: UnsafePointer<Double>, to table: UnsafeMutablePointer<Double>, rows: Int, columns: Int
    ) {
        var target = table
        for _ in 0..<rows {
            for j in 0..<columns { target[j] += row[j] }
            target += columns
        }
    }

    /// The sum of each column, from the first row down.
    @inline(__always)
    static func sumRows(
        _ table: UnsafePointer<Double>, into sums: UnsafeMutablePointer<Double>, rows: Int, columns: Int,
        adding: Bool = false
    ) {
        if !adding { sums.update(repeating: 0, count: columns) }
        var source = table
        for _ in 0..<rows {
            for j in 0..<columns { sums[j] += source[j] }
            source += columns
        }
    }
}

extension Activation {
    /// About how many multiplications of a matrix product take as long as one number's activation or slope.
    private var work: Int {
        switch self {
        case .linear, .relu, .step, .leakyReLU: 4
        case .sigmoid, .tanh, .gelu: 80
        default: 300
        }
    }

    /// a = f(z) for `count` numbers; the two may be the same memory.
    @inline(__always)
    func apply(_ z: UnsafePointer<Double>, into a: UnsafeMutablePointer<Double>, count: Int) {
        Threads.share(count, unit: 4, work: count &* work) { part in
            applyHere(z + part.lowerBound, into: a + part.lowerBound, count: part.count)
        }
    }

    private func applyHere(_ z: UnsafePointer<Double>, into a: UnsafeMutablePointer<Double>, count: Int) {
        switch self {
        case .linear: if UnsafePointer(a) != z { a.update(from: z, count: count) }
        case .relu: for i in 0..<count { a[i] = z[i] <= 0 ? 0 : z[i] }
        case .tanh: Exponentials.tanh(z, into: a, count: count)
        case .sigmoid: Exponentials.sigmoid(z, into: a, count: count)
        case .gelu: Exponentials.gelu(z, into: a, count: count)
        default: for i in 0..<count { a[i] = self(z[i]) }
        }
    }

    /// ∂L/∂z = ∂L/∂a · f′(z) for `count` numbers.
    @inline(__always)
    func applySlope(
        _ z: UnsafePointer<Double>, activations a: UnsafePointer<Double>, gradients: UnsafePointer<Double>,
        into result: UnsafeMutablePointer<Double>, count: Int
    ) {
        Threads.share(count, unit: 4, work: count &* work) { part in
            let at = part.lowerBound
            applySlopeHere(z + at, activations: a + at, gradients: gradients + at, into: result + at, count: part.count)
        }
    }

    private func applySlopeHere(
        _ z: UnsafePointer<Double>, activations a: UnsafePointer<Double>, gradients: UnsafePointer<Double>,
        into result: UnsafeMutablePointer<Double>, count: Int
    ) {
        switch self {
        case .linear: result.update(from: gradients, count: count)
        case .relu:
            // One of two numbers and no branch, so that the compiler does several at a time; a NaN stays one.
            for i in 0..<count {
                let factor = z[i] <= 0 ? 0 : 1.0
                result[i] = gradients[i] * (z[i] == z[i] ? factor : z[i])
            }
        case .tanh: for i in 0..<count { result[i] = gradients[i] * (1 - a[i] * a[i]) }
        case .sigmoid: for i in 0..<count { result[i] = gradients[i] * (a[i] * (1 - a[i])) }
        case .gelu: Exponentials.geluSlopes(z, a, gradients, into: result, count: count)
        default: for i in 0..<count { result[i] = gradients[i] * derivative(z[i], activation: a[i]) }
        }
    }
}
