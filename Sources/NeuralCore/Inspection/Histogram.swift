import Elementary

/// How many of some numbers fall into each of equal intervals.
public struct Histogram: Equatable, Sendable, CustomStringConvertible {
    /// Where intervals begin and end, one more than there are.
    public let edges: [Double]
    /// How many numbers lie in each interval; its beginning belongs to it, its end to the next one, but for the last.
    public let counts: [Int]

    /// From the smallest number to the largest; numbers that are not finite are left out.
    public init(_ values: [Double], bins: Int = 10) {
        var low = Double.infinity
        var high = -Double.infinity
        for value in values where value.isFinite {
            if value < low { low = value }
            if value > high { high = value }
        }
        if low > high {
            low = 0
            high = 1
        }
        if low == high {
            low -= 0.5
            high += 0.5
        }
        self.init(values, from: low, to: high, bins: bins)
    }

    /// Over a range; numbers outside it are left out.
    public init(_ values: [Double], from low: Double, to high: Double, bins: Int = 10) {
        if bins <= 0 { EngineError.badArgument(name: "bins", reason: "must be above zero").stop() }
        if !(low < high) { EngineError.badArgument(name: "from and to", reason: "must be in order").stop() }
        var edges: [Double] = []
        for i in 0..<bins { edges.append(low + (high - low) * (Double(i) / Double(bins))) }
        edges.append(high)
        var counts = [Int](repeating: 0, count: bins)
        for value in values where value >= low && value <= high {
            var place = Int((value - low) / (high - low) * Double(bins))
            if place >= bins { place = bins - 1 }
            // The division may round across an edge.
            if value < edges[place] { place -= 1 }
            if place + 1 < bins && value >= edges[place + 1] { place += 1 }
            counts[place] += 1
        }
        self.edges = edges
        self.counts = counts
    }

    /// A line with a bar for each interval.
    public var description: String {
        var largest = 1
        for count in counts where count > largest { largest = count }
        var names: [String] = []
        var width = 0
        for edge in edges {
            let name = Elementary.describe((edge * 1000).rounded() / 1000)
            names.append(name)
            if name.count > width { width = name.count }
        }
        var text = ""
        for i in 0..<counts.count {
            let name = String(repeating: " ", count: width - names[i].count) + names[i]
            let bar = String(repeating: "█", count: (counts[i] * 40 + largest / 2) / largest)
            text += (i == 0 ? "" : "\n") + name + " │" + bar + (bar.isEmpty ? "" : " ") + String(counts[i])
        }
        return text
    }
}
