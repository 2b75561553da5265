import Elementary

/// A layer in which every neuron sees every input: a = f(x·Wᵀ + b). It takes `[inputs]`; of longer shapes, such as
/// `[steps, inputs]`, it takes each last axis for itself.
public final class Dense: Layer {
    /// Numbers that each neuron weighs.
    public let inputs: Int
    /// Neurons.
    public let outputs: Int
    /// What each neuron does with its weighted sum.
    public let activation: Activation

    /// A layer with random weights and biases 0.
    ///
    /// Weights are uniform in ±√(6/(inputs + outputs)) (Glorot and Bengio, 2010), or in ±√(6/inputs) before ReLU and
    /// its kin (He et al., 2015), unless `initializer` says otherwise. Without a seed the network chooses one for each
    /// of its layers, always the same.
    public init(
        _ inputs: Int, _ outputs: Int, activation: Activation = .linear, initializer: Initializer = .automatic,
        seed: Int? = nil
    ) {
        self.inputs = inputs
        self.outputs = outputs
        self.activation = activation
        super.init(
            LayerCode(
                .dense, LayerName("Dense").with(inputs).with(outputs).with(activation).closed,
                [inputs, outputs, activation.caseNumber(), initializer.kind], reals: [initializer.spread], seed: seed))
    }

    /// A layer with given weights, a row for each neuron, and a bias for each.
    public init(weights: [[Double]], biases: [Double], activation: Activation = .linear) {
        let rows = Tensor(weights)
        inputs = rows.shape[1]
        outputs = rows.shape[0]
        self.activation = activation
        if biases.count != outputs {
            EngineError.countDiffers(of: "biases", expected: outputs, actual: biases.count).stop()
        }
        super.init(
            LayerCode(
                .givenDense, LayerName("Dense").with(rows.shape[1]).with(rows.shape[0]).with(activation).closed,
                [rows.shape[1], rows.shape[0], activation.caseNumber()], reals: rows.values + biases))
    }

    /// The weights that the layer starts from, row after row: those of the first neuron, of the second …
    /// (`outputs` × `inputs` numbers). Without a seed a network draws others.
    public var weights: [Double] { [Double](code.startingNumbers()[0..<inputs * outputs]) }
    /// The biases that the layer starts from, one for each neuron.
    public var biases: [Double] {
        let numbers = code.startingNumbers()
        return [Double](numbers[inputs * outputs..<numbers.count])
    }

    /// One of the layer's neurons, with its weights and bias.
    public subscript(neuron: Int) -> Neuron {
        if neuron < 0 || neuron >= outputs {
            EngineError.indexOutOfRange(index: neuron, count: outputs).stop()
        }
        let numbers = code.startingNumbers()
        return Neuron(
            weights: [Double](numbers[neuron * inputs..<(neuron + 1) * inputs]),
            bias: numbers[inputs * outputs + neuron], activation: activation)
    }

    /// The activations of one example.
    public func callAsFunction(_ x: [Double]) -> [Double] {
        if x.count != inputs { EngineError.countDiffers(of: "inputs", expected: inputs, actual: x.count).stop() }
        var activations: [Double] = []
        let numbers = code.startingNumbers()
        for i in 0..<outputs {
            var sum = 0.0
            for k in 0..<inputs { sum += x[k] * numbers[i * inputs + k] }
            activations.append(activation(sum + numbers[inputs * outputs + i]))
        }
        return activations
    }
}

/// Only an activation: for places where it does not stand right behind a layer of weights.
public final class Activate: Layer {
    /// `Activate(.relu)`: for an activation apart from the layer that makes its sums.
    public init(_ activation: Activation) {
        super.init(LayerCode(.activate, "Activate(." + activation.rawValue + ")", [activation.caseNumber()]))
    }
}

/// Probabilities along the last axis: e^z of each number, divided by the sum of all.
public final class Softmax: Layer {
    public init() { super.init(LayerCode(.softmax, "Softmax()")) }
}

/// Logarithms of probabilities along the last axis: z − ln Σ e^z.
public final class LogSoftmax: Layer {
    public init() { super.init(LayerCode(.logSoftmax, "LogSoftmax()")) }
}

/// Makes one row of an example of any shape: `[8, 4, 4]` becomes `[128]`.
public final class Flatten: Layer {
    public init() { super.init(LayerCode(.flatten, "Flatten()")) }
}

/// Gives the numbers of an example another shape, in their order.
public final class Reshape: Layer {
    /// The shape that an example gets, of as many numbers as it has.
    public init(_ shape: [Int]) {
        var sizes = ""
        for size in shape { sizes += (sizes.isEmpty ? "" : ", ") + "\(size)" }
        super.init(LayerCode(.reshape, "Reshape([" + sizes + "])", [shape.count] + shape))
    }
}

/// Exchanges the two axes of an example: `[steps, features]` becomes `[features, steps]`, and back.
public final class Transpose: Layer {
    public init() { super.init(LayerCode(.transpose, "Transpose()")) }
}

/// Sets a random part of the numbers to 0 while training, and makes the others larger, so that the sum stays alike
/// (Srivastava et al., 2014). In evaluation everything passes.
public final class Dropout: Layer {
    /// The part that is dropped, from 0 up to but not including 1.
    public let rate: Double

    /// `rate` is the part of the numbers that are dropped, from 0 up to but not including 1.
    public init(_ rate: Double, seed: Int? = nil) {
        self.rate = rate
        super.init(LayerCode(.dropout, "Dropout(" + Elementary.describe(rate) + ")", reals: [rate], seed: seed))
    }
}

/// Gives each feature, over the batch, mean 0 and variance 1, then a scale γ and a shift β of its own (Ioffe and Szegedy,
/// 2015). Features are the first axis of an example: `[features]`, `[channels, steps]` or `[channels, height, width]`.
///
/// While training, the batch's mean and variance are used, and running ones kept; in evaluation the running ones.
public final class BatchNorm: Layer {
    /// `momentum` is how much of a batch's statistics goes into the running ones; `epsilon` is added to the variance.
    public init(_ features: Int, momentum: Double = 0.1, epsilon: Double = 1e-5) {
        super.init(
            LayerCode(
                .batchNorm,
                LayerName("BatchNorm").with(features).with("momentum", momentum, usually: 0.1)
                    .with("epsilon", epsilon, usually: 1e-5).closed, [features], reals: [momentum, epsilon]))
    }
}

/// Gives the numbers of each last axis mean 0 and variance 1, then a scale γ and a shift β for each place (Ba, Kiros and
/// Hinton, 2016). It takes `[…, features]` and does the same in training and evaluation.
public final class LayerNorm: Layer {
    /// `epsilon` is added to the variance.
    public init(_ features: Int, epsilon: Double = 1e-5) {
        super.init(
            LayerCode(
                .layerNorm,
                LayerName("LayerNorm").with(features).with("epsilon", epsilon, usually: 1e-5).closed, [features],
                reals: [epsilon]))
    }
}
