/// A bar for each number.
public struct BarChart: Sendable {
    public var title: String
    public var xLabel: String
    /// As many as `values`.
    public var labels: [String]
    public var values: [Double]

    public init(title: String = "", xLabel: String = "", labels: [String], values: [Double]) {
        self.title = title
        self.xLabel = xLabel
        self.labels = labels
        self.values = values
    }
}

/// How often numbers of each size occur, for several groups of numbers over one range.
public struct Histograms: Sendable {
    public struct Group: Sendable {
        public var label: String
        /// How many numbers fall in each bin.
        public var counts: [Int]
        /// How many numbers are not finite and stand in no bin.
        public var notFinite: Int

        public init(label: String, counts: [Int], notFinite: Int = 0) {
            self.label = label
            self.counts = counts
            self.notFinite = notFinite
        }
    }

    public var title: String
    public var xLabel: String
    /// Where the first bin begins and the last one ends.
    public var range: (lower: Double, upper: Double)
    public var groups: [Group]

    public init(title: String = "", xLabel: String = "", range: (lower: Double, upper: Double), groups: [Group]) {
        self.title = title
        self.xLabel = xLabel
        self.range = range
        self.groups = groups
    }

    /// Counts the numbers of each group in bins of equal width. A number at the upper end belongs to the last bin.
    /// O(numbers).
    public init(title: String, xLabel: String, groups: [(label: String, values: [Double])], bins: Int) {
        var least = Double.infinity
        var most = -Double.infinity
        for group in groups {
            for value in group.values where value.isFinite {
                least = min(least, value)
                most = max(most, value)
            }
        }
        if least > most { (least, most) = (0, 1) }
        if least == most {
            least -= 0.5
            most += 0.5
        }
        let bins = max(1, bins)
        var counted: [Group] = []
        for group in groups {
            var counts = [Int](repeating: 0, count: bins)
            var notFinite = 0
            for value in group.values {
                let share = (value - least) / (most - least) * Double(bins)
                if share.isFinite { counts[min(bins - 1, max(0, Int(share)))] += 1 } else { notFinite += 1 }
            }
            counted.append(Group(label: group.label, counts: counts, notFinite: notFinite))
        }
        self.init(title: title, xLabel: xLabel, range: (least, most), groups: counted)
    }
}

/// Grids of numbers over one scale, each number a shade: weights, filters, attention, a confusion matrix, pictures.
public struct Matrices: Sendable {
    public struct Map: Sendable {
        public var label: String
        /// The topmost row first, all of one length; NaN where there is no number.
        public var values: [[Double]]

        public init(label: String = "", values: [[Double]]) {
            self.label = label
            self.values = values
        }
    }

    public var title: String
    /// What columns and rows stand for.
    public var xLabel: String
    public var yLabel: String
    public var rowNames: [String]
    public var columnNames: [String]
    public var maps: [Map]
    /// Whether the numbers are pixels of pictures, of which none is written out.
    public var arePictures: Bool

    public init(
        title: String = "", xLabel: String = "", yLabel: String = "", rowNames: [String] = [],
        columnNames: [String] = [], maps: [Map], arePictures: Bool = false
    ) {
        self.title = title
        self.xLabel = xLabel
        self.yLabel = yLabel
        self.rowNames = rowNames
        self.columnNames = columnNames
        self.maps = maps
        self.arePictures = arePictures
    }
}

/// How a number was computed from others, operands before what is made of them.
public struct ComputationGraph: Sendable {
    public struct Node: Sendable {
        public var name: String
        /// `+`, `*`, `tanh` …, or empty for a number that was given.
        public var operation: String
        public var value: Double
        /// The slope of the last node by this one, as the last walk back left it.
        public var slope: Double
        /// Places in `nodes`.
        public var operands: [Int]

        public init(name: String, operation: String, value: Double, slope: Double, operands: [Int]) {
            self.name = name
            self.operation = operation
            self.value = value
            self.slope = slope
            self.operands = operands
        }
    }

    public var title: String
    public var nodes: [Node]

    public init(title: String = "", nodes: [Node]) {
        self.title = title
        self.nodes = nodes
    }
}
