import NeuralCore

/// Lines over a common horizontal axis.
public struct Plot: Equatable, Sendable {
    public struct Line: Equatable, Sendable {
        public let label: String
        public let x: [Double]
        public let y: [Double]
    }
    public let title: String
    public let xLabel: String
    public let yLabel: String
    public let lines: [Line]
}

/// Points of a plane, each of a class.
public struct PointPlot: Equatable, Sendable {
    public let title: String
    public let xLabel: String
    public let yLabel: String
    /// Two coordinates a point.
    public let points: [[Double]]
    /// The class of each point, as targets give it.
    public let classes: [Double]
    /// The network's output over a grid, or empty: row after row from the lowest y.
    public let field: [Double]
    /// The grid's columns and rows, and its first and last coordinates: x₀, x₁, y₀, y₁.
    public let columns: Int
    public let rows: Int
    public let bounds: [Double]
}

/// Plots numbers against their index from 0: a loss against its epoch.
public func plot(_ values: [Double], title: String = "", x: String = "", y: String = "") {
    plot([values], labels: [""], title: title, x: x, y: y)
}

/// Plots several series against their index, each with a label; a series without one stays unnamed.
public func plot(
    _ series: [[Double]], labels: [String], title: String = "", x: String = "", y: String = "",
    to sink: (any LessonSink)? = Lesson.sink
) {
    var longest = 0
    for values in series { longest = max(longest, values.count) }
    var positions: [Double] = []
    positions.reserveCapacity(longest)
    for i in 0..<longest { positions.append(Double(i)) }
    plot(positions, series, labels: labels, title: title, x: x, y: y, to: sink)
}

/// Plots several series over the same positions, each with a label; where a list is longer, its rest is left out.
public func plot(
    _ xs: [Double], _ series: [[Double]], labels: [String], title: String = "", x: String = "", y: String = "",
    to sink: (any LessonSink)? = Lesson.sink
) {
    guard let sink else { return }
    var lines: [Plot.Line] = []
    for (i, values) in series.enumerated() {
        let count = min(xs.count, values.count)
        let label = i < labels.count ? labels[i] : ""
        lines.append(Plot.Line(label: label, x: [Double](xs[..<count]), y: [Double](values[..<count])))
    }
    sink.receive(.plot(Plot(title: title, xLabel: x, yLabel: y, lines: lines)))
}

/// Plots numbers against numbers; where one list is longer, its rest is left out.
public func plot(
    _ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "",
    to sink: (any LessonSink)? = Lesson.sink
) {
    plot(xs, [ys], labels: [""], title: title, x: x, y: y, to: sink)
}

/// Plots a function on [from, to] at 201 places.
public func plot(
    from: Double, to: Double, title: String = "", x: String = "", y: String = "", _ function: (Double) -> Double
) {
    guard Lesson.sink != nil else { return }
    var xs: [Double] = []
    var ys: [Double] = []
    for i in 0...200 {
        let position = from + (to - from) * (Double(i) / 200)
        xs.append(position)
        ys.append(function(position))
    }
    plot(xs, ys, title: title, x: x, y: y)
}

/// Plots the points of a data set, coloured by their class.
public func plot(
    _ data: Dataset, title: String = "", x: String = "x₁", y: String = "x₂",
    to sink: (any LessonSink)? = Lesson.sink
) {
    guard let sink else { return }
    sink.receive(.points(pointPlot(data, title, x, y, field: [], size: 0, bounds: bounds(data))))
}

/// Plots the points of a data set over what a network of two inputs says everywhere around them; of several outputs, the
/// class whose output is the largest.
public func plot(
    _ network: Network, _ data: Dataset, title: String = "", x: String = "x₁", y: String = "x₂",
    to sink: (any LessonSink)? = Lesson.sink
) {
    guard let sink else { return }
    let size = 41
    let box = bounds(data)
    var grid: [[Double]] = []
    for row in 0..<size {
        for column in 0..<size {
            let right = Double(column) / Double(size - 1)
            let up = Double(row) / Double(size - 1)
            grid.append([box[0] + (box[1] - box[0]) * right, box[2] + (box[3] - box[2]) * up])
        }
    }
    // A copy, so that neither the pass in progress nor its observer sees this one.
    let outputs = network.copy().forward(grid)
    var field: [Double] = []
    for output in outputs { field.append(answer(output)) }
    sink.receive(.points(pointPlot(data, title, x, y, field: field, size: size, bounds: box)))
}

private func pointPlot(
    _ data: Dataset, _ title: String, _ x: String, _ y: String, field: [Double], size: Int, bounds: [Double]
) -> PointPlot {
    var classes: [Double] = []
    for target in data.targets { classes.append(answer(target)) }
    return PointPlot(
        title: title, xLabel: x, yLabel: y, points: data.inputs, classes: classes, field: field, columns: size,
        rows: size, bounds: bounds)
}

/// A single number itself; of several the place of the largest, the first of equal ones.
private func answer(_ values: [Double]) -> Double {
    values.count > 1 ? Double(indexOfLargest(values)) : values.first ?? 0
}

/// The points' box with a tenth of margin: x₀, x₁, y₀, y₁.
private func bounds(_ data: Dataset) -> [Double] {
    var box = [Double.infinity, -.infinity, .infinity, -.infinity]
    for point in data.inputs where point.count >= 2 {
        for axis in 0..<2 {
            box[2 * axis] = min(box[2 * axis], point[axis])
            box[2 * axis + 1] = max(box[2 * axis + 1], point[axis])
        }
    }
    guard box[0] <= box[1], box[2] <= box[3] else { return [0, 1, 0, 1] }
    for axis in 0..<2 {
        let margin = max(0.1 * (box[2 * axis + 1] - box[2 * axis]), 0.05)
        box[2 * axis] -= margin
        box[2 * axis + 1] += margin
    }
    return box
}
