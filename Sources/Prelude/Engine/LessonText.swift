/// The module `LessonKit` as cells see it.
public enum LessonText {
    static let expectations = #"""
        @native("lesson.expectation")
        func _report(_ isMet: Bool, _ message: String, _ expected: String, _ actual: String)

        func _isNear(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
            a == b || (a - b).magnitude <= tolerance
        }
        func expect(_ actual: Double, near expected: Double, tolerance: Double = 1e-6, _ message: String = "") {
            _report(
                _isNear(actual, expected, tolerance), message, String(describing: expected), String(describing: actual))
        }
        func expect(_ actual: [Double], near expected: [Double], tolerance: Double = 1e-6, _ message: String = "") {
            var isMet = actual.count == expected.count
            for (a, b) in zip(actual, expected) where !_isNear(a, b, tolerance) { isMet = false }
            _report(isMet, message, String(describing: expected), String(describing: actual))
        }
        func expect(_ actual: Tensor, near expected: Tensor, tolerance: Double = 1e-6, _ message: String = "") {
            var isMet = actual.shape == expected.shape
            for (a, b) in zip(actual.values, expected.values) where !_isNear(a, b, tolerance) { isMet = false }
            _report(isMet, message, expected.description, actual.description)
        }
        func expect<T: Equatable>(_ actual: T, equals expected: T, _ message: String = "") {
            _report(actual == expected, message, String(describing: expected), String(describing: actual))
        }
        func expect(_ actual: Double, equals expected: Double, _ message: String = "") {
            _report(actual == expected, message, String(describing: expected), String(describing: actual))
        }
        func expect(_ actual: Int, equals expected: Int, _ message: String = "") {
            _report(actual == expected, message, String(describing: expected), String(describing: actual))
        }
        func expect(_ actual: String, equals expected: String, _ message: String = "") {
            _report(actual == expected, message, expected, actual)
        }
        func expect(_ actual: Bool, equals expected: Bool, _ message: String = "") {
            _report(actual == expected, message, expected ? "true" : "false", actual ? "true" : "false")
        }
        func expect(_ actual: [Double], equals expected: [Double], _ message: String = "") {
            _report(actual == expected, message, String(describing: expected), String(describing: actual))
        }
        func expect(_ actual: [Int], equals expected: [Int], _ message: String = "") {
            _report(actual == expected, message, String(describing: expected), String(describing: actual))
        }
        func expectTrue(_ condition: Bool, _ message: String = "") { _report(condition, message, "", "") }
        """#

    static let pictures = #"""
        func trace(_ network: Network) { _trace(network._engine) }
        func show(_ network: Network, title: String = "") { _showNetwork(network._engine, title) }
        func show(_ value: Value, title: String = "") {
            let values = value.ancestors()
            var indices: [ObjectIdentifier: Int] = [:]
            var labels: [String] = []
            var operations: [String] = []
            var numbers: [Double] = []
            var parents: [Int] = []
            for i in 0..<values.count {
                let value = values[i]
                indices[ObjectIdentifier(value)] = i
                labels.append(value.label)
                operations.append(value.operation)
                numbers.append(value.data)
                numbers.append(value.gradient)
                parents.append(value.parents.count)
                for parent in value.parents { parents.append(indices[ObjectIdentifier(parent)] ?? 0) }
            }
            _showGraph(title, labels, operations, numbers, parents)
        }

        func plot(_ values: [Double], title: String = "", x: String = "", y: String = "") {
            _plotSeries(values, [values.count], [""], title, x, y)
        }
        func plot(_ series: [[Double]], labels: [String], title: String = "", x: String = "", y: String = "") {
            var values: [Double] = []
            for one in series { values._append(one) }
            _plotSeries(values, series.map { $0.count }, labels, title, x, y)
        }
        func plot(
            _ xs: [Double], _ series: [[Double]], labels: [String], title: String = "", x: String = "", y: String = ""
        ) {
            var values: [Double] = []
            for one in series { values._append(one) }
            _plotLines(xs, values, series.map { $0.count }, labels, title, x, y)
        }
        func plot(_ xs: [Double], _ ys: [Double], title: String = "", x: String = "", y: String = "") {
            _plotPairs(xs, ys, title, x, y)
        }
        func plot(
            from: Double, to: Double, title: String = "", x: String = "", y: String = "", _ function: (Double) -> Double
        ) {
            var xs: [Double] = []
            var ys: [Double] = []
            for i in 0...200 {
                let position = from + (to - from) * (Double(i) / 200)
                xs.append(position)
                ys.append(function(position))
            }
            plot(xs, ys, title: title, x: x, y: y)
        }
        func plot(_ data: Dataset, title: String = "", x: String = "x₁", y: String = "x₂") {
            _plotData(_flatten(data.inputs), _flatten(data.targets), data.count, title, x, y)
        }
        func plot(_ network: Network, _ data: Dataset, title: String = "", x: String = "x₁", y: String = "x₂") {
            _plotField(network._engine, _flatten(data.inputs), _flatten(data.targets), data.count, title, x, y)
        }

        @native("lesson.draw")
        func draw(
            _ kind: String, _ title: String, _ x: String, _ y: String, _ texts: [String], _ numbers: [Double],
            _ counts: [Int])
        @native("lesson.trace") func _trace(_ network: _Handle)
        @native("lesson.network") func _showNetwork(_ network: _Handle, _ title: String)
        /// For each value its data and gradient, and its parents after their count.
        @native("lesson.graph")
        func _showGraph(
            _ title: String, _ labels: [String], _ operations: [String], _ numbers: [Double], _ parents: [Int])
        @native("lesson.series")
        func _plotSeries(
            _ values: [Double], _ counts: [Int], _ labels: [String], _ title: String, _ x: String, _ y: String)
        @native("lesson.lines")
        func _plotLines(
            _ xs: [Double], _ values: [Double], _ counts: [Int], _ labels: [String], _ title: String, _ x: String,
            _ y: String)
        @native("lesson.pairs")
        func _plotPairs(_ xs: [Double], _ ys: [Double], _ title: String, _ x: String, _ y: String)
        @native("lesson.data")
        func _plotData(
            _ inputs: [Double], _ targets: [Double], _ rows: Int, _ title: String, _ x: String, _ y: String)
        @native("lesson.field")
        func _plotField(
            _ network: _Handle, _ inputs: [Double], _ targets: [Double], _ rows: Int, _ title: String, _ x: String,
            _ y: String)
        """#

    static let logs = #"""
        final class EngineLog {
            let _network: Network
            init(_watching network: Network) {
                _network = network
                _watch(network._engine)
            }
            var kinds: [String] { steps.map { $0.kind } }
            var steps: [EngineStep] {
                let engine = _network._engine
                let names = ["forward", "loss", "backward", "update"]
                var steps: [EngineStep] = []
                for i in 0..<_logCount(engine) {
                    let head = _logNumbers(engine, 0, i, [0])
                    steps.append(
                        EngineStep(
                            kind: names[Int(head[0])], loss: head[1], gradient: _logNumbers(engine, 1, i, [0]),
                            before: _logNumbers(engine, 2, i, [0]), after: _logNumbers(engine, 3, i, [0]),
                            rate: head[2]))
                }
                return steps
            }
        }
        func watch(_ network: Network) -> EngineLog { EngineLog(_watching: network) }

        @native("engine.watch") func _watch(_ network: _Handle)
        @native("engine.logCount") func _logCount(_ network: _Handle) -> Int
        /// Of a step 0 its kind, loss and rate, 1 the gradient, 2 and 3 the parameters before and after.
        @native("engine.logNumbers")
        func _logNumbers(_ network: _Handle, _ what: Int, _ step: Int, _ like: [Double]) -> [Double]
        """#

    /// The module's files, in the order of declaration.
    public static let files: [StandardLibrary.File] =
        [
            StandardLibrary.File(name: "Expectations", text: expectations),
            StandardLibrary.File(name: "Pictures", text: pictures),
            StandardLibrary.File(name: "Logs", text: logs),
        ] + SharedText.kit
}
