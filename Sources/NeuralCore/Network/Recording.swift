/// Hears what a network does, step by step. Attach one with `network.observer`; without one nothing is paid.
public protocol EngineObserver: AnyObject {
    func record(_ event: EngineEvent)
}

/// One step of a network's work, in the order in which it happens.
public enum EngineEvent: Equatable, Sendable {
    /// A forward pass begins.
    case forward(RecordedPass)
    /// A layer's weighted sums and activations.
    case layer(RecordedLayer)
    /// Predictions were compared with targets.
    case loss(RecordedLoss)
    /// A layer's gradients, from the last layer to the first.
    case gradients(RecordedGradients)
    /// A layer's parameters before and after a step of the optimizer.
    case update(RecordedUpdate)
    /// `fit` finished an epoch.
    case epoch(RecordedEpoch)
}

/// The inputs of a forward pass: `rows` examples of `columns` numbers.
public struct RecordedPass: Equatable, Sendable {
    /// Examples in the batch.
    public let rows: Int
    /// Numbers of each example.
    public let columns: Int
    /// Row after row.
    public let inputs: [Double]
}

/// What one layer computed in a forward pass.
public struct RecordedLayer: Equatable, Sendable {
    /// The layer's place, or the epoch's, from 0.
    public let index: Int
    /// "hidden 1", "hidden 2" … "output".
    public let name: String
    /// How the layer is written: `Dense(2, 4, activation: .tanh)`.
    public let layer: String
    /// Whether every weight joins one input and one output, a row for each output; otherwise `weights` and `biases` are
    /// what the layer learns, in its own order.
    public let isDense: Bool
    /// The layer's own activation; `linear` for layers without one.
    public let activation: Activation
    /// Examples in the batch.
    public let rows: Int
    /// Numbers of an example before the layer.
    public let inputCount: Int
    /// Numbers of an example behind it.
    public let outputCount: Int
    /// [rows, inputCount].
    public let inputs: [Double]
    /// [outputCount, inputCount] where the layer is dense: a row for each neuron.
    public let weights: [Double]
    /// [outputCount].
    public let biases: [Double]
    /// The weighted sums z, [rows, outputCount].
    public let sums: [Double]
    /// The activations a, [rows, outputCount].
    public let activations: [Double]
}

/// A loss and its gradient by the predictions.
public struct RecordedLoss: Equatable, Sendable {
    /// Which loss it is.
    public let kind: Loss
    /// The loss, penalties included.
    public let value: Double
    /// Examples in the batch.
    public let rows: Int
    /// Numbers of each example.
    public let columns: Int
    /// [rows, columns].
    public let predictions: [Double]
    /// [rows, columns].
    public let targets: [Double]
}

/// What one layer computed in a backward pass.
public struct RecordedGradients: Equatable, Sendable {
    /// The layer's place, or the epoch's, from 0.
    public let index: Int
    /// "hidden 1", "hidden 2" … "output".
    public let name: String
    /// Examples in the batch.
    public let rows: Int
    /// Numbers of an example before the layer.
    public let inputCount: Int
    /// Numbers of an example behind it.
    public let outputCount: Int
    /// ∂L/∂a, [rows, outputCount].
    public let activations: [Double]
    /// ∂L/∂z, [rows, outputCount].
    public let sums: [Double]
    /// ∂L/∂W, [outputCount, inputCount].
    public let weights: [Double]
    /// ∂L/∂b, [outputCount].
    public let biases: [Double]
}

/// One layer's step of the optimizer.
public struct RecordedUpdate: Equatable, Sendable {
    /// The layer's place, or the epoch's, from 0.
    public let index: Int
    /// "hidden 1", "hidden 2" … "output".
    public let name: String
    /// Numbers of an example before the layer.
    public let inputCount: Int
    /// Numbers of an example behind it.
    public let outputCount: Int
    /// The size of the optimizer's step.
    public let learningRate: Double
    /// In the order of `RecordedLayer.weights`.
    public let weightsBefore: [Double]
    /// What they were moved to.
    public let weightsAfter: [Double]
    /// In the order of `RecordedLayer.biases`.
    public let biasesBefore: [Double]
    /// What they were moved to.
    public let biasesAfter: [Double]
}

/// An epoch of `fit`: its number from 0, and the mean loss of its batches before their updates.
public struct RecordedEpoch: Equatable, Sendable {
    /// The layer's place, or the epoch's, from 0.
    public let index: Int
    /// The mean loss of the epoch's examples.
    public let loss: Double

    public init(index: Int, loss: Double) {
        self.index = index
        self.loss = loss
    }
}
