/// What a classifier of two numbers says at places all over a rectangle: where its boundary runs.
///
///     print(DecisionGrid(around: data, columns: 40, rows: 16) { network($0)[0] })
public struct DecisionGrid: Equatable, Sendable, CustomStringConvertible {
    /// The sides of the rectangle.
    public let left: Double
    public let right: Double
    public let bottom: Double
    public let top: Double
    /// `values[row][column]`, from the lowest row.
    public let values: [[Double]]

    /// Asks for the output at the crossings of a grid whose outer lines are the rectangle's sides.
    public init(
        left: Double, right: Double, bottom: Double, top: Double, columns: Int = 41, rows: Int = 41,
        _ output: ([Double]) -> Double
    ) {
        if columns < 2 || rows < 2 {
            EngineError.badArgument(name: "columns and rows", reason: "must be 2 at least").stop()
        }
        self.left = left
        self.right = right
        self.bottom = bottom
        self.top = top
        var values: [[Double]] = []
        for row in 0..<rows {
            let y = bottom + (top - bottom) * (Double(row) / Double(rows - 1))
            var line: [Double] = []
            for column in 0..<columns {
                line.append(output([left + (right - left) * (Double(column) / Double(columns - 1)), y]))
            }
            values.append(line)
        }
        self.values = values
    }

    /// Over the box of the examples, with a tenth of its sides as a margin.
    public init(around data: Dataset, columns: Int = 41, rows: Int = 41, _ output: ([Double]) -> Double) {
        if data.count == 0 { EngineError.empty(operation: "DecisionGrid").stop() }
        let box = MinMaxScaler(fitting: data.inputs)
        if box.minima.count != 2 {
            EngineError.countDiffers(of: "inputs in each row", expected: 2, actual: box.minima.count).stop()
        }
        let x = 0.1 * (box.maxima[0] - box.minima[0])
        let y = 0.1 * (box.maxima[1] - box.minima[1])
        self.init(
            left: box.minima[0] - x, right: box.maxima[0] + x, bottom: box.minima[1] - y, top: box.maxima[1] + y,
            columns: columns, rows: rows, output)
    }

    /// The share of places whose output reaches the threshold.
    public func share(above threshold: Double = 0.5) -> Double {
        var count = 0
        for row in values {
            for value in row where value >= threshold { count += 1 }
        }
        return Double(count) / Double(values.count * values[0].count)
    }

    /// A character for each place, from the highest row: the darker, the nearer to 1.
    public var description: String {
        let shades = ["·", "░", "▒", "▓", "█"]
        var text = ""
        for row in values.reversed() {
            if !text.isEmpty { text += "\n" }
            for value in row {
                if value.isNaN {
                    text += "?"
                } else {
                    text += shades[value >= 1 ? 4 : (value <= 0 ? 0 : Int(value * 5))]
                }
            }
        }
        return text
    }
}
