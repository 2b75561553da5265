extension Figure {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .lineChart(let chart): chart.write(to: &writer)
        case .network(let drawing): drawing.write(to: &writer)
        case .heatMap(let map): map.write(to: &writer)
        case .table(let table): table.write(to: &writer)
        case .bars(let chart): chart.write(to: &writer)
        case .histograms(let histograms): histograms.write(to: &writer)
        case .matrices(let matrices): matrices.write(to: &writer)
        case .graph(let graph): graph.write(to: &writer)
        }
    }
}

extension LineChart {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("kind")
            writer.string("line_chart")
            writer.key("title")
            writer.string(title)
            writer.key("x_label")
            writer.string(xLabel)
            writer.key("y_label")
            writer.string(yLabel)
            writer.key("series")
            writer.array(series) { writer, line in line.write(to: &writer) }
        }
    }
}

extension LineChart.Series {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(name)
            writer.key("x")
            writer.numbers(x)
            writer.key("y")
            writer.numbers(y)
            if style != .line {
                writer.key("style")
                writer.string(style == .dots ? "dots" : "mark")
            }
        }
    }
}

extension NetworkDrawing {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("kind")
            writer.string("network")
            writer.key("title")
            writer.string(title)
            writer.key("input_names")
            writer.strings(inputNames)
            writer.key("inputs")
            writer.numbers(inputs)
            writer.key("layers")
            writer.array(layers) { writer, layer in layer.write(to: &writer) }
        }
    }
}

extension NetworkDrawing.Layer {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(name)
            writer.key("activation")
            writer.string(activation)
            writer.key("unit_names")
            writer.strings(unitNames)
            writer.key("weights")
            writer.numbers(weights)
            writer.key("biases")
            writer.numbers(biases)
            writer.key("z")
            writer.numbers(z)
            writer.key("a")
            writer.numbers(a)
            writer.key("dz")
            writer.numbers(zSlopes)
            writer.key("da")
            writer.numbers(aSlopes)
            writer.key("dw")
            writer.numbers(weightSlopes)
            writer.key("db")
            writer.numbers(biasSlopes)
        }
    }
}

extension HeatMap {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("kind")
            writer.string("heat_map")
            writer.key("title")
            writer.string(title)
            writer.key("x_label")
            writer.string(xLabel)
            writer.key("y_label")
            writer.string(yLabel)
            writer.key("x_range")
            writer.numbers([xRange.lower, xRange.upper])
            writer.key("y_range")
            writer.numbers([yRange.lower, yRange.upper])
            writer.key("values")
            writer.numbers(values)
            writer.key("points")
            writer.array(points) { writer, point in point.write(to: &writer) }
        }
    }
}

extension HeatMap.Point {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("x")
            writer.number(x)
            writer.key("y")
            writer.number(y)
            writer.key("label")
            writer.integer(label)
        }
    }
}

extension NumberTable {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("kind")
            writer.string("table")
            writer.key("title")
            writer.string(title)
            writer.key("columns")
            writer.strings(columns)
            writer.key("rows")
            writer.array(rows) { writer, row in
                writer.array(row) { writer, entry in
                    switch entry {
                    case .number(let number): writer.number(number)
                    case .text(let text): writer.string(text)
                    }
                }
            }
        }
    }
}
