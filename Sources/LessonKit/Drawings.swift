import NeuralCore

/// A network as it stands: every layer's weights and, after a forward pass, its sums and activations.
public struct NetworkDrawing: Equatable, Sendable {
    public struct Layer: Equatable, Sendable {
        public let name: String
        /// How the layer is written.
        public let layer: String
        public let activation: Activation
        /// The shape of an example behind the layer; empty where it is not known before a pass.
        public let shape: [Int]
        /// How many numbers the layer learns.
        public let parameterCount: Int
        /// A row for each neuron; empty in a network that is not of dense layers alone.
        public let weights: [[Double]]
        public let biases: [Double]
        /// z and a of the last example of the last forward pass; empty before the first.
        public let sums: [Double]
        public let activations: [Double]
    }
    public let title: String
    /// The last example of the last forward pass; empty before the first.
    public let inputs: [Double]
    public let inputCount: Int
    /// The shape of an example; empty where it is not known before a pass.
    public let inputShape: [Int]
    /// Whether all layers are dense and take rows, so that each weight joins two units.
    public let isDense: Bool
    public let layers: [Layer]
}

/// A graph of scalar values, parents before children.
public struct ValueGraph: Equatable, Sendable {
    public struct Node: Equatable, Sendable {
        public let label: String
        /// `+`, `*`, `tanh` …, or empty for a number that was given.
        public let operation: String
        public let data: Double
        public let gradient: Double
        /// Indices into `nodes`.
        public let parents: [Int]

        public init(label: String, operation: String, data: Double, gradient: Double, parents: [Int]) {
            self.label = label
            self.operation = operation
            self.data = data
            self.gradient = gradient
            self.parents = parents
        }
    }
    public let title: String
    public let nodes: [Node]

    public init(title: String, nodes: [Node]) {
        self.title = title
        self.nodes = nodes
    }
}

/// Draws a network.
public func show(_ network: Network, title: String = "", to sink: (any LessonSink)? = Lesson.sink) {
    guard let sink else { return }
    var layers: [NetworkDrawing.Layer] = []
    let shapes = network.shapes
    let isDense = network.isDense
    for i in 0..<network.layerCount {
        let hasSums = isDense && network.hasRun
        layers.append(
            NetworkDrawing.Layer(
                name: network.name(ofLayer: i), layer: network.description(ofLayer: i),
                activation: network.activation(ofLayer: i), shape: i < shapes.count ? shapes[i] : [],
                parameterCount: network.parameters(ofLayer: i).count,
                weights: isDense ? network.weights(ofLayer: i) : [], biases: isDense ? network.biases(ofLayer: i) : [],
                sums: hasSums ? network.sums(ofLayer: i).last ?? [] : [],
                activations: hasSums ? network.activations(ofLayer: i).last ?? [] : []))
    }
    sink.receive(
        .network(
            NetworkDrawing(
                title: title, inputs: network.lastInputs, inputCount: network.inputCount,
                inputShape: network.inputShape, isDense: isDense, layers: layers)))
}

/// Draws how a value was computed, with the gradients of the last `backward()`.
public func show(_ value: Value, title: String = "") {
    guard let sink = Lesson.sink else { return }
    let values = value.ancestors()
    var indices: [ObjectIdentifier: Int] = [:]
    var nodes: [ValueGraph.Node] = []
    for (i, value) in values.enumerated() {
        indices[ObjectIdentifier(value)] = i
        var parents: [Int] = []
        for parent in value.parents { parents.append(indices[ObjectIdentifier(parent)] ?? 0) }
        nodes.append(
            ValueGraph.Node(
                label: value.label, operation: value.operation, data: value.data, gradient: value.gradient,
                parents: parents))
    }
    sink.receive(.graph(ValueGraph(title: title, nodes: nodes)))
}
