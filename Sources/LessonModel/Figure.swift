/// Something that a cell drew, as numbers; `Report` decides how it looks.
public enum Figure: Sendable {
    case lineChart(LineChart)
    case network(NetworkDrawing)
    case heatMap(HeatMap)
    case table(NumberTable)
    case bars(BarChart)
    case histograms(Histograms)
    case matrices(Matrices)
    case graph(ComputationGraph)
}

public struct LineChart: Sendable {
    public struct Series: Sendable {
        public enum Style: UInt8, Sendable {
            case line
            /// A dot for each point.
            case dots
            /// One point worth a mark and its name.
            case mark
        }

        public var style: Style
        public var name: String
        /// As many as `y`; a value that is not finite breaks the line.
        public var x: [Double]
        public var y: [Double]

        public init(name: String, x: [Double], y: [Double], style: Style = .line) {
            self.style = style
            self.name = name
            self.x = x
            self.y = y
        }
    }

    public var title: String
    public var xLabel: String
    public var yLabel: String
    public var series: [Series]

    public init(title: String = "", xLabel: String = "", yLabel: String = "", series: [Series]) {
        self.title = title
        self.xLabel = xLabel
        self.yLabel = yLabel
        self.series = series
    }
}

/// A network of dense layers with whatever is known of one pass through it.
public struct NetworkDrawing: Sendable {
    public struct Layer: Sendable {
        public var name: String
        public var activation: String
        /// One for each unit.
        public var unitNames: [String]
        /// Row per unit, column per input: `weights[j][i]` goes from input i to unit j.
        public var weights: [[Double]]
        public var biases: [Double]
        /// Empty where no pass has been made.
        public var z: [Double]
        public var a: [Double]
        /// ∂L/∂z, ∂L/∂a, ∂L/∂W and ∂L/∂b; empty where no pass back has been made.
        public var zSlopes: [Double]
        public var aSlopes: [Double]
        public var weightSlopes: [[Double]]
        public var biasSlopes: [Double]

        public init(
            name: String, activation: String, unitNames: [String], weights: [[Double]], biases: [Double],
            z: [Double] = [], a: [Double] = [], zSlopes: [Double] = [], aSlopes: [Double] = [],
            weightSlopes: [[Double]] = [], biasSlopes: [Double] = []
        ) {
            self.name = name
            self.activation = activation
            self.unitNames = unitNames
            self.weights = weights
            self.biases = biases
            self.z = z
            self.a = a
            self.zSlopes = zSlopes
            self.aSlopes = aSlopes
            self.weightSlopes = weightSlopes
            self.biasSlopes = biasSlopes
        }
    }

    public var title: String
    public var inputNames: [String]
    /// Empty where no pass has been made.
    public var inputs: [Double]
    public var layers: [Layer]

    public init(title: String = "", inputNames: [String], inputs: [Double] = [], layers: [Layer]) {
        self.title = title
        self.inputNames = inputNames
        self.inputs = inputs
        self.layers = layers
    }
}

/// Values over a rectangle, with points on top.
public struct HeatMap: Sendable {
    public struct Point: Sendable {
        public var x: Double
        public var y: Double
        /// The class that the point belongs to.
        public var label: Int

        public init(x: Double, y: Double, label: Int) {
            self.x = x
            self.y = y
            self.label = label
        }
    }

    public var title: String
    public var xLabel: String
    public var yLabel: String
    /// What the first and the last column, and the last and the first row, stand for.
    public var xRange: (lower: Double, upper: Double)
    public var yRange: (lower: Double, upper: Double)
    /// The topmost row first, each from left to right, all of one length.
    public var values: [[Double]]
    public var points: [Point]

    public init(
        title: String = "", xLabel: String = "", yLabel: String = "", xRange: (lower: Double, upper: Double),
        yRange: (lower: Double, upper: Double), values: [[Double]], points: [Point] = []
    ) {
        self.title = title
        self.xLabel = xLabel
        self.yLabel = yLabel
        self.xRange = xRange
        self.yRange = yRange
        self.values = values
        self.points = points
    }
}

/// Rows of numbers and words under named columns.
public struct NumberTable: Sendable {
    public enum Entry: Sendable, Equatable {
        case number(Double)
        case text(String)
    }

    public var title: String
    public var columns: [String]
    public var rows: [[Entry]]

    public init(title: String = "", columns: [String], rows: [[Entry]]) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}
