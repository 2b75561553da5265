import LessonKit
import LessonModel
import NeuralCore

/// What a lesson's cell drew as figures of its record.
extension LessonReport {
    /// Nil for what is no picture.
    var figure: Figure? {
        switch self {
        case .plot(let plot): .lineChart(LineChart(plot))
        case .points(let plot): .heatMap(HeatMap(plot))
        case .network(let drawing):
            drawing.isDense ? .network(LessonModel.NetworkDrawing(drawing)) : .table(NumberTable(drawing))
        case .graph(let graph): .graph(ComputationGraph(graph))
        case .picture(let picture): picture.figure
        case .expectation, .engine: nil
        }
    }
}

extension LineChart {
    init(_ plot: Plot) {
        var series: [Series] = []
        for line in plot.lines { series.append(Series(name: line.label, x: line.x, y: line.y)) }
        self.init(title: plot.title, xLabel: plot.xLabel, yLabel: plot.yLabel, series: series)
    }
}

extension HeatMap {
    init(_ plot: PointPlot) {
        var values: [[Double]] = []
        // The grid is reported from its lowest row up, and shown from its topmost down.
        if plot.columns > 0, plot.field.count == plot.columns * plot.rows {
            for row in (0..<plot.rows).reversed() {
                values.append([Double](plot.field[row * plot.columns..<(row + 1) * plot.columns]))
            }
        }
        var points: [Point] = []
        for (index, point) in plot.points.enumerated() where point.count >= 2 {
            let label = index < plot.classes.count ? plot.classes[index] : 0
            points.append(Point(x: point[0], y: point[1], label: Self.label(label)))
        }
        self.init(
            title: plot.title, xLabel: plot.xLabel, yLabel: plot.yLabel, xRange: (plot.bounds[0], plot.bounds[1]),
            yRange: (plot.bounds[2], plot.bounds[3]), values: values, points: points)
    }

    /// Targets are numbers; a class is the whole number next to one.
    static func label(_ target: Double) -> Int {
        target.magnitude < 1_000_000 ? Int(target + (target < 0 ? -0.5 : 0.5)) : 0
    }
}

extension LessonModel.NetworkDrawing {
    init(_ drawing: LessonKit.NetworkDrawing) {
        var layers: [Layer] = []
        var names = UnitNames(layerCount: drawing.layers.count)
        for layer in drawing.layers {
            layers.append(
                Layer(
                    name: layer.name, activation: layer.activation.rawValue, unitNames: names.next(layer.biases.count),
                    weights: layer.weights, biases: layer.biases, z: layer.sums, a: layer.activations))
        }
        self.init(
            title: drawing.title, inputNames: UnitNames.inputs(drawing.inputCount), inputs: drawing.inputs,
            layers: layers)
    }
}

extension NumberTable {
    /// A network that is more than dense layers: a row for each layer.
    init(_ drawing: LessonKit.NetworkDrawing) {
        var rows: [[Entry]] = []
        if !drawing.inputShape.isEmpty {
            rows.append([.text("input"), .text(Self.text(drawing.inputShape)), .text("")])
        }
        var total = 0
        for layer in drawing.layers {
            total += layer.parameterCount
            rows.append([
                .text(layer.layer), .text(Self.text(layer.shape)), .text("\(layer.parameterCount)"),
            ])
        }
        rows.append([.text("all layers"), .text(""), .text("\(total)")])
        self.init(title: drawing.title, columns: ["layer", "shape behind it", "parameters"], rows: rows)
    }

    private static func text(_ shape: [Int]) -> String {
        var text = ""
        for size in shape { text += (text.isEmpty ? "" : " × ") + "\(size)" }
        return text
    }
}

extension ComputationGraph {
    init(_ graph: ValueGraph) {
        var nodes: [Node] = []
        for (index, node) in graph.nodes.enumerated() {
            nodes.append(
                Node(
                    name: node.label.isEmpty ? "v\(index + 1)" : node.label, operation: node.operation,
                    value: node.data, slope: node.gradient, operands: node.parents))
        }
        self.init(title: graph.title, nodes: nodes)
    }
}

/// The names of a network's inputs and neurons: x1, x2 … in front, h1, h2 … through all hidden layers, o at the end.
struct UnitNames {
    private let layerCount: Int
    private var layer = 0
    private var hidden = 0

    init(layerCount: Int) { self.layerCount = layerCount }

    static func inputs(_ count: Int) -> [String] {
        if count == 1 { return ["x"] }
        var names: [String] = []
        for index in 0..<count { names.append("x\(index + 1)") }
        return names
    }

    /// The names of the next layer's neurons.
    mutating func next(_ count: Int) -> [String] {
        layer += 1
        var names: [String] = []
        for index in 0..<count {
            if layer < layerCount {
                hidden += 1
                names.append("h\(hidden)")
            } else {
                names.append(count == 1 ? "o" : "o\(index + 1)")
            }
        }
        return names
    }
}
