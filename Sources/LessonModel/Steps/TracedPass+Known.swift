extension TracedPass {
    /// The pass as far as it is known at one of its steps: lists end where it is not known further, and parameters that
    /// have moved have their new values.
    public func known(at place: NetworkPlace, _ kind: StepFrame.Kind) -> TracedPass {
        var pass = self
        let phase = Self.phase(of: kind)
        if phase < 1 { pass.loss = nil }
        for index in pass.layers.indices {
            if phase == 0, let layer = place.layer, kind != .layer { pass.cutForward(index, layer, place, kind) }
            if phase < 2 {
                pass.layers[index].forgetSlopes()
            } else if phase == 2, let layer = place.layer, kind != .layer {
                pass.cutBackward(index, layer, place, kind)
            }
        }
        let moved = phase == 3 ? (place.update.map { $0 + 1 } ?? updates.count) : 0
        pass.move(Array(updates.prefix(moved)))
        pass.updates = Array(updates.prefix(moved))
        return pass
    }

    private static func phase(of kind: StepFrame.Kind) -> Int {
        switch kind {
        case .z, .a: 0
        case .loss: 1
        case .dA, .dZ, .dW, .dB: 2
        default: 3
        }
    }

    private mutating func cutForward(_ index: Int, _ layer: Int, _ place: NetworkPlace, _ kind: StepFrame.Kind) {
        guard index >= layer else { return }
        let unit = place.unit ?? 0
        let sums = index > layer ? 0 : unit + 1
        layers[index].z = Array(layers[index].z.prefix(sums))
        layers[index].a = Array(layers[index].a.prefix(index > layer ? 0 : kind == .a ? unit + 1 : unit))
    }

    private mutating func cutBackward(_ index: Int, _ layer: Int, _ place: NetworkPlace, _ kind: StepFrame.Kind) {
        if index > layer { return }
        if index < layer { return layers[index].forgetSlopes() }
        let unit = place.unit ?? 0
        let isPastSum = kind != .dA
        layers[index].dA = Array(layers[index].dA.prefix(unit + 1))
        layers[index].dZ = Array(layers[index].dZ.prefix(isPastSum ? unit + 1 : unit))
        var rows = Array(layers[index].dW.prefix(unit))
        if layers[index].dW.indices.contains(unit) {
            switch kind {
            case .dW: rows.append(Array(layers[index].dW[unit].prefix((place.input ?? 0) + 1)))
            case .dB: rows.append(layers[index].dW[unit])
            default: break
            }
        }
        layers[index].dW = rows
        layers[index].db = Array(layers[index].db.prefix(kind == .dB ? unit + 1 : unit))
    }

    /// Updates are in the order of the layers: each one's weights, neuron by neuron, then its biases.
    private mutating func move(_ updates: [Update]) {
        var next = updates[...]
        for index in layers.indices {
            for unit in layers[index].weights.indices {
                for input in layers[index].weights[unit].indices {
                    guard let update = next.popFirst() else { return }
                    layers[index].weights[unit][input] = update.after
                }
            }
            for unit in layers[index].biases.indices {
                guard let update = next.popFirst() else { return }
                layers[index].biases[unit] = update.after
            }
        }
    }
}

extension TracedPass.Layer {
    fileprivate mutating func forgetSlopes() {
        dA = []
        dZ = []
        dW = []
        db = []
    }
}
