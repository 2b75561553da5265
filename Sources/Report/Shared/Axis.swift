/// The scale of an axis with ticks at round numbers.
struct Axis {
    let lower: Double
    let upper: Double
    let ticks: [Double]
    private let decimals: Int

    /// Ticks at 1, 2 or 5 times a power of ten, about `count` of them.
    ///
    /// A tight axis ends where the values end; another one ends at ticks. Zero is put in where asked for, since a
    /// curve over a cut axis lies about its size. A tight axis may go on to a tick that is as near as `reach`, a share
    /// of the whole: values from 0 to 599 end at 600.
    init(
        from least: Double, to most: Double, includesZero: Bool, count: Int, isTight: Bool = false, reach: Double = 0
    ) {
        var low = includesZero ? min(0, least) : least
        var high = includesZero ? max(0, most) : most
        if !(low < high) {
            let room = low == 0 ? 1 : low.magnitude * 0.5
            low -= includesZero && low == 0 ? 0 : room
            high += room
        }
        let (step, decimals) = Axis.step((high - low) / Double(max(1, count)))
        if reach > 0 {
            let (below, above) = ((low / step).rounded(.down) * step, (high / step).rounded(.up) * step)
            let near = reach * (high - low)
            if low - below <= near { low = below }
            if above - high <= near { high = above }
        }
        let first = (low / step).rounded(isTight ? .up : .down)
        let last = (high / step).rounded(isTight ? .down : .up)
        var ticks: [Double] = []
        var index = first
        while index <= last, ticks.count < 50 {
            ticks.append(index * step)
            index += 1
        }
        self.ticks = ticks
        self.decimals = decimals
        lower = isTight ? low : first * step
        upper = isTight ? high : last * step
    }

    /// An axis for few rows: it ends at ticks where these lie near the values, and otherwise where the values end, so
    /// that no third of a small chart stays empty.
    static func close(from least: Double, to most: Double, includesZero: Bool) -> Axis {
        for count in [3, 4, 5] {
            let axis = Axis(from: least, to: most, includesZero: includesZero, count: count)
            let tight = Axis(from: least, to: most, includesZero: includesZero, count: count, isTight: true)
            if axis.upper - axis.lower <= 1.12 * (tight.upper - tight.lower) { return axis }
        }
        return Axis(from: least, to: most, includesZero: includesZero, count: 4, isTight: true)
    }

    /// Where a value stands, 0 at the lower end and 1 at the upper one.
    func position(_ value: Double) -> Double {
        let position = (value - lower) / (upper - lower)
        return position.isFinite ? min(1, max(0, position)) : 0
    }

    func label(_ tick: Double) -> String { tick == 0 ? "0" : Numbers.tick(tick, decimals: decimals) }

    /// The least round step that is at least `rough`, and how many decimals its multiples need.
    private static func step(_ rough: Double) -> (step: Double, decimals: Int) {
        guard rough.isFinite, rough > 1e-300 else { return (1, 0) }
        var power = 1.0
        var exponent = 0
        while power > rough {
            power /= 10
            exponent -= 1
        }
        while power * 10 <= rough {
            power *= 10
            exponent += 1
        }
        let ratio = rough / power
        let factor = ratio <= 1.0001 ? 1.0 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10
        if factor == 10 { exponent += 1 }
        return (power * factor, max(0, -exponent))
    }
}

/// The finite extent of numbers.
struct Extent {
    private(set) var least = Double.infinity
    private(set) var most = -Double.infinity
    var isEmpty: Bool { least > most }

    mutating func add(_ value: Double) {
        guard value.isFinite else { return }
        least = min(least, value)
        most = max(most, value)
    }

    mutating func add(_ values: [Double]) {
        for value in values { add(value) }
    }
}
