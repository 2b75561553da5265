import Elementary

/// Slides small filters over an image `[channels, height, width]`: each place of the result is the weighted sum of a
/// square of the image, with the same weights everywhere.
public final class Conv2D: Layer {
    /// `filters` filters of `kernel` × `kernel` places over `channels` channels. `stride` is the step from place to
    /// place, `padding` how many zeros are put around the image.
    public init(
        _ channels: Int, _ filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
        activation: Activation = .linear, initializer: Initializer = .automatic, seed: Int? = nil
    ) {
        super.init(
            LayerCode(
                .conv2D, convolutionName("Conv2D", channels, filters, kernel, stride, padding, activation),
                [channels, filters, kernel, stride, padding, activation.caseNumber(), initializer.kind],
                reals: [initializer.spread], seed: seed))
    }
}

/// Slides small filters along a sequence `[channels, steps]`.
public final class Conv1D: Layer {
    /// `filters` filters of `kernel` steps over `channels` channels; see `Conv2D` for the rest.
    public init(
        _ channels: Int, _ filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
        activation: Activation = .linear, initializer: Initializer = .automatic, seed: Int? = nil
    ) {
        super.init(
            LayerCode(
                .conv1D, convolutionName("Conv1D", channels, filters, kernel, stride, padding, activation),
                [channels, filters, kernel, stride, padding, activation.caseNumber(), initializer.kind],
                reals: [initializer.spread], seed: seed))
    }
}

private func convolutionName(
    _ name: String, _ channels: Int, _ filters: Int, _ kernel: Int, _ stride: Int, _ padding: Int,
    _ activation: Activation
) -> String {
    LayerName(name).with(channels).with(filters).with("kernel: \(kernel)").with("stride", stride, usually: 1)
        .with("padding", padding, usually: 0).with(activation).closed
}

/// The largest number of each `size` × `size` square of an image `[channels, height, width]`.
public final class MaxPool2D: Layer {
    /// `stride` is the step from square to square, `size` where it is left out.
    public init(_ size: Int, stride: Int? = nil) { super.init(poolCode(.maxPool2D, "MaxPool2D", size, stride)) }
}

/// The mean of each `size` × `size` square of an image `[channels, height, width]`.
public final class AveragePool2D: Layer {
    /// `stride` is the step from square to square, `size` where it is left out.
    public init(_ size: Int, stride: Int? = nil) {
        super.init(poolCode(.averagePool2D, "AveragePool2D", size, stride))
    }
}

/// The largest number of each piece of `size` steps of a sequence `[channels, steps]`.
public final class MaxPool1D: Layer {
    /// `stride` is the step from piece to piece, `size` where it is left out.
    public init(_ size: Int, stride: Int? = nil) { super.init(poolCode(.maxPool1D, "MaxPool1D", size, stride)) }
}

/// The mean of each piece of `size` steps of a sequence `[channels, steps]`.
public final class AveragePool1D: Layer {
    /// `stride` is the step from piece to piece, `size` where it is left out.
    public init(_ size: Int, stride: Int? = nil) {
        super.init(poolCode(.averagePool1D, "AveragePool1D", size, stride))
    }
}

private func poolCode(_ kind: LayerKind, _ name: String, _ size: Int, _ stride: Int?) -> LayerCode {
    let step = stride ?? size
    return LayerCode(kind, LayerName(name).with(size).with("stride", step, usually: size).closed, [size, step])
}

/// The largest number of each channel: `[channels, …]` becomes `[channels]`.
public final class GlobalMaxPool: Layer {
    public init() { super.init(LayerCode(.globalMaxPool, "GlobalMaxPool()")) }
}

/// The mean of each channel: `[channels, …]` becomes `[channels]`.
public final class GlobalAveragePool: Layer {
    public init() { super.init(LayerCode(.globalAveragePool, "GlobalAveragePool()")) }
}
