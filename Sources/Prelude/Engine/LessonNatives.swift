import LessonKit
import Machine
import NeuralCore

/// What a lesson's cells report, as natives of the machine: `@native("lesson.…")` in `LessonText`. The reports go to the
/// session's sink.
extension EngineContext {
    var lessonNatives: [Native] { [expectation] + drawings + plots }

    private func native(
        _ name: String, _ argumentWords: Int, _ body: @escaping (inout Arguments, any LessonSink) -> Void
    ) -> Native {
        Native(name: "lesson.\(name)", argumentWords: argumentWords, resultWords: 0) { [self] machine, words in
            guard let sink else { return .done }
            var arguments = Arguments(machine, words)
            body(&arguments, sink)
            return .done
        }
    }

    private var expectation: Native {
        native("expectation", 4) { a, sink in
            let isMet = a.word() & 1 == 1
            let message = a.string()
            let expected = a.string()
            sink.receive(
                .expectation(Expectation(isMet: isMet, message: message, expected: expected, actual: a.string())))
        }
    }

    private var drawings: [Native] {
        [
            native("trace", 1) { a, sink in
                guard let object = a.network() else { return }
                object.isTraced = true
                trace(object.network, to: sink)
                object.log?.next = object.network.observer
            },
            native("network", 2) { a, sink in
                guard let object = a.network() else { return }
                a.machine.charge(Int64(object.network.parameterCount))
                show(object.network, title: a.string(), to: sink)
            },
            native("draw", 7) { a, sink in
                let kind = Picture.Kind(rawValue: a.string())
                let title = a.string()
                let x = a.string()
                let y = a.string()
                let texts = a.strings()
                let numbers = a.doubles()
                a.machine.charge(Int64(numbers.count))
                guard let kind else { return }
                sink.receive(
                    .picture(
                        Picture(
                            kind: kind, title: title, xLabel: x, yLabel: y, texts: texts, numbers: numbers,
                            counts: a.ints())))
            },
            native("graph", 5) { a, sink in
                let title = a.string()
                let labels = a.strings()
                let operations = a.strings()
                let numbers = a.doubles()
                let parents = a.ints()
                a.machine.charge(Int64(labels.count))
                sink.receive(.graph(graph(title, labels, operations, numbers, parents)))
            },
        ]
    }

    private var plots: [Native] {
        [
            native("series", 6) { a, sink in
                let series = a.series()
                let labels = a.strings()
                let title = a.string()
                let x = a.string()
                plot(series, labels: labels, title: title, x: x, y: a.string(), to: sink)
            },
            native("lines", 7) { a, sink in
                let xs = a.doubles()
                let series = a.series()
                let labels = a.strings()
                let title = a.string()
                let x = a.string()
                plot(xs, series, labels: labels, title: title, x: x, y: a.string(), to: sink)
            },
            native("pairs", 5) { a, sink in
                let xs = a.doubles()
                let ys = a.doubles()
                a.machine.charge(Int64(xs.count))
                let title = a.string()
                let x = a.string()
                plot(xs, ys, title: title, x: x, y: a.string(), to: sink)
            },
            native("data", 6) { a, sink in
                let data = a.dataset()
                let title = a.string()
                let x = a.string()
                plot(data, title: title, x: x, y: a.string(), to: sink)
            },
            native("field", 7) { a, sink in
                guard let object = a.network() else { return }
                let data = a.dataset()
                let title = a.string()
                let x = a.string()
                // A grid of 41 × 41 places.
                a.machine.charge(1681 * Int64(object.network.parameterCount) / 16)
                plot(object.network, data, title: title, x: x, y: a.string(), to: sink)
            },
        ]
    }
}

extension Arguments {
    mutating func string() -> String { machine.string(word()) ?? "" }
    mutating func strings() -> [String] {
        let array = word()
        var result: [String] = []
        for index in 0..<machine.count(of: array) {
            result.append(machine.element(index, of: array).flatMap { machine.string($0) } ?? "")
        }
        return result
    }
    /// Lists that follow one another, and the length of each.
    fileprivate mutating func series() -> [[Double]] {
        let values = doubles()
        let counts = ints()
        machine.charge(Int64(values.count))
        var series: [[Double]] = []
        var start = 0
        for count in counts {
            series.append([Double](values[start..<start + count]))
            start += count
        }
        return series
    }
    fileprivate mutating func dataset() -> Dataset {
        let inputs = doubles()
        let targets = doubles()
        let rows = int()
        machine.charge(Int64(inputs.count))
        return Dataset(inputs: rowsOf(inputs, rows), targets: rowsOf(targets, rows))
    }
}

private func graph(
    _ title: String, _ labels: [String], _ operations: [String], _ numbers: [Double], _ parents: [Int]
) -> ValueGraph {
    var nodes: [ValueGraph.Node] = []
    var next = 0
    for (index, label) in labels.enumerated() {
        let count = parents[next]
        nodes.append(
            ValueGraph.Node(
                label: label, operation: operations[index], data: numbers[2 * index], gradient: numbers[2 * index + 1],
                parents: [Int](parents[next + 1..<next + 1 + count])))
        next += 1 + count
    }
    return ValueGraph(title: title, nodes: nodes)
}
