extension EngineText {
    static let networks = #"""
        /// Layers one after another, which learn.
        ///
        /// A network is an object: it changes when it learns, and everyone who holds it sees that; `copy()` makes another.
        ///
        ///     let net = Network([Dense(2, 2, activation: .sigmoid, seed: 1), Dense(2, 1, activation: .sigmoid)])
        ///     let prediction = net.forward([1, 0])
        ///     let loss = net.loss([1])
        ///     net.backward()
        ///     net.update(SGD(learningRate: 0.5))
        final class Network {
            var _engine: _Handle
            let _layers: [Layer]
            /// A network of layers, each of which takes what the one before gives. Layers without a seed of their own get
            /// theirs from `seed` and their position. `input` is the shape of one example, such as `[1, 8, 8]` for images
            /// of one channel; it is needed where examples come as rows of numbers and the first layer wants another
            /// shape.
            init(_ layers: [Layer], input: [Int]? = nil, seed: Int = 0) {
                var integers: [Int] = []
                var reals: [Double] = []
                var names: [String] = []
                for layer in layers {
                    integers._append(layer.code.integers)
                    reals._append(layer.code.reals)
                    names._append(layer.code.names)
                }
                _layers = layers
                _engine = _makeNetwork(layers.count, integers, reals, names, input ?? [], input != nil, seed)
            }
            init(_copying other: Network, isUnheard: Bool = false) {
                _layers = other._layers
                _engine = _copyNetwork(other._engine, isUnheard)
            }
            /// A network with the same numbers that learns on its own.
            func copy() -> Network { Network(_copying: self) }
            func _unheardCopy() -> Network { Network(_copying: self, isUnheard: true) }

            /// The layers: dense ones with the weights and biases that they have now, others as they were written.
            var layers: [Layer] {
                var result: [Layer] = []
                for i in 0..<_layers.count {
                    if let dense = _layers[i] as? Dense {
                        result.append(
                            Dense(weights: weights(ofLayer: i), biases: biases(ofLayer: i), activation: dense.activation))
                    } else {
                        result.append(_layers[i])
                    }
                }
                return result
            }
            /// How many layers there are.
            var layerCount: Int { _layers.count }
            /// The shape of one example: as told, or as in the last pass; empty where neither is known.
            var inputShape: [Int] { _shape(_engine, 0, 0, [0]) }
            /// The shape of one prediction; empty where that of an example is not known.
            var outputShape: [Int] { _shape(_engine, 1, 0, [0]) }
            /// How many numbers an example has; 0 where its shape is not known before a pass.
            var inputCount: Int { _count(inputShape) }
            /// How many numbers a prediction has; 0 where the shape of an example is not known before a pass.
            var outputCount: Int { _count(outputShape) }
            /// Whether there was a forward pass, so that `sums` and `activations` are there.
            var hasRun: Bool { _shape(_engine, 4, 0, [0])[0] == 1 }
            /// How a layer is called in tables and pictures.
            func name(ofLayer index: Int) -> String {
                if index == _layers.count - 1 { return "output" }
                return _layers.count == 2 ? "hidden" : "hidden " + String(index + 1)
            }

            /// How many numbers the network learns.
            var parameterCount: Int { _shape(_engine, 5, 0, [0])[0] }
            /// All parameters: the first layer's weights, neuron by neuron, its biases, then the second layer's …
            var parameters: [Double] {
                get { _numbers(_engine, 0, 0, [0]) }
                set {
                    _engine = _own(_engine)
                    _setParameters(_engine, newValue)
                }
            }
            /// ∂L/∂p for every parameter p, in the order of `parameters`, after `backward()`; zeros before.
            var gradients: [Double] { _numbers(_engine, 1, 0, [0]) }
            /// One layer's parameters, in the order of `parameters`.
            func parameters(ofLayer index: Int) -> [Double] { _numbers(_engine, 10, index, [0]) }
            /// A layer's weights, a row for each neuron or filter; of a layer with several kinds, the first.
            func weights(ofLayer index: Int) -> [[Double]] { _table(2, index, 3) }
            /// A layer's biases.
            func biases(ofLayer index: Int) -> [Double] { _numbers(_engine, 3, index, [0]) }
            /// ∂L/∂W of a layer after `backward()`, a row for each neuron or filter.
            func weightGradients(ofLayer index: Int) -> [[Double]] { _table(4, index, 3) }
            /// ∂L/∂b of a layer after `backward()`.
            func biasGradients(ofLayer index: Int) -> [Double] { _numbers(_engine, 5, index, [0]) }
            /// The weighted sums z of a layer in the last forward pass, a row for each example.
            func sums(ofLayer index: Int) -> [[Double]] { _table(6, index, 2) }
            /// The activations a of a layer in the last forward pass, a row for each example.
            func activations(ofLayer index: Int) -> [[Double]] { _table(7, index, 2) }
            /// ∂L/∂a of a layer after `backward()`, a row for each example.
            func activationGradients(ofLayer index: Int) -> [[Double]] { _table(8, index, 2) }
            /// ∂L/∂x, the slopes of the last loss by the inputs, after `backward()`: a row for each example.
            var inputGradients: [[Double]] {
                let values = _numbers(_engine, 9, 0, [0])
                return _rows(values, inputCount)
            }
            /// How much each step took from each in the last forward pass, for a layer with self-attention:
            /// `[examples, heads, steps, steps]`.
            func attentionWeights(ofLayer index: Int) -> Tensor {
                let values = _numbers(_engine, 11, index, [0])
                return Tensor(values, shape: _shape(_engine, 8, index, [0]))
            }
            /// The shape of one example behind a layer in the last forward pass.
            func outputShape(ofLayer index: Int) -> [Int] { _shape(_engine, 2, index, [0]) }
            /// The activation that a layer has of its own.
            func activation(ofLayer index: Int) -> Activation {
                Activation.allCases[_shape(_engine, 7, index, [0])[0]]
            }
            func _table(_ what: Int, _ index: Int, _ shape: Int) -> [[Double]] {
                let values = _numbers(_engine, what, index, [0])
                let sizes = _shape(_engine, shape, index, [0])
                return _rows(values, shape == 3 ? sizes[1] : _count(sizes))
            }

            /// Replaces a layer's weights, a row for each neuron or filter, and biases.
            func setLayer(_ index: Int, weights: [[Double]], biases: [Double]) {
                _engine = _own(_engine)
                _setLayer(_engine, index, _flatten(weights), weights.count, biases)
            }
            /// Takes over the parameters of another network's first `count` layers, which must have as many.
            func copyParameters(from other: Network, firstLayers count: Int) {
                _engine = _own(_engine)
                _copyParameters(_engine, other._engine, count)
            }
            /// Keeps a layer's parameters as they are: updates pass it over, and while training it works as in evaluation.
            func freeze(layer index: Int) {
                _engine = _own(_engine)
                _setFrozen(_engine, index, true)
            }
            /// Lets a layer learn again.
            func unfreeze(layer index: Int) {
                _engine = _own(_engine)
                _setFrozen(_engine, index, false)
            }
            /// Whether a layer is kept as it is.
            func isFrozen(layer index: Int) -> Bool { _shape(_engine, 6, index, [0])[0] == 1 }
            /// Sets a price on large weights for the steps from here on.
            func setPenalty(_ penalty: Penalty) {
                _engine = _own(_engine)
                switch penalty {
                case .none: _setPenalty(_engine, 0, 0)
                case .l1(let price): _setPenalty(_engine, 1, price)
                case .l2(let price): _setPenalty(_engine, 2, price)
                }
            }
        }
        """#

    static let networkWork = #"""
        extension Network {
            /// The predictions of a training pass for one example.
            func forward(_ x: [Double]) -> [Double] { _pass(x, 1, [], true) }
            /// The predictions of a training pass for many examples, a row for each.
            func forward(_ x: [[Double]]) -> [[Double]] {
                let result = _pass(_flatten(x), x.count, [], true)
                return _rows(result, result.count / x.count)
            }
            /// The predictions of a training pass; the first axis is that of the examples.
            func forward(_ x: Tensor) -> Tensor { _pass(x, true) }
            /// The prediction for one example, in evaluation: dropout lets everything through, and batch normalisation
            /// uses its running statistics.
            func predict(_ x: [Double]) -> [Double] { _pass(x, 1, [], false) }
            /// The predictions for many examples in evaluation, a row for each.
            func predict(_ x: [[Double]]) -> [[Double]] {
                let result = _pass(_flatten(x), x.count, [], false)
                return _rows(result, result.count / x.count)
            }
            /// The predictions in evaluation; the first axis is that of the examples.
            func predict(_ x: Tensor) -> Tensor { _pass(x, false) }
            /// The prediction for one example, in evaluation.
            func callAsFunction(_ x: [Double]) -> [Double] { predict(x) }
            func _pass(_ x: Tensor, _ isTraining: Bool) -> Tensor {
                if x.shape.count < 2 {
                    _trap("forward needs 2 dimensions, got the shape " + String(describing: x.shape))
                }
                let result = _pass(x.values, x.shape[0], x.shape, isTraining)
                return Tensor(result, shape: [x.shape[0]] + outputShape)
            }
            func _pass(_ x: [Double], _ rows: Int, _ shape: [Int], _ isTraining: Bool) -> [Double] {
                _engine = _own(_engine)
                return _forward(_engine, x, rows, shape, isTraining, [0])
            }

            /// How wrong the last pass was.
            func loss(_ targets: [Double], _ kind: Loss = .meanSquaredError) -> Double {
                _engine = _own(_engine)
                return _loss(_engine, targets, kind)
            }
            /// How wrong the last pass was, a row of targets for each example.
            func loss(_ targets: [[Double]], _ kind: Loss = .meanSquaredError) -> Double {
                loss(_flatten(targets), kind)
            }
            /// How wrong the last pass was, with a class from 0 for each prediction; −1 for one that does not count.
            func loss(labels: [Int], _ kind: Loss = .crossEntropyFromLogits) -> Double {
                _engine = _own(_engine)
                return _lossOfLabels(_engine, labels, kind)
            }
            /// Computes the gradients of the last `loss` by every parameter and by the inputs.
            func backward() {
                _engine = _own(_engine)
                _backward(_engine)
            }
            /// Moves every parameter one step against its gradient.
            func update<Rule: Optimizer>(_ optimizer: Rule) {
                _engine = _own(_engine)
                _update(_engine, optimizer.rule._settings)
            }
            /// Shrinks all gradients together where their length, √Σg², is above `length`; returns the length before.
            /// Those of frozen layers do not count.
            @discardableResult
            func clipGradients(length: Double) -> Double {
                _engine = _own(_engine)
                return _clip(_engine, length, true)
            }
            /// Cuts every gradient off at −`size` and `size`.
            func clipGradients(size: Double) {
                _engine = _own(_engine)
                _ = _clip(_engine, size, false)
            }
            /// The class that the network names for each row: the place of its largest output, or whether a single one is
            /// above 0.5.
            func predictClasses(_ x: [[Double]]) -> [Int] {
                _engine = _own(_engine)
                return _classes(_engine, _flatten(x), x.count, [], [0])
            }
            /// The class that the network names for each prediction; the first axis is that of the examples.
            func predictClasses(_ x: Tensor) -> [Int] {
                _engine = _own(_engine)
                return _classes(_engine, x.values, x.shape.isEmpty ? 0 : x.shape[0], x.shape, [0])
            }
            /// Remembers what the network knows now.
            func saveBest() {
                _engine = _own(_engine)
                _keepBest(_engine, true)
            }
            /// Goes back to what it knew then.
            func restoreBest() {
                _engine = _own(_engine)
                _keepBest(_engine, false)
            }

            func trainingStep(
                _ source: ExampleSource, _ start: Int, _ end: Int, _ order: [Int], _ loss: Loss, _ rule: UpdateRule,
                _ clipLength: Double
            ) -> Double {
                _engine = _own(_engine)
                return _step(_engine, source._handle, start, end, order, loss, rule._settings, clipLength)
            }
            func rightAnswers(_ loss: Loss) -> Int { _score(_engine, loss, 0) }
            func countedAnswers(_ loss: Loss) -> Int { _score(_engine, loss, 1) }
            func evaluation(_ source: ExampleSource, _ loss: Loss) -> [Double] {
                _engine = _own(_engine)
                return _evaluate(_engine, source._handle, loss, [0])
            }
            func reportEpoch(_ index: Int, _ loss: Double) { _endEpoch(index, loss) }
        }

        /// Examples as training reads them, batch by batch.
        final class ExampleSource {
            let _handle: _Handle
            let count: Int
            let hasLabels: Bool
            init(_ examples: Examples) {
                count = examples.count
                hasLabels = examples.labels != nil
                let targets = examples.targets ?? Tensor(0)
                _handle = _source(
                    examples.inputs.values, examples.inputs.shape, targets.values, targets.shape, examples.labels ?? [],
                    examples.labels != nil)
            }
        }
        extension UpdateRule {
            /// Which of the engine's rules, and its numbers.
            var _settings: [Double] {
                switch self {
                case .sgd(let rule):
                    return [0, rule.learningRate, rule.momentum, rule.weightDecay, rule.nesterov ? 1 : 0]
                case .rmsProp(let rule): return [1, rule.learningRate, rule.decay, rule.epsilon]
                case .adam(let rule): return [2, rule.learningRate, rule.beta1, rule.beta2, rule.epsilon]
                case .adamW(let rule):
                    return [3, rule.learningRate, rule.beta1, rule.beta2, rule.epsilon, rule.weightDecay]
                }
            }
        }
        extension LayerCode {
            func check() { _checkLayer(integers, reals, names) }
            func startingNumbers() -> [Double] { _startingNumbers(integers, reals, names, [0]) }
        }
        func _count(_ shape: [Int]) -> Int {
            if shape.isEmpty { return 0 }
            var count = 1
            for size in shape { count *= size }
            return count
        }

        @native("engine.checkLayer") func _checkLayer(_ integers: [Int], _ reals: [Double], _ names: [String])
        @native("engine.startingNumbers")
        func _startingNumbers(_ integers: [Int], _ reals: [Double], _ names: [String], _ like: [Double]) -> [Double]
        @native("engine.makeNetwork")
        func _makeNetwork(
            _ count: Int, _ integers: [Int], _ reals: [Double], _ names: [String], _ input: [Int], _ hasInput: Bool,
            _ seed: Int
        ) -> _Handle
        @native("engine.copyNetwork") func _copyNetwork(_ network: _Handle, _ isUnheard: Bool) -> _Handle
        /// The network itself, or a copy where a snapshot may go back to it.
        @native("engine.own") func _own(_ network: _Handle) -> _Handle
        /// 0 parameters, 1 gradients; of a layer 2 weights, 3 biases, 4 and 5 their gradients, 6 sums, 7 activations, 8
        /// their gradients, 10 parameters, 11 attention weights; 9 the gradients of the
        /// inputs.
        @native("engine.numbers") func _numbers(_ network: _Handle, _ what: Int, _ layer: Int, _ like: [Double]) -> [Double]
        /// The shape of 0 an example, 1 a prediction, 2 an example behind a layer, 3 a layer's weights; or one number: 4
        /// whether there was a pass, 5 how many parameters, 6 whether a layer is frozen, 7 its activation; 8 the shape of its attention weights.
        @native("engine.shape") func _shape(_ network: _Handle, _ what: Int, _ layer: Int, _ like: [Int]) -> [Int]
        @native("engine.setParameters") func _setParameters(_ network: _Handle, _ parameters: [Double])
        @native("engine.setLayer")
        func _setLayer(_ network: _Handle, _ layer: Int, _ weights: [Double], _ rows: Int, _ biases: [Double])
        @native("engine.copyParameters") func _copyParameters(_ network: _Handle, _ other: _Handle, _ count: Int)
        @native("engine.setFrozen") func _setFrozen(_ network: _Handle, _ layer: Int, _ isFrozen: Bool)
        @native("engine.setPenalty") func _setPenalty(_ network: _Handle, _ kind: Int, _ price: Double)
        /// `shape` is that of a tensor with its rows, or empty for rows of numbers.
        @native("engine.forward")
        func _forward(
            _ network: _Handle, _ x: [Double], _ rows: Int, _ shape: [Int], _ isTraining: Bool, _ like: [Double]
        ) -> [Double]
        @native("engine.lossOf") func _loss(_ network: _Handle, _ targets: [Double], _ kind: Loss) -> Double
        @native("engine.lossOfLabels") func _lossOfLabels(_ network: _Handle, _ labels: [Int], _ kind: Loss) -> Double
        @native("engine.backward") func _backward(_ network: _Handle)
        @native("engine.update") func _update(_ network: _Handle, _ settings: [Double])
        @native("engine.clip") func _clip(_ network: _Handle, _ limit: Double, _ isLength: Bool) -> Double
        @native("engine.classes")
        func _classes(_ network: _Handle, _ x: [Double], _ rows: Int, _ shape: [Int], _ like: [Int]) -> [Int]
        @native("engine.keepBest") func _keepBest(_ network: _Handle, _ saves: Bool)
        @native("engine.source")
        func _source(
            _ inputs: [Double], _ shape: [Int], _ targets: [Double], _ targetShape: [Int], _ labels: [Int],
            _ hasLabels: Bool
        ) -> _Handle
        /// One batch: forward, loss, and where that is finite backward and update.
        @native("engine.step")
        func _step(
            _ network: _Handle, _ examples: _Handle, _ start: Int, _ end: Int, _ order: [Int], _ loss: Loss,
            _ settings: [Double], _ clipLength: Double
        ) -> Double
        /// Of the last pass: 0 how many classes are right, 1 how many examples have one.
        @native("engine.score") func _score(_ network: _Handle, _ loss: Loss, _ what: Int) -> Int
        @native("engine.evaluate")
        func _evaluate(_ network: _Handle, _ examples: _Handle, _ loss: Loss, _ like: [Double]) -> [Double]
        @native("engine.endEpoch") func _endEpoch(_ index: Int, _ loss: Double)
        @native("engine.gradientCheck")
        func _gradientCheck(
            _ network: _Handle, _ inputs: [Double], _ targets: [Double], _ rows: Int, _ loss: Loss, _ step: Double
        ) -> Double

        /// How far the gradients that `backward()` finds lie from central differences: the largest relative error over all
        /// parameters. Below 10⁻⁶ they agree.
        func gradientCheck(
            _ network: Network, _ inputs: [[Double]], _ targets: [[Double]], loss: Loss = .meanSquaredError,
            step: Double = 1e-5
        ) -> Double {
            _gradientCheck(network._engine, _flatten(inputs), _flatten(targets), inputs.count, loss, step)
        }
        /// How far a gradient that you computed lies from central differences of `function` at `point`: the largest
        /// relative error.
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
                let size = max(x.magnitude, y.magnitude, 1e-3 * scale)
                if x != y { worst = max(worst, (x - y).magnitude / size) }
                if x.isNaN || y.isNaN { return .nan }
            }
            return worst
        }
        """#
}
