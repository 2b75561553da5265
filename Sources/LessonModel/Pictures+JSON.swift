extension BarChart {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("kind")
            writer.string("bars")
            writer.key("title")
            writer.string(title)
            writer.key("x_label")
            writer.string(xLabel)
            writer.key("labels")
            writer.strings(labels)
            writer.key("values")
            writer.numbers(values)
        }
    }
}

extension Histograms {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("kind")
            writer.string("histograms")
            writer.key("title")
            writer.string(title)
            writer.key("x_label")
            writer.string(xLabel)
            writer.key("range")
            writer.numbers([range.lower, range.upper])
            writer.key("groups")
            writer.array(groups) { writer, group in
                writer.object { writer in
                    writer.key("label")
                    writer.string(group.label)
                    writer.key("counts")
                    writer.array(group.counts) { writer, count in writer.integer(count) }
                    writer.key("not_finite")
                    writer.integer(group.notFinite)
                }
            }
        }
    }
}

extension Matrices {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("kind")
            writer.string(arePictures ? "images" : "matrices")
            writer.key("title")
            writer.string(title)
            writer.key("x_label")
            writer.string(xLabel)
            writer.key("y_label")
            writer.string(yLabel)
            writer.key("row_names")
            writer.strings(rowNames)
            writer.key("column_names")
            writer.strings(columnNames)
            writer.key("maps")
            writer.array(maps) { writer, map in
                writer.object { writer in
                    writer.key("label")
                    writer.string(map.label)
                    writer.key("values")
                    writer.numbers(map.values)
                }
            }
        }
    }
}

extension ComputationGraph {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("kind")
            writer.string("graph")
            writer.key("title")
            writer.string(title)
            writer.key("nodes")
            writer.array(nodes) { writer, node in
                writer.object { writer in
                    writer.key("name")
                    writer.string(node.name)
                    writer.key("operation")
                    writer.string(node.operation)
                    writer.key("value")
                    writer.number(node.value)
                    writer.key("slope")
                    writer.number(node.slope)
                    writer.key("operands")
                    writer.array(node.operands) { writer, place in writer.integer(place) }
                }
            }
        }
    }
}
