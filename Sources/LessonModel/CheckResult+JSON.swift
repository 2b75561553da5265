extension CheckResult {
    /// The result as versioned JSON, the same bytes for the same files.
    ///
    /// `version`, `status`, `score`, `max_score` and `tests` are those of Exercism's test runners and Gradescope; what
    /// belongs to an exercise as a whole stands in `exercises`. `status` is `pass`, `fail` or `error`.
    public func json(numberText: @escaping JSONWriter.NumberText) -> [UInt8] {
        JSONWriter.versioned(CheckResult.schemaVersion, numberText: numberText) { writer in
            writer.key("file")
            writer.string(file)
            writer.key("lesson")
            writer.string(lesson)
            writer.key("status")
            writer.string(status.rawValue)
            writer.key("score")
            writer.number(score)
            writer.key("max_score")
            writer.number(maximum)
            writer.key("message")
            writer.string(problem)
            writer.key("diagnostics")
            writer.array(diagnostics) { writer, diagnostic in diagnostic.write(to: &writer) }
            writer.key("exercises")
            writer.array(exercises) { writer, exercise in exercise.write(to: &writer) }
            writer.key("tests")
            writer.array(exercises.flatMap { exercise in exercise.tests.map { (exercise.id, $0) } }) { writer, test in
                test.1.write(of: test.0, to: &writer)
            }
        }
    }
}

extension CheckedExercise {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("exercise")
            writer.string(id)
            writer.key("status")
            writer.string(status.rawValue)
            writer.key("score")
            writer.number(score)
            writer.key("max_score")
            writer.number(maximum)
            writer.key("line")
            writer.line(line)
            writer.key("message")
            writer.string(message)
            writer.key("diagnostics")
            writer.array(diagnostics) { writer, diagnostic in diagnostic.write(to: &writer) }
        }
    }
}

extension CheckedTest {
    func write(of exercise: String, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(name)
            writer.key("exercise")
            writer.string(exercise)
            writer.key("status")
            // The three that the runners above know.
            writer.string(status == .pass ? "pass" : status == .error || status == .skipped ? "error" : "fail")
            writer.key("message")
            writer.string(message)
            writer.key("output")
            writer.string(output)
            writer.key("score")
            writer.number(score)
            writer.key("max_score")
            writer.number(maximum)
            writer.key("visibility")
            writer.string(isHidden ? "hidden" : "visible")
            writer.key("line")
            writer.line(line)
            writer.key("expectations")
            writer.array(expectations) { writer, expectation in expectation.write(to: &writer) }
            writer.key("diagnostics")
            writer.array(diagnostics) { writer, diagnostic in diagnostic.write(to: &writer) }
        }
    }
}

extension CheckedExpectation {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("status")
            writer.string(status.rawValue)
            writer.key("message")
            writer.string(message)
            writer.key("expected")
            writer.string(expected)
            writer.key("found")
            writer.string(found)
            writer.key("line")
            writer.line(line)
            writer.key("notes")
            writer.strings(notes)
        }
    }
}

extension JSONWriter {
    /// A line number; null where there is none.
    fileprivate mutating func line(_ line: Int) {
        if line > 0 { integer(line) } else { null() }
    }
}
