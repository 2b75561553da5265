/// The module `NeuralCore` as cells see it: the declarations of the engine's public face, in the cell language.
///
/// Values are ordinary structs and enums with the engine's stored names, since `print` shows those. A `Network` holds the
/// engine's own object by a handle; natives never change one that a snapshot may go back to (`_own` copies it first).
public enum EngineText {
    static let activations = #"""
        @native("foreign") struct _Handle {}

        /// What a neuron does with its weighted sum z.
        enum Activation: String, CaseIterable {
            case linear, step, sigmoid, tanh, relu, leakyReLU, gelu, softplus, elu, silu
            /// The activation a of the weighted sum z.
            @native("engine.activate") func callAsFunction(_ z: Double) -> Double
            /// The slope da/dz at the weighted sum z; at a kink that of the left side.
            @native("engine.slope") func derivative(_ z: Double) -> Double
            @native("engine.caseNumber") func caseNumber() -> Int
        }

        /// How wrong a prediction is: the mean over all outputs of all examples, or over all examples for classes.
        enum Loss: String, CaseIterable {
            /// (p − t)².
            case meanSquaredError
            /// −t·ln p − (1 − t)·ln(1 − p) for a probability p; logarithms are held to at least −100.
            case binaryCrossEntropy
            /// The same for a weighted sum z with p = σ(z), without losing digits for large |z|.
            case binaryCrossEntropyFromLogits
            /// −Σ t·ln p over the classes of an example, with p = softmax(z) of its row of weighted sums.
            case crossEntropyFromLogits
            /// |p − t|.
            case meanAbsoluteError
            /// ½(p − t)² up to a distance of 1, |p − t| − ½ beyond: a square that outliers do not pull at.
            case huber
            /// −Σ t·ln p over the classes of an example for probabilities p, such as those behind `Softmax()`.
            case crossEntropy
            /// Whether a row of predictions belongs together, one number for each class.
            var isOfClasses: Bool { self == .crossEntropyFromLogits || self == .crossEntropy }
            /// The loss of predictions against targets, which must be as many: one example's, for classes.
            @native("engine.loss") func callAsFunction(_ predictions: [Double], _ targets: [Double]) -> Double
        }

        @native("engine.softmax") func _softmax(_ z: [Double], _ isLogarithm: Bool, _ like: [Double]) -> [Double]
        /// Probabilities that add up to 1 from any numbers: e^z of each, divided by the sum of all.
        func softmax(_ z: [Double]) -> [Double] { _softmax(z, false, [0]) }
        /// The logarithms of those probabilities, z − ln Σ e^z, which keep their digits where a probability is tiny.
        func logSoftmax(_ z: [Double]) -> [Double] { _softmax(z, true, [0]) }

        /// One neuron: it weighs its inputs, adds a bias and bends the sum, a = f(w₁x₁ + w₂x₂ + … + b).
        struct Neuron: Equatable {
            /// One weight for each input.
            var weights: [Double]
            var bias: Double
            var activation: Activation
            init(weights: [Double], bias: Double = 0, activation: Activation = .linear) {
                self.weights = weights
                self.bias = bias
                self.activation = activation
            }
            /// The weighted sum z, products added from left to right, the bias last.
            func weightedSum(_ inputs: [Double]) -> Double {
                if inputs.count != weights.count { _trapCount("inputs", weights.count, inputs.count) }
                var sum = 0.0
                for i in 0..<weights.count { sum += weights[i] * inputs[i] }
                return sum + bias
            }
            /// The activation a.
            func callAsFunction(_ inputs: [Double]) -> Double { activation(weightedSum(inputs)) }
        }

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
            StandardLibrary.File(name: "NetworkWork", text: networkWork),
            StandardLibrary.File(name: "Tensor", text: tensors),
            StandardLibrary.File(name: "Kernels", text: SharedText.kernels),
        ] + SharedText.files
}
