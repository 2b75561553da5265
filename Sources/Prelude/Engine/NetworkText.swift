extension EngineText {
    static let networks = #"""
        final class Network {
            var _engine: _Handle
            let _shape: [Int]
            let _activations: [Activation]
            init(_ layers: [Dense], seed: Int = 0) {
                if layers.isEmpty { _trap("network of an empty tensor") }
                var shape = [layers[0].inputs]
                var parameters: [Double] = []
                for i in 0..<layers.count {
                    let layer = layers[i]
                    if layer.inputs != shape[i] { _trapCount("inputs in layer " + String(i), shape[i], layer.inputs) }
                    shape.append(layer.outputs)
                    if layer.isUnseeded {
                        let own = seed &* 1_000_003 &+ i &+ 1
                        parameters._append(_denseWeights(layer.inputs, layer.outputs, layer.activation, own, [0]))
                    } else {
                        parameters._append(layer.weights)
                    }
                    parameters._append(layer.biases)
                }
                _shape = shape
                _activations = layers.map { $0.activation }
                _engine = _makeNetwork(shape, _activations, parameters)
            }
            init(_copying other: Network) {
                _shape = other._shape
                _activations = other._activations
                _engine = _copyNetwork(other._engine)
            }
            func copy() -> Network { Network(_copying: self) }

            var inputCount: Int { _shape[0] }
            var outputCount: Int { _shape[_shape.count - 1] }
            var layers: [Dense] {
                var result: [Dense] = []
                var start = 0
                let all = parameters
                for i in 0..<_activations.count {
                    let middle = start + _shape[i] * _shape[i + 1]
                    let end = middle + _shape[i + 1]
                    result.append(
                        Dense(
                            _shape[i], _shape[i + 1], _activations[i], all._copy(start, middle), all._copy(middle, end)))
                    start = end
                }
                return result
            }
            func name(ofLayer index: Int) -> String {
                if index == _activations.count - 1 { return "output" }
                return _activations.count == 2 ? "hidden" : "hidden " + String(index + 1)
            }
            var parameterCount: Int {
                var count = 0
                for i in 1..<_shape.count { count += (_shape[i - 1] + 1) * _shape[i] }
                return count
            }
            var parameters: [Double] {
                get { _numbers(_engine, 0, 0, [0]) }
                set {
                    _engine = _own(_engine)
                    _setParameters(_engine, newValue)
                }
            }
            var gradients: [Double] { _numbers(_engine, 1, 0, [0]) }
            func weights(ofLayer index: Int) -> [[Double]] { _rows(_numbers(_engine, 2, index, [0]), _shape[index]) }
            func biases(ofLayer index: Int) -> [Double] { _numbers(_engine, 3, index, [0]) }
            func weightGradients(ofLayer index: Int) -> [[Double]] {
                _rows(_numbers(_engine, 4, index, [0]), _shape[index])
            }
            func biasGradients(ofLayer index: Int) -> [Double] { _numbers(_engine, 5, index, [0]) }
            func sums(ofLayer index: Int) -> [[Double]] { _rows(_numbers(_engine, 6, index, [0]), _shape[index + 1]) }
            func activations(ofLayer index: Int) -> [[Double]] {
                _rows(_numbers(_engine, 7, index, [0]), _shape[index + 1])
            }
            func setLayer(_ index: Int, weights: [[Double]], biases: [Double]) {
                if index < 0 || index >= _activations.count {
                    _trap("index " + String(index) + " is out of range: there are " + String(_activations.count))
                }
                let new = Dense(weights: weights, biases: biases)
                if new.inputs != _shape[index] || new.outputs != _shape[index + 1] {
                    _trap(
                        "cannot replace weights of shapes " + String(describing: [_shape[index + 1], _shape[index]])
                            + " and " + String(describing: [new.outputs, new.inputs]))
                }
                var all: [Double] = []
                let old = layers
                for i in 0..<old.count {
                    all._append(i == index ? new.weights : old[i].weights)
                    all._append(i == index ? biases : old[i].biases)
                }
                parameters = all
            }

            func forward(_ x: [Double]) -> [Double] {
                _engine = _own(_engine)
                return _forward(_engine, x, 1, [0])
            }
            func forward(_ x: [[Double]]) -> [[Double]] {
                _engine = _own(_engine)
                return _rows(_forward(_engine, _flatten(x), x.count, [0]), outputCount)
            }
            func callAsFunction(_ x: [Double]) -> [Double] { forward(x) }
            func loss(_ targets: [Double], _ kind: Loss = .meanSquaredError) -> Double {
                _engine = _own(_engine)
                return _loss(_engine, targets, kind)
            }
            func loss(_ targets: [[Double]], _ kind: Loss = .meanSquaredError) -> Double {
                loss(_flatten(targets), kind)
            }
            func backward() {
                _engine = _own(_engine)
                _backward(_engine)
            }
            func update<Rule: Optimizer>(_ optimizer: Rule) {
                _engine = _own(_engine)
                _update(_engine, optimizer._settings)
            }

            @discardableResult
            func fit<Rule: Optimizer>(
                _ inputs: [[Double]], _ targets: [[Double]], loss: Loss = .meanSquaredError, optimizer: Rule, epochs: Int,
                batchSize: Int? = nil, shuffleSeed: Int? = nil
            ) -> [Double] {
                if epochs < 0 { _trap("epochs must not be negative") }
                let x = _table(_flatten(inputs), inputCount, inputs.count, inputs.isEmpty ? 0 : inputs[0].count, 0)
                let t = _table(_flatten(targets), outputCount, targets.count, targets.isEmpty ? 0 : targets[0].count, 1)
                if inputs.count != targets.count { _trapCount("rows of targets", inputs.count, targets.count) }
                if let batchSize { if batchSize <= 0 { _trap("batchSize must be above zero") } }
                let size = min(batchSize ?? inputs.count, inputs.count)
                var generator = SeededGenerator(seed: shuffleSeed ?? 0)
                var order: [Int] = []
                let settings = optimizer._settings
                var history: [Double] = []
                for epoch in 0..<epochs {
                    if shuffleSeed != nil { order = generator.permutation(inputs.count) }
                    var total = 0.0
                    var start = 0
                    while start < inputs.count {
                        let end = min(start + size, inputs.count)
                        _engine = _own(_engine)
                        let value = _step(_engine, x, t, start, end, order, loss, settings)
                        total += value * Double(end - start)
                        start = end
                    }
                    let mean = total / Double(inputs.count)
                    history.append(mean)
                    _endEpoch(epoch, mean)
                    if !mean.isFinite { break }
                }
                return history
            }
            @discardableResult
            func fit<Rule: Optimizer>(
                _ inputs: [[Double]], _ targets: [Double], loss: Loss = .meanSquaredError, optimizer: Rule, epochs: Int,
                batchSize: Int? = nil, shuffleSeed: Int? = nil
            ) -> [Double] {
                fit(
                    inputs, targets.map { [$0] }, loss: loss, optimizer: optimizer, epochs: epochs,
                    batchSize: batchSize, shuffleSeed: shuffleSeed)
            }
        }

        @native("engine.makeNetwork")
        func _makeNetwork(_ shape: [Int], _ activations: [Activation], _ parameters: [Double]) -> _Handle
        @native("engine.copyNetwork") func _copyNetwork(_ network: _Handle) -> _Handle
        /// The network itself, or a copy where a snapshot may go back to it.
        @native("engine.own") func _own(_ network: _Handle) -> _Handle
        /// 0 parameters, 1 gradients, and of a layer: 2 weights, 3 biases, 4 and 5 their gradients, 6 sums,
        /// 7 activations.
        @native("engine.numbers") func _numbers(_ network: _Handle, _ what: Int, _ layer: Int, _ like: [Double]) -> [Double]
        @native("engine.setParameters") func _setParameters(_ network: _Handle, _ parameters: [Double])
        @native("engine.forward")
        func _forward(_ network: _Handle, _ x: [Double], _ rows: Int, _ like: [Double]) -> [Double]
        @native("engine.lossOf") func _loss(_ network: _Handle, _ targets: [Double], _ kind: Loss) -> Double
        @native("engine.backward") func _backward(_ network: _Handle)
        @native("engine.update") func _update(_ network: _Handle, _ settings: [Double])
        /// Rows for `_step`; checked against the numbers that the network takes (`role` 0) or gives (1).
        @native("engine.table")
        func _table(_ values: [Double], _ expected: Int, _ rows: Int, _ columns: Int, _ role: Int) -> _Handle
        /// One batch: forward, loss, and where that is finite backward and update.
        @native("engine.step")
        func _step(
            _ network: _Handle, _ inputs: _Handle, _ targets: _Handle, _ start: Int, _ end: Int, _ order: [Int],
            _ loss: Loss, _ settings: [Double]
        ) -> Double
        @native("engine.endEpoch") func _endEpoch(_ index: Int, _ loss: Double)
        @native("engine.gradientCheck")
        func _gradientCheck(
            _ network: _Handle, _ inputs: [Double], _ targets: [Double], _ rows: Int, _ loss: Loss, _ step: Double
        ) -> Double

        func gradientCheck(
            _ network: Network, _ inputs: [[Double]], _ targets: [[Double]], loss: Loss = .meanSquaredError,
            step: Double = 1e-5
        ) -> Double {
            _gradientCheck(network._engine, _flatten(inputs), _flatten(targets), inputs.count, loss, step)
        }
        func gradientCheck(
            _ function: ([Double]) -> Double, at point: [Double], gradient: [Double], step: Double = 1e-5
        ) -> Double {
            if gradient.count != point.count { _trapCount("slopes in the gradient", point.count, gradient.count) }
            var moved = point
            var numeric: [Double] = []
            for i in 0..<point.count {
                moved[i] = point[i] + step
                let above = function(moved)
                moved[i] = point[i] - step
                numeric.append((above - function(moved)) / (2 * step))
                moved[i] = point[i]
            }
            var scale = 0.0
            for x in gradient + numeric { scale = max(scale, x.magnitude) }
            var worst = 0.0
            for (x, y) in zip(gradient, numeric) {
                let size = max(x.magnitude, y.magnitude, 1e-6 * scale)
                if x != y { worst = max(worst, (x - y).magnitude / size) }
                if x.isNaN || y.isNaN { return .nan }
            }
            return worst
        }
        """#
}
