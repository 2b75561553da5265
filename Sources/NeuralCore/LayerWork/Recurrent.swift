import Elementary

/// Layers that read a sequence step by step.
final class RecurrentPlan: LayerPlan {
    enum Kind { case rnn, lstm, gru }
    let kind: Kind
    let inputs: Int
    let hidden: Int
    let returnsSequences: Bool
    private let f: Activation

    init(
        _ header: LayerHeader, _ kind: Kind, _ inputs: Int, _ hidden: Int, returnsSequences: Bool,
        _ activation: Activation
    ) throws(EngineError) {
        let gates = kind == .rnn ? 1 : (kind == .lstm ? 4 : 3)
        guard inputs > 0, hidden > 0, hidden <= 1 << 20 else { throw .badShape([inputs, hidden]) }
        _ = try Checked.count(of: [gates * hidden, inputs + hidden + 2])
        self.kind = kind
        self.inputs = inputs
        self.hidden = hidden
        self.returnsSequences = returnsSequences
        f = activation
        let start = ParameterGroup.Start.drawn(
            .uniform(1 / Double(hidden).squareRoot()), inputs: inputs, outputs: hidden)
        var groups = [
            ParameterGroup(role: .weights, shape: [gates * hidden, inputs], start: start),
            ParameterGroup(role: .weights, shape: [gates * hidden, hidden], start: start),
            ParameterGroup(role: .biases, shape: [gates * hidden], start: start),
        ]
        if kind == .gru { groups.append(groups[2]) }
        super.init(header, groups: groups)
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        guard input.count == 2, input[1] == inputs, input[0] > 0 else { throw misfit("[steps, \(inputs)]", input) }
        return returnsSequences ? [input[0], hidden] : [hidden]
    }

    override var activation: Activation { f }

    override func memory(_ input: [Int], output: Int) -> Int {
        // A step's sums and their slopes; for gates also c and tanh c, or U·h and its slopes.
        let perUnit = kind == .rnn ? 3 : (kind == .lstm ? 11 : 13)
        return 2 * output + input[0] * (2 * inputs + perUnit * hidden)
    }

    override func makeState(_ memory: LayerMemory) -> LayerState {
        switch kind {
        case .rnn: RNNState(self, memory, gates: 1)
        case .lstm: LSTMState(self, memory, gates: 4)
        case .gru: GRUState(self, memory, gates: 3)
        }
    }
}

/// What recurrent layers have in common. Their tables are ordered by step, then example, so that a step is one piece of
/// memory and all steps are one matrix.
class RecurrentState: LayerState {
    final let inputs: Int
    final let hidden: Int
    /// Weighted sums of one step.
    final let width: Int
    private final let returnsSequences: Bool
    /// The inputs by step.
    private final let x = Buffer()
    /// h before each step and behind the last.
    final let h = Buffer()
    /// W·x, and then whatever a step makes of it; ∂L/∂ of its sums.
    final let z = Buffer()
    final let dz = Buffer()
    /// ∂L/∂h behind the step at hand.
    final let dh = Buffer()
    private final let dx = Buffer()
    /// The transpose of U.
    private final let turned: Buffer

    init(_ plan: RecurrentPlan, _ memory: LayerMemory, gates: Int) {
        inputs = plan.inputs
        hidden = plan.hidden
        width = gates * plan.hidden
        turned = Buffer(count: width * plan.hidden)
        returnsSequences = plan.returnsSequences
        super.init(plan, memory)
    }

    final var steps: Int { inputShape[0] }
    /// Numbers of one step of all examples.
    final var size: Int { rows &* hidden }
    final var weights: UnsafeMutablePointer<Double> { parameters }
    final var recurrent: UnsafeMutablePointer<Double> { parameters + width &* inputs }
    final var biases: UnsafeMutablePointer<Double> { parameters + width &* (inputs &+ hidden) }

    override var buffers: [Buffer] { [output, outputGradient, x, h, z, dz, dh] }
    override var work: Int { steps * width * (inputs + hidden) }
    override var sums: [Double] { byExample(z) }
    override var sumGradients: [Double] { byExample(dz) }

    private final func byExample(_ table: Buffer) -> [Double] {
        let copy = Buffer(count: table.count)
        for t in 0..<steps {
            for r in 0..<rows {
                (copy.start + (r * steps + t) * width).update(from: table.start + (t * rows + r) * width, count: width)
            }
        }
        return copy.values
    }

    override func resize() throws(EngineError) {
        x.resize(rows * inputCount)
        h.resize((steps + 1) * size)
        z.resize(steps * rows * width)
        dz.resize(z.count)
        dh.resize(size)
    }

    /// From the sums of step t, W·x so far, to h behind it, for some of the examples.
    func step(_ t: Int, _ examples: Range<Int>) {}
    /// From `dh` to ∂L/∂ of step t's sums, and to the part of ∂L/∂h before it that does not go through them, in `dh`.
    func stepBack(_ t: Int, _ examples: Range<Int>) {}
    /// ∂L/∂ of what U·h was added to.
    var recurrentGradient: Buffer { dz }

    override final func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        exchange(x, into: self.x.start, width: inputs, byStep: true)
        MatrixProduct.multiply(
            Strided(self.x.start, columns: inputs), Strided(transposing: weights, columns: inputs), into: z.start,
            rows: steps &* rows, inner: inputs, columns: width)
        h.start.update(repeating: 0, count: size)
        Kernels.transpose(recurrent, into: turned.start, rows: width, columns: hidden)
        Threads.share(rows, work: rows &* steps &* width &* (hidden &+ 80)) { examples in
            for t in 0..<steps { step(t, examples) }
        }
        if returnsSequences {
            exchange(h.start + size, into: output.start, width: hidden, byStep: false)
        } else {
            output.start.update(from: h.start + steps &* size, count: size)
        }
    }

    override final func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        dh.fill(0)
        Threads.share(rows, work: rows &* steps &* width &* (hidden &+ 8)) { runBack($0) }
        let count = steps &* rows
        MatrixProduct.multiply(
            Strided(transposing: dz.start, columns: width), Strided(self.x.start, columns: inputs), into: gradients,
            rows: width, inner: count, columns: inputs)
        MatrixProduct.multiply(
            Strided(transposing: recurrentGradient.start, columns: width), Strided(h.start, columns: hidden),
            into: gradients + width &* inputs, rows: width, inner: count, columns: hidden)
        let slopes = gradients + width &* (inputs &+ hidden)
        Kernels.sumRows(dz.start, into: slopes, rows: count, columns: width)
        if recurrentGradient !== dz {
            Kernels.sumRows(recurrentGradient.start, into: slopes + width, rows: count, columns: width)
        }
        guard let dx else { return }
        self.dx.resize(rows &* inputCount)
        MatrixProduct.multiply(
            Strided(dz.start, columns: width), Strided(weights, columns: inputs), into: self.dx.start, rows: count,
            inner: width, columns: inputs)
        exchange(self.dx.start, into: dx, width: inputs, byStep: false)
    }

    /// Step by step back for some of the examples.
    private final func runBack(_ examples: Range<Int>) {
        let first = examples.lowerBound
        for t in (0..<steps).reversed() {
            if returnsSequences {
                for r in examples {
                    let from = outputGradient.start + (r &* steps &+ t) &* hidden
                    let to = dh.start + r &* hidden
                    for i in 0..<hidden { to[i] += from[i] }
                }
            } else if t == steps - 1 {
                (dh.start + first &* hidden).update(
                    from: outputGradient.start + first &* hidden, count: examples.count &* hidden)
            }
            stepBack(t, examples)
            guard t > 0 else { break }
            MatrixProduct.multiply(
                Strided(recurrentGradient.start + (t &* rows &+ first) &* width, columns: width),
                Strided(recurrent, columns: hidden), into: dh.start + first &* hidden, rows: examples.count,
                inner: width, columns: hidden, adding: true)
        }
    }

    /// From tables by example to tables by step, or back.
    private final func exchange(
        _ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, width: Int, byStep: Bool
    ) {
        for t in 0..<steps {
            for r in 0..<rows {
                let example = (r &* steps &+ t) &* width
                let step = (t &* rows &+ r) &* width
                (target + (byStep ? step : example)).update(from: source + (byStep ? example : step), count: width)
            }
        }
    }

    /// Adds U·h of the step before to the sums of a step's examples.
    @inline(__always)
    final func addRecurrent(_ t: Int, _ examples: Range<Int>, to sums: UnsafeMutablePointer<Double>) {
        guard t > 0 else { return }
        MatrixProduct.multiply(
            Strided(h.start + (t &* size &+ examples.lowerBound &* hidden), columns: hidden),
            Strided(turned.start, columns: width), into: sums, rows: examples.count, inner: hidden, columns: width,
            adding: true)
    }
}

final class RNNState: RecurrentState {
    override func step(_ t: Int, _ examples: Range<Int>) {
        let at = t &* size &+ examples.lowerBound &* hidden
        let sums = z.start + at
        addRecurrent(t, examples, to: sums)
        Kernels.addRow(biases, to: sums, rows: examples.count, columns: hidden)
        plan.activation.apply(sums, into: h.start + (at &+ size), count: examples.count &* hidden)
    }

    override func stepBack(_ t: Int, _ examples: Range<Int>) {
        let first = examples.lowerBound &* hidden
        let at = t &* size &+ first
        let count = examples.count &* hidden
        plan.activation.applySlope(
            z.start + at, activations: h.start + (at &+ size), gradients: dh.start + first, into: dz.start + at,
            count: count)
        (dh.start + first).update(repeating: 0, count: count)
    }
}

/// Keeps the gates, i, f, g and o, in place of their sums.
final class LSTMState: RecurrentState {
    /// c before each step and behind the last, and tanh of it behind each.
    private let c = Buffer()
    private let bent = Buffer()
    private let dc = Buffer()

    override var buffers: [Buffer] { super.buffers + [c, bent, dc] }

    override func resize() throws(EngineError) {
        try super.resize()
        c.resize((steps + 1) * size)
        bent.resize(steps * size)
        dc.resize(size)
    }

    override func step(_ t: Int, _ examples: Range<Int>) {
        let first = examples.lowerBound &* hidden
        let count = examples.count &* hidden
        let sums = z.start + (t &* rows &+ examples.lowerBound) &* width
        addRecurrent(t, examples, to: sums)
        Kernels.addRow(biases, to: sums, rows: examples.count, columns: width)
        if t == 0 { (c.start + first).update(repeating: 0, count: count) }
        let gates = z.start + t &* rows &* width
        for r in examples {
            let row = gates + r &* width
            Activation.sigmoid.apply(row, into: row, count: 2 &* hidden)
            Activation.tanh.apply(row + 2 &* hidden, into: row + 2 &* hidden, count: hidden)
            Activation.sigmoid.apply(row + 3 &* hidden, into: row + 3 &* hidden, count: hidden)
            let old = c.start + (t &* size &+ r &* hidden)
            let new = old + size
            for i in 0..<hidden { new[i] = row[hidden &+ i] * old[i] + row[i] * row[2 &* hidden &+ i] }
        }
        let curve = bent.start + t &* size
        Activation.tanh.apply(c.start + ((t &+ 1) &* size &+ first), into: curve + first, count: count)
        for r in examples {
            let open = gates + (r &* width &+ 3 &* hidden)
            let at = r &* hidden
            for i in 0..<hidden { h.start[(t &+ 1) &* size &+ at &+ i] = open[i] * curve[at &+ i] }
        }
    }

    override func stepBack(_ t: Int, _ examples: Range<Int>) {
        let first = examples.lowerBound &* hidden
        let count = examples.count &* hidden
        if t == steps - 1 { (dc.start + first).update(repeating: 0, count: count) }
        for r in examples {
            let at = r &* hidden
            let gates = z.start + (t &* rows &+ r) &* width
            let slopes = dz.start + (t &* rows &+ r) &* width
            let old = c.start + (t &* size &+ at)
            let curve = bent.start + (t &* size &+ at)
            for k in 0..<hidden {
                let (i, f, g, o) = (
                    gates[k], gates[hidden &+ k], gates[2 &* hidden &+ k], gates[3 &* hidden &+ k]
                )
                let slope = dh.start[at &+ k]
                let memory = dc.start[at &+ k] + slope * o * (1 - curve[k] * curve[k])
                slopes[k] = memory * g * (i * (1 - i))
                slopes[hidden &+ k] = memory * old[k] * (f * (1 - f))
                slopes[2 &* hidden &+ k] = memory * i * (1 - g * g)
                slopes[3 &* hidden &+ k] = slope * curve[k] * (o * (1 - o))
                dc.start[at &+ k] = memory * f
            }
        }
        (dh.start + first).update(repeating: 0, count: count)
    }
}

/// Keeps the gates r and u and the candidate n in place of W·x.
final class GRUState: RecurrentState {
    /// U·h + b′ of each step, and ∂L/∂ of it.
    private let inner = Buffer()
    private let dInner = Buffer()

    override var buffers: [Buffer] { super.buffers + [inner, dInner] }
    override var recurrentGradient: Buffer { dInner }

    override func resize() throws(EngineError) {
        try super.resize()
        inner.resize(z.count)
        dInner.resize(z.count)
    }

    override func step(_ t: Int, _ examples: Range<Int>) {
        let at = (t &* rows &+ examples.lowerBound) &* width
        let sums = inner.start + at
        sums.update(repeating: 0, count: examples.count &* width)
        addRecurrent(t, examples, to: sums)
        Kernels.addRow(biases + width, to: sums, rows: examples.count, columns: width)
        Kernels.addRow(biases, to: z.start + at, rows: examples.count, columns: width)
        for r in examples {
            let row = z.start + (t &* rows &+ r) &* width
            let own = inner.start + (t &* rows &+ r) &* width
            for i in 0..<2 &* hidden { row[i] += own[i] }
            Activation.sigmoid.apply(row, into: row, count: 2 &* hidden)
            let candidate = row + 2 &* hidden
            for i in 0..<hidden { candidate[i] += row[i] * own[2 &* hidden &+ i] }
            Activation.tanh.apply(candidate, into: candidate, count: hidden)
            let old = h.start + (t &* size &+ r &* hidden)
            let new = old + size
            for i in 0..<hidden {
                let u = row[hidden &+ i]
                new[i] = (1 - u) * candidate[i] + u * old[i]
            }
        }
    }

    override func stepBack(_ t: Int, _ examples: Range<Int>) {
        for row in examples {
            let at = row &* hidden
            let place = (t &* rows &+ row) &* width
            let gates = z.start + place
            let slopes = dz.start + place
            let own = inner.start + place
            let ownSlopes = dInner.start + place
            let old = h.start + (t &* size &+ at)
            for k in 0..<hidden {
                let (r, u, n) = (gates[k], gates[hidden &+ k], gates[2 &* hidden &+ k])
                let slope = dh.start[at &+ k]
                let candidate = slope * (1 - u) * (1 - n * n)
                let reset = candidate * own[2 &* hidden &+ k] * (r * (1 - r))
                let update = slope * (old[k] - n) * (u * (1 - u))
                slopes[k] = reset
                slopes[hidden &+ k] = update
                slopes[2 &* hidden &+ k] = candidate
                ownSlopes[k] = reset
                ownSlopes[hidden &+ k] = update
                ownSlopes[2 &* hidden &+ k] = candidate * r
                dh.start[at &+ k] = slope * u
            }
        }
    }
}
