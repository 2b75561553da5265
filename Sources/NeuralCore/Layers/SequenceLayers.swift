import Elementary

/// A row of numbers of its own for each of `vocabulary` tokens: `[steps]` of token numbers from 0 becomes
/// `[steps, width]`.
public final class Embedding: Layer {
    public init(
        _ vocabulary: Int, _ width: Int, initializer: Initializer = .normal(1), seed: Int? = nil
    ) {
        super.init(
            LayerCode(
                .embedding, LayerName("Embedding").with(vocabulary).with(width).closed,
                [vocabulary, width, initializer.kind], reals: [initializer.spread], seed: seed))
    }
}

/// Reads a sequence `[steps, inputs]` step by step and remembers: hₜ = f(W·xₜ + U·hₜ₋₁ + b), from h₀ = 0.
///
/// Gives the last h, `[hidden]`, or with `returnsSequences` all of them, `[steps, hidden]`.
public final class RNN: Layer {
    public init(
        _ inputs: Int, _ hidden: Int, activation: Activation = .tanh, returnsSequences: Bool = false, seed: Int? = nil
    ) {
        super.init(
            LayerCode(
                .rnn,
                LayerName("RNN").with(inputs).with(hidden).with(activation, usually: .tanh)
                    .with("returnsSequences", returnsSequences).closed,
                [inputs, hidden, returnsSequences ? 1 : 0, activation.caseNumber()], seed: seed))
    }
}

/// A recurrent layer with a long memory c, which gates open and close (Hochreiter and Schmidhuber, 1997; Gers et al.,
/// 2000): from each step's x and the h before come the gates i, f, o = σ(…) and the candidate g = tanh(…); then
/// c ← f·c + i·g and h ← o·tanh(c).
///
/// It takes `[steps, inputs]` and gives the last h, `[hidden]`, or with `returnsSequences` all of them. Rows of its
/// weights stand in the order i, f, g, o.
public final class LSTM: Layer {
    /// `inputs` are the numbers of a step, `hidden` those of h. Gives the last h, or with `returnsSequences` all of them.
    public init(_ inputs: Int, _ hidden: Int, returnsSequences: Bool = false, seed: Int? = nil) {
        super.init(recurrentCode(.lstm, "LSTM", inputs, hidden, returnsSequences, seed))
    }
}

/// A recurrent layer with two gates (Cho et al., 2014): r, u = σ(…), n = tanh(W·x + b + r·(U·h + b′)), and then
/// h ← (1 − u)·n + u·h.
///
/// It takes `[steps, inputs]` and gives the last h, `[hidden]`, or with `returnsSequences` all of them. Rows of its
/// weights stand in the order r, u, n.
public final class GRU: Layer {
    /// `inputs` are the numbers of a step, `hidden` those of h. Gives the last h, or with `returnsSequences` all of them.
    public init(_ inputs: Int, _ hidden: Int, returnsSequences: Bool = false, seed: Int? = nil) {
        super.init(recurrentCode(.gru, "GRU", inputs, hidden, returnsSequences, seed))
    }
}

private func recurrentCode(
    _ kind: LayerKind, _ name: String, _ inputs: Int, _ hidden: Int, _ returnsSequences: Bool, _ seed: Int?
) -> LayerCode {
    LayerCode(
        kind, LayerName(name).with(inputs).with(hidden).with("returnsSequences", returnsSequences).closed,
        [inputs, hidden, returnsSequences ? 1 : 0], seed: seed)
}

/// Lets every step of `[steps, width]` look at every other (Vaswani et al., 2017): each makes a query, a key and a value;
/// softmax(q·kᵀ/√d) says how much of whose value it takes. `heads` do so side by side, each with its share of the width.
/// With `causal` a step sees only itself and those before.
public final class SelfAttention: Layer {
    /// `width` is that of each step; `heads` divide it between them. With `causal` no step sees those behind it. Takes time in
    /// proportion to steps² · width.
    public init(_ width: Int, heads: Int = 1, causal: Bool = false, seed: Int? = nil) {
        super.init(
            LayerCode(
                .selfAttention,
                LayerName("SelfAttention").with(width).with("heads", heads, usually: 1).with("causal", causal).closed,
                [width, heads, causal ? 1 : 0], seed: seed))
    }
}

/// Adds to each step of `[steps, width]` a pattern of sines and cosines that tells its place (Vaswani et al., 2017).
public final class PositionalEncoding: Layer {
    /// `width` is that of each step.
    public init(_ width: Int) { super.init(LayerCode(.positionalEncoding, "PositionalEncoding(\(width))", [width])) }
}

/// Adds what goes in to what comes out of some layers, x + f(x), so that slopes find a way past them (He et al., 2016).
public final class Residual: Layer {
    /// The layers inside, which must give the shape that they take.
    public let layers: [Layer]

    /// The layers inside, whose result has the shape of what goes in.
    public init(_ layers: [Layer]) {
        self.layers = layers
        var names = ""
        for layer in layers { names += (names.isEmpty ? "" : ", ") + layer.description }
        var code = LayerCode(.residual, "Residual([" + names + "])")
        code.add(layers)
        super.init(code)
    }
}

/// What transformers are built from: self-attention, then two dense layers at each step, each behind a layer norm and
/// with a way past it: x + attention(norm(x)), then x + dense(gelu(dense(norm(x)))).
///
/// It takes and gives `[steps, width]`. `feedForward` is the size between the two dense layers, four times the width
/// unless said.
public final class TransformerBlock: Layer {
    public init(
        _ width: Int, heads: Int, feedForward: Int? = nil, causal: Bool = false, dropout: Double = 0, seed: Int? = nil
    ) {
        let size = feedForward ?? 4 * width
        var code = LayerCode(
            .chain,
            LayerName("TransformerBlock").with(width).with("heads: \(heads)")
                .with("feedForward", size, usually: 4 * width).with("causal", causal)
                .with("dropout", dropout, usually: 0).closed, seed: seed)
        var looking: [Layer] = [LayerNorm(width), SelfAttention(width, heads: heads, causal: causal)]
        var thinking: [Layer] = [LayerNorm(width), Dense(width, size, activation: .gelu), Dense(size, width)]
        if dropout > 0 {
            looking.append(Dropout(dropout))
            thinking.append(Dropout(dropout))
        }
        code.add([Residual(looking), Residual(thinking)])
        super.init(code)
    }
}

/// Lets the nodes of a graph hear from their neighbours (Kipf and Welling, 2017): Â·X·Wᵀ + b, with
/// Â = D^−½·(A + I)·D^−½, where D counts each node's neighbours and itself. It takes `[nodes, inputs]`.
public final class GraphConvolution: Layer {
    /// `adjacency` has a row for each node: above 0 where there is an edge; see `adjacencyMatrix`.
    public init(
        _ inputs: Int, _ outputs: Int, adjacency: [[Double]], activation: Activation = .linear,
        initializer: Initializer = .automatic, seed: Int? = nil
    ) {
        let matrix = Tensor(adjacency)
        if matrix.shape[0] != matrix.shape[1] {
            EngineError.shapesDiffer(
                operation: "make a graph of", [matrix.shape[0], matrix.shape[0]], matrix.shape
            ).stop()
        }
        super.init(
            LayerCode(
                .graphConvolution,
                LayerName("GraphConvolution").with(inputs).with(outputs).with("adjacency: …").with(activation).closed,
                [inputs, outputs, matrix.shape[0], activation.caseNumber(), initializer.kind],
                reals: matrix.values + [initializer.spread], seed: seed))
    }
}

/// A graph as a table: 1 where there is an edge between two nodes, which are numbered from 0.
public func adjacencyMatrix(nodes: Int, edges: [[Int]]) -> [[Double]] {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: nodes), count: nodes)
    for edge in edges {
        if edge.count != 2 {
            EngineError.countDiffers(of: "ends of an edge", expected: 2, actual: edge.count).stop()
        }
        for node in edge {
            if node < 0 || node >= nodes { EngineError.indexOutOfRange(index: node, count: nodes).stop() }
        }
        matrix[edge[0]][edge[1]] = 1
        matrix[edge[1]][edge[0]] = 1
    }
    return matrix
}

/// How much each of the steps of `queries` takes from each of the steps of `keys`, both `[steps, width]`: the rows of
/// softmax(q·kᵀ/√width). With `causal` a step takes nothing from later ones.
public func attentionWeights(_ queries: Tensor, _ keys: Tensor, causal: Bool = false) -> Tensor {
    let width = Double(queries.shape[queries.shape.count - 1])
    let scores = queries.matmul(keys.transposed()) / width.squareRoot()
    let columns = scores.shape[1]
    var weights: [Double] = []
    weights.reserveCapacity(scores.count)
    let all = scores.values
    for step in 0..<scores.shape[0] {
        let seen = causal && step + 1 < columns ? step + 1 : columns
        weights += softmax([Double](all[step * columns..<step * columns + seen]))
        weights += [Double](repeating: 0, count: columns - seen)
    }
    return Tensor(weights, shape: scores.shape)
}

/// Scaled dot-product attention: the values `[steps, …]`, weighted by `attentionWeights`.
public func attention(_ queries: Tensor, _ keys: Tensor, _ values: Tensor, causal: Bool = false) -> Tensor {
    attentionWeights(queries, keys, causal: causal).matmul(values)
}
