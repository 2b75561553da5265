import Elementary

final class ConvolutionPlan: LayerPlan {
    let channels: Int
    let filters: Int
    let window: Window
    private let f: Activation

    init(
        _ header: LayerHeader, _ channels: Int, _ filters: Int, _ window: Window, _ activation: Activation,
        _ initializer: Initializer
    ) throws(EngineError) {
        let sizes = window.isFlat ? [window.width] : [window.height, window.width]
        let shape = [filters, channels] + sizes
        guard channels > 0, filters > 0 else { throw .badShape(shape) }
        _ = try Checked.count(of: shape)
        try initializer.check()
        self.channels = channels
        self.filters = filters
        self.window = window
        f = activation
        let area = window.height * window.width
        super.init(
            header,
            groups: [
                ParameterGroup(
                    role: .weights, shape: shape,
                    start: .drawn(
                        initializer.chosen(for: activation), inputs: channels * area, outputs: filters * area)),
                ParameterGroup(role: .biases, shape: [filters], start: .constant(0)),
            ])
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard input.count == (window.isFlat ? 2 : 3), input[0] == channels else {
            throw misfit(window.isFlat ? "[\(channels), steps]" : "[\(channels), height, width]", input)
        }
        guard let places = window.places(input) else { throw misfit("at least as large as its kernel", input) }
        return window.isFlat ? [filters, places.width] : [filters, places.height, places.width]
    }

    override var activation: Activation { f }
    override func memory(_ input: [Int], output: Int) -> Int {
        // With the columns of the product and their gradients.
        4 * output + 2 * channels * window.height * window.width * (output / filters)
    }

    override func makeState(_ memory: LayerMemory) -> LayerState { ConvolutionState(self, memory) }
}

/// The square, or the piece of a line, that a filter or a pool looks at.
struct Window {
    let height: Int
    let width: Int
    let stride: Int
    let padding: Int
    /// Whether it slides along a line, and not over a plane.
    let isFlat: Bool

    init(height: Int, width: Int, stride: Int, padding: Int, isFlat: Bool) throws(EngineError) {
        guard height > 0, width > 0 else { throw .badArgument(name: "kernel", reason: "must be above zero") }
        guard stride > 0 else { throw .badArgument(name: "stride", reason: "must be above zero") }
        guard padding >= 0, padding <= 1 << 20 else {
            throw .badArgument(name: "padding", reason: "must not be negative, nor above a million")
        }
        self.height = height
        self.width = width
        self.stride = stride
        self.padding = padding
        self.isFlat = isFlat
    }

    var rowStride: Int { isFlat ? 1 : stride }
    var rowPadding: Int { isFlat ? 0 : padding }

    /// In how many places it fits; nil where in none.
    func places(_ input: [Int]) -> (height: Int, width: Int)? {
        let rows = isFlat ? 1 : input[1] + 2 * padding
        let columns = input[isFlat ? 1 : 2] + 2 * padding
        guard rows >= height, columns >= width else { return nil }
        return ((rows - height) / rowStride + 1, (columns - width) / stride + 1)
    }
}

/// The squares of all images stand as columns of one matrix, so that convolving is one product of matrices: filters by
/// columns.
final class ConvolutionState: LayerState {
    private let convolution: ConvolutionPlan
    private let window: Window
    /// Numbers of a filter.
    private let area: Int
    private let columns = Buffer()
    /// z with a row for each filter and, in it, the places of one image after another; likewise ∂L/∂z.
    private let z = Buffer()
    private let dz = Buffer()
    private let columnGradients = Buffer()

    init(_ layer: ConvolutionPlan, _ memory: LayerMemory) {
        convolution = layer
        window = layer.window
        area = layer.channels * layer.window.height * layer.window.width
        super.init(layer, memory)
    }

    private var filters: Int { convolution.filters }
    private var places: Int { outputCount / filters }
    override var buffers: [Buffer] { [output, outputGradient, columns, z, dz] }
    override var work: Int { outputCount * area }
    override var sums: [Double] { byExample(z) }
    override var sumGradients: [Double] { byExample(dz) }

    private func byExample(_ table: Buffer) -> [Double] {
        let copy = Buffer(count: table.count)
        for r in 0..<rows {
            for f in 0..<filters {
                let to = copy.start + (r * filters + f) * places
                to.update(from: table.start + (f * rows + r) * places, count: places)
            }
        }
        return copy.values
    }

    override func resize() throws(EngineError) {
        guard rows * places <= (1 << 28) / area else { throw .badShape([area, rows * places]) }
        columns.resize(area * rows * places)
        z.resize(output.count)
        dz.resize(output.count)
    }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        gather(x)
        let count = rows &* places
        MatrixProduct.multiply(
            Strided(parameters, columns: area), Strided(columns.start, columns: count), into: z.start, rows: filters,
            inner: area, columns: count)
        let f = convolution.activation
        for filter in 0..<filters {
            let bias = parameters[filters &* area &+ filter]
            let sums = z.start + filter &* count
            for i in 0..<count { sums[i] += bias }
            for r in 0..<rows {
                let to = output.start + (r &* filters &+ filter) &* places
                f.apply(sums + r &* places, into: to, count: places)
            }
        }
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        let count = rows &* places
        let f = convolution.activation
        for filter in 0..<filters {
            var sum = 0.0
            for r in 0..<rows {
                let at = (r &* filters &+ filter) &* places
                let slopes = dz.start + (filter &* count &+ r &* places)
                f.applySlope(
                    z.start + (filter &* count &+ r &* places), activations: output.start + at,
                    gradients: outputGradient.start + at, into: slopes, count: places)
                for i in 0..<places { sum += slopes[i] }
            }
            gradients[filters &* area &+ filter] = sum
        }
        MatrixProduct.multiply(
            Strided(dz.start, columns: count), Strided(transposing: columns.start, columns: count), into: gradients,
            rows: filters, inner: count, columns: area)
        guard let dx else { return }
        columnGradients.resize(columns.count)
        MatrixProduct.multiply(
            Strided(transposing: parameters, columns: area), Strided(dz.start, columns: count),
            into: columnGradients.start, rows: area, inner: filters, columns: count)
        scatter(into: dx)
    }

    /// Calls `body` for each row of places under each place of the window: where the first is among the columns, where in
    /// the example, and which of the row's places lie on the image.
    @inline(__always)
    private func eachRun(_ body: (_ column: Int, _ place: Int, _ run: Range<Int>) -> Void) {
        let height = window.isFlat ? 1 : inputShape[1]
        let width = inputShape[window.isFlat ? 1 : 2]
        let placesAcross = outputShape[window.isFlat ? 1 : 2]
        let placesDown = places / max(placesAcross, 1)
        var row = 0
        for channel in 0..<convolution.channels {
            for i in 0..<window.height {
                for j in 0..<window.width {
                    let offset = j - window.padding
                    let first = offset >= 0 ? 0 : (-offset + window.stride - 1) / window.stride
                    let end = min(placesAcross, max(first, (width - 1 - offset) / window.stride + 1))
                    for y in 0..<placesDown {
                        let v = y &* window.rowStride &+ i &- window.rowPadding
                        let inside = v >= 0 && v < height && offset < width
                        body(
                            row &* rows &* places &+ y &* placesAcross,
                            (channel &* height &+ v) &* width &+ offset,
                            inside && first < end ? first..<end : 0..<0)
                    }
                    row += 1
                }
            }
        }
    }

    private func gather(_ x: UnsafePointer<Double>) {
        let step = window.stride
        let across = outputShape[window.isFlat ? 1 : 2]
        eachRun { column, place, run in
            for r in 0..<rows {
                let to = columns.start + (column &+ r &* places)
                let from = x + (r &* inputCount &+ place)
                for i in 0..<run.lowerBound { to[i] = 0 }
                for i in run { to[i] = from[i &* step] }
                for i in run.upperBound..<across { to[i] = 0 }
            }
        }
    }

    private func scatter(into dx: UnsafeMutablePointer<Double>) {
        dx.update(repeating: 0, count: rows &* inputCount)
        let step = window.stride
        eachRun { column, place, run in
            for r in 0..<rows {
                let from = columnGradients.start + (column &+ r &* places)
                let to = dx + (r &* inputCount &+ place)
                for i in run { to[i &* step] += from[i] }
            }
        }
    }
}
