/// One pass of the engine for one example, as it reported it: forward, and back and update where they were made.
public struct TracedPass: Sendable, Equatable {
    /// One dense layer. `weights[j][i]` goes from input i to unit j; slopes are empty where no pass back was made.
    public struct Layer: Sendable, Equatable {
        public var name: String
        public var unitNames: [String]
        public var activation: String
        /// What came in: the network's input or the activations of the layer before.
        public var inputs: [Double]
        public var weights: [[Double]]
        public var biases: [Double]
        public var z: [Double]
        public var a: [Double]
        /// ∂L/∂a, ∂L/∂z, ∂L/∂W, ∂L/∂b.
        public var dA: [Double]
        public var dZ: [Double]
        public var dW: [[Double]]
        public var db: [Double]

        public init(
            name: String, unitNames: [String], activation: String, inputs: [Double], weights: [[Double]],
            biases: [Double],
            z: [Double], a: [Double], dA: [Double] = [], dZ: [Double] = [], dW: [[Double]] = [], db: [Double] = []
        ) {
            self.name = name
            self.unitNames = unitNames
            self.activation = activation
            self.inputs = inputs
            self.weights = weights
            self.biases = biases
            self.z = z
            self.a = a
            self.dA = dA
            self.dZ = dZ
            self.dW = dW
            self.db = db
        }
    }

    public struct Loss: Sendable, Equatable {
        public var name: String
        public var target: [Double]
        public var prediction: [Double]
        public var value: Double

        public init(name: String, target: [Double], prediction: [Double], value: Double) {
            self.name = name
            self.target = target
            self.prediction = prediction
            self.value = value
        }
    }

    /// One parameter before and after a step of gradient descent.
    public struct Update: Sendable, Equatable {
        /// `w1`, `b`, `hidden.W[0][1]`.
        public var name: String
        public var before: Double
        public var gradient: Double
        public var learningRate: Double
        public var after: Double

        public init(name: String, before: Double, gradient: Double, learningRate: Double, after: Double) {
            self.name = name
            self.before = before
            self.gradient = gradient
            self.learningRate = learningRate
            self.after = after
        }
    }

    public enum Phase: Sendable, Equatable {
        case forward, loss, backward, update

        public var word: String {
            switch self {
            case .forward: "forward"
            case .loss: "loss"
            case .backward: "backward"
            case .update: "update"
            }
        }
    }

    /// One thing that the engine did, in words; terminal, page and screen readers show the same sentence.
    public struct Step: Sendable, Equatable {
        public var phase: Phase
        /// The places in `layers` and among the layer's units that it speaks of; nil for the loss as a whole.
        public var layer: Int?
        public var unit: Int?
        public var sentence: String

        public init(phase: Phase, layer: Int? = nil, unit: Int? = nil, sentence: String) {
            self.phase = phase
            self.layer = layer
            self.unit = unit
            self.sentence = sentence
        }
    }

    /// The line of the lesson file whose call made the pass.
    public var line: Int
    public var inputNames: [String]
    public var inputs: [Double]
    public var layers: [Layer]
    public var loss: Loss?
    public var updates: [Update]
    public var steps: [Step]

    public init(
        line: Int, inputNames: [String], inputs: [Double], layers: [Layer], loss: Loss? = nil,
        updates: [Update] = [], steps: [Step] = []
    ) {
        self.line = line
        self.inputNames = inputNames
        self.inputs = inputs
        self.layers = layers
        self.loss = loss
        self.updates = updates
        self.steps = steps
    }
}
