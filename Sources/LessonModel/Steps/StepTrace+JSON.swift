extension StepTrace {
    /// How the variables of a frame are written.
    public enum Variables: Sendable {
        /// All of them in each frame.
        case whole
        /// In `changes`: what to do to the variables of the frame before. Small, for pages.
        case differences
    }

    /// The trace as versioned JSON, the same bytes for the same run. Names follow Python Tutor's where they fit:
    /// `trace`, `event`, `line`, `func_name`, `globals`, `ordered_globals`, `stack_to_render`, `stdout`.
    public func json(_ variables: Variables = .whole, numberText: @escaping JSONWriter.NumberText) -> [UInt8] {
        var writer = JSONWriter(numberText: numberText, isCompact: variables == .differences)
        writer.object { writer in
            writer.key("version")
            writer.integer(StepTrace.schemaVersion)
            writer.key("lesson")
            writer.string(lesson)
            writer.key("title")
            writer.string(title)
            writer.key("trace")
            switch variables {
            case .whole: writeWhole(to: &writer)
            case .differences: writer.array(entries(of: self)) { writer, entry in entry.write(to: &writer) }
            }
            writer.key("passes")
            writer.array(passes) { writer, pass in pass.write(to: &writer) }
            writer.key("left_out")
            writer.array(leftOut) { writer, omission in omission.write(to: &writer) }
        }
        return writer.result
    }

    private func entries(of trace: StepTrace) -> [Entry] {
        var list: [Entry] = []
        trace.forEachEntry { list.append($0) }
        return list
    }

    private func writeWhole(to writer: inout JSONWriter) {
        var reader = Reader(self)
        var frames: [StepFrame] = []
        while let frame = reader.next() { frames.append(frame) }
        writer.array(frames) { writer, frame in
            writer.object { writer in
                frame.writeHead(to: &writer)
                let globals = frame.scopes.first?.variables ?? []
                writer.key("globals")
                writer.write(globals)
                writer.key("ordered_globals")
                writer.strings(names(globals))
                writer.key("stack_to_render")
                writer.array(Array(frame.scopes.dropFirst().enumerated())) { writer, entry in
                    writer.object { writer in
                        writer.key("func_name")
                        writer.string(entry.element.name)
                        writer.key("line")
                        writer.integer(entry.element.line)
                        writer.key("is_highlighted")
                        writer.bool(entry.offset == frame.scopes.count - 2)
                        writer.key("encoded_locals")
                        writer.write(entry.element.variables)
                        writer.key("ordered_varnames")
                        writer.strings(names(entry.element.variables))
                    }
                }
                writer.key("stdout")
                writer.string(frame.output)
            }
        }
    }

    private func names(_ variables: [StepVariable]) -> [String] {
        var names: [String] = []
        for variable in variables { names.append(variable.name) }
        return names
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ variables: [StepVariable]) {
        object { writer in
            for variable in variables {
                writer.key(variable.name)
                writer.write(variable)
            }
        }
    }

    fileprivate mutating func write(_ variable: StepVariable) {
        if let number = variable.number { self.number(number) } else { string(variable.value) }
    }
}

extension StepFrame {
    fileprivate func writeHead(to writer: inout JSONWriter) {
        writer.key("step")
        writer.integer(step)
        writer.key("cell")
        writer.integer(cell)
        writer.key("event")
        writer.string(event)
        writer.key("line")
        writer.integer(place.line)
        writer.key("column")
        writer.integer(place.column)
        writer.key("end_line")
        writer.integer(place.endLine)
        writer.key("end_column")
        writer.integer(place.endColumn)
        writer.key("code")
        writer.string(code)
        writer.key("func_name")
        writer.string(name)
        writer.key("sentence")
        writer.string(sentence)
        writer.key("turns_sign")
        writer.bool(turnsSign)
        if let reduction {
            writer.key("expression")
            reduction.write(to: &writer)
        }
        if let network {
            writer.key("network")
            network.write(to: &writer)
        }
    }

    /// Python Tutor's words where it has them.
    private var event: String {
        switch kind {
        case .line: "step_line"
        case .trap: "exception"
        default: kind.rawValue
        }
    }

    private var name: String { functionName.isEmpty ? "<module>" : functionName }
}

extension StepReduction {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("source")
            writer.string(source)
            writer.key("before")
            writer.string(StepReduction.text(before))
            writer.key("after")
            writer.string(StepReduction.text(after))
            writer.key("part")
            writer.string(part)
            writer.key("part_filled")
            writer.string(StepReduction.text(partFilled))
            writer.key("value")
            if let number { writer.number(number) } else { writer.string(value) }
        }
    }
}

extension NetworkPlace {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("pass")
            writer.integer(pass)
            for (name, value) in [
                ("layer", layer), ("unit", unit), ("input", input), ("update", update), ("epoch", epoch),
            ] {
                guard let value else { continue }
                writer.key(name)
                writer.integer(value)
            }
            writer.key("rows")
            writer.integer(rows)
            if let loss {
                writer.key("loss")
                writer.number(loss)
            }
        }
    }
}

extension StepTrace.Entry {
    /// The changes in order: `["pop"]`, `["push", name, line]`, `["line", scope, line]`, `["set", scope, name, value]`,
    /// `["remove", scope, name]`. Scope 0 holds the lesson's own variables.
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            frame.writeHead(to: &writer)
            writer.key("changes")
            writer.array(changes) { writer, change in change.write(to: &writer) }
            writer.key("stdout_kept")
            writer.integer(keptOutput)
            writer.key("stdout_added")
            writer.string(addedOutput)
        }
    }
}

extension StepTrace.Change {
    private enum Item {
        case text(String)
        case integer(Int)
        case value(StepVariable)
    }

    fileprivate func write(to writer: inout JSONWriter) {
        let items: [Item] =
            switch self {
            case .pop: [.text("pop")]
            case .push(let name, let line): [.text("push"), .text(name), .integer(line)]
            case .line(let scope, let line): [.text("line"), .integer(scope), .integer(line)]
            case .set(let scope, let variable):
                [.text("set"), .integer(scope), .text(variable.name), .value(variable)]
            case .remove(let scope, let name): [.text("remove"), .integer(scope), .text(name)]
            }
        writer.array(items) { writer, item in
            switch item {
            case .text(let text): writer.string(text)
            case .integer(let number): writer.integer(number)
            case .value(let variable): writer.write(variable)
            }
        }
    }
}

extension StepOmission {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("cell")
            writer.integer(cell)
            writer.key("steps")
            writer.integer(steps)
            writer.key("shown")
            writer.integer(shown)
            writer.key("reason")
            writer.string(reason)
        }
    }
}
