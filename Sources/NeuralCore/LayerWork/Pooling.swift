import Elementary

/// Pools look at one channel at a time and learn nothing.
final class PoolingPlan: LayerPlan {
    enum Kind { case largest, mean }
    let kind: Kind
    /// Nil: over everything but the channels.
    let window: Window?

    init(_ header: LayerHeader, _ kind: Kind, _ window: Window?) {
        self.kind = kind
        self.window = window
        super.init(header)
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard let window else {
            guard input.count >= 2, try Checked.count(of: input) > 0 else { throw misfit("[channels, …]", input) }
            return [input[0]]
        }
        guard input.count == (window.isFlat ? 2 : 3) else {
            throw misfit(window.isFlat ? "[channels, steps]" : "[channels, height, width]", input)
        }
        guard let places = window.places(input) else { throw misfit("at least as large as the pool", input) }
        return window.isFlat ? [input[0], places.width] : [input[0], places.height, places.width]
    }

    override func memory(_ input: [Int], output: Int) -> Int { 3 * output }
    override func makeState(_ memory: LayerMemory) -> LayerState { PoolingState(self, memory) }
}

final class PoolingState: LayerState {
    private let kind: PoolingPlan.Kind
    private let window: Window?
    /// Where in the input the largest number of each place stands.
    private let largest = Buffer()

    init(_ layer: PoolingPlan, _ memory: LayerMemory) {
        kind = layer.kind
        window = layer.window
        super.init(layer, memory)
    }

    override var work: Int { inputCount }

    override var buffers: [Buffer] { [output, outputGradient, largest] }
    override func resize() throws(EngineError) { if kind == .largest { largest.resize(output.count) } }

    /// Calls `body` for each place of the result: its number, where its window begins, and the window's size.
    @inline(__always)
    private func eachPlace(_ body: (_ place: Int, _ start: Int, _ height: Int, _ width: Int, _ line: Int) -> Void) {
        let channels = rows &* inputShape[0]
        let size = inputCount / inputShape[0]
        guard let window else {
            for channel in 0..<channels { body(channel, channel &* size, 1, size, size) }
            return
        }
        let line = inputShape[window.isFlat ? 1 : 2]
        let across = outputShape[window.isFlat ? 1 : 2]
        let down = outputCount / outputShape[0] / across
        var place = 0
        for channel in 0..<channels {
            for y in 0..<down {
                for x in 0..<across {
                    let start = channel &* size &+ y &* window.stride &* line &+ x &* window.stride
                    body(place, start, window.height, window.width, line)
                    place += 1
                }
            }
        }
    }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        if kind == .mean {
            eachPlace { place, start, height, width, line in
                var sum = 0.0
                for i in 0..<height {
                    for j in 0..<width { sum += x[start &+ i &* line &+ j] }
                }
                output.start[place] = sum / Double(height &* width)
            }
            return
        }
        eachPlace { place, start, height, width, line in
            var best = start
            for i in 0..<height {
                for j in 0..<width {
                    let at = start &+ i &* line &+ j
                    // A NaN is never smaller, so that it shows.
                    if !(x[at] <= x[best]) && !x[best].isNaN { best = at }
                }
            }
            largest.start[place] = Double(best)
            output.start[place] = x[best]
        }
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        guard let dx else { return }
        dx.update(repeating: 0, count: rows &* inputCount)
        if kind == .largest {
            for place in 0..<output.count { dx[Int(largest.start[place])] += outputGradient.start[place] }
            return
        }
        eachPlace { place, start, height, width, line in
            let share = outputGradient.start[place] / Double(height &* width)
            for i in 0..<height {
                for j in 0..<width { dx[start &+ i &* line &+ j] += share }
            }
        }
    }
}
