/// Layers inside a layer, one after another; where `isResidual`, what goes in is added to what comes out.
final class ChainPlan: LayerPlan {
    let isResidual: Bool

    init(_ header: LayerHeader, _ layers: [LayerPlan], isResidual: Bool) throws(EngineError) {
        guard !layers.isEmpty else { throw .empty(operation: "network") }
        self.isResidual = isResidual
        super.init(header, children: layers)
    }

    override func outputShape(_ input: [Int]) throws(EngineError) -> [Int] {
        let shape = try Checked.shapes(children, from: input)[children.count - 1]
        guard !isResidual || shape == input else { throw .shapesDiffer(operation: "add", input, shape) }
        return shape
    }

    override func memory(_ input: [Int], output: Int) -> Int {
        var numbers = 2 * output
        var shape = input
        for child in children {
            guard let next = try? child.outputShape(shape), let count = try? Checked.count(of: next) else { break }
            numbers += child.memory(shape, output: count)
            shape = next
        }
        return numbers
    }

    override func makeState(_ memory: LayerMemory) -> LayerState { ChainState(self, memory) }
}

final class ChainState: LayerState {
    private let isResidual: Bool
    private let parts: [LayerState]

    init(_ layer: ChainPlan, _ memory: LayerMemory) {
        isResidual = layer.isResidual
        var parts: [LayerState] = []
        var offset = 0
        for (i, child) in layer.children.enumerated() {
            parts.append(child.makeState(memory.part(i, at: offset)))
            offset += child.parameterCount
        }
        self.parts = parts
        super.init(layer, memory)
    }

    override var children: [LayerState] { parts }
    override var work: Int {
        var work = 0
        for part in parts { work += part.work }
        return work
    }

    override func resize() throws(EngineError) {
        var shape = inputShape
        for part in parts {
            try part.prepare(rows: rows, shape: shape)
            shape = part.outputShape
        }
    }

    override func check(_ x: UnsafePointer<Double>) throws(EngineError) { try parts[0].check(x) }

    override func forward(_ x: UnsafePointer<Double>, isTraining: Bool) {
        var next = x
        for part in parts {
            part.forward(next, isTraining: isTraining)
            next = UnsafePointer(part.output.start)
        }
        if isResidual {
            for i in 0..<output.count { output.start[i] = x[i] + next[i] }
        } else {
            output.start.update(from: next, count: output.count)
        }
    }

    override func backward(_ x: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>?) {
        parts[parts.count - 1].outputGradient.assign(outputGradient)
        for i in parts.indices.reversed() {
            if i > 0 {
                parts[i].backward(parts[i - 1].output.start, into: parts[i - 1].outputGradient.start)
            } else {
                parts[0].backward(x, into: dx)
            }
        }
        guard isResidual, let dx else { return }
        for i in 0..<output.count { dx[i] += outputGradient.start[i] }
    }
}
