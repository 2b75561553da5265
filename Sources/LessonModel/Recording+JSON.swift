extension Recording {
    /// The recording as versioned JSON, the same bytes for the same run.
    public func json(numberText: @escaping JSONWriter.NumberText) -> [UInt8] {
        JSONWriter.versioned(Recording.schemaVersion, numberText: numberText) { writer in
            writer.key("lesson")
            writer.string(lesson)
            writer.key("title")
            writer.string(title)
            writer.key("seed")
            writer.unsigned(seed)
            writer.key("cells")
            writer.array(cells) { writer, cell in cell.write(to: &writer) }
            writer.key("values")
            writer.array(values) { writer, value in value.write(to: &writer) }
            writer.key("counts")
            counts.write(to: &writer)
        }
    }
}

extension Recording.Counts {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("steps")
            writer.integer(steps)
            writer.key("bytes")
            writer.integer(bytes)
        }
    }
}

extension Recording.ExpressionValue {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .value(let text): writer.string(text)
        case .failed(let diagnostic): diagnostic.write(to: &writer)
        case .missing: writer.null()
        }
    }
}

extension CellRecord {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("label")
            writer.string(label)
            writer.key("status")
            writer.string(status.word)
            writer.key("output")
            writer.string(output)
            writer.key("diagnostics")
            writer.array(diagnostics) { writer, diagnostic in diagnostic.write(to: &writer) }
            writer.key("figures")
            writer.array(figures) { writer, figure in figure.write(to: &writer) }
            writer.key("passes")
            writer.array(passes) { writer, pass in pass.write(to: &writer) }
            writer.key("counts")
            counts.write(to: &writer)
            if let predicted {
                writer.key("predicted")
                writer.string(predicted)
            }
        }
    }
}

extension RecordedDiagnostic {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("severity")
            writer.string(severity)
            writer.key("file")
            writer.string(file)
            writer.key("line")
            writer.integer(line)
            writer.key("column")
            writer.integer(column)
            writer.key("end_column")
            writer.integer(endColumn)
            writer.key("message")
            writer.string(message)
            writer.key("hint")
            writer.string(hint)
            writer.key("source_line")
            writer.string(sourceLine)
            writer.key("rendered")
            writer.string(rendered)
        }
    }
}
