/// Brings every column of inputs to mean 0 and variance 1: x ↦ (x − mean) / deviation.
///
/// Fit it on the training part alone and apply it to all: what is fitted on the test part leaks from it.
public struct Standardizer: Equatable, Sendable {
    /// The mean of each column.
    public let means: [Double]
    /// The standard deviation of each column, as of a whole population (divided by n); 1 for a column without variance.
    public let deviations: [Double]

    /// Takes means and deviations from these rows.
    public init(fitting rows: [[Double]]) {
        var means: [Double] = []
        var deviations: [Double] = []
        for column in 0..<columnCount(rows, "Standardizer") {
            var sum = 0.0
            for row in rows { sum += row[column] }
            let mean = sum / Double(rows.count)
            var squares = 0.0
            for row in rows { squares += (row[column] - mean) * (row[column] - mean) }
            let deviation = (squares / Double(rows.count)).squareRoot()
            means.append(mean)
            deviations.append(deviation == 0 ? 1 : deviation)
        }
        self.means = means
        self.deviations = deviations
    }

    /// The scaled row.
    public func callAsFunction(_ row: [Double]) -> [Double] {
        if row.count != means.count {
            EngineError.countDiffers(of: "columns", expected: means.count, actual: row.count).stop()
        }
        var scaled = row
        for column in 0..<row.count { scaled[column] = (row[column] - means[column]) / deviations[column] }
        return scaled
    }

    /// The scaled rows.
    public func callAsFunction(_ rows: [[Double]]) -> [[Double]] {
        var scaled: [[Double]] = []
        scaled.reserveCapacity(rows.count)
        for row in rows { scaled.append(self(row)) }
        return scaled
    }

    /// The data with its inputs scaled; targets stay.
    public func callAsFunction(_ data: Dataset) -> Dataset { Dataset(inputs: self(data.inputs), targets: data.targets) }

    /// The row that was scaled to this one.
    public func inverse(_ row: [Double]) -> [Double] {
        if row.count != means.count {
            EngineError.countDiffers(of: "columns", expected: means.count, actual: row.count).stop()
        }
        var original = row
        for column in 0..<row.count { original[column] = row[column] * deviations[column] + means[column] }
        return original
    }
}

/// Brings every column of inputs to 0 … 1: x ↦ (x − minimum) / (maximum − minimum).
///
/// Fit it on the training part alone and apply it to all; other parts may then lie a little outside.
public struct MinMaxScaler: Equatable, Sendable {
    /// The least number of each column.
    public let minima: [Double]
    /// The greatest number of each column.
    public let maxima: [Double]

    /// Takes minima and maxima from these rows.
    public init(fitting rows: [[Double]]) {
        var minima: [Double] = []
        var maxima: [Double] = []
        for column in 0..<columnCount(rows, "MinMaxScaler") {
            var low = rows[0][column]
            var high = low
            for row in rows {
                if row[column] < low { low = row[column] }
                if row[column] > high { high = row[column] }
            }
            minima.append(low)
            maxima.append(high)
        }
        self.minima = minima
        self.maxima = maxima
    }

    /// The scaled row; a column whose numbers are all the same becomes 0.
    public func callAsFunction(_ row: [Double]) -> [Double] {
        if row.count != minima.count {
            EngineError.countDiffers(of: "columns", expected: minima.count, actual: row.count).stop()
        }
        var scaled = row
        for column in 0..<row.count {
            let span = maxima[column] - minima[column]
            scaled[column] = (row[column] - minima[column]) / (span == 0 ? 1 : span)
        }
        return scaled
    }

    /// The scaled rows.
    public func callAsFunction(_ rows: [[Double]]) -> [[Double]] {
        var scaled: [[Double]] = []
        scaled.reserveCapacity(rows.count)
        for row in rows { scaled.append(self(row)) }
        return scaled
    }

    /// The data with its inputs scaled; targets stay.
    public func callAsFunction(_ data: Dataset) -> Dataset { Dataset(inputs: self(data.inputs), targets: data.targets) }

    /// The row that was scaled to this one.
    public func inverse(_ row: [Double]) -> [Double] {
        if row.count != minima.count {
            EngineError.countDiffers(of: "columns", expected: minima.count, actual: row.count).stop()
        }
        var original = row
        for column in 0..<row.count {
            original[column] = row[column] * (maxima[column] - minima[column]) + minima[column]
        }
        return original
    }
}

/// The length of all rows, of which there must be some.
private func columnCount(_ rows: [[Double]], _ name: String) -> Int {
    if rows.isEmpty { EngineError.empty(operation: name).stop() }
    for i in 0..<rows.count where rows[i].count != rows[0].count {
        EngineError.raggedRows(expected: rows[0].count, actual: rows[i].count, row: i).stop()
    }
    return rows[0].count
}
