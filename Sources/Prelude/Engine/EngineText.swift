/// The module `NeuralCore` as cells see it: the declarations of the engine's public face, in the cell language.
///
/// Values are ordinary structs and enums with the engine's stored names, since `print` shows those. A `Network` holds the
/// engine's own object by a handle; natives never change one that a snapshot may go back to (`_own` copies it first).
public enum EngineText {
    static let activations = #"""
        @native("foreign") struct _Handle {}

        enum Activation: String, CaseIterable {
            case linear, step, sigmoid, tanh, relu, leakyReLU, gelu, softplus
            @native("engine.activate") func callAsFunction(_ z: Double) -> Double
            @native("engine.slope") func derivative(_ z: Double) -> Double
        }

        enum Loss: String, CaseIterable {
            case meanSquaredError, binaryCrossEntropy, binaryCrossEntropyFromLogits, crossEntropyFromLogits
            @native("engine.loss") func callAsFunction(_ predictions: [Double], _ targets: [Double]) -> Double
        }

        @native("engine.softmax") func _softmax(_ z: [Double], _ like: [Double]) -> [Double]
        func softmax(_ z: [Double]) -> [Double] { _softmax(z, [0]) }

        protocol Optimizer {
            var learningRate: Double { get }
            /// Which of the engine's rules, and its numbers.
            var _settings: [Double] { get }
        }
        struct SGD: Optimizer, Equatable {
            var learningRate: Double
            var momentum: Double
            var weightDecay: Double
            init(learningRate: Double, momentum: Double = 0, weightDecay: Double = 0) {
                self.learningRate = learningRate
                self.momentum = momentum
                self.weightDecay = weightDecay
            }
            var _settings: [Double] { [0, learningRate, momentum, weightDecay] }
        }
        struct Adam: Optimizer, Equatable {
            var learningRate: Double
            var beta1: Double
            var beta2: Double
            var epsilon: Double
            init(learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) {
                self.learningRate = learningRate
                self.beta1 = beta1
                self.beta2 = beta2
                self.epsilon = epsilon
            }
            var _settings: [Double] { [1, learningRate, beta1, beta2, epsilon] }
        }

        struct Neuron: Equatable {
            var weights: [Double]
            var bias: Double
            var activation: Activation
            init(weights: [Double], bias: Double = 0, activation: Activation = .linear) {
                self.weights = weights
                self.bias = bias
                self.activation = activation
            }
            func weightedSum(_ inputs: [Double]) -> Double {
                if inputs.count != weights.count { _trapCount("inputs", weights.count, inputs.count) }
                var sum = 0.0
                for i in 0..<weights.count { sum += weights[i] * inputs[i] }
                return sum + bias
            }
            func callAsFunction(_ inputs: [Double]) -> Double { activation(weightedSum(inputs)) }
        }

        struct Dense: Equatable {
            let inputs: Int
            let outputs: Int
            var activation: Activation
            var weights: [Double]
            var biases: [Double]
            let isUnseeded: Bool
            init(_ inputs: Int, _ outputs: Int, activation: Activation = .linear, seed: Int? = nil) {
                self.inputs = inputs
                self.outputs = outputs
                self.activation = activation
                weights = _denseWeights(inputs, outputs, activation, seed ?? 0, [0])
                biases = Array(repeating: 0, count: outputs)
                isUnseeded = seed == nil
            }
            init(weights: [[Double]], biases: [Double], activation: Activation = .linear) {
                self.weights = _flatten(weights)
                if weights.isEmpty || weights[0].isEmpty { _trap("[" + String(weights.count) + ", 0] is not a possible shape") }
                if biases.count != weights.count { _trapCount("biases", weights.count, biases.count) }
                inputs = weights[0].count
                outputs = weights.count
                self.activation = activation
                self.biases = biases
                isUnseeded = false
            }
            init(
                _ inputs: Int, _ outputs: Int, _ activation: Activation, _ weights: [Double], _ biases: [Double]
            ) {
                self.inputs = inputs
                self.outputs = outputs
                self.activation = activation
                self.weights = weights
                self.biases = biases
                isUnseeded = false
            }
            var parameterCount: Int { weights.count + biases.count }
            subscript(neuron: Int) -> Neuron {
                if neuron < 0 || neuron >= outputs {
                    _trap("index " + String(neuron) + " is out of range: there are " + String(outputs))
                }
                return Neuron(
                    weights: weights._copy(neuron * inputs, (neuron + 1) * inputs), bias: biases[neuron],
                    activation: activation)
            }
            func callAsFunction(_ x: [Double]) -> [Double] {
                if x.count != inputs { _trapCount("inputs", inputs, x.count) }
                return Network([self]).forward(x)
            }
        }
        @native("engine.denseWeights")
        func _denseWeights(
            _ inputs: Int, _ outputs: Int, _ activation: Activation, _ seed: Int, _ like: [Double]
        ) -> [Double]

        func _trapCount(_ what: String, _ expected: Int, _ actual: Int) {
            _trap("expected " + String(expected) + " " + what + ", got " + String(actual))
        }
        /// Row after row; all rows must be of one length.
        func _flatten(_ rows: [[Double]]) -> [Double] {
            var values: [Double] = []
            let columns = rows.isEmpty ? 0 : rows[0].count
            values.reserveCapacity(rows.count * columns)
            for i in 0..<rows.count {
                if rows[i].count != columns {
                    _trap(
                        "row " + String(i) + " has " + String(rows[i].count) + " numbers, the rows before it have "
                            + String(columns))
                }
                values._append(rows[i])
            }
            return values
        }
        func _rows(_ values: [Double], _ columns: Int) -> [[Double]] {
            var rows: [[Double]] = []
            var start = 0
            while start < values.count {
                rows.append(values._copy(start, start + columns))
                start += columns
            }
            return rows
        }
        """#

    /// The module's files, in the order of declaration.
    public static let files: [StandardLibrary.File] =
        [
            StandardLibrary.File(name: "Layers", text: activations),
            StandardLibrary.File(name: "Network", text: networks),
            StandardLibrary.File(name: "Tensor", text: tensors),
            StandardLibrary.File(name: "Value", text: values),
            StandardLibrary.File(name: "Kernels", text: SharedText.kernels),
        ] + SharedText.files
}
